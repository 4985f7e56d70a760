"""The normal form of what a text says of a person: «президента Таджикистана» -> «президент Таджикистана».

The noun for a person goes into the nominative singular with the adjectives before it; what depends on it stays as
written. Titles have no capital in the normal form, so that «Президент» and «президент» are one.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from ner_news.categories import Gender
from ner_news.lemmas.morphology.letter_case import collapse_spaces, write_like
from ner_news.morph import CASES, PROPER_GRAMMEMES, Parse, look_up, nominative, parse
from ner_news.segment import tokenize

ALL_CASES = frozenset(CASES)

MOST_WORDS = 20
"""Words among which the noun of a role is looked for: this bounds the cost of «большой большой …»."""

# Nouns for people that the dictionary takes for things, and what stands for an office and never changes.
THINGS = frozenset(("глава", "звезда", "легенда", "икона", "лицо", "врио", "дива", "суперзвезда", "знаменитость"))
SUBSTANTIVES = frozenset(("уполномоченный", "председательствующий", "поверенный", "уполномоченная"))
"""Adjectives that serve as such nouns, which the dictionary does not tell."""
_NEVER_PEOPLE = frozenset(("старшее", "будущее", "целое", "данное", "главное"))
_OF_A_DEPUTY = re.compile(r"зам[а-яё]{4,}", re.IGNORECASE)
_AGE = re.compile(r"\d+-(?=летн)")
_ADJECTIVES = ("ADJF", "PRTF")
_WITH_EQUAL_GENITIVE = ("gent", "accs", "nomn")
_FEMALE = (("ний", "няя"), ("ый", "ая"), ("ой", "ая"), ("ий", "ая"))
"""Endings of an adjective for a man, each with a woman's."""
_MALE = tuple(male for male, _ in _FEMALE)

_WOMAN = re.compile(r"([а-яё]{3,})(ш|к)(а|и|у|ей|ой|е)")
_CASES_OF_WOMAN = {
    "а": ("nomn",), "и": ("gent",), "у": ("accs",), "ей": ("ablt",), "ой": ("ablt",), "е": ("datv", "loct"),
}  # fmt: skip


class Slot(NamedTuple):
    """One way to read the noun of a role with its adjectives."""

    case: str
    number: str
    noun: Parse
    adjectives: tuple[Parse, ...]


class RolePhrase(NamedTuple):
    """The words of a role, and where its noun is."""

    words: tuple[str, ...]
    gaps: tuple[str, ...]
    """The characters before each word, one space at most."""
    first: int
    """The first of the adjectives that agree with the noun, else the noun."""
    noun: int
    """Equal to the number of words where there is none: «и. о. главы»."""
    slots: tuple[Slot, ...]
    """The likeliest first."""

    @property
    def cases(self) -> frozenset[str]:
        """The cases that the role may stand in; all where no noun tells."""
        return frozenset(slot.case for slot in self.slots) or ALL_CASES

    @property
    def cases_of_one(self) -> frozenset[str]:
        """The cases that it may stand in as it is said of one person, if it can be."""
        return frozenset(slot.case for slot in self.slots if slot.number != "plur") or self.cases

    @property
    def is_plural(self) -> bool:
        """Whether it can only be said of several."""
        return bool(self.slots) and all(slot.number == "plur" for slot in self.slots)


def read_role(written: str) -> RolePhrase:
    """Return the words of a role as read.

    >>> role = read_role("новому министру обороны")
    >>> role.words[role.noun], sorted(role.cases), role.is_plural
    ('министру', ['datv'], False)
    """
    tokens = tokenize(written)
    ends = [0, *tokens.stops]
    gaps = tuple(collapse_spaces(written[end:start]) for end, start in zip(ends, tokens.starts, strict=False))
    words = tuple(tokens.texts)
    for noun, word in enumerate(words[:MOST_WORDS]):
        first = _find_first_adjective(words, noun)
        slots = tuple(_find_slots(words[first : noun + 1]))
        if slots:
            return RolePhrase(words, gaps, first, noun, slots)
        if first < noun and not _read_adjectives(word) and read_person_noun(words[noun - 1]):
            break  # «управляющий банком»: the word before is the noun
        if not _read_adjectives(word) and not _may_precede(word):
            break
    return _read_substantive(words, gaps)


def read_person_noun(word: str) -> list[Parse]:
    """Return the readings of a word as a noun for people that is no name, the likeliest first.

    >>> [found.case for found in read_person_noun("певицей")], read_person_noun("заводом")
    (['ablt'], [])
    """
    if _OF_A_DEPUTY.match(word) and any(_is_person(found, "gent") for found in look_up(word[len("зам") :])):
        return [_make_unchanged(word.lower(), case) for case in CASES]
    return _read_new_woman(word.lower()) or [
        found
        for found in parse(word)
        if found.case
        and (found.pos == "NOUN" or found.normal in SUBSTANTIVES)
        and ("anim" in found.grammemes or found.normal in THINGS or found.pos != "NOUN")
        and (found.pos == "NOUN" or found.gender != "neut")
        and found.normal not in _NEVER_PEOPLE
        and PROPER_GRAMMEMES.isdisjoint(found.grammemes)
    ]


def _is_person(noun: Parse, case: str) -> bool:
    return noun.pos == "NOUN" and noun.case == case and "anim" in noun.grammemes


def _read_new_woman(word: str) -> list[Parse]:
    """Return the readings of «блогерша», «авторка», made of a word for men, where the dictionary has no such word."""
    found = _WOMAN.fullmatch(word) if not look_up(word) else None
    if not found or not any(_is_person(one, "nomn") and one.gender == "masc" for one in look_up(found[1])):
        return []
    normal = f"{found[1]}{found[2]}а"
    marks = frozenset(("anim", "Fixd"))
    return [
        Parse(normal, normal, "NOUN", case, "sing", "femn", marks, 1.0, 0, word) for case in _CASES_OF_WOMAN[found[3]]
    ]


def _make_unchanged(word: str, case: str) -> Parse:
    """Return a reading of «замгубернатора», which is the same in all cases."""
    return Parse(word, word, "NOUN", case, "sing", "ms-f", frozenset(("anim", "Fixd")), 1 / len(CASES), 0, word)


def lemmatize_role(written: str, cases: frozenset[str] = ALL_CASES, gender: Gender | None = None) -> str:
    """Return the normal form of a role, as it is said of one person; `cases` are those that the name may stand in.

    >>> lemmatize_role("Генеральным секретарём ОДКБ"), lemmatize_role("депутаты Госдумы")
    ('генеральный секретарь ОДКБ', 'депутат Госдумы')
    """
    role = read_role(written)
    words = list(role.words)
    slot = _choose_slot(role.slots, cases)
    if slot is not None:
        agreeing = zip(range(role.first, role.noun), slot.adjectives, strict=True)
        for place, adjective in agreeing:
            words[place] = _write(words[place], _to_singular_adjective(adjective, slot.noun, gender))
        words[role.noun] = _write(words[role.noun], _to_singular(slot.noun))
        for place, adjective in _find_adjective_after(role, slot):
            words[place] = write_like(words[place], _to_singular_adjective(adjective, slot.noun, gender))
        for place, reading in _find_apposed(role, slot):
            words[place] = _write(words[place], _to_singular(reading))
    if words and words[0][1:].islower() and _is_common(words[0]):
        words[0] = words[0].lower()
    return "".join(gap + word for gap, word in zip(role.gaps, words, strict=True))


def _write(written: str, form: str) -> str:
    """Return a form in small letters, with е where the text writes it for ё; abbreviations keep their capitals."""
    age = _AGE.match(written)
    if age:
        return age[0] + form
    return write_like(written.lower() if written[1:] == written[1:].lower() else written, form)


def _is_common(word: str) -> bool:
    """Tell whether the dictionary has the word, in its likeliest reading, as no name."""
    return any(PROPER_GRAMMEMES.isdisjoint(found.grammemes) for found in look_up(word)[:1])


def _find_first_adjective(words: Sequence[str], noun: int) -> int:
    """Return where the adjectives begin that may stand before the word."""
    first = noun
    while first and _read_adjectives(words[first - 1]):
        first -= 1
    return first


def _read_adjectives(word: str) -> list[Parse]:
    """Return the readings as an adjective or a participle; «старший» is one and a noun too."""
    return [found for found in parse(_AGE.sub("", word)) if found.pos in _ADJECTIVES and found.case]


def _may_precede(word: str) -> bool:
    """Tell whether a word may stand before all that agrees: «временно», «ныне», a number, a quote."""
    return not word[:1].isalpha() or any(found.pos in ("ADVB", "PRED", "NUMR", "PRCL") for found in look_up(word))


def _find_slots(words: Sequence[str]) -> Iterator[Slot]:
    """Yield the ways in which the adjectives agree with the noun, which comes last."""
    *before, last = words
    tables = list(map(_read_adjectives, before))
    for noun in read_person_noun(last):
        chosen = [next((one for one in table if _agree(one, noun)), None) for table in tables]
        if None not in chosen:
            yield Slot(noun.case, noun.number, noun, tuple(each for each in chosen if each is not None))


def _agree(adjective: Parse, noun: Parse) -> bool:
    """Tell whether the two agree; a woman may be «новая министр»."""
    if "Fixd" in noun.grammemes and adjective.number == "sing":
        return adjective.case == noun.case
    if adjective.case != noun.case or adjective.number != noun.number:
        return False
    is_of_kind = noun.number == "plur" or adjective.gender in (noun.gender, "femn") or noun.gender == "ms-f"
    return is_of_kind and not (adjective.case == "accs" and "inan" in adjective.grammemes and noun.gender != "femn")


def _read_substantive(words: tuple[str, ...], gaps: tuple[str, ...]) -> RolePhrase:
    """Read an adjective that serves as the noun, «заведующая отделом», or any noun that comes first."""
    for place, word in enumerate(words[:MOST_WORDS]):
        nouns = read_person_noun(word)
        found = nouns or [
            one
            for one in parse(word)
            if one.case and (one.pos == "NOUN" or (one.pos in _ADJECTIVES and one.gender != "neut"))
        ]
        if found:
            slots = tuple(Slot(one.case, one.number, one, ()) for one in found)
            return RolePhrase(words, gaps, place, place, slots)
        if not _may_precede(word):
            break
    return RolePhrase(words, gaps, len(words), len(words), ())


def _choose_slot(slots: Sequence[Slot], cases: frozenset[str]) -> Slot | None:
    """Return the likeliest in one of the cases, else the likeliest."""
    fitting = [slot for slot in slots if slot.case in cases] or list(slots)
    return fitting[0] if fitting else None


def _find_adjective_after(role: RolePhrase, slot: Slot) -> Iterator[tuple[int, Parse]]:
    """Yield the adjective behind the noun that agrees with it and belongs to no other: «папы римского»."""
    following = role.noun + 1
    if following < len(role.words) and (following + 1 == len(role.words) or role.words[following + 1] in ("и", ",")):
        found = (
            one
            for one in _read_adjectives(role.words[following])
            if _agree(one, slot.noun) and (one.number == "plur" or one.gender == slot.noun.gender)
        )
        yield from ((following, one) for one in islice(found, 1))


def _find_apposed(role: RolePhrase, slot: Slot) -> Iterator[tuple[int, Parse]]:
    """Yield the nouns after the first that stand in its case, not in the genitive: «врачу хирургу больницы»."""
    following = role.noun + 1
    if slot.case in _WITH_EQUAL_GENITIVE or following >= len(role.words):
        return
    for found in read_person_noun(role.words[following]):
        if found.case == slot.case and found.number == slot.number and found.word != slot.noun.word:
            yield following, found
            return


def _to_singular(noun: Parse) -> str:
    """Return the nominative singular."""
    if noun.number != "plur":
        is_like_adjective = noun.pos == "NOUN" and noun.gender == "femn" and nominative(noun).endswith(_MALE)
        return _to_female(nominative(noun)) if is_like_adjective else nominative(noun)
    return nominative(noun)[:-1] + "й" if noun.pos in _ADJECTIVES else noun.normal


def _to_singular_adjective(adjective: Parse, noun: Parse, gender: Gender | None) -> str:
    """Return the nominative singular beside the noun: as the text has it, «новая министр», else as the noun is."""
    if adjective.number != "plur":
        return nominative(adjective)
    form = adjective.normal if adjective.pos == "ADJF" else nominative(adjective)[:-1] + "й"
    of_noun = noun.gender if noun.gender in ("masc", "femn") else _find_gender(noun, gender)
    return _to_female(form) if of_noun == "femn" else form


def _to_female(form: str) -> str:
    """Return the woman's form of an adjective."""
    return next((form[: -len(male)] + female for male, female in _FEMALE if form.endswith(male)), form)


def _find_gender(noun: Parse, gender: Gender | None) -> str | None:
    genders = {found.gender for found in look_up(noun.normal) if found.pos == "NOUN" and found.case == "nomn"}
    return next(iter(genders)) if len(genders) == 1 and "ms-f" not in genders else gender
