"""A graph of the entities that documents name together, or of one and those named with it."""

from collections.abc import Iterator, Mapping, Sequence
from math import ceil, sqrt
from typing import Any

from ner_news.captions import Captions, describe_label
from ner_news.corpus import CorpusEntity
from ner_news.plots.canvas import (
    GREY,
    Source,
    check_top,
    entitle,
    find_colour,
    format_name,
    gather_corpus,
    load,
    open_axes,
    say_empty,
)
from ner_news.plots.graph_choice import Pair, choose_graph, lay_out
from ner_news.spans import LABELS

LEAST = (5, 4)
"""Inches, width and height, by eye."""


def together(
    source: Source,
    *,
    entity: str | CorpusEntity | None = None,
    label: str | None = None,
    top: int = 30,
    ax: Any = None,
    lang: str | None = None,
) -> Any:
    """Return a `Figure` with the entities of the most documents, and lines between those that documents name together.

    The larger a node, the more documents name it; the wider a line, the more name both. With an `entity`, its id, a
    name of it or a `CorpusEntity`, those are shown that documents name with it; nodes count these documents alone.
    """
    load("matplotlib")
    check_top(top)
    captions = Captions(lang)
    graph = choose_graph(gather_corpus(source), entity, label, top, captions)
    points = lay_out(graph)
    ax = open_axes(ax, *_measure_figure(points))
    entitle(ax, graph.title, graph.notes)
    if not graph.entities:
        say_empty(ax, captions.write("no {names}", names=describe_label(label)))
        return ax.figure
    _draw_lines(ax, points, graph.pairs)
    _draw_nodes(ax, points, graph.entities, captions)
    _draw_names(ax, points, graph.entities)
    ax.set_axis_off()
    ax.margins(0.12, 0.08)
    if label is None or len({each.label for each in graph.entities}) > 1:
        ax.legend(frameon=False, fontsize="small", loc="best", markerscale=0.7)
    return ax.figure


def _measure_figure(points: Mapping[str, Sequence[float]]) -> Iterator[int]:
    """Yield the width and height in whole inches of a figure that holds the points, with its margins and title."""
    for axis, least in enumerate(LEAST):
        line = [point[axis] for point in points.values()]
        yield max(least, ceil(1.35 * (max(line, default=0) - min(line, default=0))))


def _draw_lines(ax: Any, points: Mapping[str, Any], pairs: Sequence[Pair]) -> None:
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
