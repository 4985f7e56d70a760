"""Examples for the choice of lemmas: a name with its candidates, the cues beside it, and which candidates are right."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ner_news.lemmas.candidates import Candidate, generate_candidates
from ner_news.lemmas.context import Feature, read_context
from ner_news.lemmas.span_words import SpanWords, split_span
from ner_news.segment import tokenize
from ner_news.training.lemma_gold import LemmaGold, fold_lemma


class Example(NamedTuple):
    """A name beside some words; equal ones count as one."""

    span: SpanWords
    features: tuple[Feature, ...]
    """The cues beside it, with their words."""
    right: tuple[int, ...]
    """The numbers of the right candidates."""


def build_examples(documents: Iterable[LemmaGold]) -> Counter[Example]:
    """Return the examples of the documents, with how often each is met.

    A name of one candidate teaches nothing, nor does one whose lemma is not among the candidates: both are left out.

    >>> from ner_news.spans import PlainSpan
    >>> gold = LemmaGold("Ждут Захарову.", (PlainSpan(5, 13, "PER"),), (("Захарова",),))
    >>> [(example.span.words, len(example.right), count) for example, count in build_examples([gold]).items()]
    [(('Захарову',), 1, 1)]
    """
    return Counter(example for document in documents for example in _read_examples(document))


def _read_examples(document: LemmaGold) -> Iterator[Example]:
    tokens = tokenize(document.text)
    for span, lemmas in zip(document.spans, document.lemmas, strict=True):
        words = split_span(document.text, tokens, span)
        candidates = generate_candidates(words)
        right = _find_right(candidates, lemmas)
        if 0 < len(right) < len(candidates):
            cues = read_context(document.text, tokens, span)
            yield Example(words, tuple([(kind, slots, word) for word, kind, slots in cues]), right)


def _find_right(candidates: Sequence[Candidate], lemmas: Sequence[str]) -> tuple[int, ...]:
    wanted = set(map(fold_lemma, lemmas))
    return tuple([at for at, candidate in enumerate(candidates) if fold_lemma(candidate.text) in wanted])
