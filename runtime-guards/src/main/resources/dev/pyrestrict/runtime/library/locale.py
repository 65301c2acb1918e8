"""locale for guests: the locale is C, whatever is asked for."""
LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = range(7)
CHAR_MAX = 127


class Error(Exception):
    pass


def setlocale(category, locale=None):
    if not 0 <= category <= LC_ALL:
        raise Error('unsupported locale setting')
    if locale is None:
        return 'C'
    name = '.'.join([part for part in locale if part]) if isinstance(locale, (tuple, list)) else locale
    if name not in ('', 'C', 'POSIX', 'C.UTF-8', 'C.utf8'):
        raise Error('unsupported locale setting')
    return 'C'


def getlocale(category=LC_CTYPE):
    return None, None


def getdefaultlocale(envvars=('LC_ALL', 'LC_CTYPE', 'LANG', 'LANGUAGE')):
    return None, None


def getpreferredencoding(do_setlocale=True):
    return 'utf-8'


def getencoding():
    return 'utf-8'


def resetlocale(category=LC_ALL):
    pass


def localeconv():
    words = dict.fromkeys((
        'int_curr_symbol', 'currency_symbol', 'mon_decimal_point', 'mon_thousands_sep', 'positive_sign', 'negative_sign', 'thousands_sep'), '')
    numbers = dict.fromkeys((
        'int_frac_digits', 'frac_digits', 'p_cs_precedes', 'p_sep_by_space', 'n_cs_precedes', 'n_sep_by_space', 'p_sign_posn', 'n_sign_posn'), CHAR_MAX)
    return {**words, **numbers, 'decimal_point': '.', 'grouping': [], 'mon_grouping': []}


def strcoll(a, b, /):
    return (a > b) - (a < b)


def strxfrm(string, /):
    return string


def normalize(localename):
    return localename


def format_string(f, val, grouping=False, monetary=False):
    # There is nothing that would stand between groups of digits.
    return f % val


def currency(val, symbol=True, grouping=False, international=False):
    raise ValueError("Currency formatting is not possible using the 'C' locale.")


def str(val):
    return '%.12g' % val


def delocalize(string):
    return string


def localize(string, grouping=False, monetary=False):
    return string


def atof(string, func=float):
    return func(string)


def atoi(string):
    return int(string)
