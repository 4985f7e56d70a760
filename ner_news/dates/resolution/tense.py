"""The tense of the words around a date: whether it looks back or ahead."""

import re
from functools import cache
from typing import Literal, NamedTuple

from ner_news.morph import look_up

Tense = Literal["past", "present", "future"]

REACH = 240
"""Characters looked at to each side."""
AHEAD = (  # words that look ahead, whatever their own form
    r"план(?:ир)\w+|запланирован\w*|намерен\w?|намеча\w+|намечен\w?|назначен\w?|предсто[ия]\w+|ожида[ею]\w+|"
    r"собира[ею]\w+|должн\w+|рассчитыва[ею]\w+|обеща[ею]\w+|хо(?:чет|тят|тел\w+\s+бы)|может|могут|будущ\w+|ближайш\w+|"
    r"предстоящ\w+|состоящ\w+ся|анонсирован\w?|приурочен\w?|готов(?:ит|ят|ится|ятся)"
)
REPORTING = (
    r"должн\w+\s+был\w*|(?:сообща|заявля|рассказыва|отмеча|добавля|подчеркива|указыва|уточня|напомина|поясня|счита|"
    r"переда|цитиру)[ею]т(?:ся)?|пиш[уе]т|говор[ия]т"
)

WILL = re.compile(r"буд(?:ет|ут)\s+(?:\w+\s+)?\Z")  # «будет выпущена»
PAST = re.compile(r"(?:л|ла|ло|ли|лся|лась|лось|лись)\Z")

GUESSED = ("ила", "ало", "ался", "ались", "илась", "илось", "ировал", "ировала", "ировали")
"""Endings of verbs that no dictionary knows yet."""


@cache
def _verbs_pattern() -> re.Pattern[str]:
    endings = (
        "л|ла|ло|ли|лся|лась|лось|лись|ет|ёт|ит|ут|ют|ат|ят|ется|ится|утся|ются|атся|ятся|ен|ена|ено|ены|ан|ана|ано|"
        "аны|ят|ята|ято|яты|ыт|ыта|ыто|ыты|ем|им|ешь|ишь|жу|шу|ду|ну|лю"
    )
    return re.compile(rf"(?<![\w-])(?:(?P<told>{REPORTING})|(?P<ahead>{AHEAD})|[а-я]{{1,30}}(?:{endings}))(?![\w-])")


@cache
def _sentence_ends_pattern() -> re.Pattern[str]:
    return re.compile(r"\n|(?<=[а-яa-z»\")]{2})[.!?…]+(?=\s)")


CLAUSE_ENDS = re.compile(r"[,;:()«»\"]|\s-\s")


def find_sentence(text: str, start: int, stop: int) -> tuple[int, int]:
    """Return the bounds of the sentence around `start:stop`, at most `REACH` to each side; the text is folded.

    >>> find_sentence("шел снег. в мае тепло. жди", 12, 15)
    (9, 21)
    """
    first, last = max(0, start - REACH), min(len(text), stop + REACH)
    for end in _sentence_ends_pattern().finditer(text, first, start):
        first = end.end()
    end_after = _sentence_ends_pattern().search(text, stop, last)
    return first, end_after.start() if end_after else last


@cache
def _tense_of() -> dict[str, Tense]:
    return {"past": "past", "pres": "present", "futr": "future"}


def _read_tense(found: re.Match[str]) -> Tense | None:
    """Read the tense of one verb; `None` where it tells nothing of the date."""
    if found["told"]:
        return None
    if found["ahead"]:  # «планировалось открыть 6 ноября» tells nothing
        return None if PAST.search(found[0]) else "future"
    readings = look_up(found[0])
    if not readings:
        return "past" if found[0].endswith(GUESSED) else None
    top = readings[0]
    if top.pos == "PRTS":
        return "future" if WILL.search(found.string, max(0, found.start() - 24), found.start()) else "past"
    if top.pos != "VERB":
        return None
    return next((tense for mark, tense in _tense_of().items() if mark in top.grammemes), None)


class SaidTense(NamedTuple):
    """The tense of a verb, and how near it is."""

    tense: Tense | None
    is_near: bool = False
    """The verb stands in the date's own clause."""


def find_tense(text: str, start: int, stop: int) -> SaidTense:
    """Return the tense of the verb that a date most likely goes with; its text is folded.

    The nearest verb of the clause decides, and where it has none, the nearest of the sentence.

    >>> find_tense("суд вынесет приговор в среду, сказал судья", 23, 28)
    SaidTense(tense='future', is_near=True)
    """
    first, last = find_sentence(text, start, stop)
    verbs = [(found, tense) for found in _verbs_pattern().finditer(text, first, last) if (tense := _read_tense(found))]
    if not verbs:
        return SaidTense(None)
    breaks = [mark.start() for mark in CLAUSE_ENDS.finditer(text, first, last) if not start <= mark.start() < stop]
    before = max((place for place in breaks if place < start), default=first)
    after = min((place for place in breaks if place >= stop), default=last)

    def distance(found: re.Match[str]) -> tuple[bool, int]:
        is_inside = before <= found.start() and found.end() <= after
        return not is_inside, min(abs(found.start() - stop), abs(start - found.end()))

    (is_outside, _), tense = min((distance(found), tense) for found, tense in verbs)
    return SaidTense(tense, not is_outside)
