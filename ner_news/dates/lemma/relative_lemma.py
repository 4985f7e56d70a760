"""The normal form of dates that count from another: «прошлая неделя», «3 дня назад», «вчера», «тот же день»."""

from ner_news.dates.expressions import Point, Shift

# Nominative and genitive of the singular, gender; the forms after 1, after 2 to 4, after 5 and more in «N назад».
UNITS = {
    "century": ("век", "века", "m", "век века веков"),
    "decade": ("десятилетие", "десятилетия", "n", "десятилетие десятилетия десятилетий"),
    "year": ("год", "года", "m", "год года лет"),
    "half": ("полугодие", "полугодия", "n", "полугодие полугодия полугодий"),
    "quarter": ("квартал", "квартала", "m", "квартал квартала кварталов"),
    "month": ("месяц", "месяца", "m", "месяц месяца месяцев"),
    "week": ("неделя", "недели", "f", "неделю недели недель"),
    "weeks": ("неделя", "недели", "f", "неделю недели недель"),
    "day": ("день", "дня", "m", "день дня дней"),
    "hour": ("час", "часа", "m", "час часа часов"),
    "minute": ("минута", "минуты", "f", "минуту минуты минут"),
    "game": ("сезон", "сезона", "m", "сезон сезона сезонов"),
}
GENDERS = {"m": 0, "f": 1, "n": 2}
# By gender in the nominative, then in the genitive.
ADJECTIVES = {
    -2: (("позапрошлый", "позапрошлая", "позапрошлое"), ("позапрошлого", "позапрошлой", "позапрошлого")),
    -1: (("прошлый", "прошлая", "прошлое"), ("прошлого", "прошлой", "прошлого")),
    0: (("этот", "эта", "это"), ("этого", "этой", "этого")),
    1: (("следующий", "следующая", "следующее"), ("следующего", "следующей", "следующего")),
}
PLURALS = {-2: "позапрошлые", -1: "прошлые", 0: "эти", 1: "следующие"}
NEAREST = (("ближайший", "ближайшая", "ближайшее"), ("ближайшего", "ближайшей", "ближайшего"))
HALVES = {("month", 6): "полгода", ("month", 18): "полтора года", ("minute", 30): "полчаса"}
SAME = (("тот же", "та же", "то же"), ("того же", "той же", "того же"))
DAYS = {
    -3: "позапозавчера", -2: "позавчера", -1: "вчера", 0: "сегодня", 1: "завтра", 2: "послезавтра",
    3: "послепослезавтра",
}  # fmt: skip
PARTS = {"TMO": "утром", "TAF": "днём", "TEV": "вечером", "TNI": "ночью"}


def choose_adjective(count: int, gender: str, case: int, *, same: bool) -> str:
    """Return «прошлая» for -1 and a feminine word; «тот же» for 0 with `same`."""
    forms = SAME if same and count == 0 else ADJECTIVES[count]
    return forms[case][GENDERS[gender]]


def write_count(shift: Shift) -> str:
    """Write «3 дня», «неделю».

    >>> write_count(Shift("day", -3)), write_count(Shift("year", 1))
    ('3 дня', 'год')
    """
    count = abs(shift.amount)
    if (shift.unit, count) in HALVES:
        return HALVES[shift.unit, count]
    forms = UNITS[shift.unit][3].split()
    if count == 1:
        return forms[0]
    is_teen, last = count % 100 // 10 == 1, count % 10
    return f"{count} {forms[2 if is_teen or last == 0 or last > 4 else 0 if last == 1 else 1]}"


def write_duration(point: Point) -> str:
    """Write «3 дня назад», «через 2 месяца», «год спустя», «неделей ранее» as «неделю назад»."""
    words = " ".join(write_count(shift) for shift in point.shifts)
    is_back = point.shifts[-1].amount < 0
    if point.is_anaphoric:
        return f"{words} до того" if is_back else f"{words} спустя"
    return f"{words} назад" if is_back else f"через {words}"


def is_duration(point: Point) -> bool:
    """Return whether the point is a duration and no unit of the calendar: «неделю назад», not «прошлая неделя»."""
    return len(point.shifts) > 1 or point.shifts[-1].unit in ("weeks", "hour", "minute") or point.is_duration


def write_relative_lemma(point: Point, case: int) -> str | None:
    """Write the normal form of a relative date; `None` where it names a month, a weekday or a season.

    >>> write_relative_lemma(Point(shifts=(Shift("week", -1),)), 0)
    'прошлая неделя'
    """
    if is_duration(point):
        return write_duration(point)
    unit, count = point.shifts[-1]
    if unit == "day":
        if point.is_anaphoric:
            return f"{choose_adjective(count, 'm', case, same=True)} {UNITS['day'][case]}"
        return DAYS.get(count) or write_duration(point)
    if unit == "named":
        return None
    nominative, genitive, gender, _ = UNITS[unit]
    return f"{choose_adjective(count, gender, case, same=point.is_anaphoric)} {(nominative, genitive)[case]}"


def write_last_units(first: Point, last: Point) -> str:
    """Write «последние 2 года», «следующие 3 дня».

    >>> write_last_units(Point(shifts=(Shift("year", -2),)), Point(shifts=(Shift("year", -1),)))
    'последние 2 года'
    """
    begin, end = first.shifts[-1], last.shifts[-1]
    shift = begin if begin.amount < 0 else end
    return f"{'последние' if begin.amount < 0 else 'следующие'} {write_count(shift)}"


def write_duration_range(first: Point, last: Point) -> str:
    """Write «2–3 года назад», «через 10–15 лет».

    >>> write_duration_range(Point(shifts=(Shift("year", 10),)), Point(shifts=(Shift("year", 15),)))
    'через 10–15 лет'
    """
    is_back = first.shifts[-1].amount < 0
    near, far = (last, first) if is_back else (first, last)
    words = f"{abs(near.shifts[-1].amount)}–{write_count(far.shifts[-1])}"
    return f"{words} назад" if is_back else f"через {words}"
