"""Time zones of the IANA database, as the host's Java knows them.

This is guest code: it is compiled like any guest's and runs in the guest's own world. The host gives it
three functions about zones and nothing else.
"""
import datetime

_EPOCH = datetime.datetime(1970, 1, 1)
_SECOND = datetime.timedelta(seconds=1)

TZPATH = ()


class ZoneInfoNotFoundError(KeyError):
    """Exception raised when a ZoneInfo key is not found."""


class InvalidTZPathWarning(RuntimeWarning):
    """Warning raised if an invalid path is specified in PYTHONTZPATH."""


_cache = {}


class ZoneInfo(datetime.tzinfo):
    def __new__(cls, key):
        if cls is ZoneInfo and key in _cache:
            return _cache[key]
        zone = cls.no_cache(key)
        if cls is ZoneInfo:
            _cache[key] = zone
        return zone

    @classmethod
    def no_cache(cls, key):
        if not isinstance(key, str):
            raise TypeError(f'expected str, bytes or os.PathLike object, not {type(key).__name__}')
        if key.startswith('/') or '..' in key:
            raise ValueError(f'ZoneInfo keys may not be absolute paths, got: {key}')
        if not zone_exists(key):
            raise ZoneInfoNotFoundError(f'No time zone found with key {key}')
        zone = super().__new__(cls)
        zone._key = key
        return zone

    @classmethod
    def clear_cache(cls, *, only_keys=None):
        if only_keys is None:
            _cache.clear()
        else:
            for key in only_keys:
                _cache.pop(key, None)

    @property
    def key(self):
        return self._key

    def _at(self, dt):
        """(offset, daylight saving, abbreviation), the first two in seconds."""
        seconds = (dt.replace(tzinfo=None) - _EPOCH) // _SECOND
        return zone_at_local_time(self._key, seconds, dt.fold)

    def utcoffset(self, dt):
        return None if dt is None else datetime.timedelta(seconds=self._at(dt)[0])

    def dst(self, dt):
        return None if dt is None else datetime.timedelta(seconds=self._at(dt)[1])

    def tzname(self, dt):
        return None if dt is None else self._at(dt)[2]

    def fromutc(self, dt):
        if not isinstance(dt, datetime.datetime):
            raise TypeError('fromutc() requires a datetime argument')
        if dt.tzinfo is not self:
            raise ValueError('dt.tzinfo is not self')
        seconds = (dt.replace(tzinfo=None) - _EPOCH) // _SECOND
        offset, fold = zone_at_instant(self._key, seconds)
        return (dt + datetime.timedelta(seconds=offset)).replace(fold=fold)

    def __copy__(self):
        return type(self)(self._key)

    def __deepcopy__(self, memo):
        return type(self)(self._key)

    def __repr__(self):
        return f'zoneinfo.{type(self).__name__}(key={self._key!r})'

    def __str__(self):
        return self._key


def available_timezones():
    return set(zone_keys())
