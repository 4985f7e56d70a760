"""The normal form of a name: its nominative, written as the name is written.

The way of a lemma: `pieces` cuts a span into words; `name_words` and `phrase_words` say what each word may be;
`person` and `phrase` join the words that agree into candidates, `called` leaves names in quotes as they are;
`evidence` chooses with the whole document in view.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from ner_news import morph
from ner_news.lemmas import name_words, phrase_words
from ner_news.lemmas.agreement import Candidate
from ner_news.lemmas.called import called_candidates
from ner_news.lemmas.evidence import Evidence
from ner_news.lemmas.person import person_candidates
from ner_news.lemmas.phrase import phrase_candidates
from ner_news.lemmas.pieces import Pieces, cut, join
from ner_news.names import Gender, NameParts
from ner_news.segment import Tokens
from ner_news.spans import PlainSpan


class Lemma(NamedTuple):
    """The normal form of one span."""

    text: str
    """The nominative, with the capitals, the ё and the marks of the text."""
    name: NameParts | None = None
    """For PER: the parts of the name."""
    gender: Gender | None = None
    """For PER: `masc` or `femn`; `None` where the name does not tell."""


def lemmatize(text: str, tokens: Tokens, spans: Sequence[PlainSpan]) -> list[Lemma]:
    """One lemma for each span, in order; all spans of one document together, for they help each other.

    >>> from ner_news.segment import tokenize
    >>> text = "Марии Захаровой возразили. Захарова промолчала."
    >>> spans = [PlainSpan(0, 15, "PER"), PlainSpan(27, 35, "PER")]
    >>> [lemma.text for lemma in lemmatize(text, tokenize(text), spans)]
    ['Мария Захарова', 'Захарова']
    """
    mentions = [candidates(cut(text, tokens, span)) for span in spans]
    evidence = Evidence(mentions)
    return [_lemma(evidence.choose(mention)) for mention in mentions]


# Texts repeat their names: 4,096 of them are about 10 MB.
@lru_cache(maxsize=4096)
def candidates(pieces: Pieces) -> tuple[Candidate, ...]:
    """The possible lemmas of one span by itself, the likeliest first, by the first rule to answer; never empty."""
    for rule in RULES:
        found = rule(pieces)
        if found:
            return found
    return (_as_written(pieces),)


def clear_caches() -> None:
    """Forget every word seen, for measuring cold runs; resources loaded once stay."""
    morph.clear_caches()
    name_words.clear_caches()
    phrase_words.clear_caches()
    candidates.cache_clear()


RULES: tuple[Callable[[Pieces], tuple[Candidate, ...] | None], ...] = (
    person_candidates,
    called_candidates,
    phrase_candidates,
)


def _as_written(pieces: Pieces) -> Candidate:
    text = join(pieces.words, pieces.gaps)
    return Candidate(text, (text.lower(),), 1.0, rules=("as written",))


def _lemma(candidate: Candidate) -> Lemma:
    return Lemma(candidate.text, candidate.name, candidate.gender)
