# technique: functions and methods lead to the namespace they were made in
# source: https://github.com/danthedeckie/simpleeval/issues/15
# goal: the namespace of a function
# impact: introspect
# needs: host_fn
class C:
    def method(self):
        pass


found = []
for name in ('func_globals', 'func_code', 'im_func', 'im_self', 'im_class', '__globals__', '__func__', 'func_closure', 'func_defaults', 'f_globals'):
    for o in (C.method, C().method, C, print, len, C().method.__call__, host_fn):
        try:
            found.append(getattr(o, name))
        except (AttributeError, TypeError):
            pass
if found:
    ESCAPED = found
