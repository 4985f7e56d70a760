"""The one entrance to the choice: the mentions of a document in, a chosen candidate for each out."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ner_news.lemmas.candidates import Candidate, keep_as_written
from ner_news.lemmas.choice.document_evidence import DocumentEvidence
from ner_news.lemmas.choice.ranking_model import ONES, Row, read_model
from ner_news.lemmas.choice.rescoring import fits_of_neighbours, rescore
from ner_news.lemmas.context import WORD_KINDS, Cue, Feature
from ner_news.lemmas.span_words import SpanWords


class Mention(NamedTuple):
    """One span of a document, as far as the choice sees it."""

    words: SpanWords
    """Its words, of which the candidates are generated."""
    cues: tuple[Cue, ...]
    """The features of its context."""


class Choice(NamedTuple):
    """The candidate chosen for one mention, and the grounds."""

    candidate: Candidate
    candidates: tuple[Candidate, ...]
    """All candidates, with their shares before the document was asked; the likeliest first."""
    is_in_row: bool
    """Whether names joined to the mention were asked for its case."""
    evidence: DocumentEvidence

    @property
    def support(self) -> tuple[str, ...]:
        """Other written forms in the document that the candidate explains."""
        return self.evidence.find_support(self.candidate)


def choose_candidates(mentions: Sequence[Mention], rows: Iterable[Sequence[int]]) -> list[Choice]:
    """Return the choice for each mention of one document, in order.

    `rows` are the indexes of mentions that are coordinated people and so stand in one case.

    >>> choices = choose_candidates([Mention(SpanWords("LOC", ("Химок",), ("",)), ())], rows=[])
    >>> [choice.candidate.text for choice in choices]
    ['Химки']
    """
    candidates = list(map(_rescore, mentions))
    coordinated: set[int] = set()
    for row in rows:
        coordinated.update(row)
        of_row = [candidates[index] for index in row]
        for at, index in enumerate(row):
            candidates[index] = _rescore(mentions[index], fits_of_neighbours(of_row, at))
    evidence = DocumentEvidence(candidates)
    return [
        Choice(evidence.choose(of_mention), of_mention, index in coordinated, evidence)
        for index, of_mention in enumerate(candidates)
    ]


def _rescore(mention: Mention, neighbours: Row = ONES) -> tuple[Candidate, ...]:
    words, cues = mention
    if words.is_too_long:
        return keep_as_written(words)
    return rescore(words, find_features(words.label, cues), neighbours)


def find_features(label: str, cues: tuple[Cue, ...]) -> tuple[Feature, ...]:
    """Return the cues without their words, but for those words that have weights of their own."""
    known = read_model().words.get(label, {})
    return tuple(
        [
            (kind, slots, word if kind in WORD_KINDS else "")
            for word, kind, slots in cues
            if kind not in WORD_KINDS or word in known
        ]
    )
