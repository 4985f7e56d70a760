"""Conventions of the package that a network keeps to only nearly always.

The first and the last add .0010 to .0020 to exact F1 on NEREL's development set and on each of SlavicNER's topics.
"""

import re
from collections.abc import Iterator, Sequence

from ner_news.spans import PlainSpan

WORD = re.compile(r"\S+")
LONGEST_PARTICLE = 3  # «фон», «де», «аль»

MARKS = "*_#~|•"
"""Signs of markup and of lists, which end no name."""

SERVICE = re.compile(r"пресс-(?:служб|центр|бюро)[а-я]*\s+(?=\S)", re.IGNORECASE)

PAIRS = (("«", "»"), ("„", "“"), ("“", "”"), ("(", ")"), ('"', '"'))


def has_capitals(text: str) -> bool:
    """Whether any letter is one; it reads the whole text."""
    return text != text.lower()


def tidied(text: str, spans: Sequence[PlainSpan], *, cased: bool | None = None) -> Iterator[PlainSpan]:
    """The spans, where they keep to five conventions; in a text without capitals to the last ones alone.

    `cased` is what `has_capitals` says of the text, for those who ask more than once.

    A name has a capital letter or a digit. A person's begins with a capital or with a particle («фон Бюлов»): of 9,264
    in the gold of NEREL and FactRuEval 11 begin with a longer word. «Пресс-служба ОДКБ» speaks for the organization and
    is none beside it, where NEREL itself wavers. Signs of markup at its edges are no part of a name. A quote or bracket
    that is opened inside is closed.

    >>> text = 'Пишет РИА "Новости", сообщил совет министром Иваном.'
    >>> spans = [PlainSpan(6, 18, "ORG"), PlainSpan(29, 34, "ORG"), PlainSpan(35, 51, "PER")]
    >>> [text[span.start : span.stop] for span in tidied(text, spans)]
    ['РИА "Новости"', 'Иваном']
    """
    cased = has_capitals(text) if cased is None else cased
    for place, whole in enumerate(spans):
        span = _without_marks(text, whole)
        if span.start < span.stop and (not cased or _marks_a_name(text[span.start : span.stop])):
            start = _begun(text, span) if cased else span.start
            follows = spans[place + 1].start if place + 1 < len(spans) else len(text)
            yield span._replace(start=start, stop=min(follows, _closed(text, span)))


def _marks_a_name(written: str) -> bool:
    return any(letter.isupper() or letter.isdigit() for letter in written)


def _without_marks(text: str, span: PlainSpan) -> PlainSpan:
    written = text[span.start : span.stop]
    if written[:1] not in MARKS and written[-1:] not in MARKS:
        return span
    ended = written.rstrip(MARKS + " ")
    begun = ended.lstrip(MARKS + " ")
    return span._replace(start=span.start + len(ended) - len(begun), stop=span.start + len(ended))


def _begun(text: str, span: PlainSpan) -> int:
    """Where a person's name or an organization's may begin."""
    if span.label == "ORG":
        service = SERVICE.match(text, span.start, span.stop)
        return service.end() if service and _marks_a_name(text[service.end() : span.stop]) else span.start
    if span.label != "PER":
        return span.start
    for word in WORD.finditer(text, span.start, span.stop):
        if len(word[0]) <= LONGEST_PARTICLE or _marks_a_name(word[0]):
            return word.start()
    return span.start


def _closed(text: str, span: PlainSpan) -> int:
    """The end of the span, or one further where a sign that it opens inside is closed right after it."""
    written = text[span.start : span.stop]
    for opening, closing in PAIRS:
        is_closed_next = text.startswith(closing, span.stop) and not written.startswith(opening)
        if is_closed_next and _is_open(written, opening, closing):
            return span.stop + 1
    return span.stop


def _is_open(written: str, opening: str, closing: str) -> bool:
    if opening == closing:
        return written.count(opening) % 2 == 1
    return written.count(opening) > written.count(closing)
