"""Surnames before a comma in lists: «Белов, Иван Петрович; Чернов, Олег Ильич» are two people, not four.

In the gold of NEREL, FactRuEval and RuRED nobody is written so, and no two people are joined.
"""

import re
from collections.abc import Sequence

from ner_news.morph import Parse, look_up
from ner_news.spans import PlainSpan

WORD = re.compile(r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?")
ITEM_START = re.compile(r"(?:^|[\n:;]|\d[.)])\s*$")
ITEM_END = re.compile(r"\s*(?:$|[\n;,.(—–])")
LOOK_BACK = 10
"""Characters before an item in which its number and sign stand, by eye."""


def join_inverted_names(text: str, spans: Sequence[PlainSpan]) -> list[PlainSpan]:
    """Return the spans, a surname and the first name and patronymic behind its comma as one person.

    Only an item of a list is sure: at the start of a line, behind a colon, a semicolon, a number or another such name.

    >>> text = "Белов, Иван Петрович"
    >>> join_inverted_names(text, [PlainSpan(0, 5, "PER"), PlainSpan(7, 20, "PER")])[0][:2]
    (0, 20)
    """
    joined: list[PlainSpan] = []
    end = -1
    for span in spans:
        if joined and _is_inverted(text, joined[-1], span, end):
            joined[-1] = joined[-1]._replace(stop=span.stop, score=min(joined[-1].score, span.score))
            end = span.stop
        else:
            joined.append(span)
    return joined


def _is_inverted(text: str, surname: PlainSpan, names: PlainSpan, end: int) -> bool:
    if surname.label != "PER" or names.label != "PER" or text[surname.stop : names.start] != ", ":
        return False
    before = text[max(0, surname.start - LOOK_BACK) : surname.start]
    is_item = ITEM_START.search(before) is not None or text[max(end, 0) : surname.start] in (", ", "; ")
    last, first = text[surname.start : surname.stop], WORD.findall(text, names.start, names.stop)
    is_whole = WORD.fullmatch(last) is not None and len(first) == 2
    return is_item and is_whole and ITEM_END.match(text, names.stop) is not None and _agree(last, *first)


def _agree(last: str, first: str, patronymic: str) -> bool:
    """Tell whether the dictionary has the patronymic, and a first name of its gender and case."""
    names = [each for each in look_up(first) if "Name" in each.grammemes]
    fathers = [each for each in look_up(patronymic) if "Patr" in each.grammemes]
    surnames = [each for each in look_up(last) if "Surn" in each.grammemes]
    return any(
        _are_alike(name, father) and (not surnames or any(_are_alike(father, each) for each in surnames))
        for name in names
        for father in fathers
    )


def _are_alike(one: Parse, other: Parse) -> bool:
    return (one.case, one.gender, one.number) == (other.case, other.gender, other.number)
