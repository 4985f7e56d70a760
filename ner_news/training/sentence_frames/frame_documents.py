"""Documents of one to four sentences made of templates, with the spans of each layer."""

from collections.abc import Mapping
from random import Random
from typing import NamedTuple

from ner_news.export.annotated import GoldSpan
from ner_news.training.sentence_frames.pieces import LAYERS, Piece, join
from ner_news.training.sentence_frames.template_slots import fill_template
from ner_news.training.sentence_frames.word_lists import read_lines

# By eye: how often a document has so many sentences, and how often a text is written in another way.
_SENTENCES = (1, 1, 1, 2, 2, 3, 4)
_NAMELESS = 0.15
_PLAIN_QUOTES = 0.25
_WITHOUT_YO = 0.6
_SHORT_DASH = 0.3
_LINES = 0.15


class FrameDocument(NamedTuple):
    """A text and its spans."""

    id: str
    text: str
    layers: Mapping[str, tuple[GoldSpan, ...]]
    """Sorted and without overlaps, by the layer's name: `full`, `full-1`, `names`, `marked`. A layer is absent where
    the convention behind it leaves open what it would mark."""


def generate_frames(count: int, seed: int) -> list[FrameDocument]:
    """Return documents, the same for the same seed.

    >>> [generate_frames(3, 1) == generate_frames(3, 1), generate_frames(3, 1) == generate_frames(3, 2)]
    [True, False]
    """
    random = Random(seed)
    return [_make_document(random, f"frame {seed} {number}") for number in range(count)]


def _make_document(random: Random, name: str) -> FrameDocument:
    sentences, wanted = [_draw_sentence(random)], random.choice(_SENTENCES)
    while len(sentences) < wanted:
        another = _draw_sentence(random)
        if another.unsure == sentences[0].unsure:  # one open sentence would take a layer from all the others
            sentences.append(another)
    return _as_document(name, _respell(random, join(_space(sentences, random.random() < _LINES))))


def _space(sentences: list[Piece], in_lines: bool) -> list[Piece]:
    """Return the sentences with what stands between them: a new line behind a headline, which has no full stop."""
    spaced = [sentences[0]]
    for sentence in sentences[1:]:
        ended = spaced[-1].text.endswith((".", "!", "?", "»"))
        spaced += [Piece(" " if ended and not in_lines else "\n"), sentence]
    return spaced


def _draw_sentence(random: Random) -> Piece:
    templates = read_lines("nameless" if random.random() < _NAMELESS else "frames")
    return fill_template(random, random.choice(templates))


def _respell(random: Random, piece: Piece) -> Piece:
    """Return the piece as another hand would type it, letter for letter, so that offsets stay."""
    text = piece.text
    if random.random() < _PLAIN_QUOTES:
        text = text.replace("«", '"').replace("»", '"')
    if random.random() < _WITHOUT_YO:
        text = text.replace("ё", "е").replace("Ё", "Е")
    if random.random() < _SHORT_DASH:
        text = text.replace("—", random.choice("–-"))
    return piece._replace(text=text)


def _as_document(name: str, piece: Piece) -> FrameDocument:
    known = [layer for layer in LAYERS if layer not in piece.unsure]
    spans = {
        layer: tuple(sorted(GoldSpan(*mark[1:]) for mark in piece.marks if mark.layer == layer)) for layer in known
    }
    return FrameDocument(name, piece.text, spans)
