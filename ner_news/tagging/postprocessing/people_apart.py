"""Two people in one span, told apart by their cases: «с Садыром Жапаровым» and «Путин».

Of 9,848 people in the gold of NEREL, FactRuEval and RuRED 2 would be split («Фань Бинбин», «Александар Коларов»).
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ner_news.caches import word_cache
from ner_news.morph import Parse, look_up
from ner_news.spans import PlainSpan

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

PEOPLE = frozenset(("Name", "Surn", "Patr"))

SURNAME = re.compile(r"[а-яё]{2,}(?:(?:[оеё]в|[иы]н)(|а|у|ым|ом|е|ой)|[сц]к(ий|ой|ая|ого|ому|им|ом|ую))")
"""Slavic surnames, which decline whatever the dictionary knows of them, with the ending."""

CASES = {
    "": "nomn", "а": "nomn gent accs", "у": "datv accs", "ым": "ablt datv", "ом": "ablt loct", "е": "loct",
    "ой": "nomn gent datv ablt loct", "ий": "nomn", "ая": "nomn", "ого": "gent accs", "ому": "datv", "им": "ablt datv",
    "ую": "accs",
}  # fmt: skip
"""The cases of these endings, men's, women's and families'."""


def part_people(text: str, spans: Sequence[PlainSpan]) -> list[PlainSpan]:
    """Return the spans, a person's in two where the names on both sides cannot be in one case.

    Only words that surely decline tell: Slavic surnames, and first names of the dictionary that are nothing else.

    >>> text = "С Садыром Жапаровым Путин говорил"
    >>> [text[span.start : span.stop] for span in part_people(text, [PlainSpan(2, 25, "PER")])]
    ['Садыром Жапаровым', 'Путин']
    """
    return [part for span in spans for part in (_part(text, span) if span.label == "PER" else (span,))]


def _part(text: str, span: PlainSpan) -> Iterator[PlainSpan]:
    start, stop, cases, has_surname = span.start, span.start, frozenset[str](), False
    for word in WORD.finditer(text, span.start, span.stop):
        is_surname = SURNAME.fullmatch(word[0].lower()) is not None
        own = _sure_cases(word[0].lower()) if word[0].istitle() else frozenset[str]()
        if cases and own and cases.isdisjoint(own) and (has_surname or is_surname) and text[stop : word.start()].isspace():
            yield span._replace(start=start, stop=stop)
            start, cases, has_surname = word.start(), frozenset(), False
        cases = (cases & own or own) if own else cases
        stop, has_surname = word.end(), has_surname or is_surname
    yield span._replace(start=start)


@word_cache(maxsize=2048)
def _sure_cases(word: str) -> frozenset[str]:
    """Return the cases that a name may be in; none for a word that may stay the same in all."""
    known = look_up(word)
    by_dictionary = {reading.case for reading in known if not PEOPLE.isdisjoint(reading.grammemes)}
    surname = SURNAME.fullmatch(word)
    if surname:
        return frozenset((*CASES[surname[1] or surname[2] or ""].split(), *by_dictionary))
    is_first_name = bool(known) and all(_is_declined_first_name(reading) for reading in known)
    return frozenset(by_dictionary) if is_first_name else frozenset()


def _is_declined_first_name(reading: Parse) -> bool:
    return "Name" in reading.grammemes and "Fixd" not in reading.grammemes
