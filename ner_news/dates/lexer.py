"""The words and numbers of a text that a date can be made of: all rules read these lexemes, not the text."""

import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from ner_news.dates.expressions import PointMatch
from ner_news.dates.vocabulary import Kind, Sense, senses

BREAK = "|"
"""Marks a gap that no rule may cross: other words, an empty line, too many characters."""
LONGEST_GAP = 40
LOOKAHEAD = 4
LETTERS = 4
"""Of a word, so many letters are looked for."""
SUFFIX = (  # «16-го», «90-х», «2021-м»; without a dash only what is no unit of measure («5м» are metres)
    r"(?:-(?:ого|его|ому|ему|ый|ой|ий|ая|ья|ое|ье|ые|ых|ым|ого|ми|го|му|ом|ем|й|я|е|х|м|ю)|(?:ого|го|ый|ые|ых|й|х))"
    r"(?![^\W_])"
)
DASHES = "‐‑‒–—−"
SPACES = re.compile(r"\s+")
NEXT_ITEM = re.compile(r"\n\s*-")  # «- май 2020 года», next line «- июнь 2021 года»: a list, no range
LETTER = r"[^\W\d_]"


class Lexeme(NamedTuple):
    """A word or a number that a date may hold."""

    start: int
    stop: int
    """Behind the dot of an abbreviation, behind the ending of a number («16-го»)."""
    kind: Kind
    value: int
    """As in `Sense`; of a number its value, -1 when it has more than four digits."""
    code: str
    """As in `Sense`; of a number its ending («го»)."""
    digits: int
    """How many digits a number has; 0 for a word."""
    gap: str
    """The characters before it: spaces as one, a line end alone as itself, every dash as `-`; else `BREAK`."""


END = Lexeme(sys.maxsize, sys.maxsize, "end", 0, "", 0, BREAK)


class LexedText(NamedTuple):
    """A text and its lexemes, followed by `LOOKAHEAD` lexemes `END`, so that a rule need not test for the end."""

    text: str
    """Folded: lower case, «е» for «ё», every dash as `-`."""
    source: str
    """As written, with the same offsets."""
    lexemes: list[Lexeme]
    full_dates: dict[int, PointMatch | None]
    """The answers of `read_full_date` for each index so far."""


def fold(text: str) -> str:
    """Return the text in lower case with «е» for «ё» and one kind of dash, character by character.

    U+0130 is the one character whose lower case is two.

    >>> fold("В МАЁ—2021")
    'в мае-2021'
    """
    folded = text.replace("\u0130", "I").lower().replace("ё", "е")
    for dash in DASHES:  # six `replace` cost a tenth of one `translate`
        folded = folded.replace(dash, "-")
    return folded


def _join(words: Iterable[str], letters: int) -> str:
    """Return a pattern for the first letters of the words, so many at most: a tree, since words share beginnings."""
    rests: defaultdict[str, set[str]] = defaultdict(set)
    for word in words:
        rests[word[:1]].add(word[1:])
    is_end = "" in rests or letters == 0
    branches = [] if letters == 0 else [first + _join(rests[first], letters - 1) for first in sorted(rests) if first]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 and not is_end else f"(?:{'|'.join(branches)})"
    return f"{joined}?" if is_end else joined


@cache
def _lexeme_pattern() -> re.Pattern[str]:
    """Match numbers, their ending and the letters glued to them («5мая») in groups, and words like the vocabulary's.

    Of a word its first letters are looked for: all of them would save a twentieth more, and cost 15 ms to compile.
    """
    words = _join((word for word in senses() if len(word) > 1), LETTERS)
    romans = "".join(word for word in senses() if len(word) == 1 and word.isascii())
    letters = "".join(word for word in senses() if len(word) == 1 and not word.isascii())  # «г.», but not «г-н»
    word = rf"{words}{LETTER}*|[{romans}](?!{LETTER})|[{letters}](?![^\W\d_]|-{LETTER})"
    return re.compile(rf"\b(?:([0-9]+)({SUFFIX})?({LETTER}+)?|_*({word}))")


def normalize_gap(gap: str) -> str:
    """Return a gap in the form that the rules compare with.

    >>> normalize_gap(" \\xa0- "), normalize_gap("\\n\\n"), normalize_gap(" и ")
    (' - ', '|', ' и ')
    """
    if gap == " " or not gap:
        return gap
    if gap.isspace():
        return {0: " ", 1: "\n"}.get(gap.count("\n"), BREAK)
    if len(gap) > LONGEST_GAP or gap.count("\n") > 1 or NEXT_ITEM.search(gap):
        return BREAK
    return SPACES.sub(" ", gap)


def _find_gap(text: str, last: int, start: int) -> str:
    return normalize_gap(text[last:start]) if start - last <= LONGEST_GAP else BREAK


def _make_number(match: re.Match[str], gap: str) -> Lexeme:
    start, digits, ending = match.start(), match[1], match[2] or ""
    value = int(digits) if len(digits) <= 4 else -1
    return Lexeme(start, start + len(digits) + len(ending), "number", value, ending.lstrip("-"), len(digits), gap)


def _make_word(text: str, sense: Sense, start: int, stop: int, gap: str) -> Lexeme:
    has_dot = sense.code.endswith("abbr") and text[stop : stop + 1] == "."
    return Lexeme(start, stop + has_dot, sense.kind, sense.value, sense.code, 0, gap)


def lex(text: str) -> LexedText:
    """Return the text with its numbers and date words, in order.

    >>> [(lexeme.kind, lexeme.value, lexeme.gap) for lexeme in lex("16 сентября").lexemes[:2]]
    [('number', 16, ''), ('month', 9, ' ')]
    """
    folded, known, lexemes, last = fold(text), senses(), [], 0
    for match in _lexeme_pattern().finditer(folded):
        sense, start = known.get(match[4] or match[3]), match.start(4)
        if start < 0:
            lexemes.append(_make_number(match, _find_gap(folded, last, match.start())))
            last = start = lexemes[-1].stop
        if sense is not None:
            lexemes.append(_make_word(folded, sense, start, match.end(), _find_gap(folded, last, start)))
            last = lexemes[-1].stop
    return LexedText(folded, text, lexemes + [END] * LOOKAHEAD, {})
