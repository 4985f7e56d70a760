"""People who share one surname: «Аркадия» and «Бориса Ротенбергов» are two, the first without the surname.

In the gold of NEREL, FactRuEval and RuRED no name is hurt; 3 are added that it leaves out.
"""

import re
from collections.abc import Iterator, Sequence

from ner_news.morph import look_up
from ner_news.spans import PlainSpan

AND = re.compile(r"[ \xa0](?:и|или)[ \xa0](?=[А-ЯЁ])")
NAME_BEFORE = re.compile(r"(?<![\w-])([А-ЯЁ][а-яё]+)[ \xa0](?:и|или)[ \xa0]$")
FIRST_OF_FULL = re.compile(r"([А-ЯЁ][а-яё]+)[ \xa0][А-ЯЁ][а-яё]+")
LONGEST_NAME = 30
"""Letters of a first name with the «и» behind it, by eye."""


def part_shared_surnames(text: str, spans: Sequence[PlainSpan]) -> list[PlainSpan]:
    """Return the spans, a person's parted at «и», and with the first name before it where that is in no span.

    >>> text = "Аркадия и Бориса Ротенбергов"
    >>> [text[span.start : span.stop] for span in part_shared_surnames(text, [PlainSpan(10, 28, "PER")])]
    ['Аркадия', 'Бориса Ротенбергов']
    """
    parted: list[PlainSpan] = []
    for span in spans:
        for part in _part(text, span) if span.label == "PER" else (span,):
            before = _find_first_name(text, part, parted[-1].stop if parted else 0)
            parted += [before, part] if before else [part]
    return parted


def _part(text: str, span: PlainSpan) -> Iterator[PlainSpan]:
    start = span.start
    for link in AND.finditer(text, span.start, span.stop):
        if text[start].isupper():
            yield span._replace(start=start, stop=link.start())
            start = link.end()
    yield span._replace(start=start)


def _find_first_name(text: str, span: PlainSpan, limit: int) -> PlainSpan | None:
    """Return the first name before «и» in the case of the one that the span begins with."""
    name = FIRST_OF_FULL.match(text, span.start, span.stop) if span.label == "PER" else None
    before = name and NAME_BEFORE.search(text, max(limit, span.start - LONGEST_NAME), span.start)
    if not name or not before or not _cases(name[1]) & _cases(before[1]):
        return None
    return PlainSpan(before.start(1), before.end(1), "PER", span.score)


def _cases(word: str) -> set[str]:
    return {each.case for each in look_up(word) if "Name" in each.grammemes and each.number == "sing"}
