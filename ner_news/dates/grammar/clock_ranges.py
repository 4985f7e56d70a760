"""Two times on one day: «16 сентября 2021 года с 10:00 до 18:00», «10:00–12:00 16.09.2021»."""

import re
from functools import cache

from ner_news.dates.boundaries import WINDOW, is_whole_text
from ner_news.dates.expressions import Match, Point, Range
from ner_news.dates.grammar.clock_times import GENITIVES, ClockTime, read_clock
from ner_news.dates.grammar.date_ranges import find_range_start
from ner_news.dates.grammar.full_dates import read_weekday_date
from ner_news.dates.grammar.gaps import CLOCK_LEADS, DASHES, FROM_GAPS
from ner_news.dates.lexer import LexedText

LATE = 5
"""«до 3 часов» is a duration rather than a time of day. By eye."""


def _read_two_clocks(lexed: LexedText, index: int) -> tuple[ClockTime, ClockTime] | None:
    first = read_clock(lexed, index)
    if first is None or lexed.lexemes[first.after].gap not in (" до ", " по ", *DASHES):
        return None
    last = read_clock(lexed, first.after)
    return (first, last) if last and (first.hour, first.minute or 0) < (last.hour, last.minute or 0) else None


def _make_range(day: Point, first: ClockTime, last: ClockTime) -> Range:
    start = day._replace(hour=first.hour, minute=first.minute)
    return Range(start, day._replace(hour=last.hour, minute=last.minute))


def _is_plain_day(point: Point) -> bool:
    return point.is_of_day and point.hour is None and point.part is None


def read_day_with_clock_range(lexed: LexedText, index: int) -> Match | None:
    """Read «16 сентября 2021 года с 10:00 до 18:00»; the first time must be the earlier."""
    day = read_weekday_date(lexed, index)
    if day is None or not _is_plain_day(day.point) or lexed.lexemes[day.after].gap not in FROM_GAPS:
        return None
    clocks = _read_two_clocks(lexed, day.after)
    if clocks is None:
        return None
    return Match(_make_range(day.point, *clocks), lexed.lexemes[index].start, clocks[1].stop, clocks[1].after)


def read_clock_range_with_day(lexed: LexedText, index: int) -> Match | None:
    """Read «с 16:00 до 18:00 16 сентября 2021 года»."""
    clocks = _read_two_clocks(lexed, index)
    if clocks is None or lexed.lexemes[clocks[1].after].gap not in CLOCK_LEADS:
        return None
    day = read_weekday_date(lexed, clocks[1].after)
    if day is None or not _is_plain_day(day.point):
        return None
    return Match(
        _make_range(day.point, *clocks), find_range_start(lexed, lexed.lexemes[index].start), day.stop, day.after
    )


@cache
def _leads_pattern() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:в|во|к|ко|с|со|до|после|около)\s+\Z")


def _find_lead(lexed: LexedText, start: int) -> re.Match[str] | None:
    """Return the preposition that makes a number a time of day."""
    return _leads_pattern().search(lexed.text, max(0, start - 8), start)


@cache
def _counting_pattern() -> re.Pattern[str]:
    return re.compile(r"\s+(?:езды|ходьбы|пути|полета|лета|работы|сна)(?!\w)|\s*[:.][0-9]|-[0-9]")


def read_bare_clock(lexed: LexedText, index: int) -> Match | None:
    """Read «в 14:00», «в три часа ночи», «к полудню», «10:30» alone in a text; the day is that of the text."""
    start, clock = lexed.lexemes[index].start, read_clock(lexed, index)
    if clock is None or _counting_pattern().match(lexed.text, clock.stop, clock.stop + WINDOW):
        return None
    lead = _find_lead(lexed, start)
    if lead is None and not is_whole_text(lexed.text, start, clock.stop):
        return None
    has_part = lexed.text[: clock.stop].endswith(GENITIVES)
    is_duration = (
        clock.minute is None and not has_part and lead is not None and not lead[0].startswith(("в", "к", "после"))
    )
    if is_duration and clock.hour < LATE:
        return None
    point = Point(hour=clock.hour, minute=clock.minute)
    is_about = lead is not None and lead[0].startswith("около")
    return Match(point._replace(mod="APPROX") if is_about else point, start, clock.stop, clock.after)


def read_bare_clock_range(lexed: LexedText, index: int) -> Match | None:
    """Read «с 10:00 до 18:00», «9:30 - 11:00» alone in a text."""
    start, clocks = lexed.lexemes[index].start, _read_two_clocks(lexed, index)
    if clocks is None:
        return None
    begin = find_range_start(lexed, start)
    if begin == start and not is_whole_text(lexed.text, start, clocks[1].stop):
        return None
    return Match(_make_range(Point(), *clocks), begin, clocks[1].stop, clocks[1].after)
