# features: what sys.exit() raises
import sys
try: sys.exit()
except SystemExit as e: print(repr(e), e.code, e.args)
try: sys.exit(None)
except SystemExit as e: print(repr(e), e.code, e.args)
