"""Two times on one day: «16 сентября 2021 года с 10:00 до 18:00», «10:00–12:00 16.09.2021»."""

import re
from functools import cache

from ner_news.dates.boundaries import WINDOW, is_whole_text, stands_after
from ner_news.dates.expressions import Match, Point, Range
from ner_news.dates.grammar.clock_times import ClockTime, read_clock
from ner_news.dates.grammar.date_ranges import find_range_start
from ner_news.dates.grammar.full_dates import read_full_date, read_weekday_date
from ner_news.dates.grammar.gaps import DASHES, FROM_GAPS, LEAD_GAPS
from ner_news.dates.grammar.spoken_times import GENITIVES
from ner_news.dates.grammar.time_zones import pass_zone
from ner_news.dates.lexer import BREAK, LexedText

NOON, SHORTEST_DAY, SMALL_HOURS = 12, 8, 4
"""«С 20:00 до 8:00» and «с 5:30 до 1:00» go over midnight, «с 13:00 до 12:00» is a slip. By eye."""
POINTED = ("в", "во", "к", "ко", "после")
LATE = 5
"""«до 3 часов» is a duration rather than a time of day. By eye."""


def _read_two_clocks(lexed: LexedText, index: int) -> tuple[ClockTime, ClockTime] | None:
    first = read_clock(lexed, index) or _read_bare_first(lexed, index)
    if first is None:
        return None
    gap, after = pass_zone(lexed, first.stop, first.after)
    last = read_clock(lexed, after) if gap in (" до ", " по ", *DASHES) else None
    if last is None:
        return None
    if first.stop == lexed.lexemes[index].stop:
        first = _share_part(lexed, first, last)
    return (first, last) if _runs_on(first, last) else None


def _read_bare_first(lexed: LexedText, index: int) -> ClockTime | None:
    """Read «10» of «с 10 до 15 часов», unless it is the measure of a change: «увеличили с 8 до 10 часов»."""
    hour = lexed.lexemes[index]
    is_number = hour.kind == "count" or (hour.digits in (1, 2) and not hour.code)
    lead = (
        stands_after(lexed.text, hour.start, "с|со") if is_number and lexed.lexemes[index + 1].gap == " до " else None
    )
    if (
        lead is None
        or not 0 <= hour.value <= 23
        or _change_pattern().search(lexed.text, lead.start() - WINDOW, lead.start())
    ):
        return None
    return ClockTime(hour.value, None, hour.stop, index + 1)


@cache
def _change_pattern() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:увелич|сократ|сокращ|вырос|возрос|снизи|уменьш|продл|урез)\w*\s(?:\w+\s){0,4}\Z")


def _share_part(lexed: LexedText, first: ClockTime, last: ClockTime) -> ClockTime:
    """Return the first time with the part of day of the last: «с 8 до 10 вечера»."""
    part = lexed.lexemes[last.after - 1]
    is_shared = part.kind == "part" and last.hour >= 12 and first.hour < 12 and first.hour + 12 < last.hour
    return first._replace(hour=first.hour + 12) if is_shared else first


def _runs_on(first: ClockTime, last: ClockTime) -> bool:
    """Return whether the first time is the earlier, or the last one of the next day: «с 23:00 до 6:00»."""
    begin, end = (first.hour, first.minute or 0), (last.hour, last.minute or 0)
    is_by_night = first.hour >= NOON and last.hour <= NOON and first.hour - last.hour >= SHORTEST_DAY
    is_all_day = last.hour <= SMALL_HOURS < first.hour < NOON and first.minute is not None and last.minute is not None
    return begin < end or is_by_night or is_all_day


def _make_range(day: Point, first: ClockTime, last: ClockTime) -> Range:
    start = day._replace(hour=first.hour, minute=first.minute)
    return Range(start, day._replace(hour=last.hour, minute=last.minute))


def _is_plain_day(point: Point) -> bool:
    return point.is_of_day and point.hour is None and point.part is None


def read_day_with_clock_range(lexed: LexedText, index: int) -> Match | None:
    """Read «16 сентября 2021 года с 10:00 до 18:00»; the first time must be the earlier."""
    full = read_full_date(lexed, index)
    if full is None or not full.point.is_of_day:  # it is remembered, the day without its time is not
        return None
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
    gap, after = pass_zone(lexed, clocks[1].stop, clocks[1].after) if clocks else (BREAK, 0)
    if clocks is None or gap not in LEAD_GAPS:
        return None
    day = read_weekday_date(lexed, after)
    if day is None or not _is_plain_day(day.point):
        return None
    return Match(
        _make_range(day.point, *clocks), find_range_start(lexed, lexed.lexemes[index].start), day.stop, day.after
    )


@cache
def _leads_pattern() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(в|во|к|ко|с|со|до|после|около|на)\s+(?:без\s+)?\Z")


def _find_lead(lexed: LexedText, start: int) -> re.Match[str] | None:
    """Return the preposition that makes a number a time of day."""
    return _leads_pattern().search(lexed.text, max(0, start - 16), start)


@cache
def _counting_pattern() -> re.Pattern[str]:
    return re.compile(
        r"\s+(?:езды|ходьбы|пути|полета|лета|работы|сна|подряд|кряду|в\s+(?:сутки|день|неделю))(?!\w)|\s*[:.][0-9]|-[0-9]"
    )


def _is_duration(lexed: LexedText, lead: re.Match[str], clock: ClockTime) -> bool:
    """Return whether hours alone are a duration: «на 10 часов», «до 3 часов», «от 10 до 15 часов»."""
    if lead[1] in POINTED:
        return False
    is_measured = lead[1] == "до" and _from_pattern().search(lexed.text, max(0, lead.start() - WINDOW), lead.start())
    return lead[1] == "на" or clock.hour < LATE or bool(is_measured)


@cache
def _from_pattern() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:от|с)\s+\w+\s+\Z")


def read_bare_clock(lexed: LexedText, index: int) -> Match | None:
    """Read «в 14:00», «в три часа ночи», «к полудню», «10:30» alone in a text; the day is that of the text."""
    start, clock = lexed.lexemes[index].start, read_clock(lexed, index)
    if clock is None or _counting_pattern().match(lexed.text, clock.stop, clock.stop + WINDOW):
        return None
    lead = _find_lead(lexed, start)
    is_led = lead is not None or stands_after(lexed.text, start, "без") is not None
    if not is_led and not is_whole_text(lexed.text, start, clock.stop):
        return None
    has_part = lexed.text.endswith(GENITIVES, 0, clock.stop)
    if lead is not None and lead[1] == "на" and clock.after == index + 2 and lexed.text.endswith("дня", 0, clock.stop):
        return None  # «перенесли на два дня»
    is_open = clock.minute is None and not has_part and lead is not None
    if is_open and lead is not None and _is_duration(lexed, lead, clock):
        return None
    point = Point(hour=clock.hour, minute=clock.minute)
    is_about = lead is not None and lead[0].startswith("около")
    return Match(point._replace(mod="APPROX") if is_about else point, start, clock.stop, clock.after)


def read_bare_clock_range(lexed: LexedText, index: int) -> Match | None:
    """Read «с 10:00 до 18:00», «9:30 - 11:00» alone in a text."""
    start, clocks = lexed.lexemes[index].start, _read_two_clocks(lexed, index)
    if clocks is None or _counting_pattern().match(lexed.text, clocks[1].stop, clocks[1].stop + WINDOW):
        return None
    begin = find_range_start(lexed, start)
    if begin == start and not is_whole_text(lexed.text, start, clocks[1].stop):
        return None
    return Match(_make_range(Point(), *clocks), begin, clocks[1].stop, clocks[1].after)
