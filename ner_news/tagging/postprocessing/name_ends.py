"""Lower-case words at the end that are no part of a name: «Кузнецов рад», «ОДКБ во лжи», «Волге лёд».

Of the names in the gold of NEREL, FactRuEval and RuRED 1 of 9,848 people (a slip of the gold), none of 8,373
organizations and none of 8,443 places would lose a word; of 39,013 names of RuNormAS one («Следак шепнул»).
"""

import re
from collections.abc import Callable, Mapping, Sequence

from ner_news.morph import PROPER_GRAMMEMES, Parse, look_up, parse
from ner_news.spans import PlainSpan

WORD = re.compile(r"\S+")
RUSSIAN = re.compile("[а-яё]")
SIGNS = '«»"“”„().,:;!?—–-'
"""Signs at the edges of a word that are no part of it."""

OPENING = " \t\n\xa0,;:(«„—–-"
"""What ends no name that lost its last word."""

LAST_OF_PEOPLE = frozenset(
    "оглы оглу кызы кзы заде улы уулу баши ага бек хан шах младший старший второй третий".split()
)
"""Normal forms of what may end a person's name in lower case: «Алиев Самед оглы», «Джорджа Буша младшего»."""

PREDICATES = frozenset("VERB INFN GRND ADJS PRTS PRED CONJ PREP PRCL NPRO COMP".split())
"""Parts of speech that end no name of a place or an organization, where a word can be nothing else but an adverb.
Adverbs alone may: «Россия сегодня»."""

PREPOSITIONS = frozenset("в во на с со к ко о об из от у до над под про через между".split())
"""Before a phrase that belongs to the sentence and not to a name of one word; «по», «для», «против» are of names."""


def cut_name_ends(text: str, spans: Sequence[PlainSpan]) -> list[PlainSpan]:
    r"""Return the spans without the lower-case words at their ends that cannot be a part of such a name.

    What stands in quotes is left alone, and so is a name without a capital.

    >>> text = "Кузнецов рад: в Волге лёд."
    >>> spans = [PlainSpan(0, 12, "PER"), PlainSpan(16, 25, "LOC")]
    >>> [text[span.start : span.stop] for span in cut_name_ends(text, spans)]
    ['Кузнецов', 'Волге']
    """
    stops = (_find_stop(text, span) for span in spans)
    return [span if stop == span.stop else span._replace(stop=stop) for span, stop in zip(spans, stops, strict=True)]


def _find_stop(text: str, span: PlainSpan) -> int:
    if text[span.start : span.stop].isalpha():
        return span.stop  # most names: one word
    words = list(WORD.finditer(text, span.start, span.stop))
    while len(words) > 1 and _may_be_cut(words[-1][0]) and not _is_quoted(text, span.start, words[-1].end()):
        kept = KEEPS[span.label]([word[0].strip(SIGNS) for word in words])
        if kept == len(words) or not any(word[0] != word[0].lower() for word in words[:kept]):
            break
        del words[kept:]
    stop = words[-1].end() if words else span.stop
    return span.stop if stop == span.stop else span.start + len(text[span.start : stop].rstrip(OPENING))


def _may_be_cut(word: str) -> bool:
    """Tell whether a word is of small Russian letters: «Canis lupus» is a name."""
    return word.islower() and RUSSIAN.search(word) is not None


def _is_quoted(text: str, start: int, stop: int) -> bool:
    """Tell whether the last word stands behind a quote, in the span or right before it."""
    return any(sign in text[max(0, start - 1) : stop] for sign in '«„“"')


def _keep_person(words: Sequence[str]) -> int:
    """Return how many words are left of a person's."""
    *before, last = words
    readings = look_up(last)
    is_part = last in LAST_OF_PEOPLE or any(reading.normal in LAST_OF_PEOPLE for reading in readings)
    return len(words) if is_part or all(_describes(word, readings) for word in before) else len(words) - 1


def _keep_place(words: Sequence[str]) -> int:
    *_, before, last = words
    return len(words) - 1 if _is_predicate(last) or _disagree(before, last) else len(words)


def _keep_organization(words: Sequence[str]) -> int:
    found = next((number for number, word in enumerate(words) if word in PREPOSITIONS), 0)
    if found and all(map(_is_proper, words[:found])) and all(word == word.lower() for word in words[found:]):
        return found
    *_, before, last = words
    is_wrong = _is_predicate(last) or (before != before.lower() and _disagree(before, last))
    return len(words) - 1 if is_wrong else len(words)


KEEPS: Mapping[str, Callable[[Sequence[str]], int]] = {
    "PER": _keep_person,
    "LOC": _keep_place,
    "ORG": _keep_organization,
}
"""How many of a name's words are left, by its label."""


def _is_predicate(word: str) -> bool:
    parts = {reading.pos for reading in look_up(word)}
    return not PREDICATES.isdisjoint(parts) and parts <= PREDICATES | {"ADVB"}


def _disagree(before: str, last: str) -> bool:
    """Tell whether a noun is in the nominative and the place before it is not: «Волге лёд», «Челнах суд»."""
    nouns = [each for each in look_up(last) if PROPER_GRAMMEMES.isdisjoint(each.grammemes)]  # «Мороз» is a surname
    if not nouns or any(each.pos != "NOUN" or "Fixd" in each.grammemes for each in nouns):
        return False
    places = look_up(before)
    if not places or any(each.pos != "NOUN" or "Fixd" in each.grammemes for each in places):
        return False
    cases = {each.case for each in nouns}
    return "nomn" in cases and "gent" not in cases and cases.isdisjoint(each.case for each in places)


def _describes(word: str, nouns: Sequence[Parse]) -> bool:
    """Tell whether a word is an adjective in a case of the noun: «Железная леди», «Рыжий лес»."""
    cases = {each.case for each in look_up(word) or parse(word) if each.pos == "ADJF"}
    return any(each.pos == "NOUN" and each.case in cases for each in nouns)


def _is_proper(word: str) -> bool:
    """Tell whether a word is an acronym, or one with a capital that is no common noun and no adjective."""
    if word == word.lower():
        return False
    known = look_up(word)
    return (word.isupper() and len(word) > 1) or not any(_is_common(reading) for reading in known)


def _is_common(reading: Parse) -> bool:
    names = ("Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Abbr")
    return reading.grammemes.isdisjoint(names)
