"""Readings of one word in the name of a place or an organization: as its noun, or as an adjective of that noun."""

import re
from collections.abc import Callable, Iterator

from ner_news.caches import word_cache
from ner_news.lemmas.morphology.compounds import read_after_apostrophe, read_parts
from ner_news.lemmas.morphology.dictionary import (
    find_nominative,
    find_nouns,
    has_nominative,
    is_attested,
    is_form_of,
    proper_grammeme,
    weigh_readings,
)
from ner_news.lemmas.morphology.endings import is_hard_to_say, read_endings
from ner_news.lemmas.morphology.letter_case import is_plain
from ner_news.lemmas.morphology.name_vocabulary import NOUNS_IN_SMALL_LETTERS, PARTICLES, PLURALS, SUBSTANTIVES
from ner_news.lemmas.morphology.paradigms import CASES, NOUNS, OF_NAMES, ORDINALS
from ner_news.lemmas.morphology.slots import (
    SLOTS,
    ReadingTable,
    SlotReading,
    WordReading,
    keep_unchanged,
    merge_tables,
    tabulate,
)
from ner_news.morph import LONGEST_WORD, Parse, look_up, nominative, parse

# How far the dictionary's grammeme speaks for the noun of such a name; the empty one is a common noun. By eye.
_GRAMMEME_WEIGHTS = {
    "LOC": {"Geox": 1.0, "": 0.5, "Orgn": 0.3, "Surn": 0.15, "Name": 0.15, "Patr": 0.05},
    "ORG": {"Orgn": 1.0, "": 0.7, "Geox": 0.5, "Surn": 0.15, "Name": 0.15, "Patr": 0.05},
}
_GRAMMEMES = ("Geox", "Orgn", "Surn", "Name", "Patr")
_ADJECTIVES = ("ADJF", "PRTF")
# A plural is a rare name («Штаты») unless it has no singular («Нидерланды»). These by eye.
_PLURAL = 0.3
_KNOWN_PLURAL = 1.0  # «Балкан», a form that the dictionary lacks of a name that it has
_NO_NAME = 0.05  # «порту» in small letters is no Порту
_NEVER_MET = 0.3  # «капиталь» beside «капитал»
_ADJECTIVE_ALONE = 0.3  # «на Тверской»
_ADJECTIVE_OR_NOUN = 0.05  # «в Столовой», which is a noun too
# «Волгаэкострой», outside the dictionary: hardly a form of «Волгаэкострая»; but «Таштагольской».
_LIKE_A_FIRM = re.compile(r"(?<![сц]к)[оы]й\Z")
_FIRM_AS_ADJECTIVE = 0.01
# «Столешников» is no «столешниковый», though guessed as one.
_LIKE_A_POSSESSIVE, _GUESSED_FOR_A_POSSESSIVE = ("овый", "евый", "иный"), 0.05
_NOT_IN_OY = 0.9  # «окружный» beside «окружной»
_SINGULAR_OF_USUAL_PLURAL = 0.1
_HARD = 0.1  # «Мансехр» for «Мансехре»
_GUESSED = 0.2  # «Кандагаром», by pymorphy3's guess
_EARLY_STAYS = 3.0  # «Куала-Лумпура»
# A word that stays as it is, where the dictionary does not have it and where it does: «Скай».
_STAYS, _STAYS_THOUGH_KNOWN = 0.003, 0.0003
# «МИДа», «КамАЗом»: capitals to the last but the ending of a masculine noun.
_DECLINED_ABBREVIATION = re.compile(r"(?=\w*[А-ЯЁ]{2})(\w*[А-ЯЁ])(а|у|ом|ем|е)")
_CASE_OF_ENDING = {"а": ("gent", "accs"), "у": ("datv",), "ом": ("ablt",), "ем": ("ablt",), "е": ("loct",)}
_ORDINAL = re.compile(r"(\d+-)([а-я]{1,3})")
_LONGEST_ABBREVIATION = 5
_RUSSIAN = re.compile("[а-яё]")


@word_cache(maxsize=4096)
def read_noun_word(word: str, label: str) -> ReadingTable:
    """Return the readings of a word, as written, as the noun of a name; never empty.

    >>> from ner_news.lemmas.morphology.slots import find_reading
    >>> find_reading(read_noun_word("Химок", "LOC"), "gent", "plur").form
    'химки'
    """
    certain = None if is_plain(word) and word.lower() not in PARTICLES else _read_certain(word, label)
    return tabulate(reading for rule in GUESSING_RULES for reading in rule(word, label)) if certain is None else certain


@word_cache(maxsize=4096)
def read_adjective_word(word: str) -> ReadingTable:
    """Return the readings of a word, as written, as an adjective; empty if it is none.

    >>> from ner_news.lemmas.morphology.slots import find_reading
    >>> find_reading(read_adjective_word("Северной"), "gent", "femn").form
    'северная'
    """
    if word[:1].isdecimal():
        return tabulate(_read_ordinal(word))
    *first, last = word.lower().split("-")
    prefix = "".join(part + "-" for part in first)
    readings = look_up(last) if word.isupper() else parse(last)  # to guess at «ОДКБ» would be slow
    found = [one for one in readings if one.pos in _ADJECTIVES and one.case]
    weights = weigh_readings(found, [""] * len(found))
    is_told = any(one.is_known for one in found) and not _is_of_place(word, found[0].normal)
    known = [
        (_slots_of(one), _make_adjective(one, prefix, weight, is_told))
        for one, weight in zip(found, weights, strict=True)
    ]
    if is_told:
        return tabulate(known)
    return tabulate([*known, *_read_of_name(word)])


def _read_ordinal(word: str) -> Iterator[SlotReading]:
    """Yield the readings of «46-го», «8-м»."""
    found = _ORDINAL.fullmatch(word)
    if not found:
        return
    for kind, forms in ORDINALS.items():
        for case, endings in zip(CASES, forms.split(), strict=True):
            if found[2] in endings.split("/"):
                yield SLOTS[case, kind], WordReading(f"{found[1]}{forms.split()[0].split('/')[0]}", 1.0, "ordinal")


def _is_of_place(word: str, normal: str) -> bool:
    """Return whether an adjective in -овый is of a place by the dictionary: «Марсово поле», but «марсовый матрос»."""
    if not normal.endswith("овый") or word.islower():
        return False
    return any(found.case == "nomn" and "Geox" in found.grammemes for found in look_up(normal.removesuffix("овый")))


def _read_of_name(word: str) -> Iterator[SlotReading]:
    """Yield the readings of an adjective made of a name, which may be a surname too: «Воробьёвых», «Волконском»."""
    if word.islower():
        return
    for slots, form, weight, rule in read_endings(word.lower(), OF_NAMES):
        yield slots, WordReading(form, weight, rule)


def _make_adjective(found: Parse, prefix: str, weight: float, is_told: bool) -> WordReading:
    """Return an adjective's reading; of two never counted the one in -ой is in use: «окружной», «большой»."""
    weight *= 1.0 if found.normal.endswith("ой") else _NOT_IN_OY
    if not is_told and found.normal.endswith(_LIKE_A_POSSESSIVE):
        weight *= _GUESSED_FOR_A_POSSESSIVE
    return WordReading(prefix + nominative(found), weight, "adjective")


def is_known_noun(word: str) -> bool:
    """Return whether the dictionary has the word as a noun.

    >>> is_known_noun("Москвы"), is_known_noun("Форин")
    (True, False)
    """
    return any(found.pos == "NOUN" for found in look_up(word))


def is_substantive(word: str) -> bool:
    """Return whether an adjective serves as the noun of a name, so that none follows: «сборной Испании».

    >>> is_substantive("сборной"), is_substantive("Северной")
    (True, False)
    """
    normals = {found.normal for found in look_up(word)}
    return not (SUBSTANTIVES.isdisjoint(normals) and (word[:1].isupper() or NOUNS_IN_SMALL_LETTERS.isdisjoint(normals)))


def is_common_noun(word: str) -> bool:
    """Return whether the dictionary has the word as a noun, and as no name.

    >>> is_common_noun("Капитала"), is_common_noun("Германии")
    (True, False)
    """
    nouns = [found for found in look_up(word) if found.pos == "NOUN"]
    return bool(nouns) and not any(proper_grammeme(found.grammemes, _GRAMMEMES) for found in nouns)


def _read_certain(word: str, label: str) -> ReadingTable | None:
    return next((table for rule in CERTAIN_RULES if (table := rule(word, label)) is not None), None)


def _read_particle(word: str, label: str) -> ReadingTable | None:  # noqa: ARG001
    return keep_unchanged(word.lower(), 1.0, "particle") if word.lower() in PARTICLES else None


def _read_foreign(word: str, label: str) -> ReadingTable | None:  # noqa: ARG001
    if len(word) <= LONGEST_WORD and _RUSSIAN.search(word.lower()):
        return None
    return keep_unchanged(word.lower(), 1.0, "foreign")


def _read_abbreviation(word: str, label: str) -> ReadingTable | None:  # noqa: ARG001
    """Return the table of «ОДКБ», «БелТА»; but «РОССИИ» in a headline is a word."""
    if len(word) < 2 or not (word[-1].isupper() and any(map(str.isupper, word[:-1]))):
        return None
    if word.isupper() and len(word) > _LONGEST_ABBREVIATION and is_known_noun(word) and not is_form_of(word, "Orgn"):
        return None
    return keep_unchanged(word.lower(), 1.0, "abbreviation")


def _read_declined_abbreviation(word: str, label: str) -> ReadingTable | None:  # noqa: ARG001
    """Return the table of «МИДа», «КамАЗом»."""
    found = _DECLINED_ABBREVIATION.fullmatch(word)
    if not found:
        return None
    reading = WordReading(found[1].lower(), 1.0, "declined abbreviation")
    return tabulate((SLOTS[case, "masc"], reading) for case in _CASE_OF_ENDING[found[2]])


def _read_compound(word: str, label: str) -> ReadingTable | None:
    if "-" not in word.strip("-"):
        return None
    whole = tabulate(pair for pair in _read_dictionary(word, label) if pair[1].form.count("-") == word.count("-"))
    return whole or read_parts(word.lower(), lambda part: _read_noun_or_adjective(part, label), _EARLY_STAYS)


def _read_elided(word: str, label: str) -> ReadingTable | None:
    return read_after_apostrophe(word, lambda rest: read_noun_word(rest, label))


CERTAIN_RULES: tuple[Callable[[str, str], ReadingTable | None], ...] = (
    _read_particle,
    _read_foreign,
    _read_abbreviation,
    _read_declined_abbreviation,
    _read_elided,
    _read_compound,
)
"""The readings are those of the first of these to have any. A plain word is tried with the first only."""


def _read_dictionary(word: str, label: str) -> Iterator[SlotReading]:
    nouns = [found for found in find_nouns(word) if found.pos == "NOUN"]
    grammemes = [proper_grammeme(found.grammemes, _GRAMMEMES) for found in nouns]
    is_told = len({found.score for found in nouns}) > 1 or len({found.normal for found in nouns}) == 1
    for found, grammeme, share in zip(nouns, grammemes, weigh_readings(nouns, grammemes), strict=True):
        weight = _GRAMMEME_WEIGHTS[label][grammeme] * _weigh_number(found, label) * share
        if grammeme and word.islower():
            weight *= _NO_NAME
        if not (is_told or grammeme or is_attested(found.normal)):
            weight *= _NEVER_MET
        yield _slots_of(found), WordReading(find_nominative(word, found), weight, f"dictionary {grammeme}".strip())


def _read_guesses(word: str, label: str) -> Iterator[SlotReading]:
    """Yield pymorphy3's own guesses for a word that it does not know."""
    for found in () if look_up(word) else parse(word):
        if found.pos == "NOUN" and found.case:
            form, weight = nominative(found), _GUESSED * found.score * _weigh_number(found, label)
            yield _slots_of(found), WordReading(form, weight * (_HARD if is_hard_to_say(form) else 1.0), "guess")


def _read_by_endings(word: str, label: str) -> Iterator[SlotReading]:
    if not any(found.case and not (label == "LOC" and _is_of_men(found)) for found in look_up(word)):
        for slots, form, weight, rule in read_endings(word.lower(), NOUNS):
            if rule == "plural" and has_nominative(form, "Geox"):
                weight, rule = _KNOWN_PLURAL, "known plural"
            yield slots, WordReading(form, weight, rule)


def _is_of_men(found: Parse) -> bool:
    """Return whether a reading is a common noun of men, which no place is: «в Старой Руссе» is of no «русс»."""
    return "anim" in found.grammemes and found.gender == "masc" and not proper_grammeme(found.grammemes, _GRAMMEMES)


def _read_adjective_alone(word: str, label: str) -> Iterator[SlotReading]:
    """Yield the readings of an adjective that serves as a noun: «на Тверской»."""
    weight = _ADJECTIVE_OR_NOUN if is_known_noun(word) else _ADJECTIVE_ALONE
    if label == "ORG" and _LIKE_A_FIRM.search(word) and not look_up(word):
        weight *= _FIRM_AS_ADJECTIVE
    for slots, reading in read_adjective_word(word):
        if reading.rule != "of a name" or reading.form.endswith(("ы", "и")):
            yield slots, WordReading(reading.form, weight, "adjective alone")


def _read_unchanged(word: str, label: str) -> Iterator[SlotReading]:  # noqa: ARG001
    is_oblique = find_nouns(word) or word.endswith(("ами", "ями"))
    yield from keep_unchanged(word.lower(), _STAYS_THOUGH_KNOWN if is_oblique else _STAYS, "as written")


GUESSING_RULES: tuple[Callable[[str, str], Iterator[SlotReading]], ...] = (
    _read_dictionary,
    _read_by_endings,
    _read_guesses,
    _read_adjective_alone,
    _read_unchanged,
)
"""All of these give readings, and agreement chooses; of equal weights the earlier is believed."""


def _read_noun_or_adjective(part: str, label: str) -> ReadingTable:
    """Return the readings of a part of «Гусь-Хрустального»."""
    return merge_tables(read_noun_word(part.capitalize(), label), read_adjective_word(part))


def _slots_of(found: Parse) -> int:
    return SLOTS[found.case, "plur" if found.number == "plur" else found.gender or "masc"]


def _weigh_number(found: Parse, label: str) -> float:
    if label == "ORG" and _write_plural(found) in PLURALS:
        return 1.0 if found.number == "plur" else _SINGULAR_OF_USUAL_PLURAL
    return _PLURAL if found.number == "plur" and "Pltm" not in found.grammemes else 1.0


def _write_plural(found: Parse) -> str:
    """Return the nominative plural, where it ends as that of the word mostly does."""
    if found.number == "plur":
        return nominative(found)
    if found.normal.endswith("ие"):
        return found.normal[:-1] + "я"
    return found.normal[:-1] + "и" if found.normal.endswith(("ь", "я")) else found.normal[:-1] + "ы"
