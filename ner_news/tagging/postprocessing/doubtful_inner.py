"""Words inside names that are no places: the «Мира» of «улица Мира», the «Седьмой» of a court."""

import re

from ner_news.morph import look_up
from ner_news.spans import PlainSpan
from ner_news.tagging.postprocessing.whole_countries import is_whole_country

APOSTROPHES = ("'", "’", "ʼ")

STREET = re.compile(
    r"\b(?:улиц|ул\.|проспект|пр-т|площад|пл\.|бульвар|переул|набереж|шоссе|алле|проезд)", re.IGNORECASE
)
WORD = re.compile(r"[\w-]+")


def is_doubtful(text: str, whole: PlainSpan, part: PlainSpan) -> bool:
    """Tell whether a place inside a longer name is a common word: in a street's name, or a number, or of a country's.

    In NEREL's training part none of 4 places inside streets is such, and no number.

    >>> is_doubtful("улица Мира", PlainSpan(0, 10, "LOC"), PlainSpan(6, 10, "LOC"))
    True
    >>> is_doubtful("улица Казани", PlainSpan(0, 12, "LOC"), PlainSpan(6, 12, "LOC"))
    False
    """
    if part.label != "LOC":
        return False
    if is_whole_country(text, whole) or text[part.stop : part.stop + 1] in APOSTROPHES:
        return True
    readings = [look_up(word) for word in WORD.findall(text, part.start, part.stop)]
    if len(readings) == 1 and readings[0] and all("Anum" in each.grammemes for each in readings[0]):
        return True
    is_common = all(own and not any("Geox" in each.grammemes for each in own) for own in readings)
    return is_common and STREET.match(text, whole.start, whole.stop) is not None
