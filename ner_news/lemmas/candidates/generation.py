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


def is_settled(span: SpanWords) -> bool:
    """Return whether nothing is left to choose; a person's gender is, even if the lemma is not.

    >>> is_settled(SpanWords("ORG", ("ОДКБ",), ("",))), is_settled(SpanWords("PER", ("Путин",), ("",)))
    (True, False)
    """
    return span.label != "PER" and len(generate_candidates(span)) == 1


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
    return keep_as_written(span)


def keep_as_written(span: SpanWords) -> tuple[Candidate, ...]:
    """Return the words of a span as its only lemma; nothing is remembered, so they may be as many as they are.

    >>> keep_as_written(SpanWords("PER", ("Тартальи",), ("",)))[0].text
    'Тартальи'
    """
    text = join_words(span.words, span.gaps)
    return (Candidate(text, (text.lower(),), (text.lower(),), 1.0, rules=("as written",)),)
