"""A date with all that belongs to it: weekday, part of day, time, edge; «в среду, 5 мая 2021 года, в 16:02»."""

from typing import get_args

from ner_news.dates.expressions import Point, Reading
from ner_news.dates.grammar.calendar_units import by_kind, first_answer, read_calendar
from ner_news.dates.grammar.clock_times import Clock, read_bare_hour, read_clock
from ner_news.dates.grammar.day_month_year import SPACE, read_number
from ner_news.dates.grammar.relative_dates import read_relative_week
from ner_news.dates.lexer import BREAK, LONGEST_GAP, Row, normal_gap
from ner_news.dates.vocabulary import Kind

# Before a weekday, a date, a time: «в среду - 10 июля», «в 23:00 мск в среду», «утром в среду»
WEEKDAY_GAPS = (*SPACE, ", ", " - ", ",")
NAMED_GAPS = (", ", ", в ", ", во ")  # «сегодня, в среду»
LEAD_GAPS = (" ", ", ", " в ", " во ", ", в ", " - ", " | ", " / ", " мск ", " мск, ", " мск в ", " мск во ")
PART_GAPS = (*LEAD_GAPS, "\n")  # a time on the next line may be another item's, a part of day may not
CLOCK_LEADS = (*LEAD_GAPS, " по московскому времени ", " по местному времени ", " по москве ")
CLOCK_GAPS = (" ", ", ", ",", " в ", ", в ", " около ", ", около ", " в около ", " примерно в ", " - ", " | ", " / ")


def _gap(row: Row, found: Reading) -> str:
    """What stands behind a date; «назад» of «неделю назад» belongs to it."""
    last, then = row.lexemes[found.after - 1], row.lexemes[found.after]
    if found.stop == last.stop or then.gap == BREAK or then.start - found.stop > LONGEST_GAP:
        return then.gap
    return normal_gap(row.text[found.stop : then.start])


def read_weekday_date(row: Row, index: int) -> Reading | None:
    """A day with what names it too: «четверг, 16 сентября», «21 сентября 2021 г., вторник», «вчера, 5 мая»."""
    lexeme = row.lexemes[index]
    if lexeme.kind == "weekday":
        return _from_weekday(row, index)
    found = read_calendar(row, index)
    if found is None or not found.point.is_of_day:
        return found
    if found.point.day is None:
        found = _with_day(row, found)
    weekday = row.lexemes[found.after]
    if weekday.kind != "weekday" or found.point.weekday is not None:
        return found
    gap = _gap(row, found)
    if gap == " (" and row.text[weekday.stop : weekday.stop + 1] == ")":
        return Reading(found.point._replace(weekday=weekday.value), weekday.stop + 1, found.after + 1)
    if gap not in NAMED_GAPS:
        return found
    return Reading(found.point._replace(weekday=weekday.value), weekday.stop, found.after + 1)


def _from_weekday(row: Row, index: int) -> Reading | None:
    """«среда, 5 мая», «в среду на прошлой неделе», «в среду»."""
    weekday = row.lexemes[index]
    date = read_calendar(row, index + 1) if row.lexemes[index + 1].gap in WEEKDAY_GAPS else None
    if date is not None and date.point.day is not None:
        return Reading(date.point._replace(weekday=weekday.value), date.stop, date.after)
    week = read_relative_week(row, index + 1)
    if week is not None and week.point.weekday is None:
        return Reading(week.point._replace(weekday=weekday.value), week.stop, week.after)
    return Reading(Point(weekday=weekday.value), weekday.stop, index + 1)


def _with_day(row: Row, found: Reading) -> Reading:
    """The date behind «вчера» or «в минувшую среду»."""
    if _gap(row, found) not in (*WEEKDAY_GAPS, ", в ", ", во "):
        return found
    is_weekday = row.lexemes[found.after].kind == "weekday"
    date = (_from_weekday if is_weekday else read_calendar)(row, found.after)
    if date is None or date.point.shifts or (date.point.day is None and found.point.weekday is not None):
        return found
    if date.point.day is None:
        is_bare = date.point.weekday is not None and _gap(row, found) in NAMED_GAPS
        return Reading(found.point._replace(weekday=date.point.weekday), date.stop, date.after) if is_bare else found
    is_counted = bool(found.point.shifts) and found.point.shifts[-1].unit in ("day", "weeks")
    shifts = found.point.shifts if date.point.year is None and is_counted else ()
    return Reading(date.point._replace(shifts=shifts), date.stop, date.after)


def _at(found: Reading, clock: Clock, *, is_last: bool) -> Reading:
    point = found.point._replace(hour=clock.hour, minute=clock.minute)
    return Reading(point, clock.stop, clock.after) if is_last else found._replace(point=point)


def read_clock_first(row: Row, index: int) -> Reading | None:
    """«16:02, 16 сентября 2021 года», «в 9 часов утра 5 мая»."""
    clock = read_clock(row, index)
    if clock is None or row.lexemes[clock.after].gap not in CLOCK_LEADS:
        return None
    found = read_weekday_date(row, clock.after)
    if found is None or not found.point.is_of_day or found.point.hour is not None:
        return None
    return _at(found, clock, is_last=False)


def _night_date(row: Row, index: int) -> Reading | None:
    """The date of «ночь на 5 мая» and «ночь с 4 на 5 мая»: the one that the night ends in."""
    if row.lexemes[index].gap in (" с ", " со "):
        evening = read_number(row, index)
        if evening is not None:
            index = evening[1] + (row.lexemes[evening[1]].kind == "month")
        elif row.lexemes[index].kind == "weekday":
            index += 1
    return read_weekday_date(row, index) if row.lexemes[index].gap == " на " else None


def read_part_first(row: Row, index: int) -> Reading | None:
    """«утром 5 мая», «вечером в среду, 5 мая», «ночь на 5 мая», «вечером 5 мая в 18:00»."""
    part = row.lexemes[index]
    if part.kind != "part":
        return None
    is_led = row.lexemes[index + 1].gap in PART_GAPS
    night = _night_date(row, index + 1) if part.code == "TNI" else None
    found = night or (read_dated_clock(row, index + 1) if is_led else None)
    if found is None or not found.point.is_of_day or _is_counted_day(row, index):
        return None
    return found if found.point.hour is not None else found._replace(point=found.point._replace(part=part.code))


def _is_counted_day(row: Row, index: int) -> bool:
    """«2 дня в среду»: no part of day."""
    part = row.lexemes[index]
    return row.text.startswith("дня", part.start) and part.gap in SPACE


def read_dated_clock(row: Row, index: int) -> Reading | None:
    """A date and perhaps what follows it: a time («5 мая 2021 года в 16:02») or a part of day («5 мая, утром»)."""
    found = read_weekday_date(row, index)
    if found is None or not found.point.is_of_day or found.point.hour is not None:
        return found
    dated = _with_clock(row, found)
    if dated is not None:
        return dated
    then = row.lexemes[found.after]
    if then.kind != "part" or _gap(row, found) not in (" ", ", ") or row.text.startswith("дня", then.start):
        return found
    parted = Reading(found.point._replace(part=then.code), then.stop, found.after + 1)
    return _with_clock(row, parted) or _with_later_day(row, parted)


def _with_later_day(row: Row, found: Reading) -> Reading:
    """The date of «в субботу утром, 28 марта»."""
    if found.point.day is not None or row.lexemes[found.after].gap != ", ":
        return found
    date = read_calendar(row, found.after)
    if date is None or date.point.day is None or date.point.shifts:
        return found
    return Reading(date.point._replace(part=found.point.part, weekday=found.point.weekday), date.stop, date.after)


def _with_clock(row: Row, found: Reading) -> Reading | None:
    gap = _gap(row, found)
    if gap not in CLOCK_GAPS:
        return None
    clock = read_clock(row, found.after) or (read_bare_hour(row, found.after) if gap == " в " else None)
    if clock is None:
        return None
    dated = _at(found._replace(point=found.point._replace(part=None)), clock, is_last=True)
    return dated._replace(point=dated.point._replace(mod="APPROX")) if _is_about(gap) else dated


def _is_about(gap: str) -> bool:
    return "около" in gap or "примерно" in gap


# A time or a part of day comes before the date it belongs to.
MOMENTS = by_kind(
    (
        (read_clock_first, ("number", "count", "noon")),
        (read_part_first, ("part",)),
        (read_dated_clock, get_args(Kind)),
    )
)


def read_moment(row: Row, index: int) -> Reading | None:
    """The longest date that begins at `index`; its year may be missing.

    Ranges, lists and single dates all ask for it, so each place is read once and remembered in the row.
    """
    if index not in row.moments:
        row.moments[index] = first_answer(row, index, MOMENTS)
    return row.moments[index]
