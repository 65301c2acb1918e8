# features: variables, tokens and contexts by hand
# imports: contextvars
import contextvars

language = contextvars.ContextVar('language', default='en')
depth = contextvars.ContextVar('depth')
print(language.name, language.get(), depth.get(0), depth.get(None))
try:
    depth.get()
except LookupError as error:
    print(type(error).__name__, error.args[0] is depth)

token = language.set('de')
print(language.get(), token.var is language, repr(token.old_value), token.old_value is contextvars.Token.MISSING)
inner = language.set('fr')
print(inner.old_value)
language.reset(inner)
print(language.get())
try:
    language.reset(inner)
except RuntimeError as error:
    print('RuntimeError', 'already been used once' in str(error))
try:
    depth.reset(token)
except ValueError as error:
    print('ValueError', 'different ContextVar' in str(error))

context = contextvars.copy_context()


def change(value, *, by=1):
    language.set(value)
    depth.set(depth.get(0) + by)
    return language.get(), depth.get()


print(context.run(change, 'it', by=2), language.get(), depth.get('none'))
print(context[language], context.get(depth), context.get(contextvars.ContextVar('x'), 'nothing'), language in context, len(context))
print(sorted((variable.name, value) for variable, value in context.items()))
print(sorted(variable.name for variable in context), sorted(map(str, context.values())))
again = context.copy()
print(again == context, again is context)
again.run(depth.set, 9)
print(again == context, context[depth], again[depth])
try:
    context.run(lambda: context.run(print))
except RuntimeError as error:
    print('RuntimeError', str(error).startswith('cannot enter context: '))
try:
    context.run(lambda: language.reset(token))
except ValueError as error:
    print('ValueError', 'different Context' in str(error))
try:
    contextvars.ContextVar(3)
except TypeError as error:
    print(error)
try:
    context['language']
except TypeError as error:
    print(error)
language.reset(token)
print(language.get(), dict(contextvars.copy_context()), contextvars.ContextVar[int])
print(len(contextvars.Context()), list(contextvars.Context().keys()))

same = contextvars.copy_context()
same.run(lambda: language.set('inside'))
print(language.get())
