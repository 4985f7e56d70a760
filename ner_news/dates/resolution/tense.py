"""The tense of the words around a date: whether it looks back or ahead.

A verb has a tense of its own; an infinitive has that of the verb it hangs on, or is ahead, as `plans` says.
"""

import re
from functools import cache
from typing import NamedTuple

from ner_news.caches import word_cache
from ner_news.dates.resolution.participles import read_participle
from ner_news.dates.resolution.plans import (
    NOUNS,
    OF_OTHER_TIMES,
    TO_BE_SEEN,
    WITH_INFINITIVE,
    find_lead,
    is_counted_period,
    leads_ahead,
    names_term,
)
from ner_news.dates.resolution.said_tense import PLANNED, SaidTense, Tense
from ner_news.morph import look_up

REACH = 240
"""Characters looked at to each side."""
AHEAD = (  # words that look ahead, whatever their own form
    r"план(?:ир)\w+|запланирован\w*|намерен\w?|намеча\w+|намечен\w?|предсто[ия]\w+|ожида[ею]\w+|"
    r"собира[ею]\w+|должн\w+|рассчитыва[ею]\w+|обеща[ею]\w+|хо(?:чет|тят|тел\w+\s+бы)|может|могут|будущ\w+|ближайш\w+|"
    r"предстоящ\w+|состоящ\w+ся|анонсирован\w?|приурочен\w?|готов(?:ит|ят|ится|ятся|а|ы)?|обязан[аы]?"
)
REPORTING = (
    r"должн\w+\s+был\w*|(?:сообща|заявля|рассказыва|отмеча|добавля|подчеркива|указыва|уточня|напомина|поясня|счита|"
    r"переда|цитиру)[ею]т(?:ся)?|пиш[уе]т|говор[ия]т"
)

WILL = re.compile(r"буд(?:ет|ут)\s+(?:\w+\s+)?\Z")  # «будет выпущена»
PAST = re.compile(r"(?:л|ла|ло|ли|лся|лась|лось|лись)\Z")
SO_THAT = re.compile(r"(?<!\w)чтобы?\s[^,.;:»\"]*\Z")  # «потребовал, чтобы мост открыли в мае»

NOTHING_BETWEEN = re.compile(r"\s+(?:(?:это|об этом|о нем|о ней|о них)\s+)?(?:во?\s+)?")
"""«О сделке договорились в марте», «пообещал это в декабре»: the date is that of the promise."""
ALREADY = re.compile(r"(?<!\w)еще\s+(?:во?\s+)?\Z")
"""«Пообещал ещё в мае», «анонсировал ещё летом»: the promise is of May."""
SPEECH_BEFORE = re.compile(r"[»\"],?\s-\s\Z")
"""«"Приедем 5 мая", - сказал он» tells nothing of May."""

GUESSED = ("ила", "ало", "ался", "ались", "илась", "илось", "ировал", "ировала", "ировали")
"""Endings of verbs that no dictionary knows yet."""
PAST_WITHOUT_L = (  # the roots of «вынес», «смог», «погиб»: Зализняк's types 7 to 9 and 3°
    "(?:нес|вез|лез|полз|греб|скреб|рос|мог|лег|жег|пек|сек|тек|влек|рек|берег|стерег|стриг|пряг|волок|толок|тряс|пас|"
    "мер|пер|тер|гиб|ник|вык|стиг|чез|мерз|вяз|сох|глох|молк|мок|верг|двиг|торг|креп|гас|кис|слеп|бег|сяг|блек)(?:ся)?"
)
LONGEST_PHRASE = 100
"""Characters from a verb to the infinitive that hangs on it: «поручил главам всех регионов страны завершить»."""


WORDS = re.compile(r"(?<![\w-])(?:должн\w+\s+был\w*|хотел\w+\s+бы|[а-я]{2,40})(?![\w-])")


@cache
def _verbs_pattern() -> re.Pattern[str]:
    """Match a word that may tell a tense: each is matched once and remembered."""
    endings = (
        "л|ла|ло|ли|лся|лась|лось|лись|ет|ёт|ит|ут|ют|ат|ят|ется|ится|утся|ются|атся|ятся|ен|ена|ено|ены|ан|ана|ано|"
        "аны|ят|ята|ято|яты|ыт|ыта|ыто|ыты|ем|им|ешь|ишь|жу|шу|ду|ну|лю|аст|ест|ть|ти|чь|ться|тись|чься|ав|ив|ев|вшись|"
        f"{PAST_WITHOUT_L}"
    )
    told = f"(?P<told>{REPORTING})|(?P<ahead>{AHEAD})|(?P<noun>{NOUNS})"
    return re.compile(rf"{told}|[а-я]{{0,30}}(?:{endings})")


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


class _Verb(NamedTuple):
    """A word that may tell a tense, of the sentence around a date."""

    found: re.Match[str]
    lemma: str
    pos: str
    """Empty for a word that the dictionary does not know."""
    said: SaidTense
    """As the word says it of itself."""


class _Sense(NamedTuple):
    """What a word says of itself, wherever it stands."""

    lemma: str
    pos: str
    """Empty for a word that the dictionary does not know."""
    tense: Tense | None
    is_imperfective: bool = False


@word_cache(maxsize=20_000)
def _sense_of(word: str) -> _Sense | None:
    """Return the sense of one word; `None` for what is no verb, nor a noun with an infinitive."""
    found = _verbs_pattern().fullmatch(word)
    if found is None or found["told"]:
        return None
    readings = look_up(word)
    reading = next((each for each in readings if "impr" not in each.grammemes), None)  # «пришли» came, too
    lemma, pos = (reading.normal, reading.pos) if reading else ("", "")
    if found["ahead"]:
        return _Sense(lemma, "ahead", None if PAST.search(word) else "future")
    if reading is None:
        return _Sense("", "", "past") if word.endswith(GUESSED) else None
    if pos not in ("VERB", "PRTS", "INFN", "GRND") and not found["noun"]:
        return None
    marks: dict[str, Tense] = {"past": "past", "pres": "present", "futr": "future"} if pos == "VERB" else {}
    tense: Tense | None = next((tense for mark, tense in marks.items() if mark in reading.grammemes), None)
    return _Sense(lemma, pos, "past" if pos == "PRTS" else tense, "impf" in reading.grammemes)


def _read_verb(found: re.Match[str]) -> _Verb | None:
    """Read one word of a sentence; `None` for what tells nothing."""
    sense = _sense_of(found[0])
    if sense is None:
        return None
    text, first, tense = found.string, found.start(), sense.tense
    is_will_be = sense.pos == "PRTS" and WILL.search(text, max(0, first - 24), first) is not None
    is_wish = sense.pos == "VERB" and tense == "past" and SO_THAT.search(text, max(0, first - REACH), first) is not None
    if is_will_be or is_wish:
        tense = "future"
    is_lasting = sense.pos == "VERB" and tense == "past" and sense.is_imperfective
    return _Verb(found, sense.lemma, sense.pos, SaidTense(tense, is_lasting=is_lasting))


SHORT_PARTICIPLE = re.compile(r"(?<!долж)[нт]о\s+\Z")


def _is_copula(verb: _Verb) -> bool:
    """Return whether «было» only helps the word before it: «решено было провести»."""
    first = verb.found.start()
    return verb.lemma == "быть" and SHORT_PARTICIPLE.search(verb.found.string, max(0, first - 8), first) is not None


def _read_infinitive(verbs: list[_Verb], place: int) -> SaidTense:
    """Read the tense of an infinitive: that of the nearest word before it that it can hang on.

    What stands behind a comma may be of a clause between: «поручил главам регионов, где прошли паводки, завершить».
    """
    found, said = verbs[place].found, SaidTense(None)
    for verb in reversed(verbs[:place]):
        if found.start() - verb.found.end() > LONGEST_PHRASE:
            break
        if verb.lemma in WITH_INFINITIVE:
            return PLANNED
        if verb.pos in ("INFN", "NOUN") or said.tense is not None or _is_copula(verb):
            continue
        said = SaidTense(None) if verb.lemma in TO_BE_SEEN and verb.said.tense == "past" else verb.said
        if "," not in found.string[verb.found.end() : found.start()]:
            break
    return said


def _read_said(text: str, start: int, stop: int, verbs: list[_Verb]) -> list[tuple[re.Match[str], SaidTense]]:
    """Return each verb that says something of the date at `start:stop`, with what it says."""
    lead, said = find_lead(text, start, stop), []
    is_free = lead in ("", "в", "во") and not any(
        verb.pos == "INFN" and stop <= verb.found.start() < stop + LONGEST_PHRASE for verb in verbs
    )
    for place, verb in enumerate(verbs):
        first = verb.found.start()
        if first >= stop and SPEECH_BEFORE.search(text, first - 6, first):
            continue
        if verb.pos == "INFN":
            tense = _read_infinitive(verbs, place)
        elif leads_ahead(verb.lemma, lead, is_behind=verb.found.end() <= start) and not (
            is_free and NOTHING_BETWEEN.fullmatch(text, verb.found.end(), start)
        ):
            tense = PLANNED._replace(is_planned=lead != "до")
        elif verb.lemma in TO_BE_SEEN and verb.said.tense == "past":
            continue
        else:
            tense = verb.said._replace(is_unsure=verb.lemma in OF_OTHER_TIMES)
        if tense.tense is not None:
            said.append((verb.found, tense))
    return said


def find_tense(text: str, start: int, stop: int) -> SaidTense:
    """Return the tense that a date most likely goes with; its text is folded.

    That of a verb, but a period that is counted is seldom ahead: «прогнозирует рост по итогам ноября».

    >>> find_tense("выплатят пособие за сентябрь", 17, 28)
    SaidTense(tense='past', is_near=False, is_planned=False, is_lasting=False, is_unsure=False)
    """
    said = _find_tense_of_verb(text, start, stop)
    if said.is_planned and ALREADY.search(text, max(0, start - 8), start):
        return SaidTense("past", is_near=True)
    is_long = "-" in text[start:stop] or "месяцев" in text[start:stop]  # «за январь-ноябрь»
    if not (is_long or said.tense == "future") or not is_counted_period(text, start, stop):
        return said
    return SaidTense("past", is_near=is_long)


def _find_tense_of_verb(text: str, start: int, stop: int) -> SaidTense:
    """Return the tense of the verb, participle or term that a date goes with.

    The participle right before the date decides, then the nearest verb of its clause, then the nearest of the sentence.

    >>> _find_tense_of_verb("суд вынесет приговор в среду, сказал судья", 23, 28)
    SaidTense(tense='future', is_near=True, is_planned=False, is_lasting=False, is_unsure=False)
    """
    if names_term(text, start):
        return PLANNED._replace(is_near=True)
    participle = read_participle(text, start, stop)
    if participle is not None:
        return participle
    first, last = find_sentence(text, start, stop)
    words = [verb for found in WORDS.finditer(text, first, last) if (verb := _read_verb(found))]
    said = _read_said(text, start, stop, words)
    if not said:
        return SaidTense(None)
    breaks = [mark.start() for mark in CLAUSE_ENDS.finditer(text, first, last) if not start <= mark.start() < stop]
    breaks += [verb.found.start() - 2 for verb in words if text.endswith(" и ", first, verb.found.start())]
    before = max((place for place in breaks if place < start), default=first)
    after = min((place for place in breaks if place >= stop), default=last)

    def distance(found: re.Match[str]) -> tuple[bool, int]:
        is_inside = before <= found.start() and found.end() <= after
        return not is_inside, min(abs(found.start() - stop), abs(start - found.end()))

    (is_outside, _), tense = min(((distance(found), tense) for found, tense in said), key=lambda each: each[0])
    return tense._replace(is_near=not (is_outside or tense.is_unsure))
