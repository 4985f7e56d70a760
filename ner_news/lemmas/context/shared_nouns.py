"""Names whose noun or surname stands with the next: «[Курской] и [Белгородской областях]», «[Пётр] и [Анна Дуровы]»."""

import re
from collections.abc import Sequence
from functools import cache

from ner_news.lemmas.candidates import generate_candidates
from ner_news.lemmas.candidates.plural_heads import ONE_OF_SEVERAL, propose_one_of_several
from ner_news.lemmas.morphology.dictionary import find_nouns, may_be_first_name
from ner_news.lemmas.morphology.person_words import SHARED
from ner_news.lemmas.morphology.phrase_words import read_adjective_word
from ner_news.lemmas.span_words import SpanWords
from ner_news.spans import PlainSpan

_LONGEST_GAP = 12
"""Characters between two such names, as in «, а также »."""


@cache
def _joint() -> re.Pattern[str]:
    return re.compile(r",?\s+(?:и|или|а\s+также)\s+|,\s+")


def complete_words(text: str, spans: Sequence[PlainSpan], words: Sequence[SpanWords]) -> list[SpanWords]:
    """Return the words of each span, with those that it shares with the next span behind it.

    >>> text = "В Курской и Белгородской областях"
    >>> words = [SpanWords("LOC", ("Курской",), ("",)), SpanWords("LOC", ("Белгородской", "областях"), ("", " "))]
    >>> complete_words(text, [PlainSpan(2, 9, "LOC"), PlainSpan(12, 33, "LOC")], words)[0].words
    ('Курской', 'областях')
    """
    completed = list(words)
    for number in range(len(spans) - 2, -1, -1):  # from the last, for its head is that of all before: «Курской, …»
        one, other = spans[number], spans[number + 1]
        if one.label != other.label or not 0 < other.start - one.stop <= _LONGEST_GAP:
            continue
        if _joint().fullmatch(text, one.stop, other.start):
            completed[number] = _complete(words[number], completed[number + 1])
    return completed


def _complete(one: SpanWords, other: SpanWords) -> SpanWords:
    if one.label == "PER":
        return _complete_person(one, other)
    if not all(map(read_adjective_word, one.words)):
        return one
    head = next((at for at, word in enumerate(other.words) if at and _begins_head(word)), 0)
    if not head:
        return one
    whole = _append(one, other.words[head:], other.gaps[head:])
    return whole if _is_one(whole) else one


def _begins_head(word: str) -> bool:
    """Return whether a word is the noun, or an adjective of all names: «Луганской [народных] республик»."""
    return word.islower() or not read_adjective_word(word)


def _append(one: SpanWords, words: Sequence[str], gaps: Sequence[str]) -> SpanWords:
    return one._replace(words=(*one.words, *words), gaps=(*one.gaps, " ", *gaps[1:]))


def _is_one(whole: SpanWords) -> bool:
    """Return whether the adjective agrees with the noun, which is a plural or a name itself: «Северной [Корее]»."""
    if any(candidate.rules == (ONE_OF_SEVERAL,) for candidate in propose_one_of_several(whole)):
        return True
    if len(whole.words) != 2:
        return False
    adjective, noun = whole.words
    named = [found for found in find_nouns(noun) if "Geox" in found.grammemes and found.number == "sing"]
    return any(
        (one.case, one.gender) == (found.case, found.gender)
        for one in find_nouns(adjective)
        for found in named
        if one.pos == "ADJF"
    )


def _complete_person(one: SpanWords, other: SpanWords) -> SpanWords:
    if len(one.words) != 1 or len(other.words) != 2 or not may_be_first_name(one.words[0]):
        return one
    best = generate_candidates(other._replace(is_after_and=True))[0]
    if not any(role == SHARED for role, _, _ in best.forms):
        return one
    return _append(one, other.words[1:], other.gaps[1:])._replace(is_after_and=True)
