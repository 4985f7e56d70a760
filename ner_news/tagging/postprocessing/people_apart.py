"""Two people in one span, told apart by their cases: «с Садыром Жапаровым» and «Путин».

Of 9,848 people in the gold of NEREL, FactRuEval and RuRED none would be split, of those of RuNormAS one
(«Матильдой Шнуров»).
"""

import re
from collections.abc import Iterator, Sequence

from ner_news.caches import word_cache
from ner_news.morph import Cell, find_cells
from ner_news.spans import PlainSpan

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

PEOPLE = frozenset(("Name", "Surn", "Patr"))

RIVALS = re.compile(r"\s+(?:vs\.?|versus|против)\s+")

SURNAME = re.compile(r"[а-яё]{2,}(?:(?:[оеё]в|[иы]н)(|а|у|ым|ом|е|ой)|[сц]к(ий|ой|ая|ого|ому|им|ом|ую))")
"""Slavic surnames, which decline whatever the dictionary knows of them, with the ending."""

CASES = {
    "": "nomn", "а": "nomn gent accs", "у": "datv accs", "ым": "ablt datv", "ом": "ablt loct", "е": "loct",
    "ой": "nomn gent datv ablt loct", "ий": "nomn", "ая": "nomn", "ого": "gent accs", "ому": "datv", "им": "ablt datv",
    "ую": "accs",
}  # fmt: skip
"""The cases of these endings, men's, women's and families'."""

PLURALS = frozenset(("gent", "accs"))
"""The cases of «Ротенбергов», unless the dictionary knows that somebody is called so."""

FIXED_SURNAME = re.compile("[а-яё]{2,}(?:енко|дзе|швили)")
"""Surnames that never change."""

ANY = frozenset(("nomn", "gent", "datv", "accs", "ablt", "loct"))


def part_people(text: str, spans: Sequence[PlainSpan]) -> list[PlainSpan]:
    """Return the spans, a person's in two where the names on both sides cannot be in one case.

    Only words that surely decline tell: Slavic surnames, and first names of the dictionary that are nothing else.

    >>> text = "С Садыром Жапаровым Путин говорил"
    >>> [text[span.start : span.stop] for span in part_people(text, [PlainSpan(2, 25, "PER")])]
    ['Садыром Жапаровым', 'Путин']
    """
    people = [rival for span in spans for rival in (_part_rivals(text, span) if span.label == "PER" else (span,))]
    return [part for span in people for part in (_part(text, span) if span.label == "PER" else (span,))]


def _part_rivals(text: str, span: PlainSpan) -> Iterator[PlainSpan]:
    """Yield the people on both sides of «vs» and «против»."""
    start = span.start
    for between in RIVALS.finditer(text, span.start, span.stop):
        yield span._replace(start=start, stop=between.start())
        start = between.end()
    yield span._replace(start=start)


def _part(text: str, span: PlainSpan) -> Iterator[PlainSpan]:
    start, cases, has_surname = span.start, ANY, False
    before: re.Match[str] | None = None
    for word in WORD.finditer(text, span.start, span.stop):
        is_surname = SURNAME.fullmatch(word[0].lower()) is not None
        own = _sure_cases(word[0].lower()) if word[0].istitle() else ANY
        is_other = cases.isdisjoint(own) and (has_surname or is_surname)
        if before and text[before.end() : word.start()].isspace() and (is_other or _are_surnames(before[0], word[0])):
            yield span._replace(start=start, stop=before.end())
            start, cases, has_surname = word.start(), ANY, False
        cases, has_surname, before = cases & own or own, has_surname or is_surname, word
    yield span._replace(start=start)


def _are_surnames(before: str, word: str) -> bool:
    """Tell whether both are Slavic surnames of the dictionary and no first names: «с Зеленским Лукашенко»."""
    return _is_surname(before) and _is_surname(word)


@word_cache(maxsize=2048)
def _is_surname(word: str) -> bool:
    slavic, fixed = SURNAME.fullmatch(word.lower()), FIXED_SURNAME.fullmatch(word.lower())
    grammemes = {grammeme for cell in find_cells(word) for grammeme in cell.grammemes}
    is_surname = "Surn" in grammemes or (slavic is not None and slavic[2] is not None)  # «Зеленский» is an adjective
    is_known = bool(slavic or fixed) or all({"Surn", "Fixd"} <= each.grammemes for each in find_cells(word))  # «Шойгу»
    return word.istitle() and is_known and is_surname and grammemes.isdisjoint(("Name", "Patr"))


@word_cache(maxsize=2048)
def _sure_cases(word: str) -> frozenset[str]:
    """Return the cases that a name may be in; all for a word that may stay the same."""
    known = find_cells(word)
    by_dictionary = {cell.facts[1] for cell in known if not PEOPLE.isdisjoint(cell.grammemes)}
    surname = SURNAME.fullmatch(word)
    if surname:
        ending = surname[1] or surname[2] or ""
        plurals = PLURALS if not ending and not by_dictionary else ()
        return frozenset((*CASES[ending].split(), *by_dictionary, *plurals))
    is_declined = all("Name" in each.grammemes or "Geox" in each.grammemes for each in known)  # «Владимир» is a town
    return frozenset(by_dictionary) if by_dictionary and is_declined and not _is_fixed(known) else ANY


def _is_fixed(cells: Sequence[Cell]) -> bool:
    return any("Fixd" in cell.grammemes for cell in cells)
