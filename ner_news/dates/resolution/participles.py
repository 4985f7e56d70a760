"""Participles that a date goes with: «прошедший 5 мая», «назначенная президентом на осень встреча»."""

import re
from functools import cache

from ner_news.dates.resolution.plans import find_lead, is_plan, leads_ahead
from ner_news.dates.resolution.said_tense import PLANNED, SaidTense
from ner_news.morph import Parse, look_up

LONGEST_PHRASE = 100
"""Characters from a participle to its date."""
PARTICIPLE = re.compile(
    r"(?<![\w-])[а-я]+(?:нн|т|вш|ш)(?:[ыо]й|[иая]й|[ая]я|[ую]ю|[оеыи]е|[ое]го|[ое]й|[иы][мх]|[ое]му)(?:ся)?(?!\w)"
)
INNER_LEAD = re.compile(
    r"\s(на|до|ко?|по|со?)\s+(?:(?:[0-9]{1,2}(?:,|\s+и)?|начал[оау]|кон(?:ец|ц[ау])|середин[уыеа])\s+)+\Z"
)
"""«Запланированные на 25 и 26 июля», «намеченный на конец мая»."""
PHRASE_ENDS = re.compile(r"[.,;:!?()«»\"\n]|\s-\s")
CASES = frozenset(("nomn", "gent", "datv", "accs", "ablt", "loct"))


@cache
def _participle_pattern() -> re.Pattern[str]:
    """Match a participle right before a date: «прошедший 5 мая», «намеченный на май»."""
    return re.compile(
        r"(?<![\w-])([а-я]+(?:[иы]й|[ая]я|[ую]ю|[оеыи]е|[ое]го|[ое]й|[иы]м|[иы]х|[ое]му|[иы]ми)(?:ся)?)"
        r"\s+(?:(?:на|до|ко?|по|со?|во?)\s+)?\Z"
    )


def _read_far_participle(text: str, start: int, stop: int) -> SaidTense | None:
    """Read a participle whose date stands further off: «назначенная президентом ещё весной на осень встреча».

    It decides where it governs the date's preposition and no verb stands between, or where its noun stands behind the
    date: «принятое дирижёром в июне приглашение», but not «построенный в Омске завод в июне запустят».
    """
    lead = find_lead(text, start, stop)
    first = max(0, start - LONGEST_PHRASE)
    for end in PHRASE_ENDS.finditer(text, first, start):
        first = end.end()
    for found in reversed(list(PARTICIPLE.finditer(text, first, start))):
        participle = next(iter(look_up(found[0])), None)
        if participle is None or participle.pos != "PRTF" or "past" not in participle.grammemes:
            continue
        between = [readings[0] for word in text[found.end() : start].split() if (readings := look_up(word))]
        if any(each.pos in ("VERB", "PRTS", "INFN") for each in between):
            return None
        inner = INNER_LEAD.search(text, found.end(), start)
        if leads_ahead(participle.normal, lead or (inner[1] if inner else ""), is_behind=True, is_led=True):
            return PLANNED._replace(is_near=True)
        is_open = lead in ("", "в", "во") and not any(_agree(participle, each) for each in between)
        return SaidTense("past", is_near=True) if is_open and not is_plan(participle.normal) else None
    return None


def _agree(participle: Parse, noun: Parse) -> bool:
    """Return whether a noun may be the one that a participle belongs to: they share case and number."""
    shared = participle.grammemes & noun.grammemes
    return noun.pos == "NOUN" and bool(shared & CASES) and bool(shared & {"sing", "plur"})


def _read_near_participle(text: str, start: int, stop: int) -> SaidTense | None:
    """Read the tense of the participle that governs a date; `None` where there is none, or a present one."""
    found = _participle_pattern().search(text, max(0, start - 48), start)
    reading = next(iter(look_up(found[1])), None) if found else None
    if reading is None or reading.pos != "PRTF" or "past" not in reading.grammemes:
        return None
    lead = find_lead(text, start, stop)
    if leads_ahead(reading.normal, lead, is_behind=True, is_led=lead in ("с", "со", "от")):  # «обещанного с мая»
        return PLANNED._replace(is_near=True)
    return SaidTense("past", is_near=True)


def read_participle(text: str, start: int, stop: int) -> SaidTense | None:
    """Return what the participle that governs a date says; `None` where there is none.

    >>> read_participle("принятое дирижером в июне приглашение", 19, 25)
    SaidTense(tense='past', is_near=True, is_planned=False, is_lasting=False)
    """
    return _read_near_participle(text, start, stop) or _read_far_participle(text, start, stop)
