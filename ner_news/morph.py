"""Parses of single words and their nominatives: the one place where pymorphy3 is imported.

The analyzer is made at the first word that asks for it (about 0.2 s) and then shared by all threads.
"""

import re
from functools import lru_cache
from threading import Lock
from typing import Any, NamedTuple

import pymorphy3

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
# pymorphy3's minor cases, each beside the case it is a form of: «в Крыму», «чаю», «дядь»
_FOLDED_CASES = {"loc1": "loct", "loc2": "loct", "gen1": "gent", "gen2": "gent", "acc1": "accs", "acc2": "accs"}
# A parse takes about 1 kB; 16,384 words of text are 30 MB at the very most.
_WORDS_KEPT = 16_384

LONGEST_WORD = 64
"""In letters; what is longer is no word, and to guess at it would be slow."""

# A lone surrogate would break the dictionary's reader; other scripts have no parses.
_CYRILLIC = re.compile(r"[а-яё]+(?:-[а-яё]+)*")
_SUPERLATIVE_STEM = 4  # «высш-», «высо-»

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
    is_known: bool
    """The dictionary holds this very form; otherwise it was guessed from the ending."""
    rank: int
    """Place among the parses of `source`."""
    source: str
    """The word that was asked for."""


def parse(word: str) -> tuple[Parse, ...]:
    """The readings of a word, the most probable first; none for what is no Russian word.

    >>> [(found.normal, found.case) for found in parse("Химок")]
    [('химки', 'gent')]
    >>> parse("Ryanair")
    ()
    """
    lower = word.lower()
    if len(lower) > LONGEST_WORD or not _CYRILLIC.fullmatch(lower):
        return ()
    return _parse(lower)


def nominative(reading: Parse) -> str:
    """The nominative of the same number and gender, in lower case; the word itself if there is none.

    >>> nominative(parse("Захаровой")[0])
    'захарова'
    >>> nominative(parse("Штатов")[0])
    'штаты'
    """
    if reading.case == "nomn" or "Fixd" in reading.grammemes:
        return reading.word
    if _is_own_normal(reading):  # saves about 60 µs of inflection for two parses of three
        return reading.normal
    return _inflect(reading.source, reading.rank)


def clear_caches() -> None:
    """Forget every parse, for benchmarks; the analyzer stays."""
    _parse.cache_clear()
    _inflect.cache_clear()


def _is_own_normal(reading: Parse) -> bool:
    if reading.number != "sing":
        return "Pltm" in reading.grammemes and "Surn" not in reading.grammemes
    if reading.pos == "ADJF":
        return reading.gender == "masc" and "Supr" not in reading.grammemes  # «высший» has «высокий»
    if reading.gender == "femn" and not reading.grammemes.isdisjoint(("Surn", "Patr")):
        return False  # «Захаровой», «Петровны»: normal forms are a man's
    return reading.pos == "NOUN"


@lru_cache(maxsize=_WORDS_KEPT)
def _parse(word: str) -> tuple[Parse, ...]:
    found = enumerate(_analyzer().parse(word))
    return tuple(_plain(reading, rank, word) for rank, reading in found if reading.tag.POS)


@lru_cache(maxsize=_WORDS_KEPT)
def _inflect(word: str, rank: int) -> str:
    reading = _analyzer().parse(word)[rank]
    if "Supr" in reading.tag:
        return _superlative(reading)
    inflected = reading.inflect({"nomn"})
    return str(inflected.word if inflected else reading.word)


def _superlative(reading: Any) -> str:
    """The nominative with the same suffix: a lexeme has both «высший» and «высочайший»."""
    wanted = {"nomn", "Supr", reading.tag.number} | ({reading.tag.gender} - {None})
    forms = [str(form.word) for form in reading.lexeme if wanted <= form.tag.grammemes]
    alike = [form for form in forms if form[:_SUPERLATIVE_STEM] == reading.word[:_SUPERLATIVE_STEM]]
    return next(iter(alike + forms), str(reading.word))


def _plain(reading: Any, rank: int, source: str) -> Parse:
    word, tag, normal, score, methods = reading
    pos, case, number, gender = _read_tag(tag)
    is_known = len(methods) == 1 and _is_from_dictionary(methods[0][0])
    return Parse(word, normal, pos, case, number, gender, tag.grammemes, score, is_known, rank, source)


@lru_cache(maxsize=1024)  # some 700 tags are in use; saves 5 µs a parse
def _read_tag(tag: Any) -> tuple[str, str, str, str]:
    case = str(tag.case or "")
    case = _FOLDED_CASES.get(case, case if case in CASES else "")
    is_common = not tag.grammemes.isdisjoint(("ms-f", "GNdr"))
    return str(tag.POS or ""), case, str(tag.number or ""), "ms-f" if is_common else str(tag.gender or "")


def _is_from_dictionary(method: Any) -> bool:
    return type(method).__name__ == "DictionaryAnalyzer"


def _analyzer() -> Any:
    # Two threads that each made one used to break the reading of the dictionary's files.
    with _making:
        return _make_analyzer()


@lru_cache(maxsize=1)
def _make_analyzer() -> Any:
    return pymorphy3.MorphAnalyzer(lang="ru")
