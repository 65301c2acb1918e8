# Trusted code, run when a guest first imports datetime. GraalPy has it in Python, and knows fewer formats.
def members(guard, expanded):
    import datetime
    import sys
    namespace = sys.modules[datetime.date.__module__].__dict__
    real_format = namespace.get('_wrap_strftime')
    if real_format is not None:
        namespace['_wrap_strftime'] = lambda moment, format, fields: real_format(moment, expanded(format, fields), fields)
    week = type(datetime.date(1, 1, 1).isocalendar())

    def __repr__(self):
        return f'datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})'

    week.__repr__ = __repr__
    subtract = datetime.date.__sub__

    def __sub__(self, other):
        """A moment is no date to count days from, though its class is derived from that of dates."""
        return NotImplemented if isinstance(other, datetime.datetime) or isinstance(self, datetime.datetime) else subtract(self, other)

    datetime.date.__sub__ = __sub__
    kinds = (datetime.date, datetime.datetime, datetime.time, datetime.timedelta, datetime.timezone)

    def without_module(real):
        def __repr__(self):
            """Of a derived class CPython's, which are written in C, show the name alone, and of a moment whether it is the second before its zone."""
            text = real(self)
            if text.endswith(', fold=1)') and isinstance(self, datetime.datetime):
                moment, comma, zone = text[:-9].partition(', tzinfo=')
                text = f'{moment}, fold=1{comma}{zone})'
            return text if any([type(self) is kind for kind in kinds]) else guard['name_of'](type(self)) + text[text.find('('):]
        return __repr__

    for cls in kinds:
        if '__repr__' in cls.__dict__:
            cls.__repr__ = without_module(cls.__dict__['__repr__'])
    for cls in (*kinds, datetime.tzinfo, week):
        if cls.__module__ == '_pydatetime':
            cls.__module__ = 'datetime'
    return {}
