"""Names right behind nouns of facilities are places: «на стадионе «Лужники»», «в аэропорту Победа».

In the gold of NEREL, FactRuEval and RuRED 47 names stand there, one of them an organization.
"""

import re
from collections.abc import Sequence

from ner_news.spans import PlainSpan

FACILITY = re.compile(
    r"\b(?:стадион|аэропорт|аэродром|космодром|вокзал|станци)[а-я]{0,3}[ \xa0][«\"„“]?$", re.IGNORECASE
)

LONGEST = 16
"""Characters of such a noun with its ending, a space and a quote."""


def label_facilities(text: str, spans: Sequence[PlainSpan]) -> list[PlainSpan]:
    """Return the spans, organizations as places where the noun of a facility stands right before them.

    >>> text = "на стадионе «Труд»"
    >>> [span.label for span in label_facilities(text, [PlainSpan(13, 17, "ORG")])]
    ['LOC']
    """
    return [span._replace(label="LOC") if _is_facility(text, span) else span for span in spans]


def _is_facility(text: str, span: PlainSpan) -> bool:
    return span.label == "ORG" and FACILITY.search(text, max(0, span.start - LONGEST), span.start) is not None
