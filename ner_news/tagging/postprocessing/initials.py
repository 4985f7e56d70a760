"""Initials that belong to a person's name, with and without dots: «Петров С. П.», «Кузнецов ПИ», «И. И. Иванов».

In the gold of NEREL, FactRuEval and RuRED 2 of 9,848 people would get the dot that it leaves outside.
"""

import re
from collections.abc import Sequence

from ner_news.morph import look_up
from ner_news.spans import PlainSpan

BEFORE = re.compile(r"(?<![\w.])(?:[А-ЯЁ]\.[ \xa0]?){1,2}$")
BEHIND = re.compile(r"[ \xa0][А-ЯЁ]\.(?:[ \xa0]?[А-ЯЁ]\.)?(?!\w)|[ \xa0]([А-ЯЁ]{2})(?![\w.])")
INITIALS = re.compile(r"(?:[А-ЯЁ]\.[ \xa0]?)?[А-ЯЁ]\.")
SURNAME_BEFORE = re.compile(r"(?<![\w-])([А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?)[ \xa0]$")
LAST_INITIAL = re.compile(r"[а-яё].*[ .\xa0][А-ЯЁ]$")
EASTERN = re.compile(r"[^\WаоуыэяюёиеьАОУЫЭЯЮЁИЕ]*[аоуыэяюёиеАОУЫЭЯЮЁИЕ][^\WаоуыэяюёиеАОУЫЭЯЮЁИЕ]{0,2} [АИОУЫЭЮЯЕ]")
"""A syllable and a vowel («Ван И»), which is a name of its own more often than an initial."""

SURNAME = re.compile(r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?")
ENDING = re.compile(r"(?:[оеё]в|[иы]н)(?:а|у|ым|ом|е|ой)?$|[сц]к(?:ий|ая|ого|ой|ому|им|ом|ую)$")
"""Of Slavic surnames."""

LONGEST = 6
"""Characters of two initials with their dots and spaces."""

LONGEST_SURNAME = 30

NO_INITIALS = frozenset("ВС ЕС ИТ КС МО ПО РФ СК ТВ УК ФК ХК ЦБ".split())
"""Acronyms of two letters, by eye."""


def complete_initials(text: str, spans: Sequence[PlainSpan]) -> list[PlainSpan]:
    """Return the spans, people's with all initials beside the surname and the dot of the last.

    >>> text = "Петров С. П. и Кузнецов ПИ"
    >>> spans = [PlainSpan(0, 6, "PER"), PlainSpan(15, 23, "PER")]
    >>> [text[span.start : span.stop] for span in complete_initials(text, spans)]
    ['Петров С. П.', 'Кузнецов ПИ']
    """
    completed: list[PlainSpan] = []
    for number, span in enumerate(spans):
        limit = spans[number + 1].start if number + 1 < len(spans) else len(text)
        if span.label != "PER":
            completed.append(span)
            continue
        floor = completed[-1].stop if completed else 0
        person = _find_surname(text, _complete_person(text, span, floor, limit), completed)
        if completed and person.start < completed[-1].stop:
            del completed[-1]
        completed.append(person)
    return completed


def _find_surname(text: str, span: PlainSpan, before: Sequence[PlainSpan]) -> PlainSpan:
    """Return a span of initials alone with the surname before them, which is in no span or in one of its own."""
    if not INITIALS.fullmatch(text, span.start, span.stop):
        return span
    surname = SURNAME_BEFORE.search(text, max(0, span.start - LONGEST_SURNAME), span.start)
    if not surname or not _is_surname(surname[1]):
        return span
    is_free = not before or before[-1].stop <= surname.start() or before[-1].start == surname.start()
    return span._replace(start=surname.start()) if is_free else span


def _complete_person(text: str, span: PlainSpan, floor: int, limit: int) -> PlainSpan:
    written = text[span.start : span.stop]
    is_dotted = text.startswith(".", span.stop) and span.stop < limit
    if written.endswith(".") and EASTERN.fullmatch(written[:-1]):
        return span._replace(stop=span.stop - 1)
    if is_dotted and LAST_INITIAL.search(written) and not EASTERN.fullmatch(written):
        return span._replace(stop=span.stop + 1)
    if not SURNAME.fullmatch(written):
        return span
    before = BEFORE.search(text, max(floor, span.start - LONGEST), span.start)
    if before:
        return span._replace(start=before.start())
    behind = BEHIND.match(text, span.stop, limit)
    is_sure = behind is not None and (behind[1] is None or (behind[1] not in NO_INITIALS and _is_surname(written)))
    return span._replace(stop=behind.end()) if behind and is_sure else span


def _is_surname(word: str) -> bool:
    return ENDING.search(word) is not None or any("Surn" in reading.grammemes for reading in look_up(word))
