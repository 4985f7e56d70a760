"""Names behind legal forms: «ООО «Торговый дом «Весна»», «ООО Вектор-Плюс», «ООО УК «Лидер»»."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ner_news.characters import CLOSING_QUOTES, OPENING_QUOTES
from ner_news.legal_forms.form_tables import CODES, LEVELS, QUOTED_ONLY
from ner_news.legal_forms.legal_form_of import LONGEST, Form, find_form_at_end, may_end_form

LONGEST_NAME = 120
"""Characters of a name in quotes, by eye."""
LONGEST_KIND = 4
"""Letters of «УК», «ЧОП», «ЦНИИ», by eye."""
MOST_WORDS = 4
"""Capitalized words of a name without quotes, by eye."""

_QUOTE = rf"[{''.join(OPENING_QUOTES | CLOSING_QUOTES)}]"
_NAME_START = re.compile(rf"[^\S\n][A-ZА-ЯЁ0-9]|{_QUOTE}")
_LAST_OF_FORM = re.compile(
    r"(?<![\w-])(?:[^\W\d_]{2,6}|[^\W\d_]{8,16})\Z"  # «АО» to «СПбГБУ», «обществу» to «ответственностью»
)
_LONGEST_LAST = 16
_WORD = re.compile(r"[A-ZА-ЯЁ0-9](?:[\w&+]|[-.’'](?=\w))*")
_SPACE = re.compile(r"[^\S\n]*")


class Company(NamedTuple):
    """A legal form in a text with the name behind it."""

    form_start: int
    start: int
    """Of the name, `text[start:stop]`, without the quotes around it."""
    stop: int
    form: str
    is_quoted: bool
    """Whether the name is all that stands in quotes; capitalized words may be more or less than it."""


def find_companies(text: str, start: int = 0, stop: int | None = None) -> Iterator[Company]:
    """Yield the legal forms between two offsets that a name follows, in order.

    >>> text = "ООО «Торговый дом «Весна» и ООО Вектор-Плюс платят налоги."
    >>> [(company.form, text[company.start : company.stop]) for company in find_companies(text)]
    [('ООО', 'Торговый дом «Весна»'), ('ООО', 'Вектор-Плюс')]
    """
    done = start
    for match in _find_last_words(text, start, len(text) if stop is None else stop):
        begin = max(done, match.start() - LONGEST)
        form = find_form_at_end(text[begin : match.end()]) if match.start() >= done else None
        name = _find_name(text, match.end()) if form else None
        if form and name and (name.is_quoted or _may_stand_bare(text, form, match, name)):
            done = name.stop
            yield Company(begin + form.start, name.start, name.stop, form.abbreviation, name.is_quoted)


def _find_last_words(text: str, start: int, stop: int) -> Iterator[re.Match[str]]:
    """Yield the words before a quote, a capital or a figure that a form may end in, in order.

    A text has few of these signs, so that to look back from them takes a third of the time of looking at all words.
    """
    for sign in _NAME_START.finditer(text, start, stop):
        end = sign.start()
        while end > start and text[end - 1].isspace() and text[end - 1] != "\n":
            end -= 1
        word = _LAST_OF_FORM.search(text, max(start, end - _LONGEST_LAST), end)
        if word and may_end_form(word[0]):
            yield word


def _may_stand_bare(text: str, form: Form, match: re.Match[str], name: "_Name") -> bool:
    """Tell whether a form that capitalized words follow is one: «ооо», «ГУ МВД» and «ГК РФ» are not."""
    is_abbreviation = len(match[0]) == len(form.abbreviation)
    is_other = form.abbreviation in QUOTED_ONLY or match[0].islower() or text[name.start : name.stop] in CODES
    return not (is_abbreviation and is_other)


class _Name(NamedTuple):
    start: int
    stop: int
    is_quoted: bool


def _find_name(text: str, end: int) -> _Name | None:
    """Return the name behind a form: in quotes, or capitalized words that may end in quotes.

    One short word in capitals before the quotes is a kind and no part of the name: «ООО УК «Лидер»».
    """
    start = _skip_space(text, end)
    if text[start : start + 1] in OPENING_QUOTES and (quoted := _find_quoted(text, start)):
        return quoted
    start = _skip_space(text, start + 1) if text[start : start + 1] in OPENING_QUOTES else start
    stop = _find_end_of_words(text, start)
    if not any(map(str.islower, text[start:stop])) and stop - start < 2:
        return None
    quoted = _find_quoted(text, _skip_space(text, stop))
    if quoted and text[start:stop].isupper() and stop - start <= LONGEST_KIND:
        return quoted
    return _Name(start, quoted.stop + 1 if quoted else stop, False)


def _find_end_of_words(text: str, start: int) -> int:
    """Return where a run of capitalized words ends; `start` where none begins."""
    stop = place = start
    for _ in range(MOST_WORDS):
        word = _WORD.match(text, place)
        if not word or (stop == start and word[0] in LEVELS):
            break
        stop = word.end()
        place = _skip_space(text, stop)
        if place == stop:
            break
    return stop


def _find_quoted(text: str, opening: int) -> _Name | None:
    stop = _find_closing(text, opening) if text[opening : opening + 1] in OPENING_QUOTES else None
    return _Name(opening + 1, stop, True) if stop else None


def _skip_space(text: str, place: int) -> int:
    match = _SPACE.match(text, place)
    return match.end() if match else place


def _find_closing(text: str, opening: int) -> int | None:
    """Return where the name ends that a quote opens; quotes inside are part of it, and the last may close both.

    >>> text = "«Торговый дом «Весна» платит"
    >>> text[1 : _find_closing(text, 0)]
    'Торговый дом «Весна»'
    """
    line = text[opening : opening + LONGEST_NAME].split("\n", 1)[0]
    depth = 0
    for place, sign in enumerate(line):
        if sign in OPENING_QUOTES and _opens(line, place):
            depth += 1
        elif sign in CLOSING_QUOTES:
            depth -= 1
            if not depth:
                return opening + place if place > 1 else None
            if depth == 1 and not _is_closed_later(line, place + 1):
                return opening + place + 1
    return None


def _opens(line: str, place: int) -> bool:
    """Return whether a sign that may open or close opens: a word begins behind it, and none ends before it."""
    if line[place] not in CLOSING_QUOTES:
        return True
    return (place == 0 or not line[place - 1].isalnum()) and line[place + 1 : place + 2].isalnum()


def _is_closed_later(line: str, start: int) -> bool:
    """Return whether the next quote of the line closes."""
    for place in range(start, len(line)):
        if line[place] in OPENING_QUOTES and _opens(line, place):
            return False
        if line[place] in CLOSING_QUOTES:
            return True
    return False
