"""Steps in the calendar: a number of months ahead, the Monday of a week, the nth Sunday of a month."""

from calendar import monthrange
from datetime import datetime, timedelta

from ner_news.dates.expressions import Shift

MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12, "game": 12, "decade": 120, "century": 1200}
TIME_IN = {
    "day": timedelta(days=1), "week": timedelta(weeks=1), "weeks": timedelta(weeks=1), "hour": timedelta(hours=1),
    "minute": timedelta(minutes=1),
}  # fmt: skip


def add_months(moment: datetime, count: int) -> datetime | None:
    """Return the same day a number of months later, or the month's last; `None` outside the calendar.

    >>> add_months(datetime(2021, 1, 31), 1)
    datetime.datetime(2021, 2, 28, 0, 0)
    """
    year, month = divmod(moment.year * 12 + moment.month - 1 + count, 12)
    if not 1 <= year <= 9999:
        return None
    return moment.replace(year=year, month=month + 1, day=min(moment.day, monthrange(year, month + 1)[1]))


def shift_time(moment: datetime, shift: Shift) -> datetime | None:
    """Return the moment shifted by a number of units; `None` outside the calendar."""
    if shift.unit in MONTHS_IN:
        return add_months(moment, MONTHS_IN[shift.unit] * shift.amount)
    try:
        return moment + TIME_IN[shift.unit] * shift.amount
    except OverflowError:
        return None


def find_weekday(moment: datetime, weekday: int) -> datetime | None:
    """Return the weekday of the moment's week; Monday is 1.

    >>> find_weekday(datetime(2021, 9, 16), 1)
    datetime.datetime(2021, 9, 13, 0, 0)
    """
    return shift_time(moment, Shift("day", weekday - moment.isoweekday()))


def find_nth_weekday(year: int, month: int, weekday: int, nth: int) -> int | None:
    """Return the day of the nth such weekday of a month, of the last for -1; `None` where there are fewer.

    >>> find_nth_weekday(2021, 10, 7, -1), find_nth_weekday(2021, 10, 7, 1)
    (31, 3)
    """
    first = datetime(year, month, 1).isoweekday()
    days = range(1 + (weekday - first) % 7, monthrange(year, month)[1] + 1, 7)
    return days[nth - 1 if nth > 0 else nth] if nth <= len(days) else None
