"""When: the dates that texts mention, and the days on which they were published."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import accumulate
from typing import Any, NamedTuple

from ner_news.corpus import CorpusEntity
from ner_news.dates import parse_value
from ner_news.errors import InputError
from ner_news.periods import PERIODS, Period, period_for, starts
from ner_news.plots.canvas import (
    Source,
    bare,
    check_top,
    chosen,
    colour_of,
    entitle,
    gathered,
    load,
    open_axes,
    say_empty,
    share,
    words_of,
    written,
)

BARS = 60
"""About so many periods on an axis."""
MANY = 20
"""Mentions from which on the few that lie far from most do not stretch the axis."""
MOST = 0.7
"""What part of them is most."""
ROWS = 60
"""Entities of one timeline: more cannot be read."""


class Stretch(NamedTuple):
    """A date that texts mention."""

    first: date
    last: date
    mentions: int


def dates(source: Source, *, ax: Any = None) -> Any:
    """A `Figure` with the dates that are mentioned: how often each day, or week, month, year, as their spread asks for.

    A date longer than that, an open one and one without a year is counted in the note alone, and so are the few that
    lie far from all others.
    """
    load("matplotlib")
    entities = gathered(source).entities("DATE")
    stretches = list(_stretches(entities))
    nowhere = sum(entity.mentions for entity in entities) - sum(stretch.mentions for stretch in stretches)
    ax = open_axes(ax, 8, 3)
    if not stretches:
        entitle(ax, "Dates mentioned", [f"{nowhere:,} open or without a year"] if nowhere else [])
        say_empty(ax, "no dates")
        return ax.figure
    first, last = _window(stretches)
    period = _period(stretches, first, last)
    within = [stretch for stretch in stretches if first <= stretch.first <= last]
    whole = [stretch for stretch in within if stretch.last < period.next(stretch.first)]
    counts: Counter[date] = Counter()
    for stretch in whole:
        counts[period.first(stretch.first)] += stretch.mentions
    _bars(ax, counts, period, colour_of("DATE"))
    _calendar(ax, period, first, last)
    ax.set_ylabel(f"mentions a {period.name}")
    ax.yaxis.get_major_locator().set_params(integer=True)
    bare(ax, "left", "bottom")
    left_out = {
        f"longer than a {period.name}": _mentions(within) - _mentions(whole),
        "open or without a year": nowhere,
        f"before {first:%Y-%m}": _mentions(s for s in stretches if s.first < first),
        f"after {last:%Y-%m}": _mentions(s for s in stretches if s.first > last),
    }
    notes = [f"{count:,} {what}" for what, count in left_out.items() if count]
    entitle(ax, "Dates mentioned", [f"not shown: {', '.join(notes)}"] if notes else [])
    return ax.figure


def _stretches(entities: Iterable[CorpusEntity]) -> Iterable[Stretch]:
    """Those with two ends, by their values."""
    for entity in entities:
        try:
            start, end = parse_value(entity.id.removeprefix("DATE:"))
        except InputError:
            continue
        if start is not None and end is not None:
            yield Stretch(start.date(), (end - timedelta(microseconds=1)).date(), entity.mentions)


def _mentions(stretches: Iterable[Stretch]) -> int:
    return sum(stretch.mentions for stretch in stretches)


def _window(stretches: Sequence[Stretch]) -> tuple[date, date]:
    """From the first date to the last; of many no more than half as much again beside the shortest time of most."""
    ordered = sorted(stretches)
    first, last = ordered[0].first, ordered[-1].first
    ends = list(accumulate((stretch.mentions for stretch in ordered), initial=0))
    if ends[-1] < MANY:
        return first, last
    spans = []
    for place, stretch in enumerate(ordered):
        end = bisect_left(ends, ends[place] + MOST * ends[-1]) - 1
        if end < len(ordered):
            spans.append((ordered[end].first - stretch.first, stretch.first, ordered[end].first))
    length, since, until = min(spans)
    around = max(length / 2, timedelta(1)).days
    days = (stretch.first for stretch in ordered)
    near = [day for day in days if (since - day).days <= around and (day - until).days <= around]
    return near[0], near[-1]


def _period(stretches: Sequence[Stretch], first: date, last: date) -> Period:
    """The unit that the axis has room for, and that at least half of the dates fit in."""
    least = PERIODS.index(period_for(first, last, BARS))
    for period in PERIODS[least:]:
        fitting = _mentions(stretch for stretch in stretches if stretch.last < period.next(stretch.first))
        if 2 * fitting >= _mentions(stretches):
            return period
    return PERIODS[-1]


def timeline(source: Source, *, label: str | None = None, top: int = 10, ax: Any = None) -> Any:
    """A `Figure` with a row for each of the entities of the most documents: how many documents speak of it, and when.

    Bars count documents of a day, or a week, month, year, as their spread asks for; all rows have one scale.
    """
    load("matplotlib")
    check_top(top)
    corpus = gathered(source)
    entities = chosen(corpus, label)
    days = {entity: corpus.timeline(entity.id) for entity in entities[: min(top, ROWS)]}
    shown = [(entity, of_entity) for entity, of_entity in days.items() if of_entity]
    ax = open_axes(ax, 8, 1.1 + 0.42 * max(len(shown), 3))
    if not shown:
        entitle(ax, _documents_of(label))
        say_empty(ax, "no document with names and a time of publication" if label is None else _nobody(label))
        return ax.figure
    first = min(of_entity[0][0] for _, of_entity in shown)
    last = max(of_entity[-1][0] for _, of_entity in shown)
    period = period_for(first, last, BARS)
    rows = [_summed(of_entity, period) for _, of_entity in shown]
    most = max(count for row in rows for count in row.values())
    for place, ((entity, _), row) in enumerate(zip(shown, rows, strict=True)):
        bottom = len(shown) - 1 - place
        ax.axhline(bottom, color="#80808080", linewidth=0.6)
        _bars(ax, row, period, colour_of(entity.label), bottom=bottom, scale=0.85 / most)
    _calendar(ax, period, first, last)
    ax.set_yticks([len(shown) - 0.7 - place for place in range(len(shown))], [written(each.lemma) for each, _ in shown])
    ax.set_ylim(-0.1, len(shown))
    ax.tick_params(left=False)
    bare(ax)
    undated = sum(entity.documents for entity in days) > sum(count for each in days.values() for _, count in each)
    notes = [f"the tallest bar: {most:,} in a {period.name}", *share(len(shown), len(entities), words_of(label))]
    entitle(
        ax, _documents_of(label), [*notes, "documents without a time of publication not counted"][: 3 if undated else 2]
    )
    return ax.figure


def _documents_of(label: str | None) -> str:
    return "Documents of a name" if label is None else f"Documents that name {words_of(label)}"


def _nobody(label: str) -> str:
    return f"no document with {words_of(label)} and a time of publication"


def _summed(days: Iterable[tuple[date, int]], period: Period) -> Counter[date]:
    counts: Counter[date] = Counter()
    for day, count in days:
        counts[period.first(day)] += count
    return counts


def _bars(ax: Any, counts: Counter[date], period: Period, colour: str, *, bottom: float = 0, scale: float = 1) -> None:
    """A bar for each period, as wide as it lasts."""
    begun = sorted(counts)
    widths = [(period.next(day) - day).days * 0.9 for day in begun]
    heights = [counts[day] * scale for day in begun]
    ax.bar(begun, heights, widths, bottom=bottom, align="edge", color=colour, linewidth=0)


def _calendar(ax: Any, period: Period, first: date, last: date) -> None:
    """An axis of time with whole periods at both ends."""
    begun = starts(period, first, last)
    ax.set_xlim(begun[0], period.next(begun[-1]))
    ticks = load("matplotlib.dates")
    locator = ticks.AutoDateLocator(minticks=2, maxticks=8)
    ax.xaxis.set_major_locator(locator)
    ax.xaxis.set_major_formatter(ticks.ConciseDateFormatter(locator))
