"""How names outside the dictionary are declined: tables of endings. Data only.

A row is one kind of word in one gender: a regular expression for the end of its stem, how far a word that fits
is to be believed (0..1), and the endings in the order of `CASES`; `-` is no ending, `/` stands between two in use.
What spelling alone changes («Соботки», «Курцем») is left to `endings`. The weights were set by hand, a rarer kind of
word having a smaller one, and corrected where FactRuEval's devset and SlavicNER showed classes of errors.
"""

from typing import NamedTuple

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
KINDS = ("masc", "femn", "neut", "plur")
"""What adjectives agree in: the gender, or the plural, which has none."""


class Paradigm(NamedTuple):
    """One row of a table."""

    name: str
    kind: str
    stem: str
    weight: float
    endings: str


_POSSESSIVE = "[а-яё](?:ов|ев|ёв|ин|ын)"
_ADJECTIVAL = "[а-яё][сц]к"
# What is hardly the stem of any other kind of word.
_MARKED = "(?:ян|янц|анц|енц|ук|юк|ак|ич|сон|ман|берг|штейн|баум|юс|сен|нен|[бвгдклмнпртаеи]с)"
_CONSONANT = "[бвгдзклмнпрстфхжшчщц]"
_SOFT = "[бвдзлмнпрстфжшчщ]"
_SOFT_A = "[бвдзлмнпрстфаеёоуэюя]"
_VOWEL = "[аеёоуыэюя]"

SURNAMES = (
    Paradigm("possessive", "masc", _POSSESSIVE, 1.0, "- а у а ым е"),  # Жапаров
    Paradigm("possessive", "femn", _POSSESSIVE, 1.0, "а ой ой у ой ой"),  # Гаврилова
    Paradigm("possessive", "plur", _POSSESSIVE, 1.0, "ы ых ым ых ыми ых"),
    Paradigm("adjectival", "masc", _ADJECTIVAL, 1.0, "ий ого ому ого им ом"),  # Достоевский
    Paradigm("adjectival", "femn", _ADJECTIVAL, 1.0, "ая ой ой ую ой ой"),
    Paradigm("adjectival", "plur", _ADJECTIVAL, 1.0, "ие их им их ими их"),
    Paradigm("marked consonant", "masc", _MARKED, 0.6, "- а у а ом е"),  # Пашинян
    Paradigm("consonant", "masc", _CONSONANT, 0.3, "- а у а ом е"),  # Рааб
    Paradigm("consonant", "femn", _CONSONANT, 0.3, "- - - - - -"),
    Paradigm("consonant", "plur", _CONSONANT, 0.3, "ы ов ам ов ами ах"),
    Paradigm("soft", "masc", _SOFT, 0.3, "ь я ю я ем/ём е"),  # Зась
    Paradigm("soft", "femn", _SOFT, 0.3, "ь ь ь ь ь ь"),
    Paradigm("soft", "plur", _SOFT, 0.3, "и ей ям ей ями ях"),
    Paradigm("iy", "masc", "и", 0.05, "й я ю я ем е/и"),  # Клавдий
    Paradigm("yot", "masc", _VOWEL, 0.3, "й я ю я ем/ём е/и"),  # Гайдай
    Paradigm("yot", "femn", _VOWEL, 0.3, "й й й й й й"),  # Мэй
    Paradigm("hard a", "masc", _CONSONANT, 0.1, "а ы е у ой е"),  # Соботка
    Paradigm("hard a", "femn", _CONSONANT, 0.1, "а ы е у ой е"),
    Paradigm("soft a", "masc", _SOFT_A, 0.05, "я и е ю ей/ёй е"),  # Головня
    Paradigm("soft a", "femn", _SOFT_A, 0.05, "я и е ю ей/ёй е"),
    Paradigm("iya", "masc", "[а-яё]", 0.1, "ия ии ии ию ией ии"),  # Берия
    Paradigm("iya", "femn", "[а-яё]", 0.1, "ия ии ии ию ией ии"),
    Paradigm("unchanged", "", "(?:о|[иы]х|швили|дзе)", 0.3, "- - - - - -"),  # Лукашенко, Черных, Саакашвили
    Paradigm("unchanged", "", "(?:(?<!и)и|э|ё)", 0.1, "- - - - - -"),  # Медичи
    Paradigm("unchanged", "", "е", 0.03, "- - - - - -"),  # Барнье
    Paradigm("unchanged", "", "[уюы]", 0.005, "- - - - - -"),  # Шоу
)
FIRST_NAMES = (
    Paradigm("consonant", "masc", _CONSONANT, 0.3, "- а у а ом е"),  # Никол
    Paradigm("consonant", "femn", _CONSONANT, 0.05, "- - - - - -"),  # Карин
    Paradigm("soft", "masc", _SOFT, 0.2, "ь я ю я ем/ём е"),  # Мишель
    Paradigm("soft", "femn", _SOFT, 0.1, "ь и и ь ью и"),  # Гузель
    Paradigm("iy", "masc", "и", 0.05, "й я ю я ем е/и"),  # Клавдий
    Paradigm("yot", "masc", _VOWEL, 0.2, "й я ю я ем/ём е/и"),  # Николай
    Paradigm("hard a", "femn", _CONSONANT, 0.2, "а ы е у ой е"),  # Тереза
    Paradigm("hard a", "masc", _CONSONANT, 0.05, "а ы е у ой е"),  # Усама
    Paradigm("soft a", "femn", _SOFT_A, 0.1, "я и е ю ей/ёй е"),  # Майя
    Paradigm("soft a", "masc", _SOFT_A, 0.02, "я и е ю ей/ёй е"),
    Paradigm("iya", "femn", "[а-яё]", 0.6, "ия ии ии ию ией ии"),  # Асия
    Paradigm("unchanged", "", "(?:о|[кг]улы)", 0.3, "- - - - - -"),  # Хайко
    Paradigm("unchanged", "", "(?:(?<!и)и|э|ё)", 0.1, "- - - - - -"),  # Кими
    Paradigm("unchanged", "", "е", 0.03, "- - - - - -"),  # Хосе
    Paradigm("unchanged", "", "[уюы]", 0.005, "- - - - - -"),  # Лу
)
PATRONYMICS = (
    Paradigm("son of", "masc", "[а-яё](?:ов|ев|ёв)ич", 0.5, "- а у а ем е"),
    Paradigm("daughter of", "femn", "[а-яё](?:овн|евн|ёвн|ичн)", 0.5, "а ы е у ой е"),
)
NOUNS = (  # of places and organizations
    Paradigm("consonant", "masc", _CONSONANT, 0.3, "- а у - ом е"),  # Пешавар
    Paradigm("soft", "masc", _SOFT, 0.15, "ь я ю ь ем/ём е"),  # Бристоль
    Paradigm("soft", "femn", _SOFT, 0.15, "ь и и ь ью и"),  # Астрахань
    Paradigm("yot", "masc", _VOWEL, 0.3, "й я ю й ем/ём е/и"),  # Шанхай
    Paradigm("hard a", "femn", _CONSONANT, 0.15, "а ы е у ой е"),  # Элиста
    Paradigm("soft a", "femn", _SOFT_A, 0.1, "я и е ю ей/ёй е"),  # Корея
    Paradigm("iya", "femn", "[а-яё]", 0.4, "ия ии ии ию ией ии"),  # Гагаузия
    Paradigm("possessive", "neut", "[а-яё](?:ов|ев|ёв|ин|ын)", 0.3, "о а у о ом е"),  # Тушино
    Paradigm("iye", "neut", "[а-яё]", 0.2, "ие ия ию ие ием ии"),  # Заполярье
    Paradigm("unchanged", "", "(?:(?<!и)и|[оэё])", 0.2, "- - - - - -"),  # Тбилиси
    Paradigm("unchanged", "", "[еуюы]", 0.005, "- - - - - -"),  # Кале
    Paradigm("plural", "plur", _CONSONANT, 0.03, "ы ов ам ы ами ах"),  # Пески
    Paradigm("plural", "plur", _CONSONANT, 0.03, "ы - ам ы ами ах"),  # Балканы
    Paradigm("plural", "plur", _SOFT, 0.03, "и ей ям и ями ях"),  # Вести
)
