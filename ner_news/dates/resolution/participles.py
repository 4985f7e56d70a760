"""Participles that a date goes with: «прошедший 5 мая», «назначенная президентом на осень встреча»."""

import re

from ner_news.dates.resolution.plans import find_lead, is_plan, leads_ahead
from ner_news.dates.resolution.said_tense import PLANNED, SaidTense
from ner_news.morph import Parse, look_up

LONGEST_PHRASE = 100
"""Characters from a participle to its date."""
PARTICIPLE = re.compile(
    r"(?<![\w-])[а-я]+(?:нн|т|вш|ш)(?:[ыоиае]й|[ая]я|[ую]ю|[оеыи]е|[ое]го|[иы][мх]|[ое]му|[иы]ми)(?:ся)?(?!\w)"
)
INNER_LEAD = re.compile(
    r"\s(на|до|ко?|по|со?)\s+(?:(?:[0-9]{1,2}(?:,|\s+и)?|начал[оау]|кон(?:ец|ц[ау])|середин[уыеа])\s+)+\Z"
)
"""«Запланированные на 25 и 26 июля», «намеченный на конец мая»."""
PHRASE_ENDS = re.compile(r"[.,;:!?()«»\"\n]|\s-\s")
CASES = frozenset(("nomn", "gent", "datv", "accs", "ablt", "loct"))


def _agree(participle: Parse, noun: Parse) -> bool:
    """Return whether a noun may be the one that a participle belongs to: they share case and number."""
    shared = participle.grammemes & noun.grammemes
    return noun.pos == "NOUN" and bool(shared & CASES) and bool(shared & {"sing", "plur"})


def _read_adjacent(participle: Parse, lead: str) -> SaidTense:
    """Read a participle right before its date: «прошедший 5 мая», «намеченный на май», «обещанный с мая»."""
    if leads_ahead(participle.normal, lead, is_behind=True, is_led=lead in ("с", "со", "от")):
        return PLANNED._replace(is_near=True)
    return SaidTense("past", is_near=True)


def _read_apart(participle: Parse, lead: str, text: str) -> SaidTense | None:
    """Read a participle whose date stands further off, by the text between: «назначенная президентом на осень встреча».

    It decides where it governs the date's preposition and no verb stands between, or where its noun stands behind the
    date: «принятое дирижёром в июне приглашение», but not «построенный в Омске завод в июне запустят».
    """
    between = [readings[0] for word in text.split() if (readings := look_up(word))]
    if any(each.pos in ("VERB", "PRTS", "INFN") for each in between):
        return None
    inner = INNER_LEAD.search(text)
    if leads_ahead(participle.normal, lead or (inner[1] if inner else ""), is_behind=True, is_led=True):
        return PLANNED._replace(is_near=True)
    is_open = lead in ("", "в", "во") and not any(_agree(participle, each) for each in between)
    return SaidTense("past", is_near=True) if is_open and not is_plan(participle.normal) else None


def read_participle(text: str, start: int, stop: int) -> SaidTense | None:
    """Return what the participle that governs a date says; `None` where there is none.

    >>> read_participle("принятое дирижером в июне приглашение", 19, 25)
    SaidTense(tense='past', is_near=True, is_planned=False, is_lasting=False, is_unsure=False)
    """
    lead, first = find_lead(text, start, stop), max(0, start - LONGEST_PHRASE)
    for end in PHRASE_ENDS.finditer(text, first, start):
        first = end.end()
    for found in reversed(list(PARTICIPLE.finditer(text, first, start))):
        participle = next(iter(look_up(found[0])), None)
        if participle is None or participle.pos != "PRTF" or "past" not in participle.grammemes:
            continue
        between = text[found.end() : start]
        if between.strip() in ("", lead):
            return _read_adjacent(participle, lead)
        return _read_apart(participle, lead, between)
    return None
