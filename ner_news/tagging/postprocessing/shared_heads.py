"""Names that share one head: «Курской» and «Белгородской областях», «Большой» and «Мариинский театры».

Each is a span of its own, the last with the head, which is how NEREL and FactRuEval mark them. In the gold of these two
and of RuRED two names change their label; 9 first names are added that it leaves out, where it marks those of 5 other
rows.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ner_news.morph import Parse, look_up, parse
from ner_news.spans import Label, PlainSpan

ADJECTIVE = r"[А-ЯЁ][а-яё]*(?:-[А-ЯЁ]?[а-яё]+)*(?:[оеиы][йм]|[ая]я|[ое][ем]|[ое]го|[ое]му|ую|юю)"
ROW = re.compile(
    rf"(?<![\w-])((?:{ADJECTIVE},\s)*{ADJECTIVE}),?\s(?:и|или)\s({ADJECTIVE})((?:\s[а-яё]+)?\s[А-ЯЁа-яё][а-яё]+)(?![\w-])"
)
WORD = re.compile(r"[\w-]+")
AND = re.compile(r"\s(?:и|или)\s[А-ЯЁ]")
LONGEST = 80
"""Characters of a row on each side of its «и», by eye. Looking around each «и» costs a fifth of looking everywhere."""

PLACES = frozenset("губерния край море область округ океан остров провинция район республика уезд штат".split())
"""Heads of places, which the row names even where the network found none of it."""

PARTS_OF_WORLD = frozenset("азия америка африка европа сибирь".split())
"""«Центральной и Восточной Европы» is one region."""

SCORE = 0.5
"""How sure a place is of which the network saw nothing, by eye."""


class Row(NamedTuple):
    """Names with one head."""

    parts: list[tuple[int, int]]
    """Offsets of the names, the last with the head."""
    is_place: bool
    """Whether the head tells that they are places."""


def part_shared_heads(text: str, spans: Sequence[PlainSpan]) -> list[PlainSpan]:
    """Return the spans, those of a row of adjectives before one noun replaced by a span for each.

    A row whose head the network left outside stays as it is, unless the head is that of places.

    >>> text = "В Курской и Белгородской областях"
    >>> [text[span.start : span.stop] for span in part_shared_heads(text, [PlainSpan(2, 33, "LOC")])]
    ['Курской', 'Белгородской областях']
    """
    mended = list(spans)
    for row in _find_rows(text):
        first = bisect_right(mended, row.parts[0][0], key=lambda span: span.stop)
        last = bisect_left(mended, row.parts[-1][1], key=lambda span: span.start)
        parts = _spans_of(row, mended[first:last])
        if parts:
            mended[first:last] = parts
    return mended


def _spans_of(row: Row, found: Sequence[PlainSpan]) -> list[PlainSpan]:
    """Return a span for each name; none where a longer span begins before the row, or the head was not seen."""
    if found and (found[0].start < row.parts[0][0] or found[-1].label == "PER"):
        return []
    has_head = bool(found) and found[-1].stop >= row.parts[-1][1]
    if not has_head and not row.is_place:
        return []
    label: Label = found[-1].label if found else "LOC"
    score = min((span.score for span in found), default=SCORE)
    ends = [stop for _, stop in row.parts]
    ends[-1] = max([ends[-1], *(span.stop for span in found)])
    return [PlainSpan(start, stop, label, score) for (start, _), stop in zip(row.parts, ends, strict=True)]


def _find_rows(text: str) -> Iterator[Row]:
    done = 0
    for link in AND.finditer(text):
        found = ROW.search(text, max(done, link.start() - LONGEST), link.end() + LONGEST)
        if not found:
            continue
        done = found.end()
        adjectives = [*WORD.finditer(text, *found.span(1)), WORD.search(text, found.start(2))]
        words = [word for word in adjectives if word]
        head = _find_head([word[0] for word in words], list(WORD.finditer(text, *found.span(3))))
        if head:
            ends = [word.end() for word in words[:-1]] + [head.end()]
            is_place = any(reading.normal in PLACES for reading in look_up(head[0]))
            yield Row([(word.start(), end) for word, end in zip(words, ends, strict=True)], is_place)


def _find_head(adjectives: Sequence[str], words: Sequence[re.Match[str]]) -> re.Match[str] | None:
    """Return the noun that all adjectives agree with: the first word, or the second after one more adjective."""
    cases = frozenset.intersection(*map(_cases_of_adjective, adjectives))
    if not cases:
        return None
    if _is_head(words[0][0], cases):
        return words[0]
    is_long = len(words) > 1 and words[0][0].islower() and _cases_of_adjective(words[0][0], "plur") & cases
    return words[1] if is_long and _is_head(words[1][0], cases) else None


def _cases_of_adjective(word: str, number: str = "sing") -> frozenset[str]:
    readings = look_up(word) or parse(word)
    return frozenset(each.case for each in readings if each.pos == "ADJF" and each.number == number)


def _is_head(word: str, cases: frozenset[str]) -> bool:
    return any(reading.case in cases and _may_be_head(word, reading) for reading in look_up(word))


def _may_be_head(word: str, reading: Parse) -> bool:
    """Tell whether a noun is plural, or one that stays singular: «Донецкой и Луганской области», «Южной Кореей»."""
    if reading.pos != "NOUN" or reading.normal in PARTS_OF_WORLD:
        return False
    if word[0].isupper():
        return "Geox" in reading.grammemes
    return reading.number == "plur" or reading.normal in PLACES
