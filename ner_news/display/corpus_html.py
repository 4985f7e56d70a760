"""A corpus as HTML: a table of the entities that most documents name, with bars for when they were named."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from ner_news.display.document_html import add_style, escape, mark_label
from ner_news.display.style import LABEL_WORDS
from ner_news.periods import Period, count_by_period, period_for, starts

BARS = 48
"""About so many bars stand on one line. This and the sizes below are by eye."""
WIDTH = 192
"""Pixels of the whole line."""
WIDEST, NARROWEST = 12, 4
"""Pixels of a bar and the gap after it."""
HEIGHT = 18
"""Pixels of the tallest bar and what lies under it."""
LOWEST = 2
"""Pixels of the lowest bar."""


class EntityGroup(NamedTuple):
    """The entities of one label."""

    label: str
    total: int
    first: Sequence[tuple[Any, Sequence[tuple[date, int]]]]
    """The most frequent ones, each with its days and the number of documents of each day."""


class Calendar(NamedTuple):
    """The period that bars count by, and the days of the first and the last document."""

    period: Period
    first: date
    last: date


def render_corpus(documents: int, published: tuple[date, date] | None, groups: Iterable[EntityGroup]) -> str:
    """Return a table of the entities named most by label, with bars for the documents of each day, week or longer."""
    calendar = Calendar(period_for(*published, BARS), *published) if published else None
    heading = f"{documents:,} document{'s' * (documents != 1)}"
    if published:
        heading += f" · published {' to '.join(dict.fromkeys(map(str, published)))}"
    rows = "".join(_build_rows(group, calendar) for group in groups if group.total)
    if not rows:
        return add_style(f'<p class="ner-head">{escape(heading)}{" · no names" if documents else ""}</p>')
    when = f"documents a {calendar.period.name}" if calendar else ""
    head = f"<tr><th></th><th>documents</th><th>mentions</th><th>{when}</th></tr>"
    return add_style(f'<p class="ner-head">{escape(heading)}</p><table class="ner-overview">{head}{rows}</table>')


def _build_rows(group: EntityGroup, calendar: Calendar | None) -> str:
    """Return a row for each entity, and one that counts those left out."""
    bars = _draw_bars(group, calendar) if calendar else [""] * len(group.first)
    lines = [
        f"<tr><td>{mark_label(group.label, escape(entity.lemma))}</td><td>{entity.documents:,}</td>"
        f"<td>{entity.mentions:,}</td><td>{picture}</td></tr>"
        for (entity, _), picture in zip(group.first, bars, strict=True)
    ]
    rest = group.total - len(group.first)
    if rest > 0:
        lines.append(f'<tr><td class="ner-rest">and {rest:,} more {LABEL_WORDS[group.label][rest != 1]}</td></tr>')
    return "".join(lines)


def _draw_bars(group: EntityGroup, calendar: Calendar) -> list[str]:
    """Return a picture of bars for each entity, all on one scale; a bar under the pointer tells its day and number."""
    counts = [count_by_period(days, calendar.period) for _, days in group.first]
    most = max((count for each in counts for count in each.values()), default=1)
    days = starts(*calendar)
    step = min(WIDEST, max(NARROWEST, WIDTH // len(days)))
    width = len(days) * step
    line = f'<path d="M0 {HEIGHT - 0.5}H{width}"/>'
    pictures = []
    for each in counts:
        bars = [_draw_bar(number * step, step, each[day] / most, f"{day}: {each[day]}")
                for number, day in enumerate(days) if each[day]]  # fmt: skip
        size = f'width="{width}" height="{HEIGHT}"'
        pictures.append(f'<svg class="ner-{group.label.lower()}" {size} role="img">{line}{"".join(bars)}</svg>')
    return pictures


def _draw_bar(left: int, step: int, share: float, title: str) -> str:
    height = max(LOWEST, round(share * (HEIGHT - 2)))
    size = f'y="{HEIGHT - height}" width="{step - 1}" height="{height}"'
    return f'<rect x="{left}" {size}><title>{title}</title></rect>'
