"""Quarters and thirds of a century: «первая четверть XX века», «последняя треть XIX века»."""

from ner_news.dates.epochs import read_century
from ner_news.dates.expressions import Match, Point, Range
from ner_news.dates.lexemes import Row
from ner_news.dates.points import SPACE


def years_of_share(century: int, number: int, parts: int) -> tuple[int, int]:
    """The first and the last year of one of so many parts of a century.

    >>> years_of_share(20, 1, 4), years_of_share(19, 3, 3)
    ((1901, 1925), (1867, 1900))
    """
    before = (century - 1) * 100
    return before + 100 * (number - 1) // parts + 1, before + 100 * number // parts


def read_share_of_century(row: Row, index: int) -> Match | None:
    """«первая четверть XX века», «последняя треть XIX века»."""
    which, share = row.lexemes[index], row.lexemes[index + 1]
    if share.kind != "share" or share.gap not in SPACE or row.lexemes[index + 2].gap not in SPACE:
        return None
    number = share.value if which.code == "last" else which.value
    if (which.kind != "ordinal" and which.code != "last") or not 1 <= number <= share.value:
        return None
    found = read_century(row, index + 2)
    if found is None or found.point.century is None:
        return None
    first, last = years_of_share(found.point.century, number, share.value)
    return Match(Range(Point(first), Point(last)), which.start, found.stop, found.after)
