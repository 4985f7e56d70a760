"""A corpus as HTML: a table of the entities that most documents name, with bars for when they were named."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from ner_news.captions import LABEL_WORDS, Captions
from ner_news.display.document_html import add_style, escape, mark_label
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


def render_corpus(
    documents: int, published: tuple[date, date] | None, groups: Iterable[EntityGroup], lang: str | None = None
) -> str:
    """Return a table of the entities named most by label, with bars for the documents of each day, week or longer."""
    calendar = Calendar(period_for(*published, BARS), *published) if published else None
    captions = Captions(lang)
    heading = [captions.count(documents, "document", "documents")]
    if published:
        span = "published {first}" if published[0] == published[1] else "published {first} to {last}"
        heading.append(captions.write(span, first=str(published[0]), last=str(published[1])))
    rows = "".join(_build_rows(group, calendar, captions) for group in groups if group.total)
    heading += [captions.write("no names")] if documents and not rows else []
    title = f'<p class="ner-head">{escape(" · ".join(heading))}</p>'
    if not rows:
        return add_style(title)
    when = captions.write("documents a {period}", period=calendar.period.name) if calendar else ""
    words = ("", captions.write("documents"), captions.write("mentions"), when)
    head = f"<tr>{''.join(f'<th>{word}</th>' for word in words)}</tr>"
    return add_style(f'{title}<table class="ner-overview">{head}{rows}</table>')


def _build_rows(group: EntityGroup, calendar: Calendar | None, captions: Captions) -> str:
    """Return a row for each entity, and one that counts those left out."""
    bars = _draw_bars(group, calendar) if calendar else [""] * len(group.first)
    lines = [
        f"<tr><td>{mark_label(group.label, escape(entity.lemma), captions)}</td>"
        f"<td>{captions.format_number(entity.documents)}</td><td>{captions.format_number(entity.mentions)}</td>"
        f"<td>{picture}</td></tr>"
        for (entity, _), picture in zip(group.first, bars, strict=True)
    ]
    rest = group.total - len(group.first)
    if rest > 0:
        names = LABEL_WORDS[group.label][rest != 1 or captions.lang == "ru"]
        more = captions.write("and {count} more {names}", count=rest, names=names)
        lines.append(f'<tr><td class="ner-rest">{more}</td></tr>')
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
