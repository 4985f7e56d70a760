"""Two times on one day: «16 сентября 2021 года с 10:00 до 18:00», «10:00–12:00 16.09.2021»."""

from ner_news.dates.clock import Clock, read_clock
from ner_news.dates.expressions import Match, Point, Range
from ner_news.dates.lexemes import Row
from ner_news.dates.moments import CLOCK_LEADS, read_weekday_date
from ner_news.dates.ranges import DASHES, from_start

FROM_GAPS = (" с ", ", с ", " ", ", ", " в период с ")


def _read_two(row: Row, index: int) -> tuple[Clock, Clock] | None:
    first = read_clock(row, index)
    if first is None or row.lexemes[first.after].gap not in (" до ", " по ", *DASHES):
        return None
    last = read_clock(row, first.after)
    return (first, last) if last and (first.hour, first.minute or 0) < (last.hour, last.minute or 0) else None


def _between(day: Point, first: Clock, last: Clock) -> Range:
    start = day._replace(hour=first.hour, minute=first.minute)
    return Range(start, day._replace(hour=last.hour, minute=last.minute))


def _is_plain_day(point: Point) -> bool:
    return point.day is not None and point.hour is None and point.part is None


def read_day_with_hours(row: Row, index: int) -> Match | None:
    """«16 сентября 2021 года с 10:00 до 18:00»; the times must run forward."""
    day = read_weekday_date(row, index)
    if day is None or not _is_plain_day(day.point) or row.lexemes[day.after].gap not in FROM_GAPS:
        return None
    clocks = _read_two(row, day.after)
    if clocks is None:
        return None
    return Match(_between(day.point, *clocks), row.lexemes[index].start, clocks[1].stop, clocks[1].after)


def read_hours_with_day(row: Row, index: int) -> Match | None:
    """«с 16:00 до 18:00 16 сентября 2021 года»."""
    clocks = _read_two(row, index)
    if clocks is None or row.lexemes[clocks[1].after].gap not in CLOCK_LEADS:
        return None
    day = read_weekday_date(row, clocks[1].after)
    if day is None or not _is_plain_day(day.point):
        return None
    return Match(_between(day.point, *clocks), from_start(row, row.lexemes[index].start), day.stop, day.after)
