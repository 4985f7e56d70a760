"""Candidates for one of several names under a noun in the plural: «Белгородской областях», «клубов «Челси»».

The noun stands in the plural because other names share it: «в Курской и Белгородской областях», «клубов «Челси» и
«Арсенал»»; the normal form has it in the singular.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ner_news.lemmas.candidates.agreement import Candidate
from ner_news.lemmas.morphology.dictionary import find_nouns, spell_like
from ner_news.lemmas.morphology.letter_case import write_like
from ner_news.lemmas.morphology.name_vocabulary import APPOSED, PLURALS
from ner_news.lemmas.morphology.phrase_words import is_known_noun, is_substantive, read_adjective_word, read_noun_word
from ner_news.lemmas.morphology.slots import SLOTS, ReadingTable
from ner_news.lemmas.span_words import SpanWords, join_words
from ner_news.morph import Parse, nominative, singular

ONE_OF_SEVERAL, ONE_CALLED = "one of several", "one called"
"""The rules: with an adjective in the singular, «Белгородской областях»; with a name behind, «клубов «Челси»»."""

_MOST_ADJECTIVES = 4
_QUOTES = frozenset('«"“„')
# A reading of the name behind below this weight is left out: «Челси» is hardly a genitive. By eye.
_LEAST_WEIGHT = 0.1
_SHARE = 1.0
_SHARE_CALLED = 0.3


class _Head(NamedTuple):
    """A reading of the noun."""

    place: int
    reading: Parse
    gender: str
    form: str
    """The nominative singular."""


def propose_one_of_several(span: SpanWords) -> Iterator[Candidate]:
    """Yield the lemmas in which the noun, a plural as written, is a singular.

    >>> from ner_news.lemmas.span_words import SpanWords
    >>> [found.text for found in propose_one_of_several(SpanWords("LOC", ("Орловской", "областях"), ("", " ")))]
    ['Орловская область']
    """
    at = 0
    while at < min(len(span.words), _MOST_ADJECTIVES):
        for head in _read_heads(span.words, at):
            candidate = _write(span, head)
            if candidate:
                yield candidate
                return
        if not read_adjective_word(span.words[at]) or is_substantive(span.words[at].lower()):  # «Набережная Мойки»
            return
        at += 1


def _read_heads(words: Sequence[str], index: int) -> Iterator[_Head]:
    word = words[index]
    if _is_adjective_of_next(words, index):
        return
    for found in find_nouns(word):
        gender = "masc" if found.gender == "ms-f" else found.gender
        is_divided = found.pos == "NOUN" and found.number == "plur" and nominative(found) not in PLURALS
        form = singular(found, gender) if is_divided else None
        if form:
            yield _Head(index, found, gender, spell_like(word, form))


def _is_adjective_of_next(words: Sequence[str], index: int) -> bool:
    """Return whether a word is rather the adjective of the next: «Великих Лук», of no «Великое»."""
    follows = index + 1 < len(words) and words[index + 1][:1].isupper() and is_known_noun(words[index + 1])
    return follows and bool(read_adjective_word(words[index]))


def _write(span: SpanWords, head: _Head) -> Candidate | None:
    words = list(span.words)
    has_singular = False
    for index in range(head.place):
        one = _find_form(read_adjective_word(words[index]), head.reading.case, head.gender)
        form = one or _find_singular(words[index], head)
        if not form:
            return None
        has_singular = has_singular or one is not None
        words[index] = write_like(words[index], form)
    words[head.place] = write_like(words[head.place], head.form)
    is_name = head.reading.case == "nomn" and not span.words[head.place].islower()  # «Набережные Челны» are one
    if not has_singular and (is_name or not _decline_name(words, head)):
        return None
    text = join_words(words, span.gaps)
    rule = ONE_OF_SEVERAL if has_singular else ONE_CALLED
    slots = ((SLOTS[head.reading.case, head.gender], 1.0),)
    written = join_words(span.words, span.gaps).lower()
    forms = (("noun", span.words[head.place].lower(), head.form),)
    share = _SHARE if has_singular else _SHARE_CALLED
    return Candidate(text, (text.lower(),), (written,), share, slots, rules=(rule,), forms=forms)


def _find_form(table: ReadingTable, case: str, kind: str) -> str | None:
    return next((reading.form for slots, reading in table if slots & SLOTS[case, kind]), None)


def _find_singular(word: str, head: _Head) -> str | None:
    """Return the singular of an adjective in the plural: «народных» of «Донецкой народных республик»."""
    same = (
        one for one in find_nouns(word) if one.pos == "ADJF" and one.number == "plur" and one.case == head.reading.case
    )
    return next((form for one in same if (form := singular(one, head.gender))), None)


def _decline_name(words: list[str], head: _Head) -> bool:
    """Write the name behind the noun in its nominative; return whether one stands there that can be one of several.

    What may depend on the noun is none: «Силы обороны», «жители Москвы»; but «городов Славянска» is one.
    """
    at = head.place + 1
    if at >= len(words):
        return False
    word = words[at]
    if word in _QUOTES or not _is_russian(word):
        return word in _QUOTES or word[:1].isalnum()
    if not word[:1].isupper():
        return False
    table = read_noun_word(word, "LOC")
    if head.form in APPOSED:
        named = [
            reading.form
            for slots, reading in table
            if slots & SLOTS[head.reading.case, ""] and reading.rule != "as written"
        ]
        if is_known_noun(word):
            words[at] = write_like(word, named[0]) if named else word
            return bool(named)
        return True
    return not any(
        slots & SLOTS["gent", ""] and reading.weight > _LEAST_WEIGHT and reading.form != word.lower()
        for slots, reading in table
    )


def _is_russian(word: str) -> bool:
    return "а" <= word[-1:].lower() <= "я"
