"""Many documents for the eye: who mattered when."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from ner_news.display.html import escape, framed, tagged
from ner_news.display.style import WORDS
from ner_news.periods import Period, period_for, starts

BARS = 48
"""About so many in a line of time."""
WIDTH = 192
"""Pixels of all of them."""
HEIGHT = 18


class Group(NamedTuple):
    """The entities of one label."""

    label: str
    total: int
    first: Sequence[tuple[Any, Sequence[tuple[date, int]]]]
    """The most frequent, and in how many documents of which days they are."""


def overview_html(documents: int, published: tuple[date, date] | None, groups: Iterable[Group]) -> str:
    """A table of those named most by label, with bars for the documents of each day, week, month or year."""
    period = period_for(*published, BARS) if published else None
    said = f"{documents:,} document{'s' * (documents != 1)}"
    if published:
        said += f" · published {' to '.join(dict.fromkeys(map(str, published)))}"
    rows = "".join(_rows(group, period, published) for group in groups if group.total)
    when = f"documents a {period.name}" if period else ""
    head = f"<tr><th></th><th>documents</th><th>mentions</th><th>{when}</th></tr>" if rows else ""
    table = f'<table class="ner-overview">{head}{rows}</table>' if rows else ""
    return framed(f'<p class="ner-head">{escape(said)}{"" if rows or not documents else " · no names"}</p>{table}')


def _rows(group: Group, period: Period | None, published: tuple[date, date] | None) -> str:
    most = max((count for _, days in group.first for count in _summed(days, period).values()), default=1)
    lines = [
        f"<tr><td>{tagged(group.label, escape(entity.lemma))}</td><td>{entity.documents:,}</td>"
        f"<td>{entity.mentions:,}</td><td>{_bars(group.label, days, period, published, most)}</td></tr>"
        for entity, days in group.first
    ]
    rest = group.total - len(group.first)
    if rest > 0:
        lines.append(f'<tr><td class="ner-rest">and {rest:,} more {WORDS[group.label][rest != 1]}</td></tr>')
    return "".join(lines)


def _summed(days: Iterable[tuple[date, int]], period: Period | None) -> Counter[date]:
    counts: Counter[date] = Counter()
    for day, count in days:
        counts[period.first(day) if period else day] += count
    return counts


def _bars(
    label: str, days: Iterable[tuple[date, int]], period: Period | None, published: tuple[date, date] | None, most: int
) -> str:
    """A picture of bars on a line; each tells its day and number when it is pointed at."""
    if period is None or published is None:
        return ""
    counts = _summed(days, period)
    begun = starts(period, *published)
    step = min(12, max(4, WIDTH // len(begun)))
    bars = []
    for place, day in enumerate(begun):
        if counts[day]:
            height = max(2, round(counts[day] / most * (HEIGHT - 2)))
            title = f"<title>{day}: {counts[day]}</title>"
            bars.append(
                f'<rect x="{place * step}" y="{HEIGHT - height}" width="{step - 1}" height="{height}">{title}</rect>'
            )
    width = len(begun) * step
    line = f'<path d="M0 {HEIGHT - 0.5}H{width}"/>'
    return f'<svg class="ner-{label.lower()}" width="{width}" height="{HEIGHT}" role="img">{line}{"".join(bars)}</svg>'
