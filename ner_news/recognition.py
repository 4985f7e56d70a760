"""The beginning of the pipeline: texts cleaned, cut into tokens, and read by the network."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ner_news.given import GivenSpan
from ner_news.linking import correct_labels
from ner_news.prepare import Clean, prepare
from ner_news.segment import Tokens, tokenize
from ner_news.spans import Label, PlainSpan, walk
from ner_news.tagging import RolePlaces, Tagger


class Opinion(NamedTuple):
    """Where a given name stands in the clean text, and what the network thinks of it."""

    place: tuple[int, int]
    """Two equal offsets where cleaning left nothing."""
    shares: Mapping[Label, float]
    """How well each label of a name fits, 0..1; empty where the caller knows the label."""


class Recognized(NamedTuple):
    """A text after the network has read it."""

    clean: Clean
    tokens: Tokens
    names: list[PlainSpan]
    """People, organizations and places; no dates yet. None where the names were given."""
    given: Sequence[GivenSpan] | None = None
    """The names that the caller gave; `None` where the network was to find them."""
    opinions: Mapping[GivenSpan, Opinion] = {}
    """Of each given name, inner ones included."""
    roles: RolePlaces | None = None
    """Where the clean text says what people are; `None` where the network does not tell."""


Source = tuple[str, Sequence[GivenSpan] | None]
"""A text, and the names that the caller gave; `None` for the network to find them."""


def recognize(tagger: Tagger, sources: Sequence[Source], form: str, min_score: float) -> Iterator[Recognized]:
    """Yield what the network makes of each text, in order; it reads each once, and none whose labels are known.

    Names below `min_score` are left out, given ones never.
    """
    cleaned = [prepare(text, form) for text, _ in sources]
    texts = [clean.text for clean in cleaned]
    tokenized = [tokenize(text) for text in texts]
    placed = [
        {span: clean.to_clean(*span[:2]) for span in walk(spans or ())}
        for clean, (_, spans) in zip(cleaned, sources, strict=True)
    ]
    asked = [
        None if spans is None else [place for span, place in places.items() if span.label is None]
        for places, (_, spans) in zip(placed, sources, strict=True)
    ]
    readings = tagger.read(texts, tokenized, asked)
    for clean, tokens, places, (_, spans), reading in zip(cleaned, tokenized, placed, sources, readings, strict=True):
        found = correct_labels(clean.text, reading.names) if tagger.has_steps else reading.names
        names, shares = _at_least(min_score, found), iter(reading.shares)
        opinions = {span: Opinion(place, {} if span.label else next(shares)) for span, place in places.items()}
        yield Recognized(clean, tokens, names, spans, opinions, reading.roles)


def _at_least(score: float, names: Sequence[PlainSpan]) -> list[PlainSpan]:
    """Return the names of at least that score, and such names inside them; an unsure name goes with all inside it."""
    return [name._replace(inner=tuple(_at_least(score, name.inner))) for name in names if name.score >= score]
