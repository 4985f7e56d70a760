"""The lemmas of the spans of one document, and why they are so."""

from collections.abc import Sequence
from typing import NamedTuple

from ner_news.categories import Gender
from ner_news.lemmas.candidates import Candidate
from ner_news.lemmas.choice import Choice, Mention, choose_candidates
from ner_news.lemmas.context import find_coordinated, read_context
from ner_news.lemmas.span_words import split_span
from ner_news.names import NameParts
from ner_news.segment import Tokens
from ner_news.spans import PlainSpan


class Lemma(NamedTuple):
    """The normal form of one span."""

    text: str
    """The nominative, with the capitals, the ё and the marks of the text."""
    name: NameParts | None = None
    """For PER: the parts of the name."""
    gender: Gender | None = None
    """For PER: `masc` or `femn`; `None` where neither the name nor the text tells."""


class Decision(NamedTuple):
    """Why a lemma is what it is."""

    lemma: Lemma
    rules: tuple[str, ...]
    """The rule that read each word of the chosen candidate."""
    context: tuple[str, ...]
    """The words beside the span that were cues."""
    document: tuple[str, ...]
    """Other written forms in the document that the lemma explains."""
    candidates: tuple[tuple[str, float], ...]
    """The lemmas that were possible, with their shares before the rest of the document was asked."""


def lemmatize(text: str, tokens: Tokens, spans: Sequence[PlainSpan]) -> list[Lemma]:
    """Return one lemma for each span, in order; all spans of one document together, for they help each other.

    >>> from ner_news.segment import tokenize
    >>> text = "Марии Захаровой возразили. Захарова промолчала."
    >>> spans = [PlainSpan(0, 15, "PER"), PlainSpan(27, 35, "PER")]
    >>> [lemma.text for lemma in lemmatize(text, tokenize(text), spans)]
    ['Мария Захарова', 'Захарова']
    """
    mentions = _read_mentions(text, tokens, spans)
    return [_to_lemma(choice.candidate) for choice in choose_candidates(mentions, find_coordinated(text, spans))]


def explain(text: str, tokens: Tokens, spans: Sequence[PlainSpan]) -> list[Decision]:
    """Return the grounds for the lemma of each span: the lemmas are those of `lemmatize`.

    >>> from ner_news.segment import tokenize
    >>> text = "Просили за Зася. Зась молчит."
    >>> spans = [PlainSpan(11, 15, "PER"), PlainSpan(17, 21, "PER")]
    >>> [(why.context, why.document) for why in explain(text, tokenize(text), spans)]
    [(('за',), ('зась',)), (('молчит',), ('зася',))]
    """
    mentions = _read_mentions(text, tokens, spans)
    return list(map(_to_decision, mentions, choose_candidates(mentions, find_coordinated(text, spans))))


def _read_mentions(text: str, tokens: Tokens, spans: Sequence[PlainSpan]) -> list[Mention]:
    return [Mention(split_span(text, tokens, span), read_context(text, tokens, span)) for span in spans]


def _to_lemma(candidate: Candidate) -> Lemma:
    return Lemma(candidate.text, candidate.name, candidate.gender)


def _to_decision(mention: Mention, choice: Choice) -> Decision:
    words = [cue.word for cue in mention.cues if cue.word]
    return Decision(
        _to_lemma(choice.candidate),
        choice.candidate.rules,
        tuple([*words, "и"] if choice.is_in_row else words),
        choice.support,
        tuple([(candidate.text, candidate.share) for candidate in choice.candidates]),
    )
