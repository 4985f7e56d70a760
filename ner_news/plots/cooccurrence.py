"""A graph of the entities that documents name together."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import ceil, sqrt
from typing import Any

from ner_news.corpus import CorpusEntity
from ner_news.plots.canvas import (
    GREY,
    Source,
    check_top,
    choose_entities,
    entitle,
    find_colour,
    format_name,
    gather_corpus,
    load,
    open_axes,
    say_empty,
)
from ner_news.plots.captions import Captions, describe_label
from ner_news.spans import LABELS

MOST = 200
"""Entities of one figure: more cannot be read, and placing them takes their square in time (200 take a second)."""
# All by eye, with matplotlib's own font.
LETTER, LINE = 0.072, 0.34
"""Inches that a letter of a name takes, and a node with its name under it."""
ROUNDS = 100
"""Rounds of moving names apart, at most."""
LEAST = (5, 4)
"""Inches, width and height."""
PAIRS_EACH = 3
"""Lines for each entity, the strongest: more hide one another."""


def together(source: Source, *, label: str | None = None, top: int = 30, ax: Any = None, lang: str = "en") -> Any:
    """Return a `Figure` with the entities of the most documents, and lines between those that documents name together.

    The larger a node, the more documents name it; the wider a line, the more name both.
    """
    load("matplotlib")
    check_top(top)
    captions = Captions(lang)
    corpus = gather_corpus(source)
    entities = choose_entities(corpus, label)
    shown = entities[: min(top, MOST)]
    pairs = corpus.pairs([entity.id for entity in shown])
    strongest = pairs[: PAIRS_EACH * len(shown)]
    paired = {name for one, other, _ in strongest for name in (one, other)}
    shown = [entity for entity in shown if entity.id in paired or not paired]
    points = _lay_out(shown, strongest)
    ax = open_axes(ax, *_measure_figure(points))
    names = describe_label(label)
    notes = captions.note_share(len(shown), len(entities), names)
    notes += captions.note_share(len(strongest), len(pairs), "pairs of these")
    entitle(ax, captions.title("{names} that documents name together", names=names), notes)
    if not shown:
        say_empty(ax, captions.write("no {names}", names=names))
        return ax.figure
    _draw_lines(ax, points, strongest)
    _draw_nodes(ax, points, shown, captions)
    _draw_names(ax, points, shown)
    ax.set_axis_off()
    ax.margins(0.12, 0.08)
    if label is None:
        ax.legend(frameon=False, fontsize="small", loc="best", markerscale=0.7)
    return ax.figure


def _lay_out(entities: Sequence[CorpusEntity], pairs: Sequence[tuple[str, str, int]]) -> dict[str, list[float]]:
    """Return points in inches: near one another for entities that are named together, but no name upon another."""
    networkx = load("networkx")
    graph = networkx.Graph()
    graph.add_nodes_from(entity.id for entity in entities)
    graph.add_weighted_edges_from((one, other, sqrt(count)) for one, other, count in pairs)
    root = sqrt(max(1, len(entities)))
    layout = networkx.spring_layout(graph, k=2.2 / root, iterations=200, seed=1)
    side = 2 + 0.3 * root
    points = {node: [1.25 * side * float(x), side * float(y)] for node, (x, y) in layout.items()}
    _push_apart(points, {entity.id: (LETTER * len(format_name(entity.lemma)), LINE) for entity in entities})
    return points


def _measure_figure(points: Mapping[str, Sequence[float]]) -> Iterator[int]:
    """Yield the width and height in whole inches of a figure that holds the points, with its margins and title."""
    for axis, least in enumerate(LEAST):
        line = [point[axis] for point in points.values()]
        yield max(least, ceil(1.35 * (max(line, default=0) - min(line, default=0))))


def _push_apart(points: Mapping[str, list[float]], boxes: Mapping[str, tuple[float, float]]) -> None:
    """Move points apart, the shorter way, until no boxes around them overlap."""
    for _ in range(ROUNDS):
        is_done = True
        for one, other in combinations(points, 2):
            here, there = points[one], points[other]
            overlaps = [(boxes[one][axis] + boxes[other][axis]) / 2 - abs(here[axis] - there[axis]) for axis in (0, 1)]
            if min(overlaps) > 0:
                is_done = False
                axis = overlaps.index(min(overlaps))
                step = (overlaps[axis] / 2 + 0.01) * (1 if here[axis] >= there[axis] else -1)
                here[axis] += step
                there[axis] -= step
        if is_done:
            return


def _draw_lines(ax: Any, points: Mapping[str, Any], pairs: Sequence[tuple[str, str, int]]) -> None:
    most = max((count for _, _, count in pairs), default=1)
    ends = [(points[one], points[other]) for one, other, _ in pairs]
    widths = [0.4 + 3.6 * count / most for _, _, count in pairs]
    ax.add_collection(
        load("matplotlib.collections").LineCollection(ends, linewidths=widths, colors=GREY, alpha=0.35, zorder=1)
    )


def _draw_nodes(ax: Any, points: Mapping[str, Any], entities: Sequence[CorpusEntity], captions: Captions) -> None:
    most = max(entity.documents for entity in entities)
    for label in LABELS:
        group = [entity for entity in entities if entity.label == label]
        if group:
            positions = zip(*(points[entity.id] for entity in group), strict=True)
            sizes = [30 + 270 * entity.documents / most for entity in group]
            ax.scatter(
                *positions, s=sizes, color=find_colour(label), label=captions.write(describe_label(label)), zorder=2
            )


def _draw_names(ax: Any, points: Mapping[str, Any], entities: Sequence[CorpusEntity]) -> None:
    """Draw the names under the nodes, with a rim that sets them off from lines."""
    rim = load("matplotlib.patheffects").withStroke(linewidth=2.5, foreground=ax.figure.get_facecolor())
    most = max(entity.documents for entity in entities)
    for entity in entities:
        below = 3 + 8 * sqrt(entity.documents / most)
        ax.annotate(
            format_name(entity.lemma), points[entity.id], (0, -below), textcoords="offset points",
            ha="center", va="top", fontsize="x-small", path_effects=[rim], zorder=3,
        )  # fmt: skip
