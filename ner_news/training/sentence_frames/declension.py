"""Cases of names and of the common nouns in front of them: surnames by their endings, other words by the dictionary."""

from ner_news.morph import CASES, Parse, decline, look_up

_PERSON_MASC = dict(zip(CASES, ("", "а", "у", "а", "ым", "е"), strict=True))
_HARD_MASC = dict(zip(CASES, ("", "а", "у", "а", "ом", "е"), strict=True))
_POSSESSIVE_FEMN = dict(zip(CASES, ("а", "ой", "ой", "у", "ой", "ой"), strict=True))
_HARD_FEMN = dict(zip(CASES, ("а", "ы", "е", "у", "ой", "е"), strict=True))
_SOFT_FEMN = dict(zip(CASES, ("я", "и", "е", "ю", "ей", "е"), strict=True))
_SOFT_MASC = dict(zip(CASES, ("ь", "я", "ю", "я", "ем", "е"), strict=True))
_ADJECTIVE = {
    "masc": ("ый", "ого", "ому", "ый", "ым", "ом"),
    "femn": ("ая", "ой", "ой", "ую", "ой", "ой"),
    "neut": ("ое", "ого", "ому", "ое", "ым", "ом"),
    "plur": ("ые", "ых", "ым", "ые", "ыми", "ых"),
}
_AFTER_SOFT = str.maketrans("ыоау", "иеяю")
_AFTER_HUSHING = str.maketrans("ыо", "ие")
_POSSESSIVE_ENDS = ("ов", "ев", "ёв", "ин", "ын")
_ADJECTIVE_ENDS = ("ый", "ий", "ой")
_HUSHING = "жчшщц"
_FIXED_ENDS = tuple("оеиуюэыё")
# «на мосту», not «на мосте»: the second locative of the heads that have one
_SECOND_LOCATIVE = {"мост": "мосту", "порт": "порту", "аэропорт": "аэропорту"}


def decline_surname(surname: str, gender: str, case: str) -> str:
    """Return a man's or a woman's surname in a case, from a man's nominative; a final `=` marks what stays as it is.

    >>> decline_surname("Берёзовский", "femn", "accs"), decline_surname("Юрченко", "masc", "datv")
    ('Берёзовскую', 'Юрченко')
    """
    if surname.endswith(("=", "ых", "их", *_FIXED_ENDS)):
        return surname.rstrip("=")
    if surname.endswith(_POSSESSIVE_ENDS):
        return surname + (_PERSON_MASC if gender == "masc" else _POSSESSIVE_FEMN)[case]
    if surname.endswith(_ADJECTIVE_ENDS):
        return decline_adjective(surname, gender, "gent" if (gender, case) == ("masc", "accs") else case)
    if surname.endswith("а"):
        return _spell(surname[:-1], _HARD_FEMN[case])
    if surname.endswith("я"):
        return surname[:-1] + _SOFT_FEMN[case]
    if gender == "femn" or case == "nomn":
        return surname
    if surname.endswith(("ь", "й")):
        return surname[:-1] + _SOFT_MASC[case]
    return surname + ("ем" if case == "ablt" and surname[-1] in _HUSHING else _HARD_MASC[case])


def decline_patronymic(patronymic: str, gender: str, case: str) -> str:
    """Return a man's or a woman's patronymic in a case, from a man's nominative.

    >>> decline_patronymic("Ильич", "femn", "datv"), decline_patronymic("Олегович", "masc", "ablt")
    ('Ильиничне', 'Олеговичем')
    """
    if gender == "masc":
        return patronymic + ("ем" if case == "ablt" else _HARD_MASC[case])
    if patronymic.endswith(("ович", "евич")):
        return patronymic[:-2] + "н" + _HARD_FEMN[case]
    return patronymic[:-1] + ("ничн" if patronymic == "Ильич" else "чн") + _HARD_FEMN[case]


def decline_adjective(adjective: str, gender: str, case: str) -> str:
    """Return an adjective of a thing in a case and gender (or `plur`), from its masculine nominative.

    >>> decline_adjective("Нижний", "femn", "loct"), decline_adjective("Томский", "plur", "loct")
    ('Нижней', 'Томских')
    """
    if adjective.endswith(_POSSESSIVE_ENDS):
        if gender == "femn":
            return adjective + _POSSESSIVE_FEMN[case]
        return adjective + {"nomn": "", "accs": "", "gent": "а", "datv": "у", "ablt": "ым", "loct": "ом"}[case]
    if gender == "masc" and case in ("nomn", "accs"):
        return adjective
    stem, ending = adjective[:-2], _ADJECTIVE[gender][CASES.index(case)]
    if adjective.endswith("ний"):
        return stem + ending[0].translate(_AFTER_SOFT) + ending[1:]
    if adjective.endswith("ий") and stem[-1] in "жшщч":
        return stem + ending[0].translate(_AFTER_HUSHING) + ending[1:]
    return stem + (ending.replace("ы", "и") if stem[-1] in "кгхжшщ" else ending)


def decline_first_name(name: str, gender: str, case: str) -> str:
    """Return a first name in a case; one that the dictionary lacks stays as it is."""
    readings = [each for each in look_up(name) if "Name" in each.grammemes and each.gender == gender]
    return _decline_reading(name, [each for each in readings if each.number == "sing"], case)


def decline_phrase(phrase: str, case: str) -> str:
    """Return a noun and the adjectives before it in a case, from the nominative.

    >>> decline_phrase("Великие Луки", "loct"), decline_phrase("Малая Вишера", "accs"), decline_phrase("мост", "loct")
    ('Великих Луках', 'Малую Вишеру', 'мосту')
    """
    *adjectives, noun = phrase.split(" ")
    if case == "loct" and noun in _SECOND_LOCATIVE:
        return _SECOND_LOCATIVE[noun]
    reading = noun_reading(noun)
    shape = "" if reading is None else "plur" if reading.number == "plur" else reading.gender
    agreed = [_agree(each, shape, case) for each in adjectives]
    return " ".join((*agreed, _decline_reading(noun, [reading] if reading else [], case)))


def decline_being(noun: str, case: str) -> str:
    """Return a common noun as a man's surname has it: the accusative is the genitive («вижу Мороза»).

    >>> decline_being("Мороз", "accs"), decline_being("Заяц", "ablt")
    ('Мороза', 'Зайцем')
    """
    return decline_phrase(noun, "gent" if case == "accs" else case)


def decline_body(name: str, case: str) -> str:
    """Return a name cut together of two words in a case, by its ending, as the dictionary lacks most.

    >>> decline_body("Минюст", "loct"), decline_body("Минюст", "accs"), decline_body("Минобороны", "datv")
    ('Минюсте', 'Минюст', 'Минобороны')
    """
    fixed = name.isupper() or (case == "accs" and not name.endswith("а"))
    return name if fixed else decline_surname(name, "masc", case)


def noun_reading(noun: str) -> Parse | None:
    """Return how the dictionary reads a noun in the nominative, as a place's name first."""
    readings = [each for each in look_up(noun) if each.pos == "NOUN" and each.case == "nomn" and _is_base(each, noun)]
    return max(readings, key=lambda each: ("Geox" in each.grammemes, -each.rank), default=None)


def _is_base(reading: Parse, noun: str) -> bool:
    return reading.word.replace("ё", "е") == noun.lower().replace("ё", "е") and not reading.grammemes & {"Surn", "Name"}


def _agree(adjective: str, shape: str, case: str) -> str:
    """Return an adjective given in the nominative of its own gender or number."""
    endings = {"ая": "ый", "яя": "ий", "ое": "ый", "ее": "ий", "ые": "ый", "ие": "ий"}
    base = adjective[:-2] + endings.get(adjective[-2:], adjective[-2:])
    if base[-3] in "кгхжшщч" and base.endswith("ый"):
        base = base[:-2] + "ий"
    return decline_adjective(base, shape, case) if shape else adjective


def _decline_reading(word: str, readings: list[Parse], case: str) -> str:
    found = next(iter(readings), None)
    return word if found is None or case == "nomn" or word.isupper() else _as_written(word, decline(found, case))


def _as_written(word: str, inflected: str) -> str:
    """Return the form with the capitals of the word: «Йошкар-Ола» has two."""
    parts = zip(word.split("-"), inflected.split("-"), strict=False)
    return "-".join(form.capitalize() if part[0].isupper() else form for part, form in parts)


def _spell(stem: str, ending: str) -> str:
    return stem + ("и" if ending == "ы" and stem[-1] in "кгхжшщч" else ending)
