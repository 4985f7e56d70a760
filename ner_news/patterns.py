"""Phone numbers, addresses of e-mail, cards and passports: patterns to mask beside names, and patterns of your own.

A pattern is a function that takes a text and gives tuples that begin like a `RuleSpan`: `start`, `stop`, `label` (one
word in Latin capitals) and, as wanted, `lemma`, the form that `unmask` writes into other texts, and `entity`: pieces of
one entity get one pseudonym. Phones are found by phonenumbers and cards checked by python-stdnum, an extra.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from importlib import import_module
from typing import Any, NamedTuple, TypeAlias

from ner_news.errors import InputError, MissingExtraError, OptionError

COUNTRY = "RU"
"""Where numbers without a country code are dialled."""

# RFC 5321 allows 64 characters before the sign and 63 in a label of the domain; letters are those of any script, as in
# RFC 6531. The look behind begins each try at the start of a word, so the time is linear in the text.
_EMAIL = re.compile(r"(?<![\w.+%-])[\w.+%-]{1,64}@(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_](?:[\w-]{0,61}[^\W_])?")
_CARD = re.compile(r"(?<![\d-])[2-6](?:[ \u00a0-]?\d){14,18}(?![\d-])")
"""ISO/IEC 7812: the first digit of banks' cards and travel cards, 19 digits at most; 15 are those of the shortest kind
in use. Another digit of an account or of a long number makes it none."""
# Four digits of the series and six of the number (Government resolution 828 of 8 July 1997), written together only
# behind the word.
_PASSPORT = re.compile(
    r"(?<!\d)(?P<apart>\d\d ?\d\d(?:,? ?(?:№|N|номер|ном\.):? ?| )\d{6})(?!\d)"
    r"|паспорт\w{0,2}\W{1,3}(?:РФ\W{1,3})?(?:№ ?)?(?P<together>\d{10})(?!\d)",
    re.IGNORECASE,
)
_LABEL = re.compile("[A-Z]+")


class Piece(NamedTuple):
    """A piece of a text that a pattern found; it begins like a `RuleSpan`."""

    start: int
    stop: int
    label: str
    """One word in Latin capitals, of which the pseudonym is made: `PHONE`."""
    lemma: str | None = None
    """What `unmask` writes into another text; `None` for the piece as written."""
    entity: str | None = None
    """`None` for the lemma."""


Pattern: TypeAlias = Callable[[str], Iterable[Any]]


def find_phones(text: str) -> Iterator[Piece]:
    """Yield the phone numbers: of Russia, and of other countries where they begin with «+».

    >>> [piece.lemma for piece in find_phones("Звоните 8 (495) 123-45-67 до 18:00")]
    ['+74951234567']
    """
    phonenumbers = _load("phonenumbers")
    form = phonenumbers.PhoneNumberFormat.E164
    for match in phonenumbers.PhoneNumberMatcher(text, COUNTRY, max_tries=len(text)):
        yield Piece(match.start, match.end, "PHONE", phonenumbers.format_number(match.number, form))


def find_emails(text: str) -> Iterator[Piece]:
    """Yield the addresses of e-mail, in Latin letters or others.

    >>> [piece.lemma for piece in find_emails("Пишите на news@example.org.")]
    ['news@example.org']
    """
    for match in _EMAIL.finditer(text):
        yield Piece(*match.span(), "EMAIL", match[0].lower())


def find_cards(text: str) -> Iterator[Piece]:
    """Yield the numbers of bank cards, by their check digit.

    >>> [piece.lemma for piece in find_cards("Карта 4111 1111 1111 1111, счёт 40817810099910004312")]
    ['4111111111111111']
    """
    luhn = _load("stdnum.luhn")
    for match in _CARD.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        if luhn.is_valid(digits):
            yield Piece(*match.span(), "CARD", digits)


def find_passports(text: str) -> Iterator[Piece]:
    """Yield the numbers of Russian passports.

    >>> [piece.lemma for piece in find_passports("паспорт 45 08 № 123456")]
    ['4508 123456']
    """
    for match in _PASSPORT.finditer(text):
        found = match.lastgroup or ""
        digits = re.sub(r"\D", "", match[found])
        yield Piece(*match.span(found), "PASSPORT", f"{digits[:4]} {digits[4:]}")


PATTERNS: Mapping[str, Pattern] = {
    "phone": find_phones,
    "email": find_emails,
    "card": find_cards,
    "passport": find_passports,
}
"""The ready set."""


def choose_patterns(patterns: str | Iterable[str | Pattern]) -> tuple[Pattern, ...]:
    """Return the functions: a name is one of `PATTERNS`, a text `LABEL=expression` a regular expression.

    `OptionError` names what is neither, `InputError` an expression that is none.

    >>> [found.start for pattern in choose_patterns([r"CONTRACT=№ ?\\d+"]) for found in pattern("Договор № 17")]
    [8]
    """
    many = [patterns] if isinstance(patterns, str) else patterns
    return tuple(_to_pattern(each) if isinstance(each, str) else each for each in many)


def _to_pattern(written: str) -> Pattern:
    if written in PATTERNS:
        return PATTERNS[written]
    label, sign, expression = written.partition("=")
    if not sign or not _LABEL.fullmatch(label):
        raise OptionError("pattern", written, tuple(PATTERNS), " and LABEL=expression")
    try:
        return partial(_find_matches, label, re.compile(expression))
    except re.error as error:
        raise InputError(f"pattern={written!r}: no regular expression: {error}") from error


def _find_matches(label: str, expression: re.Pattern[str], text: str) -> Iterator[Piece]:
    for match in expression.finditer(text):
        if match[0]:
            yield Piece(*match.span(), label)


def find_pieces(text: str, patterns: Iterable[Pattern]) -> Iterator[Piece]:
    """Yield what the patterns find, whole; `InputError` names one that gives what is no piece of the text."""
    for pattern in patterns:
        for given in pattern(text):
            try:
                piece = Piece(*tuple(given)[:5])
                if not 0 <= piece.start < piece.stop <= len(text) or not _LABEL.fullmatch(piece.label):
                    raise ValueError("a start and a stop in the text and a label in Latin capitals are needed")
            except (TypeError, ValueError) as error:
                name = getattr(pattern, "__name__", repr(pattern))
                raise InputError(f"the pattern {name} gave {given!r}: {error}") from error
            lemma = piece.lemma or text[piece.start : piece.stop]
            yield piece._replace(lemma=lemma, entity=piece.entity or f"{piece.label}:{lemma}")


def _load(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        raise MissingExtraError("a pattern of phones or cards", "patterns") from error
