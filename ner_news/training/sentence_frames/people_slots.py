"""Slots for people: each shape in which a text names somebody."""

from random import Random
from typing import NamedTuple

from ner_news.training.sentence_frames.declension import (
    decline_being,
    decline_first_name,
    decline_patronymic,
    decline_surname,
)
from ner_news.training.sentence_frames.pieces import Piece, bare
from ner_news.training.sentence_frames.word_lists import read_rows, read_words

PERSON_SHAPES = ("FULL", "FULL", "FULL", "SUR", "SUR", "SUR", "SUR", "INIT", "TRIPLE", "EAST", "FIRST", "NOUN", "TURK")
"""What a `PER` may be, as often as it stands here: by eye."""

_INITIALS = ("{f}. {p}. {s}", "{f}.{p}. {s}", "{f}. {s}", "{f}.{s}", "{s} {f}. {p}.", "{s} {f}.{p}.", "{s} {f}{p}")


class Person(NamedTuple):
    """A person's parts in the nominative, as men have them; the first name is a woman's for a woman."""

    gender: str
    first: str
    patronymic: str
    surname: str


def draw_person(random: Random, gender: str) -> Person:
    """Return somebody; a gender that is empty is drawn too, men twice as often."""
    gender = gender or random.choice(("masc", "masc", "femn"))
    first = random.choice(read_words("men" if gender == "masc" else "women"))
    return Person(gender, first, random.choice(read_words("patronymics")), random.choice(read_words("surnames")))


def write_person(random: Random, shape: str, person: Person, case: str) -> Piece:
    """Return a person in one shape and case.

    >>> somebody = Person("femn", "Зоя", "Ильич", "Рогов")
    >>> write_person(Random(1), "TRIPLE", somebody, "datv").text
    'Зое Ильиничне Роговой'
    """
    first = decline_first_name(person.first, person.gender, case)
    patronymic = decline_patronymic(person.patronymic, person.gender, case)
    surname = decline_surname(person.surname, person.gender, case)
    if shape == "INIT":
        form = random.choice(_INITIALS)
        return bare(form.format(f=person.first[0], p=person.patronymic[0], s=surname), "PER")
    texts = {
        "SUR": surname,
        "FIRST": first,
        "FULL": f"{first} {surname}",
        "BACK": f"{surname} {first}",
        "TRIPLE": f"{first} {patronymic} {surname}",
        "PATR": f"{first} {patronymic}",
        "FILE": f"{surname}, {first} {patronymic}",
        "NICK": f"{first} «{random.choice(read_words('nicknames'))}» {surname}",
    }
    return bare(texts[shape], "PER")


def draw_eastern(random: Random, gender: str) -> tuple[Piece, str]:
    """Return a name of two or three short syllables, the family's first, and its gender; the name has no cases."""
    name, owner = random.choice([row for row in read_rows("eastern") if gender in ("", row[1])])
    return bare(name, "PER"), owner


def draw_turkic(random: Random, gender: str, case: str) -> tuple[Piece, str]:
    """Return a name with a Turkic patronymic, the family's name first or last, and its gender."""
    first, owner = random.choice([row for row in read_rows("turkic_names") if gender in ("", row[1])])
    father = random.choice([name for name, kind in read_rows("turkic_names") if kind == "masc"])
    child = random.choice(("оглы", "оглу", "Оглы", "улы") if owner == "masc" else ("кызы", "кызы", "Кызы", "гызы"))
    own = decline_first_name(first, owner, case)
    surname = decline_surname(random.choice(read_words("turkic_surnames")), owner, case)
    form = random.choice(("{s} {f} {p} {c}", "{s} {f} {p} {c}", "{f} {p} {c} {s}", "{f} {p} {c}"))
    return bare(form.format(s=surname, f=own, p=father, c=child), "PER"), owner


def draw_noun_surname(random: Random, case: str) -> Piece:
    """Return a man's surname that is a common noun."""
    return bare(decline_being(random.choice(read_words("noun_surnames")), case), "PER")
