"""Modules that may not be there: the program says so, and goes on without them."""
import sys
import typing
from typing import TYPE_CHECKING

try:
    import numpy_of_nobody as np
except ImportError:
    np = None
try:
    from ujson_of_nobody import dumps
except ModuleNotFoundError as error:
    print(type(error).__name__, error.name)
    from json import dumps
try:
    from json import no_such_name
except (AttributeError, ImportError) as error:
    print(type(error).__name__)
try:
    from itertools import batched
except ImportError:
    from more_itertools_of_nobody import batched
if TYPE_CHECKING:
    from types_of_nobody import Row
if typing.TYPE_CHECKING:
    import rows_of_nobody as rows
if sys.version_info >= (3, 11):
    from typing import Self
else:
    from typing_extensions_of_nobody import Self
if sys.version_info[0] < 3:
    import ConfigParser as configparser
else:
    import configparser


class Table:
    def __init__(self, cells: 'list[Row]'):
        self.cells = cells
        self.func_name = 'sum'

    def rows(self, width) -> Self:
        try:
            import pandas_of_nobody
            return pandas_of_nobody.DataFrame(self.cells)
        except ImportError:
            return [list(row) for row in batched(self.cells, width)]

    def _repr_html_(self):
        return ''.join(f'<td>{cell}</td>' for cell in self.cells)


table = Table([1, 2, 3, 4, 5])
print(np, dumps([1]), configparser.DEFAULTSECT, table.rows(2), table._repr_html_(), table.func_name)


class Price(str):
    __table_args__ = {'schema': 'shop'}

    def __html_format__(self, spec):
        return f'<b>{self:{spec}}</b>'


print(Price('12').__html_format__('>5'), Price.__table_args__)
__version_info__ = (1, 2, 0)
__version__ = '.'.join(map(str, __version_info__))
print(__version__)
