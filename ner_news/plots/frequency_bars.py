"""Bars for the entities that are named most."""

from collections.abc import Iterable
from typing import Any

from ner_news.captions import Captions, describe_label
from ner_news.corpus import CorpusEntity
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
from ner_news.spans import LABELS

MOST = 100
"""Bars of one figure, by eye: more cannot be read."""


def choose_most_named(entities: Iterable[CorpusEntity], top: int) -> list[CorpusEntity]:
    """Return so many of the entities, `MOST` at most, those named most often first."""
    return sorted(entities, key=lambda entity: (-entity.mentions, -entity.documents, entity.id))[: min(top, MOST)]


def frequencies(
    source: Source, *, label: str | None = None, top: int = 20, ax: Any = None, lang: str | None = None
) -> Any:
    """Return a `Figure` with a bar for each of the entities named most: all names, or those of one label."""
    load("matplotlib")
    check_top(top)
    captions = Captions(lang)
    entities = choose_entities(gather_corpus(source), label)
    shown = choose_most_named(entities, top)
    ax = open_axes(ax, 7, 1.1 + 0.26 * max(len(shown), 3))
    names = describe_label(label)
    title = captions.title("{names} by mentions", names=names)
    entitle(ax, title, captions.note_share(len(shown), len(entities), names))
    if not shown:
        say_empty(ax, captions.write("no {names}", names=names))
        return ax.figure
    for kind in LABELS:
        mentions = {number: entity.mentions for number, entity in enumerate(shown) if entity.label == kind}
        if mentions:
            style = {"color": find_colour(kind), "label": captions.write(describe_label(kind))}
            bars = ax.barh(list(mentions), list(mentions.values()), height=0.7, **style)
            ax.bar_label(bars, fmt=captions.format_number, padding=3, fontsize="small")
    ax.set_yticks(range(len(shown)), [format_name(entity.lemma) for entity in shown])
    ax.set_ylim(len(shown) - 0.4, -0.6)
    ax.margins(x=0.08)
    ax.tick_params(left=False, bottom=False, labelbottom=False)
    hide_frame(ax, "left")
    if label is None:
        ax.legend(frameon=False, fontsize="small", loc="upper left", bbox_to_anchor=(1, 1))
    return ax.figure
