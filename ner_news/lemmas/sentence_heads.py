"""The capital of a noun that only begins a sentence: «Правительство Грузии» of «правительства Грузии»."""

from collections.abc import Sequence

from ner_news.lemmas.choice.ranking_model import read_model
from ner_news.lemmas.morphology.phrase_words import is_common_noun
from ner_news.morph import look_up
from ner_news.segment import Tokens
from ner_news.spans import PlainSpan

_ENDS = frozenset(".!?…")
_OPENING = frozenset('«"“„—–-')
_SHARED = 4
"""Letters that the forms of a noun begin with alike."""


def lower_head(lemma: str, text: str, tokens: Tokens, span: PlainSpan) -> str:
    """Return the lemma of an organization with a small letter where its noun has the capital of a sentence alone.

    The noun is common by the dictionary, something depends on it, and it is in small letters elsewhere in the text, or
    in nearly all names that people gave normal forms (`heads` of the learnt weights).

    >>> from ner_news.segment import tokenize
    >>> text = "Правительство Грузии молчит."
    >>> lower_head("Правительство Грузии", text, tokenize(text), PlainSpan(0, 20, "ORG"))
    'правительство Грузии'
    """
    noun = lemma.partition(" ")[0].lower()
    if span.label != "ORG" or noun == lemma.lower() or not noun.isalpha() or lemma[1:2].isupper():
        return lemma
    if not _starts_sentence(text, tokens, span) or not is_common_noun(noun):
        return lemma
    is_small = noun in read_model().heads or _is_small_elsewhere(noun, tokens.texts)
    return lemma[:1].lower() + lemma[1:] if is_small else lemma


def _starts_sentence(text: str, tokens: Tokens, span: PlainSpan) -> bool:
    first = next((at for at, start in enumerate(tokens.starts) if start >= span.start), 0)
    while first and tokens.texts[first - 1] in _OPENING:
        first -= 1
    if not first or tokens.texts[first - 1] in _ENDS:
        return True
    return "\n" in text[tokens.stops[first - 1] : span.start]


def _is_small_elsewhere(noun: str, words: Sequence[str]) -> bool:
    alike = {word for word in words if word.islower() and word[:_SHARED] == noun[:_SHARED]}
    return any(found.normal == noun for word in alike for found in look_up(word))
