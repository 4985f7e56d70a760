"""How names outside the dictionary are declined: tables of endings. Data only.

A row is one kind of word in one gender: what its stem may end in (`_` is any letter), the weight of the
reading (0..1), and the endings in the order of `CASES`; `-` is no ending, `/` stands between two in use.
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
    stems: str
    weight: float
    endings: str


_POSSESSIVE = "_ов _ев _ёв _ин _ын"
_ADJECTIVAL = "_ск _цк"
# What is hardly the stem of any other kind of word.
_MARKED = "ян янц ук юк ак ич сон ман берг штейн баум юс ус сен нен бс вс гс дс кс лс мс нс пс рс тс ас ес ис"
_FLEETING = "б в г д ж з к м п с т ч ш"
_FLEETING_RARELY = "р л"  # «Шварца», «Шольца» are of «Шварц», «Шольц»
_OF_FAMILY = (
    " ".join(letter + "ых" for letter in "бдзлмпрст")
    + " рных зных тных сных ьных ивых авых "
    + " ".join(letter + "их" for letter in "гжхчшщ")
)
# «Чиненового» is hardly a name in -о, «Хидальго» is.
_LONE_O = " ".join(letter + "о" for letter in "абвдеёжзийклмнопрстуфхцчшщъыьэюя") + " ьго рго нго"
_CONSONANT = "б в г д з к л м н п р с т ф х ж ш ч щ ц"
_HARD = "б в д з л м н п р с т ф ц"
_SOFT = "б в д з л м н п р с т ф ж ш ч щ"
_SOFT_A = "б в д з л м н п р с т ф а е ё о у э ю я"
_VOWEL = "а е ё о у ы э ю я"
_LONE_I = " ".join(letter + "и" for letter in "абвдеёзйлмнопрстуфцъыьэюя")  # but «Марии» is a form of «Мария»
_HARD_I = " ".join(letter + "и" for letter in "гкхжшчщ")  # «Римши» is rather a form of «Римша»

_SURNAMES = (
    Paradigm("possessive", "masc", _POSSESSIVE, 1.0, "- а у а ым е"),  # Жапаров
    Paradigm("possessive", "femn", _POSSESSIVE, 1.0, "а ой ой у ой ой"),  # Гаврилова
    Paradigm("possessive", "plur", _POSSESSIVE, 1.0, "ы ых ым ых ыми ых"),
    Paradigm("adjectival", "masc", _ADJECTIVAL, 1.0, "ий ого ому ого им ом"),  # Достоевский
    Paradigm("adjectival", "femn", _ADJECTIVAL, 1.0, "ая ой ой ую ой ой"),
    Paradigm("adjectival", "plur", _ADJECTIVAL, 1.0, "ие их им их ими их"),
    Paradigm("full adjective", "masc", _HARD, 0.15, "ый ого ому ого ым ом"),  # Терновый
    Paradigm("full adjective", "masc", "_н _г _к _х _ж _ч _ш _щ", 0.15, "ий его ему его им ем"),  # Хижний
    Paradigm("full adjective", "masc", "_г _к _х", 0.15, "ий ого ому ого им ом"),  # Охонький
    Paradigm("full adjective", "masc", "_", 0.05, "ой ого ому ого ым ом"),  # Береговой
    Paradigm("full adjective", "femn", "_", 0.04, "ая ой ой ую ой ой"),
    Paradigm("full adjective", "femn", "_н _ж _ч _ш _щ", 0.1, "яя ей ей юю ей ей"),
    Paradigm("full adjective", "plur", "_", 0.1, "ые ых ым ых ыми ых"),
    Paradigm("marked consonant", "masc", _MARKED, 0.6, "- а у а ом е"),  # Пашинян
    Paradigm("consonant", "masc", _CONSONANT, 0.3, "- а у а ом е"),  # Рааб
    Paradigm("fleeting", "masc", _FLEETING, 0.6, "ец ца цу ца цом/цем це"),  # Кравец
    Paradigm("fleeting", "masc", "н", 0.4, "ец ца цу ца цом/цем це"),  # Макошенец
    Paradigm("fleeting", "masc", _FLEETING_RARELY, 0.15, "ец ца цу ца цом/цем це"),  # Красенец
    Paradigm("fleeting", "masc", "л", 0.15, "ец ьца ьцу ьца ьцом/ьцем ьце"),  # Стрелец
    Paradigm("fleeting", "masc", "о а е", 0.6, "ец йца йцу йца йцом/йцем йце"),  # Коломоец
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
    Paradigm("soft a", "masc", _SOFT_A, 0.08, "я и е ю ей/ёй е"),  # Головня
    Paradigm("soft a", "femn", _SOFT_A, 0.08, "я и е ю ей/ёй е"),
    Paradigm("iya", "masc", "_", 0.1, "ия ии ии ию ией ии"),  # Берия
    Paradigm("iya", "femn", "_", 0.1, "ия ии ии ию ией ии"),
    Paradigm("unchanged", "", _OF_FAMILY, 0.3, "- - - - - -"),  # Долгих, Черных
    Paradigm("unchanged", "", "овых евых ёвых иных ыных ских цких", 0.02, "- - - - - -"),  # rather a family's plural
    Paradigm("unchanged", "", "швили дзе", 0.6, "- - - - - -"),  # Саакашвили
    Paradigm("unchanged", "", f"{_LONE_O} ели иани", 0.3, "- - - - - -"),  # Хидальго
    Paradigm("unchanged", "femn", "айте ене ите ыте уте", 0.3, "- - - - - -"),  # Прунскене: Lithuanian, of women alone
    Paradigm("unchanged", "", f"{_LONE_I} э ё", 0.1, "- - - - - -"),  # Медичи
    Paradigm("unchanged", "", _HARD_I, 0.04, "- - - - - -"),  # Кавасаки
    Paradigm("unchanged", "", "оглу оглы", 0.6, "- - - - - -"),  # Давутоглу
    Paradigm("unchanged", "", "еску ешку", 0.1, "- - - - - -"),  # Чаушеску
    Paradigm("unchanged", "", "яну", 0.02, "- - - - - -"),  # Мунтяну
    Paradigm("unchanged", "", "е", 0.03, "- - - - - -"),  # Барнье
    Paradigm("unchanged", "", "лье нье рье тте ппе ссе", 0.1, "- - - - - -"),  # Рансильье, Карботте
    Paradigm("unchanged", "", "го", 0.01, "- - - - - -"),  # Диего
    Paradigm("unchanged", "", "у ю ы", 0.005, "- - - - - -"),  # Шоу
)
_FIRST_NAMES = (
    Paradigm("consonant", "masc", _CONSONANT, 0.3, "- а у а ом е"),  # Никол
    Paradigm("consonant", "femn", _CONSONANT, 0.05, "- - - - - -"),  # Карин
    Paradigm("soft", "masc", _SOFT, 0.2, "ь я ю я ем/ём е"),  # Мишель
    Paradigm("soft", "masc", "эл иэл уэл юэл", 0.3, "ь я ю я ем е"),  # Даниэль
    Paradigm("soft", "femn", _SOFT, 0.1, "ь и и ь ью и"),  # Гузель
    Paradigm("iy", "masc", "и", 0.05, "й я ю я ем е/и"),  # Клавдий
    Paradigm("yot", "masc", _VOWEL, 0.2, "й я ю я ем/ём е/и"),  # Николай
    Paradigm("hard a", "femn", _CONSONANT, 0.2, "а ы е у ой е"),  # Тереза
    Paradigm("hard a", "masc", _CONSONANT, 0.05, "а ы е у ой е"),  # Усама
    Paradigm("soft a", "femn", _SOFT_A, 0.1, "я и е ю ей/ёй е"),  # Майя
    Paradigm("soft a", "femn", "и", 0.05, "я и е ю ей/ёй е"),  # «Асие», a slip for «Асии»
    Paradigm("soft a", "masc", _SOFT_A, 0.02, "я и е ю ей/ёй е"),
    Paradigm("iya", "femn", "_", 0.6, "ия ии ии ию ией ии"),  # Асия
    Paradigm("unchanged", "", "о кулы гулы", 0.3, "- - - - - -"),  # Хайко
    Paradigm("unchanged", "", f"{_LONE_I} э ё", 0.1, "- - - - - -"),  # Кими
    Paradigm("unchanged", "", _HARD_I, 0.06, "- - - - - -"),  # Гиги
    Paradigm("unchanged", "", "е", 0.03, "- - - - - -"),  # Хосе
    Paradigm("unchanged", "", "у ю ы", 0.004, "- - - - - -"),  # Лу
    Paradigm("unchanged", "", "иу ау", 0.3, "- - - - - -"),  # Жоау
)
_PATRONYMICS = (
    Paradigm("son of", "masc", "_ович _евич _ёвич", 0.5, "- а у а ем е"),
    Paradigm("daughter of", "femn", "_овн _евн _ёвн _ичн", 0.5, "а ы е у ой е"),
)
_NOUNS = (  # of places and organizations
    Paradigm("consonant", "masc", "нск вск йск рск льск град", 0.9, "- а у - ом е"),  # Верхнереченск
    Paradigm("consonant", "masc", _CONSONANT, 0.3, "- а у - ом е"),  # Пешавар
    Paradigm("soft", "masc", _SOFT, 0.15, "ь я ю ь ем/ём е"),  # Бристоль
    Paradigm("soft", "femn", _SOFT, 0.15, "ь и и ь ью и"),  # Астрахань
    Paradigm("yot", "masc", _VOWEL, 0.3, "й я ю й ем/ём е/и"),  # Шанхай
    Paradigm("hard a", "femn", _CONSONANT, 0.15, "а ы е у ой е"),  # Элиста
    Paradigm("hard a", "femn", "щин тчин", 0.6, "а ы е у ой е"),  # Львовщина
    Paradigm("fleeting", "masc", "б в г д ж з к м н п с т ч ш", 0.3, "ец ца цу ец цом/цем це"),  # Островец
    Paradigm("soft a", "femn", _SOFT_A, 0.1, "я и е ю ей/ёй е"),  # Корея
    Paradigm("iya", "femn", "_", 0.4, "ия ии ии ию ией ии"),  # Гагаузия
    Paradigm("possessive", "neut", _POSSESSIVE, 0.3, "о а у о ом е"),  # Тушино
    Paradigm("iye", "neut", "_", 0.05, "ие ия ию ие ием ии"),  # Косово-Метохие
    Paradigm("ye", "neut", "_", 0.2, "ье ья ью ье ьем ье"),  # Заднестровье
    Paradigm("unchanged", "", f"{_LONE_I} {_HARD_I} о э ё", 0.2, "- - - - - -"),  # Тбилиси
    Paradigm("unchanged", "", "е у ю ы", 0.005, "- - - - - -"),  # Кале
    Paradigm("plural", "plur", _CONSONANT, 0.03, "ы ов ам ы ами ах"),  # Пески
    Paradigm("plural", "plur", _CONSONANT, 0.03, "ы - ам ы ами ах"),  # Балканы
    Paradigm("plural", "plur", _SOFT, 0.03, "и ей ям и ями ях"),  # Вести
    Paradigm("plural", "plur", "_", 0.03, "ии ий иям ии иями иях"),  # Ирландии
)

_OF_NAMES = (  # adjectives within names of places
    Paradigm("of a name", "plur", "_ов _ев _ёв _ин", 0.2, "ы ых ым ы/ых ыми ых"),  # Воробьёвы горы
    Paradigm("of a name", "masc", "_ов _ев _ёв _ин", 0.2, "- а у - ым ом"),  # Столешников переулок
    Paradigm("of a name", "neut", "_ов _ев _ёв _ин", 0.2, "о а у о ым ом"),  # Куликово поле
    Paradigm("of a name", "femn", "_ов _ев _ёв _ин", 0.2, "а ой ой у ой ой"),  # Иосифова пустынь
    Paradigm("of a name", "masc", _ADJECTIVAL, 0.2, "ий ого ому ий им ом"),  # Волконский переулок
    Paradigm("of a name", "neut", _ADJECTIVAL, 0.2, "ое ого ому ое им ом"),
    Paradigm("of a name", "femn", _ADJECTIVAL, 0.2, "ая ой ой ую ой ой"),
    Paradigm("of a name", "plur", _ADJECTIVAL, 0.2, "ие их им ие/их ими их"),
)

ORDINALS = {
    # what follows the hyphen of «46-го»; `/` stands between two in use
    "masc": "й/ый/ий/ой го му/ому й/го м/ым/им м/ом",
    "femn": "я/ая/ья й/ой/ей й/ой/ей ю/ую й/ой/ей й/ой/ей",
    "neut": "е/ое го му/ому е/ое м/ым/им м/ом",
    "plur": "е/ые/ие х/ых м/ым/им е/х/ые/ых ми/ыми х/ых",
}

SURNAMES, FIRST_NAMES, PATRONYMICS, NOUNS = "surnames", "first names", "patronymics", "nouns"
OF_NAMES = "of names"
TABLES = {
    SURNAMES: _SURNAMES,
    FIRST_NAMES: _FIRST_NAMES,
    PATRONYMICS: _PATRONYMICS,
    NOUNS: _NOUNS,
    OF_NAMES: _OF_NAMES,
}
