"""Tokens and sentences by razdel, which is imported here alone.

The sentences are found by razdel's rules. Its tokens are found by one regular expression that says what its
rules for tokens say: razdel asks each of them about each pair of neighbours, which costs 3.8 µs a token; this
costs 0.35 and keeps nothing between texts, so there is no cache to warm or to bound.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from operator import sub
from typing import NamedTuple

from razdel import sentenize as razdel_sentenize
from razdel.segmenters.punct import DASHES, ENDINGS
from razdel.segmenters.sentenize import BULLET_SIZE, DELIMITER, SentSplit
from razdel.segmenters.tokenize import PUNCTS

# razdel's atoms are runs of Russian letters, of Latin letters, of digits, and single signs or other
# characters. The odd letters are those that `re.IGNORECASE`, which razdel sets, folds into а-я and a-z.
RUSSIAN = "а-яА-ЯёЁ\u1c80-\u1c86"
LATIN = "a-zA-Z\u0130\u0131\u017f\u212a"
SIGN = re.escape(PUNCTS)
OTHER = rf"[^\s\d{RUSSIAN}{LATIN}{SIGN}]"
NOT_SIGN = rf"[^\s{SIGN}]"

LETTERS = rf"(?:[{RUSSIAN}]+|[{LATIN}]+)"
MIXED = rf"(?:{LETTERS}|{OTHER}+{LETTERS}?)(?:{OTHER}+{LETTERS}?)*"  # «замо́к», «°C»; but «i|Фон», «5|кг»
NUMBER = r"\d+(?:[.,/\\]\d+)*"  # «1,5», «16.09.2021»
UNIT = rf"(?:{MIXED}|{NUMBER})"
LINK = rf"[_{re.escape(DASHES)}]"  # «кто-то», «1996–1999», «snake_case»

# razdel looks at the atom beyond a link or a point and does not see the space between: «16-09-2021, 16:02»
# has the token «16-09-2021,», «кое- как» has «кое-», «5 .6» has «.6».
DANGLING_BEFORE = rf"(?:(?<={NOT_SIGN})\s+{LINK}(?={NOT_SIGN})|(?<=\d)\s+[.,/\\](?=\d))"
DANGLING_AFTER = rf"(?:{LINK}(?=\s+{NOT_SIGN})|(?<=\d)[.,/\\](?=\s+\d))"
YAHOO = rf"(?<=(?<![{LATIN}])(?i:yahoo))![{ENDINGS}]*"
WORD = rf"{UNIT}(?:{LINK}{UNIT})*(?:{DANGLING_AFTER}|{YAHOO})?"

SIGNS = rf"[=:;][)(]{{1,3}}|[{ENDINGS}]+|-+|\*+"  # «:)», «?!», «--», «**»; any other sign stands alone

PLAIN_WORD = rf"\s*[{RUSSIAN}]+(?=[\s,.:;!?»\")])"  # a short cut for most tokens: 0.35 µs a token against 0.5
PIECE = rf"{PLAIN_WORD}|(?:{DANGLING_BEFORE}|\s*)(?:{WORD}|{SIGNS}|\S)"

WINDOW: int = razdel_sentenize.split.window  # characters on each side that razdel's sentence rules look at


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one text, in order, in columns: a list for each field costs less than an object for each token.

    >>> len(Tokens(["Да", "!"], [0, 2], [2, 3]))
    2
    """

    texts: list[str]
    """As written; never empty, never with white space inside."""
    starts: list[int]
    """In characters of the text."""
    stops: list[int]
    """`text[starts[i]:stops[i]] == texts[i]`."""

    def __len__(self) -> int:
        return len(self.texts)


class Sentence(NamedTuple):
    """A sentence as a range of characters and as a range of tokens."""

    start: int
    stop: int
    """In characters; the white space around a sentence stays outside."""
    first: int
    last: int
    """`tokens.texts[first:last]` lie in it."""


def tokenize(text: str) -> Tokens:
    """Split any string into razdel's tokens, in time linear in its length.

    >>> tokenize("Встреча 16-09-2021, в 16:02.").texts
    ['Встреча', '16-09-2021', ',', 'в', '16', ':', '02', '.']
    """
    # A piece is a token with the space before it. Pieces leave nothing out, so their lengths add up to stops.
    pieces = _piece().findall(text.rstrip())
    texts = list(map(str.lstrip, pieces))
    stops = list(accumulate(map(len, pieces)))
    starts = list(map(sub, stops, map(len, texts)))
    return Tokens(texts, starts, stops)


def sentenize(text: str, tokens: Tokens) -> list[Sentence]:
    """Split `text`, of which `tokens` were made, into razdel's sentences; none if it is nothing but white space.

    A sentence ends only before white space, so each token lies in exactly one.

    >>> text = "Приехал А. В. Петров. Встретили."
    >>> sentenize(text, tokenize(text))
    [Sentence(start=0, stop=21, first=0, last=7), Sentence(start=22, stop=32, first=7, last=9)]
    """
    sentences: list[Sentence] = []
    first = 0
    for stop in _sentence_stops(text):
        last = bisect_left(tokens.starts, stop, first)
        if first < last:
            sentences.append(Sentence(tokens.starts[first], tokens.stops[last - 1], first, last))
        first = last
    return sentences


def find_sentences(text: str) -> list[tuple[int, int]]:
    """Return where the sentences of a text for readers begin and end: an empty line ends one too, as of a headline.

    >>> find_sentences("Икону нашли\\n\\nОна цела. Её вернут.")
    [(0, 11), (13, 22), (23, 33)]
    """
    found: list[tuple[int, int]] = []
    for start, stop, *_ in sentenize(text, tokenize(text)):
        for gap in _empty_line().finditer(text, start, stop):
            found.append((start, start + len(text[start : gap.start()].rstrip())))
            start = gap.end()
        found.append((start, stop))
    return found


@cache
def _empty_line() -> re.Pattern[str]:
    """Compile the pattern of an empty line with the space behind it."""
    return re.compile(r"\n[^\S\n]*\n\s*")


@cache
def _piece() -> re.Pattern[str]:
    """Compile the pattern of a token with the space before it, at its first use: 5 ms that an import need not pay."""
    return re.compile(PIECE)


@cache
def _ending() -> re.Pattern[str]:
    """Compile the pattern of what may end a sentence.

    razdel asks its rules also where no space follows, and they always join: 9 s for a megabyte of dots.
    """
    return re.compile(rf"{DELIMITER}(?=\s)")


def _sentence_stops(text: str) -> Iterator[int]:
    """Yield the offset after each sentence by razdel's rules, the last at the end of the text.

    The loop is ours because razdel's own copies the sentence at every sign: 26 s for a megabyte of «а.а.а.».
    """
    sentence = 0
    for match in _ending().finditer(text):
        start, stop = match.span()
        split = SentSplit(text[max(0, start - WINDOW) : start], match[0], text[stop : stop + WINDOW])
        # Only the rule of list items («8.1. Пункт») reads the buffer, and none longer than this size.
        split.buffer = text[sentence : min(start, sentence + BULLET_SIZE + 1)]
        if not razdel_sentenize.join(split):
            yield stop
            sentence = stop
    yield len(text)
