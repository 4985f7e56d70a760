"""The readable normal form of an expression: «16 сентября 2021 года, 16:02», «1990-е годы», «I квартал 2021 года»."""

from typing import Literal

from ner_news.dates.expressions import Expression, Point, Range
from ner_news.dates.lemma.relative_lemma import (
    NEAREST,
    PLURALS,
    choose_adjective,
    write_duration_range,
    write_last_units,
    write_relative_lemma,
)
from ner_news.dates.lemma.relative_lemma import PARTS as RELATIVE_PARTS
from ner_news.dates.vocabulary import MONTHS, ROMANS

Case = Literal[0, 1]
NOMINATIVE: Case = 0
GENITIVE: Case = 1

SEASONS = {"SP": ("весна", "весны"), "SU": ("лето", "лета"), "FA": ("осень", "осени"), "WI": ("зима", "зимы"),
           "GAME": ("сезон", "сезона")}  # fmt: skip
EDGES = {"START": "начало", "MID": "середина", "END": "конец"}
PARTS = {"TMO": "утро", "TAF": "день", "TEV": "вечер", "TNI": "ночь на"}
HALVES = ("первое", "второе"), ("первого", "второго")
PORTIONS = ("первая", "вторая")
WEEKDAY_NAMES = (
    ("понедельник", "понедельника"), ("вторник", "вторника"), ("среда", "среды"), ("четверг", "четверга"),
    ("пятница", "пятницы"), ("суббота", "субботы"), ("воскресенье", "воскресенья"),
)  # fmt: skip
NIGHTS_ON = ("понедельник", "вторник", "среду", "четверг", "пятницу", "субботу", "воскресенье")
WEEKDAY_GENDERS = (0, 0, 1, 0, 1, 1, 2)
NTH = {
    1: (("первый", "первая", "первое"), ("первого", "первой", "первого")),
    2: (("второй", "вторая", "второе"), ("второго", "второй", "второго")),
    3: (("третий", "третья", "третье"), ("третьего", "третьей", "третьего")),
    4: (("четвёртый", "четвёртая", "четвёртое"), ("четвёртого", "четвёртой", "четвёртого")),
    5: (("пятый", "пятая", "пятое"), ("пятого", "пятой", "пятого")),
    -1: (("последний", "последняя", "последнее"), ("последнего", "последней", "последнего")),
}


def _write_roman(number: int) -> str:
    return ROMANS[number - 1].upper()


def _write_of_year(point: Point) -> str:
    """Write « 2021 года», « прошлого года»; nothing where no year is said."""
    if point.year is not None:
        return f" {point.year} года"
    is_said = bool(point.shifts) and point.shifts[-1].unit in ("year", "month")
    return f" {write_relative_lemma(point, GENITIVE)}" if is_said else ""


def _write_century(point: Point, case: Case) -> str | None:
    return None if point.century is None else f"{_write_roman(point.century)} {('век', 'века')[case]}"


def _write_decade(point: Point, case: Case) -> str | None:
    return None if point.decade is None else f"{point.decade}-{('е годы', 'х годов')[case]}"


def _write_season(point: Point, case: Case) -> str | None:
    if point.season is None:
        return None
    name = SEASONS[point.season][case]
    if point.is_across and point.year is not None:
        return f"{name} {point.year}/{(point.year + 1) % 100:02d}"
    return name + _write_of_year(point)


def _write_quarter(point: Point, case: Case) -> str | None:
    if point.quarter is None:
        return None
    return f"{_write_roman(point.quarter)} {('квартал', 'квартала')[case]}{_write_of_year(point)}"


def _write_half(point: Point, case: Case) -> str | None:
    if point.half is None:
        return None
    return f"{HALVES[case][point.half - 1]} {('полугодие', 'полугодия')[case]}{_write_of_year(point)}"


def _write_month(point: Point, case: Case) -> str | None:
    return None if point.month is None else MONTHS[point.month - 1][case] + _write_of_year(point)


# Each writes a field of its own.
NAMES = (_write_century, _write_decade, _write_season, _write_quarter, _write_half, _write_month)


def _write_weekday(point: Point, case: Case) -> str:
    """Write «среда», «прошлая среда», «среда этой недели», «последнее воскресенье октября»."""
    if point.is_weekend:
        return f"{PLURALS[point.shifts[-1].amount]} выходные" if point.shifts else "выходные"
    name, gender = WEEKDAY_NAMES[(point.weekday or 1) - 1][case], WEEKDAY_GENDERS[(point.weekday or 1) - 1]
    if point.nth is not None:
        return f"{NTH[point.nth][case][gender]} {name} {_write_month(point, GENITIVE) or 'месяца'}"
    if not point.shifts:
        return name
    unit, count = point.shifts[-1]
    if unit == "day":
        return write_relative_lemma(point, case) or name
    if unit == "named" and count == 1:
        return f"{NEAREST[case][gender]} {name}"
    if unit == "named":
        return f"{choose_adjective(count, 'mfn'[gender], case, same=False)} {name}"
    return f"{name} {write_relative_lemma(point, GENITIVE)}"


def _write_days(point: Point) -> str:
    first, last = point.days or (1, 31)
    return f"{first}–{last} {_write_month(point, GENITIVE)}"


def _write_day(point: Point) -> str:
    if point.holiday is not None:
        return point.holiday + _write_of_year(point)
    return (
        f"{point.day} числа{_write_of_year(point)}"
        if point.month is None
        else f"{point.day} {_write_month(point, GENITIVE)}"
    )


def _write_named(point: Point, case: Case) -> str | None:
    """Write «прошлое лето», «прошлый май»."""
    if not point.shifts or point.shifts[-1].unit != "named":
        return None
    gender = {"SP": "f", "SU": "n", "FA": "f", "WI": "f"}.get(point.season or "", "m")
    name = (_write_season if point.season else _write_month)(point, case)
    return f"{choose_adjective(point.shifts[-1].amount, gender, case, same=False)} {name}"


def _write_name(point: Point, case: Case) -> str:
    if point.day is not None or point.holiday is not None:
        return _write_day(point)
    if point.days is not None:
        return _write_days(point)
    if point.weekday is not None or point.is_weekend:
        return _write_weekday(point, case)
    named = _write_named(point, case)
    if named is not None:
        return named
    for name in NAMES:
        found = name(point, case)
        if found is not None:
            return found
    if point.shifts:
        return write_relative_lemma(point, case) or ""
    return f"{point.year} {('год', 'года')[case]}" if point.year is not None else ""


def write_point_lemma(point: Point) -> str:
    """Write the normal form of a point.

    >>> write_point_lemma(Point(2021, month=9, day=16, hour=16, minute=2))
    '16 сентября 2021 года, 16:02'
    >>> write_point_lemma(Point(century=19, mod="MID"))
    'середина XIX века'
    """
    if point.hour is not None:
        clock = f"{point.hour}:{point.minute or 0:02d}"
        return f"{day}, {clock}" if (day := _write_name(point, NOMINATIVE)) else clock
    if point.part is not None and point.shifts and point.day is None and point.weekday is None:
        return f"{_write_name(point, NOMINATIVE)} {RELATIVE_PARTS[point.part]}"
    if point.part == "TNI" and point.day is None and point.weekday is not None:
        return f"ночь на {NIGHTS_ON[point.weekday - 1]}"
    if point.part is not None:
        return f"{PARTS[point.part]} {_write_name(point, GENITIVE)}".removesuffix(" ")
    heads = [EDGES.get(point.mod or "", "")]
    if point.portion is not None:
        heads.append(f"{PORTIONS[point.portion - 1]} половина")
    heads = [head for head in heads if head]
    return " ".join([*heads, _write_name(point, GENITIVE if heads else NOMINATIVE)])


def _is_plain(point: Point) -> bool:
    fields = (point.hour, point.part, point.mod, point.portion, point.days, point.nth)
    is_weekday = point.weekday is not None and point.day is None
    return all(field is None for field in fields) and not (point.is_across or is_weekday)


def _join(first: Point, last: Point) -> str | None:
    """Join two points that share a word: «1–5 мая 2021 года», «2019–2021 годы», «май–июнь 2021 года»."""
    if first.hour is not None and first._replace(hour=last.hour, minute=last.minute) == last:
        return f"{write_point_lemma(first)}–{last.hour}:{last.minute or 0:02d}"
    if not _is_plain(first) or not _is_plain(last) or first.shifts != last.shifts or first.is_duration:
        return None
    for rule in JOINTS:
        found = rule(first, last)
        if found is not None:
            return found
    return None


def _join_years(first: Point, last: Point) -> str | None:
    is_years = first.year is not None and first == Point(first.year) and last == Point(last.year)
    return f"{first.year}–{last.year} годы" if is_years else None


def _join_centuries(first: Point, last: Point) -> str | None:
    if first.century is None or last.century is None:
        return None
    return f"{_write_roman(first.century)}–{_write_roman(last.century)} века"


def _join_decades(first: Point, last: Point) -> str | None:
    return None if first.decade is None or last.decade is None else f"{first.decade}–{last.decade}-е годы"


def _join_quarters(first: Point, last: Point) -> str | None:
    if first.quarter is None or last.quarter is None or first.year != last.year:
        return None
    return f"{_write_roman(first.quarter)}–{_write_roman(last.quarter)} кварталы{_write_of_year(last)}"


def _join_days(first: Point, last: Point) -> str | None:
    if first.day is None or last.day is None or first.year != last.year:
        return None
    if first.month is None or last.month is None:
        return None
    if first.month == last.month:
        return f"{first.day}–{_write_name(last, NOMINATIVE)}"
    return f"{_write_name(first._replace(year=None, shifts=()), NOMINATIVE)} – {_write_name(last, NOMINATIVE)}"


def _join_months(first: Point, last: Point) -> str | None:
    are_months = first.month is not None and last.month is not None and first.day is None and last.day is None
    are_seasons = first.season is not None and last.season is not None
    if first.year != last.year or not (are_months or are_seasons):
        return None
    return f"{_write_name(first._replace(year=None, shifts=()), NOMINATIVE)}–{_write_name(last, NOMINATIVE)}"


# Each joins points that have its own fields.
JOINTS = (_join_years, _join_centuries, _join_decades, _join_quarters, _join_days, _join_months)


def write_range_lemma(expression: Range) -> str:
    """Write the normal form of a range.

    >>> write_range_lemma(Range(Point(2022, month=2, day=28), Point(2022, month=3, day=3)))
    '28 февраля – 3 марта 2022 года'
    """
    first, last = expression.first, expression.last
    if first is None or last is None:
        return " ".join(
            f"{word} {_write_name(point, GENITIVE)}"
            for word, point in (("с", first), ("до", last))
            if point is not None
        )
    if first.is_duration and last.is_duration and first.shifts and last.shifts:
        is_last = last.shifts[-1].amount == -1 or first.shifts[-1].amount == 1
        return write_last_units(first, last) if is_last else write_duration_range(first, last)
    return _join(first, last) or f"{write_point_lemma(first)} – {write_point_lemma(last)}"


def write_lemma(expression: Expression) -> str:
    """Write the normal form of any expression."""
    return write_range_lemma(expression) if isinstance(expression, Range) else write_point_lemma(expression)


def write_recurring_lemma(expression: Expression) -> str:
    """Write the normal form of a date that comes back: a weekday has its «каждый».

    >>> write_recurring_lemma(Point(weekday=3)), write_recurring_lemma(Point(month=5, day=9))
    ('каждая среда', '9 мая')
    """
    lemma = write_lemma(expression)
    is_weekday = isinstance(expression, Point) and expression.weekday is not None and expression.month is None
    if not is_weekday or expression.points[0].part is not None:
        return lemma
    return f"{('каждый', 'каждая', 'каждое')[WEEKDAY_GENDERS[(expression.points[0].weekday or 1) - 1]]} {lemma}"
