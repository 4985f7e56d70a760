"""The lemmas of the spans of one document, and why they are so."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from ner_news.categories import Gender
from ner_news.errors import OptionError
from ner_news.lemmas.candidates import Candidate, is_settled
from ner_news.lemmas.choice import Choice, Mention, choose_candidates, find_features, find_grounds
from ner_news.lemmas.context import WORD_KINDS, complete_words, find_coordinated, read_context
from ner_news.lemmas.morphology.yo import restore_yo
from ner_news.lemmas.sentence_heads import lower_head
from ner_news.lemmas.span_words import SpanWords, split_span
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
    features: tuple[tuple[str, float], ...] = ()
    """What told the lemma from the likeliest other, with its weight."""


YO = ("written", "restored")
"""Whether lemmas have е for ё where the text has it, or ё wherever the dictionary is sure."""
HEADS = ("written", "lowered")
"""Whether the noun of an organization keeps the capital that it may have as the first word of a sentence alone."""


class Spelling(NamedTuple):
    """How lemmas are written."""

    yo: str = "written"
    """One of `YO`."""
    heads: str = "written"
    """One of `HEADS`."""


AS_WRITTEN = Spelling()


def check_spelling(yo: str, heads: str) -> Spelling:
    """Return the options as one; `OptionError` for another than those of `YO` and `HEADS`."""
    if yo not in YO:
        raise OptionError("yo", yo, YO)
    if heads not in HEADS:
        raise OptionError("heads", heads, HEADS)
    return Spelling(yo, heads)


def lemmatize(text: str, tokens: Tokens, spans: Sequence[PlainSpan], spelling: Spelling = AS_WRITTEN) -> list[Lemma]:
    """Return one lemma for each span, in order; all spans of one document together, for they help each other.

    >>> from ner_news.segment import tokenize
    >>> text = "Марии Захаровой возразили. Захарова промолчала."
    >>> spans = [PlainSpan(0, 15, "PER"), PlainSpan(27, 35, "PER")]
    >>> [lemma.text for lemma in lemmatize(text, tokenize(text), spans)]
    ['Мария Захарова', 'Захарова']
    """
    mentions = _read_mentions(text, tokens, spans, is_settled)
    lemmas = [_to_lemma(choice.candidate) for choice in choose_candidates(mentions, find_coordinated(text, spans))]
    if spelling.heads == "lowered":
        named = zip(lemmas, spans, strict=True)
        lemmas = [lemma._replace(text=lower_head(lemma.text, text, tokens, span)) for lemma, span in named]
    if spelling.yo == "written":
        return lemmas
    return [_restore(lemma, span.label) for lemma, span in zip(lemmas, spans, strict=True)]


def explain(text: str, tokens: Tokens, spans: Sequence[PlainSpan]) -> list[Decision]:
    """Return the grounds for the lemma of each span: the lemmas are those of `lemmatize`.

    >>> from ner_news.segment import tokenize
    >>> text = "Просили за Зася. Зась молчит."
    >>> spans = [PlainSpan(11, 15, "PER"), PlainSpan(17, 21, "PER")]
    >>> [(why.context, why.document) for why in explain(text, tokenize(text), spans)]
    [(('за',), ('зась',)), (('молчит',), ('зася',))]
    """
    mentions = _read_mentions(text, tokens, spans, lambda _: False)
    return list(map(_to_decision, mentions, choose_candidates(mentions, find_coordinated(text, spans))))


def _read_mentions(
    text: str, tokens: Tokens, spans: Sequence[PlainSpan], stands_alone: Callable[[SpanWords], bool]
) -> list[Mention]:
    """Return the words of each span and the cues around it, none for those that need none."""
    words = complete_words(text, spans, [split_span(text, tokens, span) for span in spans])
    return [
        Mention(of_span, () if stands_alone(of_span) else read_context(text, tokens, span))
        for of_span, span in zip(words, spans, strict=True)
    ]


def _to_lemma(candidate: Candidate) -> Lemma:
    return Lemma(candidate.text, candidate.name, candidate.gender)


def _restore(lemma: Lemma, label: str) -> Lemma:
    """Return the lemma with ё, in the parts of the name too."""
    if lemma.name is None:
        return lemma._replace(text=restore_yo(lemma.text, label))
    parts = {part: restore_yo(words, label) for part, words in lemma.name._asdict().items() if words}
    return lemma._replace(text=restore_yo(lemma.text, label), name=lemma.name._replace(**parts))


def _to_decision(mention: Mention, choice: Choice) -> Decision:
    words = [cue.word for cue in mention.cues if cue.word and cue.kind not in WORD_KINDS]
    return Decision(
        _to_lemma(choice.candidate),
        choice.candidate.rules,
        tuple([*words, "и"] if choice.is_in_row else words),
        choice.support,
        tuple([(candidate.text, candidate.share) for candidate in choice.candidates]),
        find_grounds(mention.words, find_features(mention.words.label, mention.cues), choice.candidate),
    )
