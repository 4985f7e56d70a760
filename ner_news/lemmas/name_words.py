"""What one word of a person's name may be, by the part it would play."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from ner_news.lemmas.dictionary import is_attested, known_nouns, share
from ner_news.lemmas.endings import read_endings
from ner_news.lemmas.first_names import is_first_name
from ner_news.lemmas.hyphens import read_after_apostrophe, read_parts
from ner_news.lemmas.paradigms import FIRST_NAMES, PATRONYMICS, SURNAMES, Paradigm
from ner_news.lemmas.readings import Place, Reading, Table, merge, tabulate, unchanged
from ner_news.lemmas.words import EASTERN_FAMILIES, PARTICLES
from ner_news.morph import LONGEST_WORD, Parse, nominative

FIRST, LAST, PATRONYMIC = "first", "last", "patronymic"
ANY = "any"
"""Between the first and the last: «Хадим Хуссейн Ризви»."""
FAMILY, SYLLABLE, GIVEN = "family", "syllable", "given"
"""Of an eastern name, the family first: «Ким Чен Ын»."""
TITLE, NICKNAME, ASIDE = "title", "nickname", "aside"
"""A common noun of the name; words in quotes; words in brackets."""
_OPEN = (ANY, NICKNAME, ASIDE)

# How far the dictionary's mark speaks for a part of the name; the empty mark is any other noun: «Азия Биби».
_MARKS = {
    FIRST: {"Name": 1.0, "Surn": 0.1, "Patr": 0.05, "": 0.15},
    LAST: {"Surn": 1.0, "Name": 0.3, "Patr": 0.2, "": 0.3},
    PATRONYMIC: {"Patr": 1.0},
    TITLE: {"": 1.0, "Surn": 0.1, "Name": 0.1},
}
_PARADIGMS: dict[str, tuple[Paradigm, ...]] = {
    FIRST: FIRST_NAMES,
    LAST: SURNAMES,
    PATRONYMIC: PATRONYMICS,
    TITLE: (),
}
_KINDS = {"masc": ("masc",), "femn": ("femn",), "ms-f": ("masc", "femn"), "neut": ("masc",)}
# Endings know less about a word that the dictionary has as this very part of a name.
_ENDINGS_OF_KNOWN = 0.3
_RARE_NAME = 0.3
# A nominative that stands in the list of first names.
_LISTED, _MOST_LISTED = 3.0, 0.9
# «Азии» may be unchanged as a name; but then, why is it also a form of a known noun?
_UNCHANGED_THOUGH_KNOWN = 0.01
# «Пашиняна», «Высоцкая» as forms of what ends otherwise.
_VOWEL_AFTER_CONSONANT = 0.1
_VOWEL_RULES = frozenset(("hard a", "soft a", "yot"))
_CONSONANT_RULES = frozenset(("marked consonant", "possessive", "adjectival"))
_STAYS = 0.003
_VOWELS = "аеёиоуыэюя"
_RUSSIAN = re.compile("[а-яё]")


@lru_cache(maxsize=4096)
def name_table(word: str, role: str) -> Table:
    """The readings of a word, in lower case, as this part of a name; empty where it cannot be that part.

    >>> name_table("засем", LAST)["ablt", "masc"].form
    'зась'
    """
    if role in (FAMILY, SYLLABLE):
        return _eastern(word, role)
    if role == GIVEN:
        return name_table(word, FIRST)
    if role in _OPEN:
        return merge(name_table(word, FIRST), name_table(word, LAST))
    if role not in _MARKS:  # an initial, a mark
        return tabulate([unchanged(word, 1.0, role)])
    for rule in CERTAIN:
        table = rule(word, role)
        if table is not None:
            return table
    return tabulate(place for guess in GUESSES for place in guess(word, role))


_OWN_MARK = {FIRST: "Name", LAST: "Surn", PATRONYMIC: "Patr", TITLE: ""}


def _eastern(word: str, role: str) -> Table:
    fits = word in EASTERN_FAMILIES if role == FAMILY else sum(map(word.count, _VOWELS)) == 1
    return tabulate([unchanged(word, 1.0, role)] if fits else [])


def _foreign(word: str, role: str) -> Table | None:  # noqa: ARG001
    """Latin letters, numbers and what is too long for a word stay."""
    if len(word) <= LONGEST_WORD and _RUSSIAN.search(word):
        return None
    return tabulate([unchanged(word, 1.0, "foreign")])


def _particle(word: str, role: str) -> Table | None:  # noqa: ARG001
    return tabulate([unchanged(word, 1.0, "particle")]) if word in PARTICLES else None


def _compound(word: str, role: str) -> Table | None:
    if "-" not in word.strip("-"):
        return None
    return read_parts(word, lambda part: name_table(part, role))


def _elided(word: str, role: str) -> Table | None:
    return read_after_apostrophe(word, lambda rest: name_table(rest, role))


CERTAIN: tuple[Callable[[str, str], Table | None], ...] = (_particle, _foreign, _elided, _compound)
"""The first of these to answer is believed alone."""


def _dictionary(word: str, role: str) -> Iterator[Place]:
    """The readings that pymorphy3's dictionary has, each weighed against its rivals of the same mark."""
    marks = _MARKS[role]
    for found in known_nouns(word):
        mark = _mark(found)
        plural = found.number == "plur"
        if mark in marks and not (plural and role in (FIRST, PATRONYMIC)):
            weight = marks[mark] * share(found, [one for one in known_nouns(word) if _mark(one) == mark])
            form = nominative(found)
            if mark == "Name" and not _is_usual(word, form):
                weight *= _RARE_NAME
            for kind in ("plur",) if plural else _KINDS.get(found.gender, ("masc",)):
                yield Place(found.case, kind, Reading(form, weight, f"dictionary {mark}".strip()))


def _endings(word: str, role: str) -> Iterator[Place]:
    """The readings by endings alone, each as far as what is known of the word leaves room for it."""
    places = list(read_endings(word, _PARADIGMS[role]))
    rules = {place.reading.rule for place in places}
    is_taken = _is_taken(word, role)
    is_declined = any("Fixd" not in found.grammemes for found in known_nouns(word))
    for case, kind, (form, weight, rule) in places:
        if rule == "unchanged" and is_declined:
            weight *= _UNCHANGED_THOUGH_KNOWN
        elif is_taken:
            weight *= _ENDINGS_OF_KNOWN
        elif role == FIRST and is_first_name(form):
            weight, rule = min(weight * _LISTED, _MOST_LISTED), f"listed, {rule}"
        if rule in _VOWEL_RULES and not rules.isdisjoint(_CONSONANT_RULES):
            weight *= _VOWEL_AFTER_CONSONANT
        yield Place(case, kind, Reading(form, weight, rule))


def _stays(word: str, role: str) -> Iterator[Place]:
    if role != PATRONYMIC:
        yield unchanged(word, _STAYS, "as written")


GUESSES: tuple[Callable[[str, str], Iterator[Place]], ...] = (_dictionary, _endings, _stays)
"""All of these are heard, and agreement chooses; of equal weights the earlier is believed."""


def _is_taken(word: str, role: str) -> bool:
    """Whether the dictionary has the word as this very part of a name, or as a usual first name."""
    marks = {_mark(found): nominative(found) for found in known_nouns(word)}
    if role != FIRST and _OWN_MARK[role] in marks:
        return True
    return "Name" in marks and role in (FIRST, LAST) and _is_usual(word, marks["Name"])


def _is_usual(word: str, form: str) -> bool:
    """Whether a first name of the dictionary is met in texts; «Асий» is not."""
    return is_attested(word) or is_first_name(form.replace("ё", "е")) or is_first_name(form)


def _mark(found: Parse) -> str:
    return next((mark for mark in ("Name", "Surn", "Patr") if mark in found.grammemes), "")
