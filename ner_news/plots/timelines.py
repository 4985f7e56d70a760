"""The dates that texts mention, and the days on which texts that name somebody were published."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import accumulate
from typing import Any, NamedTuple

from ner_news.captions import Captions, describe_label
from ner_news.corpus import CorpusEntity
from ner_news.dates import parse_value
from ner_news.errors import InputError
from ner_news.periods import PERIODS, Period, count_by_period, period_for, starts
from ner_news.plots.canvas import (
    Source,
    check_top,
    choose_entities,
    entitle,
    find_colour,
    format_name,
    gather_corpus,
    hide_frame,
    load,
    open_axes,
    say_empty,
)

# All by eye.
BARS = 60
"""About so many periods stand on an axis."""
MANY = 20
"""From so many mentions on, the few dates that lie far from most do not stretch the axis."""
MOST = 0.7
"""The share of mentions that counts as most."""
ROWS = 60
"""Entities of one timeline: more cannot be read."""
BAR_WIDTH = 0.9
"""Of its period."""
ROW_HEIGHT = 0.85
"""Of the tallest bar of a timeline, whose rows are 1 apart."""


class MentionedDate(NamedTuple):
    """A date that texts mention, from its first day to its last."""

    first: date
    last: date
    mentions: int


def dates(source: Source, *, ax: Any = None, lang: str | None = None) -> Any:
    """Return a `Figure` that shows how often each day, or week, month, year, is mentioned.

    The unit goes by the spread of the dates. A longer date, an open one and one without a year is counted in the note
    alone, and so are the few that lie far from all others.
    """
    load("matplotlib")
    captions = Captions(lang)
    entities = gather_corpus(source).entities("DATE")
    mentioned = list(_read_dates(entities))
    unplaced = sum(entity.mentions for entity in entities) - _sum_mentions(mentioned)
    ax = open_axes(ax, 8, 3)
    if not mentioned:
        notes = [captions.write("{count} open or without a year", count=unplaced)] if unplaced else []
        entitle(ax, captions.title("Dates mentioned"), notes)
        say_empty(ax, captions.write("no {names}", names="dates"))
        return ax.figure
    first, last = _choose_window(mentioned)
    period = _choose_period(mentioned, first, last)
    within = [each for each in mentioned if first <= each.first <= last]
    whole = [each for each in within if each.last < period.next(each.first)]
    counts = count_by_period(((each.first, each.mentions) for each in whole), period)
    _draw_bars(ax, counts, period, find_colour("DATE"))
    _set_calendar(ax, period, first, last, captions)
    ax.set_ylabel(captions.write("mentions a {period}", period=period.name))
    ax.yaxis.get_major_locator().set_params(integer=True)
    hide_frame(ax, "left", "bottom")
    left_out = {
        "{count} longer than a {period}": _sum_mentions(within) - _sum_mentions(whole),
        "{count} open or without a year": unplaced,
        "{count} before {month}": _sum_mentions(each for each in mentioned if each.first < first),
        "{count} after {month}": _sum_mentions(each for each in mentioned if each.first > last),
    }
    entitle(ax, captions.title("Dates mentioned"), _note_left_out(left_out, captions, period, (first, last)))
    return ax.figure


def _note_left_out(
    left_out: Mapping[str, int], captions: Captions, period: Period, window: tuple[date, date]
) -> list[str]:
    """Return a note of how many dates are not shown, by the reasons; none where all are."""
    months = dict(zip(("{count} before {month}", "{count} after {month}"), map("{:%Y-%m}".format, window), strict=True))
    notes = [
        captions.write(reason, count=count, period=period.name, month=months.get(reason, ""))
        for reason, count in left_out.items()
        if count
    ]
    return [captions.write("not shown: {notes}", notes=", ".join(notes))] if notes else []


def _read_dates(entities: Iterable[CorpusEntity]) -> Iterator[MentionedDate]:
    """Yield the dates that have two ends, which their values tell."""
    for entity in entities:
        try:
            start, end = parse_value(entity.id.removeprefix("DATE:"))
        except InputError:
            continue
        if start is not None and end is not None:
            yield MentionedDate(start.date(), (end - timedelta(microseconds=1)).date(), entity.mentions)


def _sum_mentions(mentioned: Iterable[MentionedDate]) -> int:
    return sum(each.mentions for each in mentioned)


def _choose_window(mentioned: Sequence[MentionedDate]) -> tuple[date, date]:
    """Return the first date and the last that are shown.

    Where there are many, nothing is shown that lies further from the shortest stretch with most of the mentions than
    half of its length.
    """
    ordered = sorted(mentioned)
    first, last = ordered[0].first, ordered[-1].first
    sums = list(accumulate((each.mentions for each in ordered), initial=0))
    if sums[-1] < MANY:
        return first, last
    stretches = []
    for number, each in enumerate(ordered):
        end = bisect_left(sums, sums[number] + MOST * sums[-1]) - 1
        if end < len(ordered):
            stretches.append((ordered[end].first - each.first, each.first, ordered[end].first))
    length, since, until = min(stretches)
    around = max(length / 2, timedelta(1)).days
    days = (each.first for each in ordered)
    near = [day for day in days if (since - day).days <= around and (day - until).days <= around]
    return near[0], near[-1]


def _choose_period(mentioned: Sequence[MentionedDate], first: date, last: date) -> Period:
    """Return the shortest unit that the axis has room for and that at least half of the dates fit in."""
    shortest = PERIODS.index(period_for(first, last, BARS))
    for period in PERIODS[shortest:]:
        fitting = _sum_mentions(each for each in mentioned if each.last < period.next(each.first))
        if 2 * fitting >= _sum_mentions(mentioned):
            return period
    return PERIODS[-1]


def timeline(
    source: Source, *, label: str | None = None, top: int = 10, ax: Any = None, lang: str | None = None
) -> Any:
    """Return a `Figure` with a row for each of the entities of the most documents: how many name it, and when.

    Bars count documents of a day, or a week, month, year, as their spread asks for; all rows have one scale.
    """
    load("matplotlib")
    check_top(top)
    captions = Captions(lang)
    corpus = gather_corpus(source)
    entities = choose_entities(corpus, label)
    timelines = {entity: corpus.timeline(entity.id) for entity in entities[: min(top, ROWS)]}
    shown = {entity: days for entity, days in timelines.items() if days}
    ax = open_axes(ax, 8, 1.1 + 0.42 * max(len(shown), 3))
    if not shown:
        entitle(ax, _write_title(captions, label))
        empty = "no document with {names} and a time of publication"
        say_empty(ax, captions.write(empty, names=describe_label(label)))
        return ax.figure
    tallest, period = _draw_rows(ax, shown, captions)
    notes = [captions.write("the tallest bar: {count} in a {period}", count=tallest, period=period.name)]
    notes += captions.note_share(len(shown), len(entities), describe_label(label))
    if sum(entity.documents for entity in timelines) > sum(count for days in timelines.values() for _, count in days):
        notes.append(captions.write("documents without a time of publication not counted"))
    entitle(ax, _write_title(captions, label), notes)
    return ax.figure


def _draw_rows(ax: Any, shown: dict[CorpusEntity, list[tuple[date, int]]], captions: Captions) -> tuple[int, Period]:
    """Draw a row of bars for each entity; return the number that the tallest bar stands for and the unit of all."""
    first = min(days[0][0] for days in shown.values())
    last = max(days[-1][0] for days in shown.values())
    period = period_for(first, last, BARS)
    rows = [count_by_period(days, period) for days in shown.values()]
    tallest = max(count for row in rows for count in row.values())
    for bottom, entity, row in zip(reversed(range(len(shown))), shown, rows, strict=True):
        ax.axhline(bottom, color="#80808080", linewidth=0.6)
        _draw_bars(ax, row, period, find_colour(entity.label), bottom=bottom, scale=ROW_HEIGHT / tallest)
    _set_calendar(ax, period, first, last, captions)
    heights = [len(shown) - 0.7 - number for number in range(len(shown))]
    ax.set_yticks(heights, [format_name(entity.lemma) for entity in shown])
    ax.set_ylim(-0.1, len(shown))
    ax.tick_params(left=False)
    hide_frame(ax)
    return tallest, period


def _write_title(captions: Captions, label: str | None) -> str:
    if label is None:
        return captions.title("Documents of a name")
    return captions.title("Documents that name {names}", names=describe_label(label))


def _draw_bars(
    ax: Any, counts: Counter[date], period: Period, colour: str, *, bottom: float = 0, scale: float = 1
) -> None:
    """Draw a bar for each period, as wide as it lasts."""
    firsts = sorted(counts)
    widths = [(period.next(day) - day).days * BAR_WIDTH for day in firsts]
    heights = [counts[day] * scale for day in firsts]
    ax.bar(firsts, heights, widths, bottom=bottom, align="edge", color=colour, linewidth=0)


def _set_calendar(ax: Any, period: Period, first: date, last: date, captions: Captions) -> None:
    """Give the figure an axis of time with whole periods at both ends."""
    firsts = starts(period, first, last)
    ax.set_xlim(firsts[0], period.next(firsts[-1]))
    ticks = load("matplotlib.dates")
    locator = ticks.AutoDateLocator(minticks=2, maxticks=8)
    ax.xaxis.set_major_locator(locator)
    formatter = ticks.ConciseDateFormatter(locator)
    write_ticks, write_offset = formatter.format_ticks, formatter.get_offset
    formatter.format_ticks = lambda values: list(map(captions.translate_months, write_ticks(values)))
    formatter.get_offset = lambda: captions.translate_months(write_offset())
    ax.xaxis.set_major_formatter(formatter)
