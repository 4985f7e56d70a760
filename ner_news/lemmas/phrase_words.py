"""What one word of a place's or an organization's name may be: its noun, or an adjective of that noun."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from ner_news.lemmas.dictionary import known_nouns, share
from ner_news.lemmas.endings import read_endings
from ner_news.lemmas.hyphens import read_after_apostrophe, read_parts
from ner_news.lemmas.paradigms import NOUNS
from ner_news.lemmas.readings import Place, Reading, Table, merge, tabulate, unchanged
from ner_news.lemmas.words import PARTICLES
from ner_news.morph import LONGEST_WORD, Parse, nominative, parse

_MARKS = {
    "LOC": {"Geox": 1.0, "": 0.5, "Orgn": 0.3, "Surn": 0.15, "Name": 0.15, "Patr": 0.05},
    "ORG": {"Orgn": 1.0, "": 0.7, "Geox": 0.5, "Surn": 0.15, "Name": 0.15, "Patr": 0.05},
}
_KINDS = {"masc": ("masc",), "femn": ("femn",), "neut": ("neut",), "ms-f": ("masc", "femn")}
_ADJECTIVES = ("ADJF", "PRTF")
# A plural is a rare name («Штаты») unless it has no singular («Нидерланды»).
_PLURAL = 0.3
_ADJECTIVE_ALONE = 0.3
_ADJECTIVE_OR_NOUN = 0.05
_GUESSED = 0.2
_STAYS = 0.003
# «МИДа», «КамАЗом»: capitals to the last but the ending of a masculine noun.
_DECLINED_ABBREVIATION = re.compile(r"(?=\w*[А-ЯЁ]{2})(\w*[А-ЯЁ])(а|у|ом|ем|е)")
_CASE_OF_ENDING = {"а": ("gent", "accs"), "у": ("datv",), "ом": ("ablt",), "ем": ("ablt",), "е": ("loct",)}
_LONGEST_ABBREVIATION = 5
_RUSSIAN = re.compile("[а-яё]")


@lru_cache(maxsize=4096)
def noun_table(word: str, label: str) -> Table:
    """The readings of a word, as written, as the noun of a name; never empty.

    >>> noun_table("Химок", "LOC")["gent", "plur"].form
    'химки'
    """
    for rule in CERTAIN:
        table = rule(word, label)
        if table is not None:
            return table
    return tabulate(place for guess in GUESSES for place in guess(word, label))


@lru_cache(maxsize=4096)
def adjective_table(word: str) -> Table:
    """The readings of a word, as written, as an adjective; empty if it is none.

    >>> adjective_table("Северной")["gent", "femn"].form
    'северная'
    """
    *first, last = word.lower().split("-")
    prefix = "".join(part + "-" for part in first)
    found = [one for one in parse(last) if one.pos in _ADJECTIVES and one.case]
    return tabulate(
        Place(one.case, kind, Reading(prefix + nominative(one), _adjective_weight(one, found), "adjective"))
        for one in found
        for kind in _kinds(one)
    )


def _adjective_weight(found: Parse, rivals: list[Parse]) -> float:
    """Of two that never were counted the one in -ой is the living one: «окружной», «большой»."""
    return share(found, rivals) * (1.0 if found.normal.endswith("ой") else 0.9)


def is_known_noun(word: str) -> bool:
    """Whether the dictionary has the word as a noun.

    >>> is_known_noun("Москвы"), is_known_noun("Форин")
    (True, False)
    """
    return any(found.is_known and found.pos == "NOUN" for found in parse(word))


def _particle(word: str, label: str) -> Table | None:  # noqa: ARG001
    return tabulate([unchanged(word.lower(), 1.0, "particle")]) if word.lower() in PARTICLES else None


def _foreign(word: str, label: str) -> Table | None:  # noqa: ARG001
    if len(word) <= LONGEST_WORD and _RUSSIAN.search(word.lower()):
        return None
    return tabulate([unchanged(word.lower(), 1.0, "foreign")])


def _abbreviation(word: str, label: str) -> Table | None:  # noqa: ARG001
    """«ОДКБ», «БелТА»; but «РОССИИ» in a headline is a word."""
    if len(word) < 2 or not (word[-1].isupper() and any(map(str.isupper, word[:-1]))):
        return None
    if word.isupper() and len(word) > _LONGEST_ABBREVIATION and is_known_noun(word):
        return None
    return tabulate([unchanged(word.lower(), 1.0, "abbreviation")])


def _declined_abbreviation(word: str, label: str) -> Table | None:  # noqa: ARG001
    """«МИДа», «КамАЗом»."""
    found = _DECLINED_ABBREVIATION.fullmatch(word)
    if not found:
        return None
    reading = Reading(found[1].lower(), 1.0, "declined abbreviation")
    return tabulate(Place(case, "masc", reading) for case in _CASE_OF_ENDING[found[2]])


def _compound(word: str, label: str) -> Table | None:
    if "-" not in word.strip("-"):
        return None
    whole = tabulate(place for place in _dictionary(word, label) if place.reading.form.count("-") == word.count("-"))
    return whole or read_parts(word.lower(), lambda part: _noun_or_adjective(part, label))


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
"""The first of these to answer is believed alone."""


def _dictionary(word: str, label: str) -> Iterator[Place]:
    marks = _MARKS[label]
    known = [found for found in known_nouns(word) if found.pos == "NOUN"]
    for found in known:
        mark = _mark(found)
        rivals = [other for other in known if _mark(other) == mark]
        weight = marks[mark] * _number_weight(found) * share(found, rivals)
        for kind in _kinds(found):
            yield Place(found.case, kind, Reading(nominative(found), weight, f"dictionary {mark}".strip()))


def _guesses(word: str, label: str) -> Iterator[Place]:  # noqa: ARG001
    """pymorphy3's own guesses for a word that it does not know."""
    for found in parse(word):
        if not found.is_known and found.pos == "NOUN" and found.case:
            weight = _GUESSED * found.score * _number_weight(found)
            for kind in _kinds(found):
                yield Place(found.case, kind, Reading(nominative(found), weight, "guess"))


def _endings(word: str, label: str) -> Iterator[Place]:  # noqa: ARG001
    known = any(found.is_known and found.case for found in parse(word))
    return iter(()) if known else read_endings(word.lower(), NOUNS)


def _alone(word: str, label: str) -> Iterator[Place]:  # noqa: ARG001
    """An adjective that serves as a noun: «на Тверской»."""
    weight = _ADJECTIVE_OR_NOUN if is_known_noun(word) else _ADJECTIVE_ALONE
    for (case, kind), reading in adjective_table(word).items():
        yield Place(case, kind, reading._replace(weight=weight, rule="adjective alone"))


def _stays(word: str, label: str) -> Iterator[Place]:  # noqa: ARG001
    yield unchanged(word.lower(), _STAYS, "as written")


GUESSES: tuple[Callable[[str, str], Iterator[Place]], ...] = (_dictionary, _endings, _guesses, _alone, _stays)
"""All of these are heard, and agreement chooses; of equal weights the earlier is believed."""


def _noun_or_adjective(part: str, label: str) -> Table:
    """«Гусь-Хрустального»."""
    return merge(noun_table(part, label), adjective_table(part))


def _kinds(found: Parse) -> tuple[str, ...]:
    return ("plur",) if found.number == "plur" else _KINDS.get(found.gender, ("masc",))


def _number_weight(found: Parse) -> float:
    return _PLURAL if found.number == "plur" and "Pltm" not in found.grammemes else 1.0


def _mark(found: Parse) -> str:
    return next((mark for mark in ("Geox", "Orgn", "Surn", "Name", "Patr") if mark in found.grammemes), "")
