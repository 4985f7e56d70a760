"""The parts that all plots share: the corpus that they draw, axes, titles and notes."""

from collections.abc import Iterable, Sequence
from functools import partial
from importlib import import_module
from io import BytesIO
from typing import Any, TypeAlias

from ner_news.corpus import Corpus, CorpusEntity
from ner_news.display import LIGHT
from ner_news.errors import InputError, MissingExtraError
from ner_news.models import Document

Source: TypeAlias = Corpus | Document | Iterable[Document]

LONGEST = 40
"""Characters of a name that are shown, by eye."""
GREY = "#808080"
"""Seen on white and on black."""


def load(name: str) -> Any:
    """Import a module of matplotlib or networkx; `MissingExtraError` where it is not installed."""
    try:
        return import_module(name)
    except ImportError as error:
        raise MissingExtraError("a plot", "plot") from error


def gather_corpus(source: Source) -> Corpus:
    """Return the corpus, or one in memory made of the documents."""
    if isinstance(source, Corpus):
        return source
    corpus = Corpus()
    corpus.extend([source] if isinstance(source, Document) else source)
    return corpus


def choose_entities(corpus: Corpus, label: str | None) -> list[CorpusEntity]:
    """Return the entities of a label, or all names; dates only when they are asked for."""
    return [entity for entity in corpus.entities(label) if label is not None or entity.label != "DATE"]


def check_top(top: int) -> None:
    """Raise `InputError` for anything but a number of things to show."""
    if not isinstance(top, int) or top < 1:
        raise InputError(f"top={top!r}: a whole number from 1 on is needed")


def open_axes(ax: Any, width: float, height: float) -> Any:
    """Return the axes given, or those of a new figure of that size in inches, which shows itself in a notebook.

    The figure is no part of pyplot's state, so nothing has to be closed.
    """
    figures, axes = load("matplotlib.figure"), load("matplotlib.axes")
    if ax is None:
        figure = figures.Figure(figsize=(width, height), layout="constrained")
        figure._repr_png_ = partial(_draw_png, figure)
        return figure.add_subplot()
    if not isinstance(ax, axes.Axes):
        raise TypeError(f"ax must be Axes of matplotlib, not {type(ax).__name__}")
    return ax


def _draw_png(figure: Any) -> bytes:
    picture = BytesIO()
    figure.savefig(picture, format="png", dpi=96)
    return picture.getvalue()


def entitle(ax: Any, title: str, notes: Sequence[str] = ()) -> None:
    """Write a title, and a line of notes in small letters between it and the plot."""
    ax.set_title(title, loc="left", fontsize="large", pad=20 if notes else 6)
    if notes:
        ax.annotate(
            "; ".join(notes), (0, 1), (0, 5), xycoords="axes fraction", textcoords="offset points",
            fontsize="small", color=GREY, gid="note", annotation_clip=False,
        )  # fmt: skip


def say_empty(ax: Any, words: str) -> None:
    """Write the words in the place of a plot that has nothing to show."""
    ax.set_axis_off()
    ax.text(0.5, 0.5, words, transform=ax.transAxes, ha="center", va="center", color=GREY)


def hide_frame(ax: Any, *sides: str) -> None:
    """Hide the frame but for the sides named."""
    for side, spine in ax.spines.items():
        spine.set_visible(side in sides)


def format_name(name: str) -> str:
    """Return a name as a plot can write it: on one line, cut where it is long; `$` begins no formula.

    >>> format_name("Общество с ограниченной ответственностью «Волгаэкострой»")
    'Общество с ограниченной ответственность…'
    """
    line = " ".join("".join(letter if letter.isprintable() else " " for letter in name).split())
    cut = line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"
    return cut.replace("$", r"\$")


def find_colour(label: str) -> str:
    """Return the colour of a label, which is that of displays in light surroundings."""
    return LIGHT[label]
