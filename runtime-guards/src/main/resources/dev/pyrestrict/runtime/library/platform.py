"""platform for guests: what sys says of the language. Of the host's machine it says nothing but that it is like Linux."""
import sys
from collections import namedtuple


class uname_result(namedtuple('uname_result', 'system node release version machine')):
    @property
    def processor(self):
        return ''

    def __iter__(self):
        yield from super().__iter__()
        yield ''

    def __getitem__(self, index):
        return tuple(self)[index]

    def __len__(self):
        return 6


def uname():
    return uname_result('Linux', '', '', '', '')


def system():
    return 'Linux'


def node():
    return ''


release = version = machine = processor = node


def platform(aliased=False, terse=False):
    return 'Linux'


def architecture(executable='', bits='', linkage=''):
    return bits or '64bit', linkage


def python_implementation():
    return 'CPython'


def python_version():
    return '.'.join([str(number) for number in sys.version_info[:3]])


def python_version_tuple():
    return tuple(python_version().split('.'))


def python_branch():
    return ''


python_revision = python_branch


def python_build():
    return '', ''


def python_compiler():
    return ''


def libc_ver(executable=None, lib='', version='', chunksize=16384):
    return lib, version


def mac_ver(release='', versioninfo=('', '', ''), machine=''):
    return release, versioninfo, machine


def win32_ver(release='', version='', csd='', ptype=''):
    return release, version, csd, ptype
