"""Pieces of a sentence with the marks that each layer has in them."""

from typing import NamedTuple

FULL, INNER, NAMES, MARKED = LAYERS = ("full", "full-1", "names", "marked")
"""NEREL's longest names, the names inside those, FactRuEval's bare names, RuNormAS's names with heads and quotes."""


class Mark(NamedTuple):
    """A name in a piece, `text[start:stop]`, in one layer."""

    layer: str
    start: int
    stop: int
    label: str


class Piece(NamedTuple):
    """A stretch of text, its marks, and the layers for which nobody knows what they would mark."""

    text: str
    marks: tuple[Mark, ...] = ()
    unsure: frozenset[str] = frozenset()


def bare(text: str, label: str) -> Piece:
    """Return a name alike in every layer.

    >>> len(bare("Коломна", "LOC").marks)
    3
    """
    return headed("", text, label)


def headed(head: str, name: str, label: str) -> Piece:
    """Return a name behind a head word that only `marked` counts in, as the quotes around the name.

    >>> [(mark.layer, mark.start, mark.stop) for mark in headed("газета ", "«Труд»", "ORG").marks]
    [('full', 8, 12), ('names', 8, 12), ('marked', 0, 13)]
    """
    text = head + name
    start, stop = (len(head) + 1, len(text) - 1) if name[0] == "«" else (len(head), len(text))
    inside = [Mark(layer, start, stop, label) for layer in (FULL, NAMES)]
    return Piece(text, (*inside, Mark(MARKED, 0, len(text), "NAME")))


def whole(text: str, label: str, inner: tuple[tuple[int, int, str], ...] = ()) -> Piece:
    """Return a name with its head word inside, `names` left open, and the names inside it.

    >>> whole("улица Чехова", "LOC", ((6, 12, "PER"),)).marks[-1].layer
    'full-1'
    """
    outer = (Mark(FULL, 0, len(text), label), Mark(MARKED, 0, len(text), "NAME"))
    return Piece(text, (*outer, *(Mark(INNER, *each) for each in inner)), frozenset((NAMES,)))


def join(pieces: list[Piece]) -> Piece:
    """Return one piece of several, one behind the other.

    >>> join([Piece("Это "), bare("Коломна", "LOC")]).marks[0]
    Mark(layer='full', start=4, stop=11, label='LOC')
    """
    text, marks = "", []
    for piece in pieces:
        marks += [Mark(each.layer, each.start + len(text), each.stop + len(text), each.label) for each in piece.marks]
        text += piece.text
    return Piece(text, tuple(marks), frozenset().union(*(piece.unsure for piece in pieces)))
