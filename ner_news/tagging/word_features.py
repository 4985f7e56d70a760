"""Features of a word by itself: the row of its vector, its outline, its groups of letters, its stem, its kind."""

import zlib
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ner_news.caches import word_cache
from ner_news.resources import natasha_file
from ner_news.tagging.navec import Navec
from ner_news.tagging.shapes import shape

Integers = NDArray[np.int64]

BUCKETS = 8192
"""Rows of the table of letter groups; 0 stands for none."""

GRAMS = 19
"""Letter groups a word: 16 of three letters, its start of four, its ends of four and five."""

_ODD, _SHIFT = np.uint32(0x9E3779B1), np.uint32(15)  # 2**32 by the golden ratio, as in Fibonacci hashing
_LETTERS = 16  # of a longer word the first and the last eight

# Kinds of words, one bit each.
CAPITAL, UPPER, LOWER, INITIAL = 1, 2, 4, 8
FIRST_NAME, IN_PLACE = 16, 32
OPENS, CLOSES, QUOTE, BRACKET, CLOSED_BRACKET, ENDS = 64, 128, 256, 512, 1024, 2048
_KIND_BITS = 12
_KINDS = (1 << _KIND_BITS) - 1

_KEPT = 16_384  # words, by eye; some 150 bytes each
_LONGEST = 64  # letters, by eye: the rest of a longer word says nothing more

_SIGNS = {
    **dict.fromkeys("«„“", OPENS),
    **dict.fromkeys("»”", CLOSES),
    '"': QUOTE,
    "(": BRACKET,
    ")": CLOSED_BRACKET,
}
_PREPOSITIONS = frozenset("в во на из под близ".split())  # before the names of places
_LONGEST_PREPOSITION = max(map(len, _PREPOSITIONS))
_INFLECTIONS = frozenset(
    "ого ему ому ыми ими ами ями ью ов ев ом ем ой ей ый ий ая яя ую ые ых ым им ах ях ии ия ию".split()
    + list("аяуюыиеойь")
)
_FAMILY = ("ов", "ев")
_SHORTEST_STEM, _SHORTEST_BORROWED = 3, 4  # letters, by eye; the network is trained with them
_ENDINGS = ("", *"а у ом е ы и ов ой ого ый ий ая ые ия ии ь я ю".split())


class WordFeatures(NamedTuple):
    """Features of words, a row a word."""

    vectors: Integers
    """Rows of navec."""
    shapes: Integers
    """Rows of the table of outlines."""
    grams: Integers
    """words x GRAMS: rows of the table of letter groups."""


def compute_word_features(words: Sequence[str], navec: Navec, shape_ids: Mapping[str, int]) -> WordFeatures:
    """Return the features of each word, for the first layer of the network."""
    lowered = [word.lower() for word in words]
    return WordFeatures(
        _vector_rows(lowered, navec),
        np.array([shape_ids.get(shape(word), 0) for word in words], np.int64),
        hash_letter_groups(lowered),
    )


def _vector_rows(lowered: Sequence[str], navec: Navec) -> Integers:
    """Return rows of navec.

    A word that is not there borrows the row of another form, or of its part after the last hyphen.

    Of the words of NEREL's news 14% are not in navec, half of them for their ё; a third of them find a row so.
    """
    rows = navec.rows(lowered)
    unknown = [number for number in (rows == navec.unknown).nonzero()[0].tolist() if len(lowered[number]) <= _LONGEST]
    words = [lowered[number].rpartition("-")[2] for number in unknown]
    forms = [[word, *_other_forms(word)] if word[:1].isalpha() else [] for word in words]
    found = iter(navec.rows([form for own in forms for form in own]).tolist())
    for number, own in zip(unknown, forms, strict=True):
        known = [row for row in islice(found, len(own)) if row != navec.unknown]
        rows[number] = known[0] if known else navec.unknown
    return rows


def _other_forms(lowered: str) -> list[str]:
    """Return forms that a word may have in a dictionary, itself without ё first.

    >>> _other_forms("чисоре")[:4]
    ['чисоре', 'чисор', 'чисора', 'чисору']
    """
    folded = lowered.replace("ё", "е")
    base = _without_ending(folded)
    if len(base) < _SHORTEST_BORROWED or not base.isalpha():
        return [folded]
    return [folded, *(base + ending for ending in _ENDINGS)]


def classify_words(words: Sequence[str]) -> tuple[Integers, Integers]:
    """Return the kinds (bits, see above) and the stems of words.

    Stems are numbers, equal for forms of one word, nearly always; 0 for what is no word.

    >>> kinds, stems = classify_words(["Химок", "Химки", "«", "химках"])
    >>> (kinds & CAPITAL).tolist(), stems[2].item(), stems[0] == stems[1]
    ([1, 1, 0, 0], 0, np.False_)
    """
    if max(map(len, words), default=0) > _LONGEST:
        words = [word[:_LONGEST] for word in words]
    packed = np.fromiter(map(_classify, words), np.int64, len(words))
    return packed & _KINDS, packed >> _KIND_BITS


@word_cache(maxsize=_KEPT)
def _classify(word: str) -> int:
    key = stem(word.lower())
    number = zlib.crc32(key.encode("utf-8", "surrogatepass")) + 1 if key[:1].isalpha() else 0
    return number << _KIND_BITS | _classify_signs(word, key in _first_name_stems())


def stem(lowered: str) -> str:
    """Return a lower-case word without its ending; forms of one name mostly share it.

    >>> [stem(word) for word in ("рахмона", "рахмон", "иванов", "ивановым", "киева", "и")]
    ['рахмон', 'рахмон', 'иван', 'иван', 'киев', 'и']
    """
    cut = _without_ending(lowered.replace("ё", "е"))
    family = cut[: -len(_FAMILY[0])] if cut.endswith(_FAMILY) else cut  # «Иванов» has lost it already
    return family if len(family) >= _SHORTEST_STEM else cut


def _without_ending(folded: str) -> str:
    if len(folded) <= _SHORTEST_STEM:
        return folded
    if folded[-3:] in _INFLECTIONS:
        cut = folded[:-3]
    elif folded[-2:] in _INFLECTIONS:
        cut = folded[:-2]
    elif folded[-1] in _INFLECTIONS:
        cut = folded[:-1]
    else:
        return folded
    return cut if len(cut) >= _SHORTEST_STEM else folded


def hash_letter_groups(lowered: Sequence[str]) -> Integers:
    """Return rows of the table of letter groups, words x GRAMS; 0 where a word has no more.

    >>> hash_letter_groups(["мир", "мира"])[:, :3].tolist()[0] == hash_letter_groups(["мир"])[0, :3].tolist()
    True
    """
    framed = [f"^{word if len(word) <= _LETTERS else word[:8] + word[-8:]}$" for word in lowered]
    left, right = _code_points(framed), _code_points([word.rjust(_LETTERS + 2, "\0") for word in framed])
    return np.concatenate(
        [
            _hash([left[:, place : place - 2 or None] for place in range(3)]),
            _hash([left[:, [place]] for place in range(4)]),
            _hash([right[:, [place]] for place in range(-4, 0)]),
            _hash([right[:, [place]] for place in range(-5, 0)]),
        ],
        axis=1,
    )


def _code_points(words: Sequence[str]) -> NDArray[np.uint32]:
    """Return the words' code points, 0 where there is none."""
    return np.array(words, f"<U{_LETTERS + 2}").view(np.uint32).reshape(len(words), _LETTERS + 2)


def _hash(letters: Sequence[NDArray[np.uint32]]) -> Integers:
    """Return a row for each group of letters, by their product with a fixed odd number; 0 for one with a gap.

    First, second, … letters of the groups come each as words x groups.
    """
    product = np.full(letters[0].shape, len(letters), np.uint32)
    full = np.ones(letters[0].shape, bool)
    for letter in letters:
        product ^= letter
        product *= _ODD
        product ^= product >> _SHIFT
        full &= letter != 0
    rows: Integers = (product % np.uint32(BUCKETS - 1) + np.uint32(1)).astype(np.int64) * full
    return rows


def _classify_signs(word: str, is_first_name: bool) -> int:
    first = word[0]
    if not first.isalpha():
        return _SIGNS.get(word, ENDS if first in ".!?…" else 0)
    kind = CAPITAL if first.isupper() else LOWER
    if kind == CAPITAL:
        if len(word) == 1:
            kind |= INITIAL
        elif word.isupper():
            kind |= UPPER
        if is_first_name:
            kind |= FIRST_NAME
    if len(word) <= _LONGEST_PREPOSITION and word.lower() in _PREPOSITIONS:
        kind |= IN_PLACE
    return kind


@cache
def _first_name_stems() -> frozenset[str]:
    """Return the stems of natasha's list of first names, without those that are words too."""
    doubtful = {line.split("#")[0].strip() for line in _read_lines("dict/maybe_first.txt")}
    return frozenset(stem(name) for name in _read_lines("dict/first.txt") if name not in doubtful)


def _read_lines(name: str) -> list[str]:
    return natasha_file(name).read_text(encoding="utf-8").splitlines()
