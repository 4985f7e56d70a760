"""Several dates that share what only the last one says: «1 и 2 мая 2021 года», «2009, 2011 и 2014 годы»."""

from ner_news.dates.ellipsis import complete, read_left
from ner_news.dates.expressions import Match, Point
from ner_news.dates.lexemes import Row
from ner_news.dates.moments import read_moment

AND = (" и ", " или ", ", и ", " и в ", " или в ")
LIST_LENGTH = 8
"""How many members of «5, 7 и 9 мая» are looked through: the bound on the work at each place."""


def _rest(row: Row, index: int, depth: int) -> Point | None:
    """Behind a comma only a list that goes on: «5, 7 и 9 мая», not «ему 30, 5 мая он»."""
    rest = read_listed(row, index, depth - 1) if depth else None
    return rest.expression if rest and isinstance(rest.expression, Point) else None


def _is_shared(point: Point) -> bool:
    """Whether a date without a year has something to share: its month, its quarter's word, «прошлого года»."""
    fields = (point.month, point.quarter, point.half)
    return (
        point.hour is None
        and any(field is not None for field in fields)
        and (not point.shifts or point.shifts[-1].unit == "year")
    )


def _last_or_rest(row: Row, index: int, depth: int) -> Point | None:
    found = read_moment(row, index)
    if found is not None and (found.point.is_absolute or _is_shared(found.point)):
        return found.point
    return _rest(row, index, depth)


def read_listed(row: Row, index: int, depth: int = LIST_LENGTH) -> Match | None:
    """One of several: «1» in «1 и 2 мая 2021 года», «2009» in «2009, 2011 и 2014 годы»."""
    for left in read_left(row, index):
        gap = row.lexemes[left.after].gap
        is_last = gap in AND
        if (left.point is not None and left.point.is_absolute) or not (is_last or gap == ", "):
            continue
        model = _last_or_rest(row, left.after, depth) if is_last else _rest(row, left.after, depth)
        if model and left.point and not model.is_absolute and not model.shifts:
            continue  # «30 апреля и 2 мая» are two dates
        point = complete(left, model) if model else None
        if point is not None:
            return Match(point, left.start, left.stop, left.after)
    return None
