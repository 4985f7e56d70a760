"""The reference time of a date: what it counts from, and the direction that the words around it give."""

from datetime import datetime
from typing import NamedTuple

from ner_news.dates.boundaries import stands_after
from ner_news.dates.finder import FoundDate
from ner_news.dates.lexer import LexedText
from ner_news.dates.resolution.said_tense import Tense
from ner_news.dates.resolution.tense import find_tense

BOUNDS = ("до ", "с ", "со ", "на ", "по ")
"""«разрешили с 1 декабря», «открыта до 5 мая»: the verb is of another time than the date."""
SHORT_TEXT = 600
"""Characters: a longer text is not stripped to see whether it is a date alone. By eye."""


class ReferenceTime(NamedTuple):
    """The time that a date counts from."""

    moment: datetime
    tense: Tense | None = None
    is_sure: bool = True
    """The tense is that of the date's own clause."""
    is_bound: bool = False
    """The date bounds something: «до 5 мая»; its verb is of another time."""
    is_alone: bool = False
    """The text is nothing but the date: a weekday is the coming one."""


def find_reference_time(lexed: LexedText, date: FoundDate, publication: datetime) -> ReferenceTime:
    """Return the publication as reference time, with the tense of the verb where the date leaves its direction open."""
    if any(point.shifts for point in date.expression.points):
        return ReferenceTime(publication)
    said = find_tense(lexed.text, date.start, date.stop)
    is_begun = said.is_lasting and said.is_near and lexed.text.startswith(("с ", "со "), date.start)
    is_bound = not (said.is_planned or is_begun) and bool(
        lexed.text.startswith(BOUNDS, date.start) or stands_after(lexed.text, date.start, "к|ко") is not None
    )
    is_alone = len(lexed.text) < SHORT_TEXT and lexed.text.strip(" .\n") == lexed.text[date.start : date.stop].strip(
        " .\n"
    )
    return ReferenceTime(publication, said.tense, said.is_near, is_bound, is_alone)
