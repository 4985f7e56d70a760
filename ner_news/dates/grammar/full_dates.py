"""Full dates, with weekday, part of day and time: «в среду, 5 мая 2021 года, в 16:02»."""

import re
from functools import cache
from typing import get_args

from ner_news.dates.expressions import Point, PointMatch
from ner_news.dates.grammar.calendar_units import apply_rules, group_by_kind, read_calendar_unit
from ner_news.dates.grammar.clock_times import TIME_KINDS, ClockTime, read_bare_hour, read_clock
from ner_news.dates.grammar.day_month_year import read_number
from ner_news.dates.grammar.gaps import CLOCK_GAPS, LEAD_GAPS, NAMED_GAPS, PART_GAPS, SPACE, WEEKDAY_GAPS
from ner_news.dates.grammar.relative_dates import read_relative_week
from ner_news.dates.grammar.time_zones import pass_zone
from ner_news.dates.lexer import BREAK, LONGEST_GAP, LexedText, normalize_gap
from ner_news.dates.vocabulary import Kind


def _find_gap(lexed: LexedText, found: PointMatch) -> str:
    """Return the gap behind a date; «назад» of «неделю назад» belongs to the date."""
    last, then = lexed.lexemes[found.after - 1], lexed.lexemes[found.after]
    if found.stop == last.stop or then.gap == BREAK or then.start - found.stop > LONGEST_GAP:
        return then.gap
    return normalize_gap(lexed.text[found.stop : then.start])


def read_weekday_date(lexed: LexedText, index: int) -> PointMatch | None:
    """Read a day and its weekday: «четверг, 16 сентября», «21 сентября 2021 г., вторник», «вчера, 5 мая»."""
    lexeme = lexed.lexemes[index]
    if lexeme.kind == "weekday":
        return _read_from_weekday(lexed, index)
    found = read_calendar_unit(lexed, index)
    if found is None or not found.point.is_of_day:
        return found
    if found.point.day is None:
        found = _with_day(lexed, found)
    weekday = lexed.lexemes[found.after]
    if weekday.kind != "weekday" or found.point.weekday is not None:
        return found
    gap = _find_gap(lexed, found)
    if gap == " (" and lexed.text[weekday.stop : weekday.stop + 1] == ")":
        return PointMatch(found.point._replace(weekday=weekday.value), weekday.stop + 1, found.after + 1)
    if gap not in NAMED_GAPS:
        return found
    return PointMatch(found.point._replace(weekday=weekday.value), weekday.stop, found.after + 1)


def _read_from_weekday(lexed: LexedText, index: int) -> PointMatch | None:
    """Read «среда, 5 мая», «в среду на прошлой неделе», «в среду»."""
    weekday = lexed.lexemes[index]
    date = read_calendar_unit(lexed, index + 1) if lexed.lexemes[index + 1].gap in WEEKDAY_GAPS else None
    if date is not None and date.point.day is not None:
        return PointMatch(date.point._replace(weekday=weekday.value), date.stop, date.after)
    week = read_relative_week(lexed, index + 1)
    if week is not None and week.point.weekday is None:
        return PointMatch(week.point._replace(weekday=weekday.value), week.stop, week.after)
    return PointMatch(Point(weekday=weekday.value), weekday.stop, index + 1)


def _with_day(lexed: LexedText, found: PointMatch) -> PointMatch:
    """Extend «вчера» or «в минувшую среду», which is read already, by the date that follows it."""
    if _find_gap(lexed, found) not in (*WEEKDAY_GAPS, ", в ", ", во "):
        return found
    is_weekday = lexed.lexemes[found.after].kind == "weekday"
    date = (_read_from_weekday if is_weekday else read_calendar_unit)(lexed, found.after)
    if date is None or date.point.shifts or (date.point.day is None and found.point.weekday is not None):
        return found
    if date.point.day is None:
        is_bare = date.point.weekday is not None and _find_gap(lexed, found) in NAMED_GAPS
        return PointMatch(found.point._replace(weekday=date.point.weekday), date.stop, date.after) if is_bare else found
    is_counted = bool(found.point.shifts) and found.point.shifts[-1].unit in ("day", "weeks")
    shifts = found.point.shifts if date.point.year is None and is_counted else ()
    return PointMatch(date.point._replace(shifts=shifts), date.stop, date.after)


def _with_clock_time(found: PointMatch, clock: ClockTime, *, is_last: bool) -> PointMatch:
    point = found.point._replace(hour=clock.hour, minute=clock.minute)
    return PointMatch(point, clock.stop, clock.after) if is_last else found._replace(point=point)


def read_clock_first(lexed: LexedText, index: int) -> PointMatch | None:
    """Read «16:02, 16 сентября 2021 года», «в 9 часов утра 5 мая»."""
    clock = read_clock(lexed, index)
    gap, after = pass_zone(lexed, clock.stop, clock.after) if clock else (BREAK, 0)
    if clock is None or gap not in LEAD_GAPS:
        return None
    found = read_weekday_date(lexed, after)
    if found is None or not found.point.is_of_day or found.point.hour is not None:
        return None
    return _with_clock_time(found, clock, is_last=False)


def _read_night_date(lexed: LexedText, index: int) -> PointMatch | None:
    """Read the date that the night ends in: of «ночь на 5 мая» and «ночь с 4 на 5 мая»."""
    if lexed.lexemes[index].gap in (" с ", " со "):
        evening = read_number(lexed, index)
        if evening is not None:
            index = evening[1] + (lexed.lexemes[evening[1]].kind == "month")
        elif lexed.lexemes[index].kind == "weekday":
            index += 1
    return read_weekday_date(lexed, index) if lexed.lexemes[index].gap == " на " else None


def read_part_first(lexed: LexedText, index: int) -> PointMatch | None:
    """Read «утром 5 мая», «вечером в среду, 5 мая», «ночь на 5 мая», «вечером 5 мая в 18:00»."""
    part = lexed.lexemes[index]
    if part.kind != "part":
        return None
    is_led = lexed.lexemes[index + 1].gap in PART_GAPS
    night = _read_night_date(lexed, index + 1) if part.code == "TNI" else None
    found = night or (read_dated_clock(lexed, index + 1) if is_led else None)
    if found is None or not found.point.is_of_day or _is_counted_day(lexed, index):
        return None
    return found if found.point.hour is not None else found._replace(point=found.point._replace(part=part.code))


def _is_counted_day(lexed: LexedText, index: int) -> bool:
    """Return whether «дня» is counted and no part of day: «2 дня в среду»."""
    part = lexed.lexemes[index]
    return lexed.text.startswith("дня", part.start) and part.gap in SPACE


def read_dated_clock(lexed: LexedText, index: int) -> PointMatch | None:
    """Read a date and what may follow it: a time («5 мая 2021 года в 16:02») or a part of day («5 мая, утром»)."""
    found = read_weekday_date(lexed, index)
    if found is None or not found.point.is_of_day or found.point.hour is not None:
        return found
    dated = _with_clock(lexed, found)
    if dated is not None:
        return dated
    then = lexed.lexemes[found.after]
    if then.kind != "part" or _find_gap(lexed, found) not in (" ", ", ") or lexed.text.startswith("дня", then.start):
        return found
    parted = PointMatch(found.point._replace(part=then.code), then.stop, found.after + 1)
    return _with_clock(lexed, parted) or _with_later_day(lexed, parted)


def _with_later_day(lexed: LexedText, found: PointMatch) -> PointMatch:
    """Return the match with the date that follows: «в субботу утром, 28 марта»."""
    if found.point.day is not None or lexed.lexemes[found.after].gap != ", ":
        return found
    date = read_calendar_unit(lexed, found.after)
    if date is None or date.point.day is None or date.point.shifts:
        return found
    return PointMatch(date.point._replace(part=found.point.part, weekday=found.point.weekday), date.stop, date.after)


def _with_clock(lexed: LexedText, found: PointMatch) -> PointMatch | None:
    gap = _find_gap(lexed, found)
    if gap not in CLOCK_GAPS or (found.point.holiday is not None and gap == " "):  # «отмечать День Победы 4 дня»
        return None
    clock = read_clock(lexed, found.after) or (read_bare_hour(lexed, found.after) if gap == " в " else None)
    if clock is None or _clock_behind_pattern().match(lexed.text, clock.stop):
        return None
    dated = _with_clock_time(found._replace(point=found.point._replace(part=None)), clock, is_last=True)
    return dated._replace(point=dated.point._replace(mod="APPROX")) if _is_about(gap) else dated


@cache
def _clock_behind_pattern() -> re.Pattern[str]:
    return re.compile(r"\s?-\s?[0-9]{1,2}:[0-9]{2}")  # «вт-пт 16:30-22:30»


def _is_about(gap: str) -> bool:
    return "около" in gap or "примерно" in gap


# A time or a part of day comes before the date it belongs to.
FULL_DATE_RULES = group_by_kind(
    (
        (read_clock_first, TIME_KINDS),
        (read_part_first, ("part",)),
        (read_dated_clock, get_args(Kind)),
    )
)


def read_full_date(lexed: LexedText, index: int) -> PointMatch | None:
    """Read the longest date that begins at `index`; its year may be missing.

    Ranges, lists and single dates all ask for it, so each place is read once and remembered in the lexed text.
    """
    if index not in lexed.full_dates:
        lexed.full_dates[index] = apply_rules(lexed, index, FULL_DATE_RULES)
    return lexed.full_dates[index]
