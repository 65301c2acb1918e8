import gettext

# Messages.
_ = gettext.gettext
print(_('hello'), gettext.ngettext('one file', '%d files', 1), gettext.ngettext('one file', '%d files', 3) % 3)
t = gettext.translation('shop', fallback=True)
print(t.gettext('price'), t.ngettext('a', 'b', 2), t.pgettext('menu', 'Open'), t.npgettext('menu', 'x', 'y', 1), t.info(), t.charset())
t.add_fallback(gettext.NullTranslations())
print(t.gettext('price'))
try:
    gettext.translation('shop')
except FileNotFoundError as error:
    print(error.errno, error.strerror, error.filename)
print(gettext.find('shop'), gettext.find('shop', all=True), gettext.textdomain(), gettext.textdomain('shop'), gettext.dgettext('shop', 'x'))
