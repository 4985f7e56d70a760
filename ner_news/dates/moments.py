"""A date with all that belongs to it: weekday, part of day, time, edge; «в среду, 5 мая 2021 года, в 16:02»."""

from ner_news.dates.clock import Clock, read_clock
from ner_news.dates.expressions import Reading
from ner_news.dates.lexemes import Row
from ner_news.dates.points import SPACE, read_number
from ner_news.dates.stretches import Rule, first_answer, read_calendar

# Before a weekday, a date, a time: «в среду - 10 июля», «в 23:00 мск в среду», «утром в среду»
WEEKDAY_GAPS = (*SPACE, ", ", " - ", ",")
LEAD_GAPS = (" ", ", ", " в ", " во ", ", в ", " - ", " | ", " / ", " мск ", " мск, ", " мск в ", " мск во ")
PART_GAPS = (*LEAD_GAPS, "\n")  # a time on the next line may be another item's, a part of day may not
CLOCK_LEADS = (*LEAD_GAPS, " по московскому времени ", " по местному времени ", " по москве ")
CLOCK_GAPS = (" ", ", ", ",", " в ", ", в ", " около ", ", около ", " в около ", " примерно в ", " - ", " | ", " / ")


def read_weekday_date(row: Row, index: int) -> Reading | None:
    """A date, before it or behind it perhaps its weekday: «четверг, 16 сентября», «21 сентября 2021 г., вторник»."""
    weekday = row.lexemes[index]
    if weekday.kind == "weekday":
        found = read_calendar(row, index + 1) if row.lexemes[index + 1].gap in WEEKDAY_GAPS else None
        if found is None or found.point.day is None:
            return None
        return Reading(found.point._replace(weekday=weekday.value), found.stop, found.after)
    found = read_calendar(row, index)
    if found is None or found.point.day is None:
        return found
    weekday = row.lexemes[found.after]
    if weekday.kind != "weekday" or weekday.gap != ", ":
        return found
    return Reading(found.point._replace(weekday=weekday.value), weekday.stop, found.after + 1)


def _at(found: Reading, clock: Clock, *, is_last: bool) -> Reading:
    point = found.point._replace(hour=clock.hour, minute=clock.minute)
    return Reading(point, clock.stop, clock.after) if is_last else found._replace(point=point)


def read_clock_first(row: Row, index: int) -> Reading | None:
    """«16:02, 16 сентября 2021 года», «в 9 часов утра 5 мая»."""
    clock = read_clock(row, index)
    if clock is None or row.lexemes[clock.after].gap not in CLOCK_LEADS:
        return None
    found = read_weekday_date(row, clock.after)
    if found is None or found.point.day is None or found.point.hour is not None:
        return None
    return _at(found, clock, is_last=False)


def _night_date(row: Row, index: int) -> Reading | None:
    """The date of «ночь на 5 мая» and «ночь с 4 на 5 мая»: the one that the night ends in."""
    gap = row.lexemes[index].gap
    if gap in (" с ", " со "):
        evening = read_number(row, index)
        month = row.lexemes[evening[1]] if evening else row.lexemes[index]
        index = evening[1] + (month.kind == "month") if evening else index
        gap = row.lexemes[index].gap if evening else gap
    return read_weekday_date(row, index) if gap == " на " else None


def read_part_first(row: Row, index: int) -> Reading | None:
    """«утром 5 мая», «вечером в среду, 5 мая», «ночь на 5 мая», «вечером 5 мая в 18:00»."""
    part = row.lexemes[index]
    if part.kind != "part":
        return None
    is_led = row.lexemes[index + 1].gap in PART_GAPS
    night = _night_date(row, index + 1) if part.code == "TNI" else None
    found = night or (read_dated_clock(row, index + 1) if is_led else None)
    if found is None or found.point.day is None:
        return None
    return found if found.point.hour is not None else found._replace(point=found.point._replace(part=part.code))


def read_dated_clock(row: Row, index: int) -> Reading | None:
    """A date and perhaps what follows it: a time («5 мая 2021 года в 16:02») or a part of day («5 мая, утром»)."""
    found = read_weekday_date(row, index)
    if found is None or found.point.day is None or found.point.hour is not None:
        return found
    then = row.lexemes[found.after]
    clock = read_clock(row, found.after) if then.gap in CLOCK_GAPS else None
    if clock is not None:
        dated = _at(found, clock, is_last=True)
        return dated._replace(point=dated.point._replace(mod="APPROX")) if _is_about(then.gap) else dated
    if then.kind == "part" and then.gap in (" ", ", "):
        return Reading(found.point._replace(part=then.code), then.stop, found.after + 1)
    return found


def _is_about(gap: str) -> bool:
    return "около" in gap or "примерно" in gap


# A time or a part of day comes before the date it belongs to.
MOMENTS: tuple[Rule, ...] = (read_clock_first, read_part_first, read_dated_clock)


def read_moment(row: Row, index: int) -> Reading | None:
    """The longest date that begins at `index`; its year may be missing.

    Ranges, lists and single dates all ask for it, so each place is read once and remembered in the row.
    """
    if index not in row.moments:
        row.moments[index] = first_answer(row, index, MOMENTS)
    return row.moments[index]
