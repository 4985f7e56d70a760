"""The nouns of organizations that people write with a small letter in normal forms: «правительство Грузии»."""

from collections import Counter
from collections.abc import Iterable

from ner_news.lemmas.morphology.phrase_words import is_common_noun
from ner_news.training.lemma_gold import LemmaGold

_LEAST_TIMES = 5
_LEAST_SHARE = 0.9
"""Of the times with a small letter; both by eye."""


def count_heads(documents: Iterable[LemmaGold]) -> dict[str, float]:
    """Return the nouns that begin names of organizations nearly always in small letters, with their share.

    >>> from ner_news.spans import PlainSpan
    >>> gold = LemmaGold("Ждут совета дома", (PlainSpan(5, 16, "ORG"),), (("совет дома",),))
    >>> count_heads([gold] * 5)
    {'совет': 1.0}
    """
    small, large = Counter[str](), Counter[str]()
    for document in documents:
        for span, lemmas in zip(document.spans, document.lemmas, strict=True):
            noun, _, rest = lemmas[0].partition(" ")
            if span.label == "ORG" and rest and noun.isalpha():
                (small if noun.islower() else large)[noun.lower()] += 1
    shares = {noun: count / (count + large[noun]) for noun, count in sorted(small.items()) if count >= _LEAST_TIMES}
    return {noun: round(share, 2) for noun, share in shares.items() if share >= _LEAST_SHARE and is_common_noun(noun)}
