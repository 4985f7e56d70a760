"""The publication time in the forms that callers, files and feeds have it in."""

import re
from datetime import date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from functools import cache
from numbers import Real
from typing import Any, TypeAlias

from ner_news.errors import InputError
from ner_news.frame_rows import is_missing

FORMS = (
    "2021-09-16, 2021-09-16T16:02, 2021-09-16 16:02:11, 2021-09-16T16:02:11.5+03:00 or ...Z, 16.09.2021, "
    "16.09.2021 16:02, Thu, 16 Sep 2021 16:02:11 +0300, 1631797331"
)

Moment: TypeAlias = str | float | date | datetime | None
"""Numbers are Unix seconds. numpy's `datetime64` is taken too, though numpy has no say here; so are NaN, NaT and NA."""

FIRST_SECOND, LAST_SECOND = 10**8, 10**11
"""Unix seconds from 1973 to 5138: a year, a day like 20210916 and milliseconds are outside."""


@cache
def _iso_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"
        r"(?:[T ](?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.(?P<fraction>\d{1,6}))?)?"
        r"(?P<zone>Z|[+-]\d\d(?::?\d\d)?)?)?",
        re.ASCII,
    )


@cache
def _dotted_pattern() -> re.Pattern[str]:
    """«16.09.2021», «16.9.2021, 8:05»: as Russian newsrooms and spreadsheets write it, the day first."""
    return re.compile(
        r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})"
        r"(?:,? (?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d))?)?",
        re.ASCII,
    )


@cache
def _feed_pattern() -> re.Pattern[str]:
    """RFC 2822, as in the `pubDate` of RSS, with the zones that `email.utils` knows: others it would drop."""
    return re.compile(
        r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d(?::\d\d)? (?:[+-]\d{4}|GMT|UTC?|[ECMP][SD]T)",
        re.ASCII,
    )


@cache
def _seconds_pattern() -> re.Pattern[str]:
    return re.compile(r"\d{9,10}(?:\.\d+)?", re.ASCII)


def _zone(written: str | None) -> timezone | None:
    """Return the zone of «Z», «+03:00», «+0300» or «+03»; raise `ValueError` for an impossible one."""
    if written is None:
        return None
    if written == "Z":
        return timezone.utc
    hours, minutes = int(written[1:3]), int(written[-2:] if len(written) > 3 else 0)
    if minutes > 59:
        raise ValueError(f"{written} is no time zone")
    shift = timedelta(hours=hours, minutes=minutes)
    return timezone(-shift if written[0] == "-" else shift)


def _build(found: re.Match[str]) -> date:
    """Return the day or the time of a match; raise `ValueError` for one that the calendar does not have."""
    parts = found.groupdict()
    year, month, day = int(parts["year"]), int(parts["month"]), int(parts["day"])
    if parts["hour"] is None:
        return date(year, month, day)
    hour, minute, second = (int(parts[name] or 0) for name in ("hour", "minute", "second"))
    fraction = int((parts.get("fraction") or "").ljust(6, "0"))
    return datetime(year, month, day, hour, minute, second, fraction, tzinfo=_zone(parts.get("zone")))


def _parse(value: str, option: str) -> date:
    """Read a text; `fromisoformat` of Python 3.10 reads fewer forms than that of 3.11."""
    try:
        if found := _iso_pattern().fullmatch(value) or _dotted_pattern().fullmatch(value):
            return _build(found)
        if _feed_pattern().fullmatch(value):
            return parsedate_to_datetime(value)
    except ValueError as error:
        raise InputError(f"{option}={value!r} names no time of the calendar; accepted: {FORMS}") from error
    if _seconds_pattern().fullmatch(value):
        return _from_seconds(float(value), option)
    raise InputError(f"{option}={value!r} is not a date or time as here; accepted: {FORMS}")


def _from_seconds(value: Any, option: str) -> datetime:
    if not FIRST_SECOND <= value < LAST_SECOND:
        raise InputError(f"{option}={value!r} is no time in Unix seconds, {FIRST_SECOND:,} or more; accepted: {FORMS}")
    return datetime.fromtimestamp(float(value), timezone.utc)


def _plain(value: datetime) -> datetime:
    """Return a plain `datetime` for one of a subclass, such as pandas' `Timestamp`; nanoseconds are lost."""
    fields = value.year, value.month, value.day, value.hour, value.minute, value.second, value.microsecond
    return datetime(*fields, tzinfo=value.tzinfo, fold=value.fold)


def parse_moment(value: Any, option: str = "published") -> date | None:
    """Return a time as a `datetime` and a day without a time as a `date`; `None` for a value that is missing.

    A time zone is kept as `tzinfo`; Unix seconds are in UTC. Raises `InputError` for a text in another form and for
    what the calendar does not have, `TypeError` for other types; both name the option.

    >>> parse_moment("15.01.2025"), parse_moment("15.01.2025 10:30")
    (datetime.date(2025, 1, 15), datetime.datetime(2025, 1, 15, 10, 30))
    """
    if is_missing(value):
        return None
    if type(value).__name__ == "datetime64":  # of numpy, which need not be imported for it
        value = value.astype("datetime64[us]").item()
        if not isinstance(value, datetime):
            raise InputError(f"{option}: a datetime64 outside the years 1 to 9999")
    if isinstance(value, datetime):
        return value if type(value) is datetime else _plain(value)
    if isinstance(value, date):
        return value
    if isinstance(value, str):
        return _parse(value, option)
    if isinstance(value, Real) and not isinstance(value, bool):
        return _from_seconds(value, option)
    raise TypeError(f"{option} must be a str, a date, a datetime, Unix seconds or None, not {type(value).__name__}")


def parse_published(value: Any) -> datetime | None:
    """Return the publication time, a day alone as its midnight; `None` for a value that is missing.

    See `parse_moment` for what is read.

    >>> parse_published("2021-09-16T16:02")
    datetime.datetime(2021, 9, 16, 16, 2)
    """
    found = parse_moment(value)
    if found is None or isinstance(found, datetime):
        return found
    return datetime(found.year, found.month, found.day)
