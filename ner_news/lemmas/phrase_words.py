"""What one word of a place's or an organization's name may be: its noun, or an adjective of that noun."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from ner_news.caches import word_cache
from ner_news.lemmas.dictionary import known_nouns, shares
from ner_news.lemmas.endings import read_endings
from ner_news.lemmas.hyphens import read_after_apostrophe, read_parts
from ner_news.lemmas.paradigms import NOUNS, POSSESSIVES
from ner_news.lemmas.readings import SLOTS, Place, Reading, Table, merge, tabulate, unchanged
from ner_news.lemmas.spelling import is_plain
from ner_news.lemmas.words import PARTICLES, PLURALS, SUBSTANTIVES
from ner_news.morph import LONGEST_WORD, Parse, look_up, nominative, parse

_MARKS = {
    "LOC": {"Geox": 1.0, "": 0.5, "Orgn": 0.3, "Surn": 0.15, "Name": 0.15, "Patr": 0.05},
    "ORG": {"Orgn": 1.0, "": 0.7, "Geox": 0.5, "Surn": 0.15, "Name": 0.15, "Patr": 0.05},
}
_ADJECTIVES = ("ADJF", "PRTF")
# A plural is a rare name («Штаты») unless it has no singular («Нидерланды»).
_PLURAL = 0.3
_ADJECTIVE_ALONE = 0.3
_ADJECTIVE_OR_NOUN = 0.05
# «Волгаэкострой», outside the dictionary: hardly a form of «Волгаэкострая»; but «Таштагольской».
_LIKE_A_FIRM = re.compile(r"(?<![сц]к)[оы]й\Z")
_FIRM_AS_ADJECTIVE = 0.01
_GUESSED = 0.2
_EARLY_STAYS = 3.0  # «Куала-Лумпура»
_STAYS, _STAYS_THOUGH_KNOWN = 0.003, 0.0003
# «МИДа», «КамАЗом»: capitals to the last but the ending of a masculine noun.
_DECLINED_ABBREVIATION = re.compile(r"(?=\w*[А-ЯЁ]{2})(\w*[А-ЯЁ])(а|у|ом|ем|е)")
_CASE_OF_ENDING = {"а": ("gent", "accs"), "у": ("datv",), "ом": ("ablt",), "ем": ("ablt",), "е": ("loct",)}
_LONGEST_ABBREVIATION = 5
_RUSSIAN = re.compile("[а-яё]")


@word_cache(maxsize=4096)
def noun_table(word: str, label: str) -> Table:
    """The readings of a word, as written, as the noun of a name; never empty.

    >>> from ner_news.lemmas.readings import look
    >>> look(noun_table("Химок", "LOC"), "gent", "plur").form
    'химки'
    """
    certain = None if is_plain(word) and word.lower() not in PARTICLES else _certain(word, label)
    return tabulate(place for guess in GUESSES for place in guess(word, label)) if certain is None else certain


@word_cache(maxsize=4096)
def adjective_table(word: str) -> Table:
    """The readings of a word, as written, as an adjective; empty if it is none.

    >>> from ner_news.lemmas.readings import look
    >>> look(adjective_table("Северной"), "gent", "femn").form
    'северная'
    """
    *first, last = word.lower().split("-")
    prefix = "".join(part + "-" for part in first)
    found = [one for one in parse(last) if one.pos in _ADJECTIVES and one.case]
    weights = shares(found, [""] * len(found))
    known = [(_slots(one), _as_adjective(one, prefix, weight)) for one, weight in zip(found, weights, strict=True)]
    return tabulate(known) if known else tabulate(_possessive(word))


def _possessive(word: str) -> Iterator[Place]:
    """«Воробьёвых гор»: what also may be a surname."""
    if word.islower():
        return
    for slots, form, weight, rule in read_endings(word.lower(), POSSESSIVES):
        yield slots, Reading(form, weight, rule)


def _as_adjective(found: Parse, prefix: str, weight: float) -> Reading:
    """Of two that never were counted the one in -ой is the living one: «окружной», «большой»."""
    return Reading(prefix + nominative(found), weight * (1.0 if found.normal.endswith("ой") else 0.9), "adjective")


def is_known_noun(word: str) -> bool:
    """Whether the dictionary has the word as a noun.

    >>> is_known_noun("Москвы"), is_known_noun("Форин")
    (True, False)
    """
    return any(found.pos == "NOUN" for found in look_up(word))


def is_substantive(word: str) -> bool:
    """Whether an adjective serves as the noun of a name, so that none follows: «сборной Испании».

    >>> is_substantive("сборной"), is_substantive("Северной")
    (True, False)
    """
    return any(found.normal in SUBSTANTIVES for found in look_up(word))


def is_common_noun(word: str) -> bool:
    """Whether the dictionary has the word as a noun, and as no name.

    >>> is_common_noun("Капитала"), is_common_noun("Германии")
    (True, False)
    """
    nouns = [found for found in look_up(word) if found.pos == "NOUN"]
    return bool(nouns) and not any(_mark(found.grammemes) for found in nouns)


def _certain(word: str, label: str) -> Table | None:
    return next((table for rule in CERTAIN if (table := rule(word, label)) is not None), None)


def _particle(word: str, label: str) -> Table | None:  # noqa: ARG001
    return unchanged(word.lower(), 1.0, "particle") if word.lower() in PARTICLES else None


def _foreign(word: str, label: str) -> Table | None:  # noqa: ARG001
    if len(word) <= LONGEST_WORD and _RUSSIAN.search(word.lower()):
        return None
    return unchanged(word.lower(), 1.0, "foreign")


def _abbreviation(word: str, label: str) -> Table | None:  # noqa: ARG001
    """«ОДКБ», «БелТА»; but «РОССИИ» in a headline is a word."""
    if len(word) < 2 or not (word[-1].isupper() and any(map(str.isupper, word[:-1]))):
        return None
    if word.isupper() and len(word) > _LONGEST_ABBREVIATION and is_known_noun(word):
        return None
    return unchanged(word.lower(), 1.0, "abbreviation")


def _declined_abbreviation(word: str, label: str) -> Table | None:  # noqa: ARG001
    """«МИДа», «КамАЗом»."""
    found = _DECLINED_ABBREVIATION.fullmatch(word)
    if not found:
        return None
    reading = Reading(found[1].lower(), 1.0, "declined abbreviation")
    return tabulate((SLOTS[case, "masc"], reading) for case in _CASE_OF_ENDING[found[2]])


def _compound(word: str, label: str) -> Table | None:
    if "-" not in word.strip("-"):
        return None
    whole = tabulate(place for place in _dictionary(word, label) if place[1].form.count("-") == word.count("-"))
    return whole or read_parts(word.lower(), lambda part: _noun_or_adjective(part, label), _EARLY_STAYS)


def _elided(word: str, label: str) -> Table | None:
    return read_after_apostrophe(word, lambda rest: noun_table(rest, label))


CERTAIN: tuple[Callable[[str, str], Table | None], ...] = (
    _particle,
    _foreign,
    _abbreviation,
    _declined_abbreviation,
    _elided,
    _compound,
)
"""The first of these to answer is believed alone; a plain word is none of theirs but the first's."""


def _dictionary(word: str, label: str) -> Iterator[Place]:
    nouns = [found for found in known_nouns(word) if found.pos == "NOUN"]
    marks = [_mark(found.grammemes) for found in nouns]
    for found, mark, share in zip(nouns, marks, shares(nouns, marks), strict=True):
        weight = _MARKS[label][mark] * _number_weight(found, label) * share
        yield _slots(found), Reading(nominative(found), weight, f"dictionary {mark}".strip())


def _guesses(word: str, label: str) -> Iterator[Place]:
    """pymorphy3's own guesses for a word that it does not know."""
    for found in () if look_up(word) else parse(word):
        if found.pos == "NOUN" and found.case:
            weight = _GUESSED * found.score * _number_weight(found, label)
            yield _slots(found), Reading(nominative(found), weight, "guess")


def _endings(word: str, label: str) -> Iterator[Place]:  # noqa: ARG001
    if not any(found.case for found in look_up(word)):
        for slots, form, weight, rule in read_endings(word.lower(), NOUNS):
            yield slots, Reading(form, weight, rule)


def _alone(word: str, label: str) -> Iterator[Place]:
    """An adjective that serves as a noun: «на Тверской»."""
    weight = _ADJECTIVE_OR_NOUN if is_known_noun(word) else _ADJECTIVE_ALONE
    if label == "ORG" and _LIKE_A_FIRM.search(word) and not look_up(word):
        weight *= _FIRM_AS_ADJECTIVE
    for slots, reading in adjective_table(word):
        yield slots, Reading(reading.form, weight, "adjective alone")


def _stays(word: str, label: str) -> Iterator[Place]:  # noqa: ARG001
    is_oblique = known_nouns(word) or word.endswith(("ами", "ями"))
    yield from unchanged(word.lower(), _STAYS_THOUGH_KNOWN if is_oblique else _STAYS, "as written")


GUESSES: tuple[Callable[[str, str], Iterator[Place]], ...] = (_dictionary, _endings, _guesses, _alone, _stays)
"""All of these are heard, and agreement chooses; of equal weights the earlier is believed."""


def _noun_or_adjective(part: str, label: str) -> Table:
    """«Гусь-Хрустального»."""
    return merge(noun_table(part, label), adjective_table(part))


def _slots(found: Parse) -> int:
    return SLOTS[found.case, "plur" if found.number == "plur" else found.gender or "masc"]


def _number_weight(found: Parse, label: str) -> float:
    if label == "ORG" and _plural(found) in PLURALS:
        return 1.0 if found.number == "plur" else _PLURAL
    return _PLURAL if found.number == "plur" and "Pltm" not in found.grammemes else 1.0


def _plural(found: Parse) -> str:
    """The nominative plural, where it ends as that of the word mostly does."""
    if found.number == "plur":
        return nominative(found)
    return found.normal[:-1] + "и" if found.normal.endswith(("ь", "я")) else found.normal[:-1] + "ы"


@cache  # of the tags of the dictionary, of which some 700 are in use
def _mark(grammemes: frozenset[str]) -> str:
    return next((mark for mark in ("Geox", "Orgn", "Surn", "Name", "Patr") if mark in grammemes), "")
