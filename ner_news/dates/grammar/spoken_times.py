"""Times of day as they are spoken: «в час ночи», «полпервого», «в половине шестого», «без четверти пять»."""

from ner_news.dates.boundaries import is_safe_after, stands_after
from ner_news.dates.grammar.durations import read_count
from ner_news.dates.grammar.gaps import COUNTED_GAPS, SPACE
from ner_news.dates.lexer import LexedText

SpokenTime = tuple[int, int | None, int]
"""Hour from 1 to 12, or 23 before midnight, minute, index of the lexeme behind; a part of day may change the hour."""
HALF_GAPS = ("", " ", "-")
"""«Пол шестого», «пол-шестого»."""
GENITIVES = ("утра", "дня", "вечера", "ночи")
ONE = ("час", "часу", "часа")


def _read_coming_hour(lexed: LexedText, index: int) -> int | None:
    """Read the hour that a half or a quarter belongs to: 6 of «половина шестого»; «первого тайма» is none."""
    hour = lexed.lexemes[index]
    word = lexed.text[hour.start : hour.stop]
    if hour.kind != "ordinal" or not 1 <= hour.value <= 12 or not word.endswith(("ого", "его")):
        return None
    is_hour = lexed.lexemes[index + 1].kind == "part" and lexed.lexemes[index + 1].gap in SPACE
    return hour.value if is_hour or is_safe_after(lexed.source, hour.stop) else None


def _hour_before(hour: int) -> int:
    return (hour + 10) % 12 + 1


def read_half_hour(lexed: LexedText, index: int) -> SpokenTime | None:
    """Read «полпервого», «пол шестого», «половина шестого»."""
    lexeme = lexed.lexemes[index]
    if lexeme.kind == "half hour":
        return _hour_before(lexeme.value), 30, index + 1
    gaps = HALF_GAPS if lexeme.kind == "half of" else SPACE
    if lexed.lexemes[index + 1].gap not in gaps:
        return None
    hour = _read_coming_hour(lexed, index + 1)
    return (_hour_before(hour), 30, index + 2) if hour else None


def read_past_hour(lexed: LexedText, index: int) -> SpokenTime | None:
    """Read «четверть шестого», «десять минут шестого»."""
    lexeme = lexed.lexemes[index]
    if lexeme.kind == "share":
        minutes, after = (15, index + 1) if lexeme.value == 4 else (0, index)
    else:
        if lexed.lexemes[index + 1].kind not in ("minute", "count"):
            return None
        count = read_count(lexed, index)
        is_minutes = count is not None and lexed.lexemes[count[1]].kind == "minute" and count[0] < 60
        minutes, after = (count[0], count[1] + 1) if count and is_minutes else (0, index)
    hour = _read_coming_hour(lexed, after) if minutes and lexed.lexemes[after].gap in SPACE else None
    return (_hour_before(hour), minutes, after + 1) if hour else None


def read_before_hour(lexed: LexedText, index: int) -> SpokenTime | None:
    """Read «четверти пять» and «10 минут шесть» behind «без»; «без пяти минут чемпион» is none."""
    lexeme = lexed.lexemes[index]
    if "без" not in lexed.text[max(0, lexeme.start - 6) : lexeme.start]:  # half of all calls end here: it is quicker
        return None
    if stands_after(lexed.text, lexeme.start, "без") is None:
        return None
    minutes = _read_minutes(lexed, index)
    if minutes is None or not 0 < minutes[0] < 60:
        return None
    before = _read_hour_after_minutes(lexed, minutes[1])
    if before is None and minutes[1] == index + 2:  # «двадцати шесть» is no number
        minutes = lexed.lexemes[index].value, index + 1
        before = _read_hour_after_minutes(lexed, index + 1)
    return (before, 60 - minutes[0], minutes[1] + 1) if before else None


def _read_hour_after_minutes(lexed: LexedText, index: int) -> int | None:
    """Return the hour before «пять», «час», «полночь» behind «без четверти»."""
    hour = lexed.lexemes[index]
    is_one = hour.kind == "hour" and lexed.text[hour.start : hour.stop] == "час"
    is_hour = (hour.kind == "count" or hour.digits in (1, 2)) and not hour.code and 1 <= hour.value <= 12
    if hour.gap not in SPACE or not (is_one or is_hour or hour.kind == "noon"):
        return None
    return 23 if hour.kind == "noon" and not hour.value else _hour_before(1 if is_one else hour.value)


def _read_minutes(lexed: LexedText, index: int) -> tuple[int, int] | None:
    lexeme = lexed.lexemes[index]
    if lexeme.kind == "share":
        return (15, index + 1) if lexeme.value == 4 else None
    count = read_count(lexed, index)
    if count is None:
        return None
    unit = lexed.lexemes[count[1]]
    return (count[0], count[1] + 1) if unit.kind == "minute" and unit.gap in COUNTED_GAPS else count


def read_running_hour(lexed: LexedText, index: int) -> SpokenTime | None:
    """Read «двенадцатом часу ночи», the hour that begins at eleven."""
    hour, word, part = lexed.lexemes[index : index + 3]
    is_hour = hour.kind == "ordinal" and 1 <= hour.value <= 12 and word.gap in SPACE
    if not is_hour or lexed.text[word.start : word.stop] != "часу" or part.gap not in SPACE:
        return None
    return (_hour_before(hour.value), None, index + 2) if lexed.text[part.start : part.stop] in GENITIVES else None


def read_one_hour(lexed: LexedText, index: int) -> SpokenTime | None:
    """Read «час» of «в час ночи»; alone it is a duration."""
    hour, part = lexed.lexemes[index], lexed.lexemes[index + 1]
    is_counted = lexed.lexemes[index - 1].kind in ("number", "count", "tens") and hour.gap in COUNTED_GAPS
    is_one = hour.kind == "hour" and lexed.text[hour.start : hour.stop] in ONE and not is_counted
    is_part = part.gap in SPACE and lexed.text[part.start : part.stop] in GENITIVES
    return (1, 0, index + 1) if is_one and is_part else None


SPOKEN_KINDS = ("hour", "half hour", "half of", "portion", "share", "count", "tens", "number", "ordinal")


def read_spoken_time(lexed: LexedText, index: int) -> SpokenTime | None:
    """Read the spoken time that begins at `index`."""
    kind = lexed.lexemes[index].kind
    if kind == "hour":
        return read_one_hour(lexed, index)
    if kind == "ordinal":
        return read_running_hour(lexed, index)
    if kind in ("half hour", "half of", "portion"):
        return read_half_hour(lexed, index)
    return (read_before_hour(lexed, index) or read_past_hour(lexed, index)) if kind in SPOKEN_KINDS else None
