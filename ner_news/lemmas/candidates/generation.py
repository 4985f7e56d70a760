"""The candidates of a span, by the first rule that answers."""

from collections.abc import Callable

from ner_news.caches import word_cache
from ner_news.lemmas.candidates.agreement import Candidate
from ner_news.lemmas.candidates.person import propose_person
from ner_news.lemmas.candidates.phrase import propose_phrase, propose_quoted
from ner_news.lemmas.span_words import SpanWords, join_words

RULES: tuple[Callable[[SpanWords], tuple[Candidate, ...] | None], ...] = (
    propose_person,
    propose_quoted,
    propose_phrase,
)


@word_cache(maxsize=4096)
def generate_candidates(span: SpanWords) -> tuple[Candidate, ...]:
    """Return the possible lemmas of one span by itself, the likeliest first; never empty.

    >>> [found.text for found in generate_candidates(SpanWords("LOC", ("Химок",), ("",)))][:1]
    ['Химки']
    """
    for rule in RULES:
        found = rule(span)
        if found:
            return found
    text = join_words(span.words, span.gaps)
    return (Candidate(text, (text.lower(),), (text.lower(),), 1.0, rules=("as written",)),)
