# technique: a metaclass's own __setattr__, called with a library class
# goal: a library class that was changed
# impact: policy
import enum
import re
enum.EnumMeta.__setattr__(re.RegexFlag, 'pwned', 1)
if re.RegexFlag.pwned:
    ESCAPED = re
