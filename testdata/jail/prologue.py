# What a host trusts: it runs unguarded, before the guest. SECRET must not be found by any program beside this file.
import os
import sys
import hashlib

SECRET = 'trusted-' + 'secret-4711'
price_list = {'tea': 3, 'coffee': 4}


class Account:
    owner = SECRET

    def __init__(self):
        self.balance = 100

    def charge(self, amount):
        if type(amount) is not int or amount < 0:
            raise Refusal('ValueError', 'an amount is a whole number')
        self.balance -= amount
        return self.balance


account = Account()
seen = []
held = ['words']


def price_of(name, quantity=1):
    seen.append(name)
    return price_list[name] * quantity


def signed(text):
    return hashlib.sha256((SECRET + text).encode()).hexdigest()[:8]


def failing(how):
    if how == 'chained':
        try:
            raise KeyError(SECRET)
        except KeyError as inner:
            raise ValueError(SECRET, account) from inner
    if how == 'attribute':
        return account.nothere
    if how == 'exit':
        sys.exit(SECRET)
    if how == 'class':
        return Account
    if how == 'object':
        return account
    if how == 'function':
        return signed
    if how == 'generator':
        return (x for x in [SECRET])
    if how == 'module':
        return os
    if how == 'held':
        raise Refusal('ValueError', held)
    if how == 'deep':
        return failing('deep')
    raise Refusal('NoSuchError', 'refused')


class Text(str):
    secret = SECRET


def subclass():
    return Text('x')


def fixed_time():
    return 1000.5


give('price_of', price_of)
give('charge', account.charge)
give('signed', signed)
give('failing', failing)
give('subclass', subclass)
give('prices', price_list)
give('unlocked', vault.unlock('before'))


def unlock(word):
    return vault.unlock(word)


give('unlock', unlock)


def keep_giving():
    give('price_of', signed)


give('keep_giving', keep_giving)
replace('time', 'time', fixed_time)
replace('json', 'version', [1, 2])
remove('random', 'random', 'randint')
for wrong in (lambda: give('__import__', signed), lambda: give('a b', 1), lambda: give('Account', Account), lambda: give('x', account)):
    try:
        wrong()
    except (ValueError, TypeError):
        continue
    raise AssertionError('this can not be handed over')
enter_jail()
try:
    give('late', 1)
except PermissionError:
    pass
else:
    raise AssertionError('the jail has been entered')
