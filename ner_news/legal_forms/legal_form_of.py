"""The legal form of a name: before it, behind it, or within its span."""

import re
from functools import cache
from typing import NamedTuple

from ner_news.characters import CLOSING_QUOTES, OPENING_QUOTES
from ner_news.legal_forms.form_tables import (
    BEFORE,
    BEHIND,
    CODES,
    LAST_WORDS,
    LEVELS,
    LOOKALIKES,
    QUOTED_ONLY,
    WRITTEN_OUT,
)

LONGEST = 80
"""Characters that are looked at before a name: the longest form written out has 62."""

LONGEST_ABBREVIATION = max(map(len, BEFORE))
_FOLDED = frozenset(form.upper() for form in BEFORE | LEVELS)

_BETWEEN = "".join(OPENING_QUOTES) + " \t\N{NO-BREAK SPACE}"
_BEHIND = re.compile(rf"[{''.join(CLOSING_QUOTES)}]?,?[^\S\n]+([A-Za-z](?:\.?[A-Za-z]){{1,10}})\.?(?!\w)")
_BETWEEN_FORM_AND_QUOTES = re.compile(rf"[^\S\n]+[A-ZА-ЯЁ][\w-]*[^\S\n]+[{''.join(OPENING_QUOTES)}]\Z")
_FIRST = re.compile(r"[^\W\d_]+")
_LAST_WORD = re.compile(r"(?<![\w-])[^\W\d_]{2,}\Z")


class Form(NamedTuple):
    """A legal form with the offset where it begins."""

    abbreviation: str
    start: int


def find_legal_form(text: str, start: int, stop: int) -> str | None:
    """Return the abbreviation of the legal form of the name at `text[start:stop]`; `None` when there is none.

    >>> text = "ООО «Ромашка» и общество с ограниченной ответственностью «Лютик» купили Bosch GmbH"
    >>> [find_legal_form(text, start, start + 5) for start in map(text.index, ("Ромашка", "Лютик", "Bosch"))]
    ['ООО', 'ООО', 'GmbH']
    """
    tail = text[max(0, start - LONGEST) : start]
    return (
        _read_form_before(tail)
        or _read_form_at_start(text[start:stop])
        or _find_form_behind(text, stop)
        or _read_form_at_end(text, start, stop)
    )


def find_form_at_end(tail: str) -> Form | None:
    """Return the form that a text ends in, abbreviated or written out; `None` when it ends in another word.

    >>> find_form_at_end("Суд оштрафовал OOO"), find_form_at_end("у публичного акционерного общества")
    (Form(abbreviation='ООО', start=15), Form(abbreviation='ПАО', start=2))
    """
    match = _find_last_word(tail)
    if match and match[0] in LEVELS:
        match = _find_last_word(tail[: match.start()].rstrip())
    abbreviation = read_abbreviation(match[0]) if match else None
    return Form(abbreviation, match.start()) if match and abbreviation else _find_written_out(tail)


def may_end_form(word: str) -> bool:
    """Tell whether a word can be the last of a form; a quick answer for the many that cannot.

    >>> [may_end_form(word) for word in ("OOO", "Обществом", "предложил")]
    [True, True, False]
    """
    folded = word.upper().translate(LOOKALIKES) if len(word) <= LONGEST_ABBREVIATION else ""
    return folded in _FOLDED or word.lower().replace("ё", "е").startswith(LAST_WORDS)


def read_abbreviation(word: str) -> str | None:
    """Return the abbreviation in Russian letters if the word is one: «OOO» typed in Latin letters is «ООО»."""
    folded = word.upper().translate(LOOKALIKES)
    return word if word in BEFORE else folded if folded in BEFORE else None


def _find_form_behind(text: str, stop: int) -> str | None:
    """Return the form that follows a name which ends at `stop`: «GmbH» in «Bosch GmbH», «Inc» in «Tesla, Inc.»."""
    match = _BEHIND.match(text, stop)
    form = match[1].replace(".", "") if match else None
    return form if form in BEHIND else None


def _read_form_before(tail: str) -> str | None:
    """Return the form before a name; one word may stand between it and the quotes: «МУП Уфы «Водоканал»»."""
    form = find_form_at_end(tail.rstrip(_BETWEEN))
    between = None if form else _BETWEEN_FORM_AND_QUOTES.search(tail)
    form = find_form_at_end(tail[: between.start()]) if between else form
    is_other = form and form.abbreviation in QUOTED_ONLY and not tail.endswith(tuple(OPENING_QUOTES))
    return form.abbreviation if form and not is_other else None


def _read_form_at_start(written: str) -> str | None:
    """Return the form that a span begins with, where a name follows."""
    first = _FIRST.match(written)
    rest = written[first.end() :].strip(_BETWEEN) if first else ""
    form = read_abbreviation(first[0]) if first and first[0].isupper() and rest[:1].isalnum() else None
    return None if form in QUOTED_ONLY or rest in CODES else form


def _read_form_at_end(text: str, start: int, stop: int) -> str | None:
    """Return the form that a span in Latin letters ends in; its last dot may stand outside."""
    space = text.rfind(" ", start, stop)
    return _find_form_behind(text, space) if space > 0 and text[start:stop].isascii() else None


def _find_last_word(tail: str) -> re.Match[str] | None:
    return _LAST_WORD.search(tail, max(0, len(tail) - LONGEST_ABBREVIATION))


def _find_written_out(tail: str) -> Form | None:
    if not tail[tail.rfind(" ") + 1 :].lower().startswith(LAST_WORDS):
        return None
    match = _written_out().search(tail.lower().replace("ё", "е"))
    return Form(WRITTEN_OUT[int(match.lastgroup[1:])][1], match.start()) if match and match.lastgroup else None


@cache
def _written_out() -> re.Pattern[str]:
    """Compile the pattern of forms written out at the end of a text, in any case."""
    forms = (f"(?P<f{number}>{_to_pattern(words)})" for number, (words, _) in enumerate(WRITTEN_OUT))
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})\Z")


def _to_pattern(words: str) -> str:
    """Return a pattern of the words, whose endings are left open: at most three letters («открытого»)."""
    return r"\s+".join(rf"{word}[а-я]{{0,3}}" for word in words.split())
