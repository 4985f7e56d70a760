"""The publication time in the forms that a caller may have it in."""

import re
from datetime import date, datetime, timedelta, timezone
from functools import cache

from ner_news.errors import InputError

FORMS = "2021-09-16, 2021-09-16T16:02, 2021-09-16 16:02:11, 2021-09-16T16:02:11.5+03:00 or ...Z"


@cache
def _iso_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(\d{4})-(\d\d)-(\d\d)"
        r"(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,6}))?)?(Z|[+-]\d\d:\d\d)?)?",
        re.ASCII,
    )


def _zone(written: str | None) -> timezone | None:
    """Return the zone of «Z» or «+03:00»; raise `ValueError` for an impossible one."""
    if written is None:
        return None
    if written == "Z":
        return timezone.utc
    hours, minutes = int(written[1:3]), int(written[4:6])
    if minutes > 59:
        raise ValueError(f"{written} is no time zone")
    shift = timedelta(hours=hours, minutes=minutes)
    return timezone(-shift if written[0] == "-" else shift)


def _parse(value: str) -> datetime:
    """Read an ISO date or time; `fromisoformat` of Python 3.10 reads fewer forms than that of 3.11."""
    found = _iso_pattern().fullmatch(value)
    if found is None:
        raise InputError(f"published={value!r} is not an ISO date or time; accepted: {FORMS}")
    year, month, day, hour, minute, second = (int(group or 0) for group in found.groups()[:6])
    fraction = int((found[7] or "").ljust(6, "0"))
    try:
        return datetime(year, month, day, hour, minute, second, fraction, tzinfo=_zone(found[8]))
    except ValueError as error:
        raise InputError(f"published={value!r} names no time of the calendar; accepted: {FORMS}") from error


def _plain(value: datetime) -> datetime:
    """Return a plain `datetime` for one of a subclass, such as pandas' `Timestamp`; nanoseconds are lost."""
    fields = value.year, value.month, value.day, value.hour, value.minute, value.second, value.microsecond
    return datetime(*fields, tzinfo=value.tzinfo, fold=value.fold)


def parse_published(value: str | date | datetime | None) -> datetime | None:
    """Return the publication time, a date alone as its midnight; `None` for `None`.

    A time zone is kept as `tzinfo`. Raises `InputError` for a string in another form or for a day that
    does not exist, `TypeError` for other types.

    >>> parse_published("2021-09-16T16:02")
    datetime.datetime(2021, 9, 16, 16, 2)
    """
    if value is None or value != value:  # pandas' NaT is a datetime that equals nothing
        return None
    if isinstance(value, datetime):
        return value if type(value) is datetime else _plain(value)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)
    if isinstance(value, str):
        return _parse(value)
    raise TypeError(f"published must be a str, a date, a datetime or None, not {type(value).__name__}")
