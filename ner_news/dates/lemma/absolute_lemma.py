"""The readable normal form of an expression: «16 сентября 2021 года, 16:02», «1990-е годы», «I квартал 2021 года»."""

from typing import Literal

from ner_news.dates.expressions import Expression, Point, Range
from ner_news.dates.lemma.relative_lemma import NEAREST, PLURALS, adjective, amounts, last_units, relative_lemma
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


def _roman(number: int) -> str:
    return ROMANS[number - 1].upper()


def _of_year(point: Point) -> str:
    """«2021 года», «прошлого года»; nothing where the year is not said."""
    if point.year is not None:
        return f" {point.year} года"
    is_said = bool(point.shifts) and point.shifts[-1].unit in ("year", "month")
    return f" {relative_lemma(point, GENITIVE)}" if is_said else ""


def _century(point: Point, case: Case) -> str | None:
    return None if point.century is None else f"{_roman(point.century)} {('век', 'века')[case]}"


def _decade(point: Point, case: Case) -> str | None:
    return None if point.decade is None else f"{point.decade}-{('е годы', 'х годов')[case]}"


def _season(point: Point, case: Case) -> str | None:
    if point.season is None:
        return None
    name = SEASONS[point.season][case]
    if point.is_across and point.year is not None:
        return f"{name} {point.year}/{(point.year + 1) % 100:02d}"
    return name + _of_year(point)


def _quarter(point: Point, case: Case) -> str | None:
    if point.quarter is None:
        return None
    return f"{_roman(point.quarter)} {('квартал', 'квартала')[case]}{_of_year(point)}"


def _half(point: Point, case: Case) -> str | None:
    if point.half is None:
        return None
    return f"{HALVES[case][point.half - 1]} {('полугодие', 'полугодия')[case]}{_of_year(point)}"


def _month(point: Point, case: Case) -> str | None:
    return None if point.month is None else MONTHS[point.month - 1][case] + _of_year(point)


# Each asks for a field of its own.
NAMES = (_century, _decade, _season, _quarter, _half, _month)


def _weekday(point: Point, case: Case) -> str:
    """«среда», «прошлая среда», «среда этой недели», «последнее воскресенье октября»."""
    if point.is_weekend:
        return f"{PLURALS[point.shifts[-1].amount]} выходные" if point.shifts else "выходные"
    name, gender = WEEKDAY_NAMES[(point.weekday or 1) - 1][case], WEEKDAY_GENDERS[(point.weekday or 1) - 1]
    if point.nth is not None:
        return f"{NTH[point.nth][case][gender]} {name} {_month(point, GENITIVE)}"
    if not point.shifts:
        return name
    unit, count = point.shifts[-1]
    if unit == "day":
        return relative_lemma(point, case) or name
    if unit == "named" and count == 1:
        return f"{NEAREST[case][gender]} {name}"
    if unit == "named":
        return f"{adjective(count, 'mfn'[gender], case, same=False)} {name}"
    return f"{name} {relative_lemma(point, GENITIVE)}"


def _days(point: Point) -> str:
    first, last = point.days or (1, 31)
    return f"{first}–{last} {_month(point, GENITIVE)}"


def _day(point: Point) -> str:
    if point.feast is not None:
        return point.feast
    return f"{point.day} числа{_of_year(point)}" if point.month is None else f"{point.day} {_month(point, GENITIVE)}"


def _named(point: Point, case: Case) -> str | None:
    """«прошлое лето», «прошлый май»."""
    if not point.shifts or point.shifts[-1].unit != "named":
        return None
    gender = {"SP": "f", "SU": "n", "FA": "f", "WI": "f"}.get(point.season or "", "m")
    name = (_season if point.season else _month)(point, case)
    return f"{adjective(point.shifts[-1].amount, gender, case, same=False)} {name}"


def _name(point: Point, case: Case) -> str:
    if point.day is not None:
        return _day(point)
    if point.days is not None:
        return _days(point)
    if point.weekday is not None or point.is_weekend:
        return _weekday(point, case)
    named = _named(point, case)
    if named is not None:
        return named
    for name in NAMES:
        found = name(point, case)
        if found is not None:
            return found
    if point.shifts:
        return relative_lemma(point, case) or ""
    return f"{point.year} {('год', 'года')[case]}" if point.year is not None else ""


def point_lemma(point: Point) -> str:
    """The normal form of a point.

    >>> point_lemma(Point(2021, month=9, day=16, hour=16, minute=2))
    '16 сентября 2021 года, 16:02'
    >>> point_lemma(Point(century=19, mod="MID"))
    'середина XIX века'
    """
    if point.hour is not None:
        clock = f"{point.hour}:{point.minute or 0:02d}"
        return f"{day}, {clock}" if (day := _name(point, NOMINATIVE)) else clock
    if point.part is not None and point.shifts and point.day is None and point.weekday is None:
        return f"{_name(point, NOMINATIVE)} {RELATIVE_PARTS[point.part]}"
    if point.part == "TNI" and point.day is None and point.weekday is not None:
        return f"ночь на {NIGHTS_ON[point.weekday - 1]}"
    if point.part is not None:
        return f"{PARTS[point.part]} {_name(point, GENITIVE)}"
    heads = [EDGES.get(point.mod or "", "")]
    if point.portion is not None:
        heads.append(f"{PORTIONS[point.portion - 1]} половина")
    heads = [head for head in heads if head]
    return " ".join([*heads, _name(point, GENITIVE if heads else NOMINATIVE)])


def _plain(point: Point) -> bool:
    fields = (point.hour, point.part, point.mod, point.portion, point.days, point.nth)
    is_weekday = point.weekday is not None and point.day is None
    return all(field is None for field in fields) and not (point.is_across or is_weekday)


def _joined(first: Point, last: Point) -> str | None:
    """Two points that share a word: «1–5 мая 2021 года», «2019–2021 годы», «май–июнь 2021 года»."""
    if first.hour is not None and first._replace(hour=last.hour, minute=last.minute) == last:
        return f"{point_lemma(first)}–{last.hour}:{last.minute or 0:02d}"
    if not _plain(first) or not _plain(last) or first.shifts != last.shifts or first.is_amount:
        return None
    for rule in JOINTS:
        found = rule(first, last)
        if found is not None:
            return found
    return None


def _joined_years(first: Point, last: Point) -> str | None:
    is_years = first.year is not None and first == Point(first.year) and last == Point(last.year)
    return f"{first.year}–{last.year} годы" if is_years else None


def _joined_centuries(first: Point, last: Point) -> str | None:
    if first.century is None or last.century is None:
        return None
    return f"{_roman(first.century)}–{_roman(last.century)} века"


def _joined_decades(first: Point, last: Point) -> str | None:
    return None if first.decade is None or last.decade is None else f"{first.decade}–{last.decade}-е годы"


def _joined_quarters(first: Point, last: Point) -> str | None:
    if first.quarter is None or last.quarter is None or first.year != last.year:
        return None
    return f"{_roman(first.quarter)}–{_roman(last.quarter)} кварталы{_of_year(last)}"


def _joined_days(first: Point, last: Point) -> str | None:
    if first.day is None or last.day is None or first.year != last.year:
        return None
    if first.month is None or last.month is None:
        return None
    if first.month == last.month:
        return f"{first.day}–{_name(last, NOMINATIVE)}"
    return f"{_name(first._replace(year=None, shifts=()), NOMINATIVE)} – {_name(last, NOMINATIVE)}"


def _joined_months(first: Point, last: Point) -> str | None:
    are_months = first.month is not None and last.month is not None and first.day is None and last.day is None
    are_seasons = first.season is not None and last.season is not None
    if first.year != last.year or not (are_months or are_seasons):
        return None
    return f"{_name(first._replace(year=None, shifts=()), NOMINATIVE)}–{_name(last, NOMINATIVE)}"


# Each asks for its own fields in both points.
JOINTS = (_joined_years, _joined_centuries, _joined_decades, _joined_quarters, _joined_days, _joined_months)


def range_lemma(expression: Range) -> str:
    """The normal form of a range.

    >>> range_lemma(Range(Point(2022, month=2, day=28), Point(2022, month=3, day=3)))
    '28 февраля – 3 марта 2022 года'
    """
    first, last = expression.first, expression.last
    if first is None or last is None:
        return " ".join(
            f"{word} {_name(point, GENITIVE)}" for word, point in (("с", first), ("до", last)) if point is not None
        )
    if first.is_amount and last.is_amount and first.shifts and last.shifts:
        is_last = last.shifts[-1].amount == -1 or first.shifts[-1].amount == 1
        return last_units(first, last) if is_last else amounts(first, last)
    return _joined(first, last) or f"{point_lemma(first)} – {point_lemma(last)}"


def lemma_of(expression: Expression) -> str:
    """The normal form of any expression."""
    return range_lemma(expression) if isinstance(expression, Range) else point_lemma(expression)
