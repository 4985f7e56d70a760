"""How often entities are named."""

from typing import Any

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
from ner_news.spans import LABELS

MOST = 100
"""Bars of one figure: more cannot be read."""


def frequencies(source: Source, *, label: str | None = None, top: int = 20, ax: Any = None) -> Any:
    """A `Figure` with a bar for each of the entities named most, coloured by label: all names, or of one label."""
    load("matplotlib")
    check_top(top)
    entities = chosen(gathered(source), label)
    shown = sorted(entities, key=lambda entity: (-entity.mentions, -entity.documents, entity.id))[: min(top, MOST)]
    ax = open_axes(ax, 7, 1.1 + 0.26 * max(len(shown), 3))
    entitle(ax, f"{words_of(label).capitalize()} by mentions", share(len(shown), len(entities), words_of(label)))
    if not shown:
        say_empty(ax, f"no {words_of(label)}")
        return ax.figure
    for kind in LABELS:
        rows = [(row, entity.mentions) for row, entity in enumerate(shown) if entity.label == kind]
        if rows:
            bars = ax.barh(*zip(*rows, strict=True), color=colour_of(kind), height=0.7, label=words_of(kind))
            ax.bar_label(bars, fmt="{:,.0f}", padding=3, fontsize="small")
    ax.set_yticks(range(len(shown)), [written(entity.lemma) for entity in shown])
    ax.set_ylim(len(shown) - 0.4, -0.6)
    ax.margins(x=0.08)
    ax.tick_params(left=False, bottom=False, labelbottom=False)
    bare(ax, "left")
    if label is None:
        ax.legend(frameon=False, fontsize="small", loc="lower right")
    return ax.figure
