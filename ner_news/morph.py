"""Parses of single words and their nominatives, by pymorphy3, which is imported here alone.

The analyzer is made at the first word that asks for it (about 0.2 s) and then shared by all threads.
"""

import re
from functools import cache
from threading import Lock
from typing import Any, NamedTuple

import pymorphy3

from ner_news.caches import word_cache
from ner_news.forking import at_work

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
# pymorphy3's minor cases, each beside the case it is a form of: «в Крыму», «чаю», «дядь»
_FOLDED_CASES = {"loc1": "loct", "loc2": "loct", "gen1": "gent", "gen2": "gent", "acc1": "accs", "acc2": "accs"}
# A parse takes about 1 kB. Of words asked for 73% are among 8,192, 76% would be among 16,384; of those guessed at, 38%.
_WORDS_KEPT = 8192
_GUESSES_KEPT = 4096
_CELLS_KEPT = 4096
_SCORE_UNITS = 1_000_000  # the dictionary keeps its scores as whole numbers

LONGEST_WORD = 64
"""In letters; what is longer is no word, and to guess at it would be slow."""

# A lone surrogate would break the dictionary's reader; other scripts have no parses.
_CYRILLIC = re.compile(r"[а-яё]+(?:-[а-яё]+)*")
_SUPERLATIVE_STEM = 4  # «высш-», «высо-»

_NUMBERS = frozenset(("sing", "plur"))

PROPER_GRAMMEMES = frozenset(("Name", "Surn", "Patr", "Geox", "Orgn"))
"""OpenCorpora's grammemes of proper names: first names, surnames, patronymics, places, organizations."""

_making = Lock()


class Parse(NamedTuple):
    """One reading of one word."""

    word: str
    """As parsed: lower case, ё where the dictionary has it."""
    normal: str
    """pymorphy3's normal form; masculine for a woman's surname, singular for a plural."""
    pos: str
    """`NOUN`, `ADJF`, … as in OpenCorpora; empty for what is no word."""
    case: str
    """One of `CASES`, or empty."""
    number: str
    """`sing`, `plur` or empty."""
    gender: str
    """`masc`, `femn`, `neut`, `ms-f` or empty."""
    grammemes: frozenset[str]
    """All of OpenCorpora's marks: `Name`, `Surn`, `Patr`, `Geox`, `Orgn`, `Abbr`, `Fixd`, …"""
    score: float
    """0..1, how probable this reading is among the readings of the word."""
    rank: int
    """Number among the parses of `source`, from 0."""
    source: str
    """The word that was asked for."""
    place: tuple[int, int] | None = None
    """The paradigm and the form in it, where the dictionary holds this very form; `None` for a guess."""

    @property
    def is_known(self) -> bool:
        """Whether the dictionary has this very form; otherwise it was guessed from the ending."""
        return self.place is not None


def parse(word: str) -> tuple[Parse, ...]:
    """Parse a word: the most probable reading comes first; none for what is no Russian word.

    >>> [(found.normal, found.case) for found in parse("Химок")]
    [('химки', 'gent')]
    >>> parse("Ryanair")
    ()
    """
    return look_up(word) or (_guess(word.lower()) if len(word) <= LONGEST_WORD else ())


def look_up(word: str) -> tuple[Parse, ...]:
    """Look a word up in the dictionary, the most probable reading first, without guessing, which takes 50 µs a word.

    >>> look_up("Зася")
    ()
    """
    # What is too long for a word is no key either: such keys would fill the memory.
    return _look_up(word.lower()) if len(word) <= LONGEST_WORD else ()


def find_cells(word: str) -> "tuple[Cell, ...]":
    """Find where a word stands in the dictionary, in no order; a third of the cost of `look_up`, and not remembered.

    >>> sorted({cell.facts[1] for cell in find_cells("Рахмона")}), find_cells("Зася")
    (['accs', 'gent'], ())
    """
    lowered = word.lower()
    if len(word) > LONGEST_WORD or not _CYRILLIC.fullmatch(lowered):
        return ()
    found = _analyzer().dictionary.words.similar_items(lowered, _analyzer().char_substitutes)
    return tuple([_cell(place) for _, there in found for place in there])


def nominative(reading: Parse) -> str:
    """Return the nominative of the same number and gender, in lower case; the word itself if there is none.

    >>> nominative(parse("Захаровой")[0])
    'захарова'
    >>> nominative(parse("Штатов")[0])
    'штаты'
    """
    if reading.case == "nomn" or "Fixd" in reading.grammemes:
        return reading.word
    if _is_own_normal(reading):
        return reading.normal
    if reading.place is None or "Supr" in reading.grammemes:
        return _inflect(reading.source, reading.rank)
    return _move(reading.word, _cell(reading.place), _cell_in(reading.place, "nomn"))


def genitive(reading: Parse) -> str:
    """Return the genitive of the same number and gender, in lower case; the word itself if the dictionary has none.

    >>> genitive(look_up("Игорь")[0])
    'игоря'
    """
    return decline(reading, "gent")


def decline(reading: Parse, case: str) -> str:
    """Return the form in a case of `CASES`, of the same number and gender; the word itself if the dictionary has none.

    >>> decline(look_up("Анапа")[0], "loct")
    'анапе'
    """
    if reading.place is None:
        return reading.word
    return _move(reading.word, _cell(reading.place), _cell_in(reading.place, case))


def singular(reading: Parse, gender: str) -> str | None:
    """Return the nominative singular of this gender, in lower case; `None` where the dictionary has none.

    >>> singular(look_up("народных")[0], "femn"), singular(look_up("сани")[0], "masc")
    ('народная', None)
    """
    if reading.place is None or "Pltm" in reading.grammemes:
        return None
    there = _singular_cell(reading.place, gender)
    return _move(reading.word, _cell(reading.place), there) if there else None


def _is_own_normal(reading: Parse) -> bool:
    if reading.number != "sing":
        return "Pltm" in reading.grammemes and reading.grammemes.isdisjoint(("Surn", "GNdr"))  # «супруги» have «супруг»
    if reading.pos == "ADJF":
        return reading.gender == "masc" and "Supr" not in reading.grammemes  # «высший» has «высокий»
    if reading.gender == "femn" and not reading.grammemes.isdisjoint(("Surn", "Patr")):
        return False  # «Захаровой», «Петровны»: normal forms are a man's
    return reading.pos == "NOUN"


class Cell(NamedTuple):
    """One form of one paradigm: what all words declined alike have in common there."""

    tag: Any
    text: str
    """The tag as written."""
    facts: tuple[str, str, str, str]
    """Part of speech, case, number, gender."""
    grammemes: frozenset[str]
    before: str
    """Letters before the stem: «наи-», mostly none."""
    after: str


# As pymorphy3 parses, but a word that it would guess at is left alone, which it does in 45 µs; and the cells of the
# paradigms are kept, so that a nominative takes 1 µs instead of 30 for the whole lexeme.
@word_cache(maxsize=_WORDS_KEPT)
def _look_up(word: str) -> tuple[Parse, ...]:
    if not _CYRILLIC.fullmatch(word):
        return ()
    analyzer = _analyzer()
    found = analyzer.dictionary.words.similar_items(word, analyzer.char_substitutes)
    places = [(written, place, _cell(place)) for written, there in found for place in there]
    scores = _scores(analyzer, word, [cell.text for _, _, cell in places])
    ranked = sorted(range(len(places)), key=scores.__getitem__, reverse=True)
    return tuple([_read(*places[number], scores[number], rank, word) for rank, number in enumerate(ranked)])


def _read(written: str, place: tuple[int, int], cell: Cell, score: float, rank: int, source: str) -> Parse:
    normal = _move(written, cell, _cell((place[0], 0))) if place[1] else written
    pos, case, number, gender = cell.facts
    return Parse(written, normal, pos, case, number, gender, cell.grammemes, score, rank, source, place)


def _scores(analyzer: Any, word: str, tags: list[str]) -> list[float]:
    """Return how probable each tag of a word is, as counted in OpenCorpora; all alike if the word was not counted."""
    counted = dict(analyzer.prob_estimator.p_t_given_w.items(f"{word}:")) if len(tags) > 1 else {}
    scores = [counted.get(f"{word}:{tag}", 0) / _SCORE_UNITS for tag in tags] if counted else []
    return scores if any(scores) else [1.0 / len(tags) for _ in tags]


# Of the dictionary's 141,658 cells Russian news needs some 10,000, and 89% of the times one of the last 4,096.
@word_cache(maxsize=_CELLS_KEPT)
def _cell(place: tuple[int, int]) -> Cell:
    dictionary = _analyzer().dictionary
    paradigm, form = dictionary.paradigms[place[0]], place[1]
    count = len(paradigm) // 3  # endings, then tags, then prefixes
    before = dictionary.paradigm_prefixes[paradigm[2 * count + form]]
    return Cell(*_read_own_tag(paradigm[count + form]), before, dictionary.suffixes[paradigm[form]])


@cache  # of the dictionary's 4,000 tags, of which some 1,900 are in use
def _read_own_tag(number: int) -> tuple[Any, str, tuple[str, str, str, str], frozenset[str]]:
    tag = _analyzer().dictionary.gramtab[number]
    return tag, str(tag), _read_tag(tag), tag.grammemes


@word_cache(maxsize=1024)
def _cell_in(place: tuple[int, int], case: str) -> Cell:
    """Return the form in this case with the most grammemes in common, as pymorphy3 compares; else the form itself."""
    dictionary = _analyzer().dictionary
    paradigm = dictionary.paradigms[place[0]]
    count = len(paradigm) // 3
    marks = [_read_own_tag(tag)[3] for tag in paradigm[count : 2 * count]]
    forms = [form for form in range(count) if case in marks[form]]
    wanted = _cell(place).tag.updated_grammemes({case})
    return _cell((place[0], max(forms, key=lambda form: _likeness(marks[form], wanted), default=place[1])))


@word_cache(maxsize=1024)
def _singular_cell(place: tuple[int, int], gender: str) -> Cell | None:
    cells = (_cell((place[0], form)) for form in range(len(_analyzer().dictionary.paradigms[place[0]]) // 3))
    return next((cell for cell in cells if cell.facts[1:] == ("nomn", "sing", gender)), None)


def _likeness(here: frozenset[str], wanted: frozenset[str]) -> float:
    of_number = wanted & _NUMBERS == here & _NUMBERS
    return len(wanted & here) - 0.1 * len(wanted ^ here) + of_number


def _move(word: str, here: Cell, there: Cell) -> str:
    """Move a word from one cell of its paradigm to another."""
    stem = word[len(here.before) : len(word) - len(here.after)]
    return f"{there.before}{stem}{there.after}"


@word_cache(maxsize=_GUESSES_KEPT)
def _guess(word: str) -> tuple[Parse, ...]:
    if not _CYRILLIC.fullmatch(word):
        return ()
    found = enumerate(_analyzer().parse(word))
    return tuple([_plain(reading, rank, word) for rank, reading in found if reading.tag.POS])


@word_cache(maxsize=1024)
def _inflect(word: str, rank: int) -> str:
    reading = _analyzer().parse(word)[rank]
    if "Supr" in reading.tag:
        return _superlative(reading)
    inflected = reading.inflect({"nomn"})
    return str(inflected.word if inflected else reading.word)


def _superlative(reading: Any) -> str:
    """Return the nominative with the same suffix: a lexeme has both «высший» and «высочайший»."""
    wanted = {"nomn", "Supr", reading.tag.number} | ({reading.tag.gender} - {None})
    forms = [str(form.word) for form in reading.lexeme if wanted <= form.tag.grammemes]
    alike = [form for form in forms if form[:_SUPERLATIVE_STEM] == reading.word[:_SUPERLATIVE_STEM]]
    return next(iter(alike + forms), str(reading.word))


def _plain(reading: Any, rank: int, source: str) -> Parse:
    word, tag, normal, score, _ = reading
    return Parse(word, normal, *_read_tag(tag), tag.grammemes, score, rank, source)


@word_cache(maxsize=2048)  # some 1,900 tags are in use; saves 5 µs a parse
def _read_tag(tag: Any) -> tuple[str, str, str, str]:
    case = str(tag.case or "")
    case = _FOLDED_CASES.get(case, case if case in CASES else "")
    is_common = not tag.grammemes.isdisjoint(("ms-f", "GNdr"))
    return str(tag.POS or ""), case, str(tag.number or ""), "ms-f" if is_common else str(tag.gender or "")


@cache  # saves 2 µs a word, 11% of a cold document's lemmas
def _analyzer() -> Any:
    # Two threads that each made one used to break the reading of the dictionary's files.
    with at_work, _making:
        return _make_analyzer()


@cache
def _make_analyzer() -> Any:
    return pymorphy3.MorphAnalyzer(lang="ru")
