"""Databases of the host, by name; DB-API 2.0 (PEP 249)."""
import datetime
import decimal

import gateway

apilevel = '2.0'
threadsafety = 1
paramstyle = 'format'


class Warning(Exception):
    pass


class Error(Exception):
    pass


class InterfaceError(Error):
    pass


class DatabaseError(Error):
    pass


class DataError(DatabaseError):
    pass


class OperationalError(DatabaseError):
    pass


class IntegrityError(DatabaseError):
    pass


class InternalError(DatabaseError):
    pass


class ProgrammingError(DatabaseError):
    pass


class NotSupportedError(DatabaseError):
    pass


ERRORS = {
    'data': DataError, 'operational': OperationalError, 'integrity': IntegrityError, 'internal': InternalError,
    'programming': ProgrammingError, 'unsupported': NotSupportedError, 'interface': InterfaceError,
}


class TypeCode:
    """What a column's type_code in cursor.description is equal to."""

    def __init__(self, name, *codes):
        self.name = name
        self.codes = codes

    def __eq__(self, other):
        return other in self.codes if isinstance(other, str) else self is other

    def __hash__(self):
        return hash(self.name)

    def __repr__(self):
        return self.name


STRING = TypeCode('STRING', 'string')
BINARY = TypeCode('BINARY', 'binary')
NUMBER = TypeCode('NUMBER', 'number')
DATETIME = TypeCode('DATETIME', 'datetime')
ROWID = TypeCode('ROWID')

Date = datetime.date
Time = datetime.time
Timestamp = datetime.datetime
Binary = bytes


def ask(operation, *arguments):
    try:
        return gateway.call('sql', operation, *arguments)
    except gateway.ServiceFailure as failure:
        kind, message = failure.kind, failure.message
    except gateway.GatewayError as refusal:
        kind, message = 'operational', str(refusal)
    raise ERRORS.get(kind, DatabaseError)(message)


def get_conn(name):
    """Returns a connection to the database that the host knows by that name."""
    return Connection(ask('open', str(name)))


connect = get_conn


def exact(value):
    """The value as one of the types that cross to the host, which derived classes do not."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        return int(value)
    if isinstance(value, float):
        return float(value)
    if isinstance(value, str):
        return ''.join([value])
    if isinstance(value, (bytes, bytearray)):
        return bytes(value)
    if isinstance(value, decimal.Decimal):
        if not value.is_finite():
            raise DataError(f'{value} is no number for a database')
        return decimal.Decimal(value)
    for kind in (datetime.datetime, datetime.date, datetime.time):
        if isinstance(value, kind):
            return value if type(value) is kind else kind.fromisoformat(value.isoformat())
    raise ProgrammingError(f"a parameter of type '{type(value).__name__}' can't be sent to a database")


def translated(operation, parameters):
    """Turns %s, and %(name)s, into the database's own ?; returns the statement and its values in order."""
    out = []
    values = []
    position = 0
    index = 0
    while True:
        found = operation.find('%', position)
        if found < 0:
            out.append(operation[position:])
            break
        out.append(operation[position:found])
        following = operation[found + 1:found + 2]
        if following == '%':
            out.append('%')
            position = found + 2
        elif following == 's':
            if isinstance(parameters, dict):
                raise ProgrammingError('%s takes its parameters from a sequence')
            if index >= len(parameters):
                raise ProgrammingError('not enough parameters for the statement')
            values.append(exact(parameters[index]))
            index += 1
            out.append('?')
            position = found + 2
        elif following == '(':
            end = operation.find(')s', found)
            if end < 0 or not isinstance(parameters, dict):
                raise ProgrammingError('%(name)s takes its parameters from a dict')
            name = operation[found + 2:end]
            if name not in parameters:
                raise ProgrammingError(f"there is no parameter '{name}'")
            values.append(exact(parameters[name]))
            out.append('?')
            position = end + 2
        else:
            raise ProgrammingError("write %s for a parameter, %% for a percent sign")
    if not isinstance(parameters, dict) and index < len(parameters):
        raise ProgrammingError('too many parameters for the statement')
    return ''.join(out), values


class Connection:
    """One connection; what is done through it is kept when it is committed."""

    Warning, Error, InterfaceError, DatabaseError = Warning, Error, InterfaceError, DatabaseError
    DataError, OperationalError, IntegrityError = DataError, OperationalError, IntegrityError
    InternalError, ProgrammingError, NotSupportedError = InternalError, ProgrammingError, NotSupportedError

    def __init__(self, number):
        self._number = number

    def _ask(self, operation, *arguments):
        if self._number is None:
            raise InterfaceError('the connection is closed')
        return ask(operation, self._number, *arguments)

    def cursor(self):
        if self._number is None:
            raise InterfaceError('the connection is closed')
        return Cursor(self)

    def commit(self):
        self._ask('commit')

    def rollback(self):
        self._ask('rollback')

    def close(self):
        if self._number is not None:
            self._ask('close')
            self._number = None

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        if kind is None:
            self.commit()
        else:
            self.rollback()

    def __repr__(self):
        return '<mysql.Connection>'


class Cursor:
    """Runs statements and hands out their rows."""

    arraysize = 1

    def __init__(self, connection):
        self.connection = connection
        self.description = None
        self.rowcount = -1
        self.lastrowid = None
        self._rows = None
        self._next = 0
        self._closed = False

    def execute(self, operation, parameters=None):
        if self._closed:
            raise InterfaceError('the cursor is closed')
        values = []
        if parameters is not None:
            operation, values = translated(operation, parameters if isinstance(parameters, dict) else list(parameters))
        columns, rows, self.rowcount, self.lastrowid = self.connection._ask('execute', operation, values)
        self.description = None if columns is None else [
            (name, kind, None, None, None, None, None) for name, kind in columns]
        self._rows = rows
        self._next = 0
        return self

    def executemany(self, operation, parameters):
        count = 0
        for row in parameters:
            self.execute(operation, row)
            count += max(self.rowcount, 0)
        self.rowcount = count
        return self

    def _left(self):
        if self._rows is None:
            raise ProgrammingError('the last statement has no rows')
        return len(self._rows) - self._next

    def fetchone(self):
        if not self._left():
            return None
        row = tuple(self._rows[self._next])
        self._next += 1
        return row

    def fetchmany(self, size=None):
        return [self.fetchone() for _ in range(min(self._left(), self.arraysize if size is None else size))]

    def fetchall(self):
        return [self.fetchone() for _ in range(self._left())]

    def __iter__(self):
        while (row := self.fetchone()) is not None:
            yield row

    def setinputsizes(self, sizes):
        pass

    def setoutputsize(self, size, column=None):
        pass

    def close(self):
        self._closed = True
        self._rows = None

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        self.close()
