"""The surroundings of a number: whether it can be a year, whether a date may start or stop there."""

import re
from functools import cache

from ner_news.morph import look_up

WINDOW = 64
"""How many characters a look to either side may cost."""
ROOM_FOR_WORD = 48
LEAST_SCORE = 0.1
"""By eye, of a reading that counts: «начал» is a noun with 0.06, «сел» («в 2000 сел») with 0.19."""

# «5 мая 2000 человек», «в мае 1500 тонн»: the number counts things. Most are told by their ending («рублей»,
# «метров», «раненых»); these are the others.
COUNTED = (
    "человек|чел|лиц|раза?|руб|рубль|рубля|долл?|доллар|евро|гривен|гривны|тенге|иен|тыс|тысяч[аи]?|млн|млрд|трлн|"
    "лет|дня|дней|час[аы]?|мин|минут|сек|секунд|суток|недель|мес|месяца?|км|м|см|мм|миль|кг|г|тонн|т|га|л|кв|куб|шт|"
    "штук|единиц|семей|семьи|машин|школ|мест|квартир|побед|встреч|игр|заявок|подписей|страниц|стр|процента?|балла?|"
    "тома?|экз|копий|организаци[ийя]|компани[ийя]|предприяти[йя]|книг|голоса|бойца|солдат|женщин|мужчин|детей|дома?"
)
CLOSED = (
    "и|а|но|или|в|во|на|с|со|к|ко|по|из|от|до|для|при|под|над|об?|за|у|я|он|она|оно|они|мы|вы|его|ее|её|их|не|"
    "был[аои]?|все|всё|это|уже|еще|ещё|также|же|ли|как|что|где|когда|котор(?:ый|ая|ое|ые)|после|перед|через|между"
)


MORE = r"(?:более|менее|больше|меньше|почти|свыше|чуть\s+более|чуть\s+больше)(?:\s+чем)?"
"""Before an amount: «более двух лет назад»."""
ABOUT = r"(?:около|примерно|приблизительно|ориентировочно|предположительно)(?:\s+(?:в|во|с))?"


@cache
def _counting() -> re.Pattern[str]:
    """Match what a number counts; endings in lower case only: «в мае 2021 Иванов» is a person."""
    words = rf"(?i:{COUNTED})|(?!готов\b)[а-яё]{{2,}}(?:ов|ев|ёв|ей|ых|их)"
    return re.compile(rf"(?:\s?[-–—]\s?[0-9]+)?(?:\s?[%‰$€₽£°№]|\s+(?:{words})\b)|\s[0-9]{{3}}\b")


@cache
def _safe_follow() -> re.Pattern[str]:
    """The end of a phrase, or a word that no counted thing can be: a preposition, a pronoun, a past verb, a name.

    The group `verb` is a word with the ending of a past verb, which nouns have too: «школ», «стула».
    """
    participles = r"(?:принят|избран|назначен|основан|создан|награжд[её]н|осужд[её]н|присвоен|переизбран|окончен)[аоы]?"
    verbs = rf"{participles}|[а-яё]{{2,}}(?:лся|лась|лось|лись)|(?P<verb>[а-яё]{{2,}}(?:л|ла|ло|ли))"
    name = r"[А-ЯЁ][а-яё]+"
    return re.compile(rf"\s*(?:[.,;:!?()»\"“”…](?!\d)|\Z|[\r\n])|\s+(?:[-–—]\s|(?:(?i:{CLOSED})|{verbs}|{name})(?!\w))")


@cache
def _before(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words})\s+\Z")


def stands_after(text: str, start: int, words: str) -> re.Match[str] | None:
    """Return the match of one of the words (alternatives of a pattern) right before `start`.

    >>> bool(stands_after("только в 2021", 9, "в|во"))
    True
    """
    return _before(words).search(text, max(0, start - ROOM_FOR_WORD), start)


def is_counting(source: str, stop: int) -> bool:
    """Return whether the number that ends at `stop` counts what follows; the text is needed as it was written.

    >>> is_counting("5 мая 2000 человек", 10), is_counting("5 мая 2000 вышла", 10)
    (True, False)
    """
    return _counting().match(source, stop, stop + WINDOW) is not None


def is_whole_text(text: str, start: int, stop: int) -> bool:
    """Return whether there is nothing else in the text, a full stop aside.

    >>> is_whole_text("16 мая.", 0, 6), is_whole_text("16 мая ждут", 0, 6)
    (True, False)
    """
    return not text[:start].strip() and not text[stop : stop + WINDOW].strip(" .\n")


def is_safe_after(source: str, stop: int) -> bool:
    """Whether what follows can be no counted thing; the text is needed as it was written.

    >>> is_safe_after("в 2004 он ушел", 6), is_safe_after("в 2000 метрах", 6)
    (True, False)
    """
    found = _safe_follow().match(source[stop : stop + WINDOW])
    if found is None or found["verb"] is None:
        return found is not None
    kinds = {reading.pos for reading in look_up(found["verb"]) if reading.score >= LEAST_SCORE}
    return kinds == {"VERB"}


@cache
def _glued_before() -> re.Pattern[str]:
    """Match what makes a number the rest of something else: «192.168.», «ТУ-», «№ », «$», «/2016/»."""
    words = r"верси[яию]|v|пп?|ст|пункт[аеу]?|стать[яию]|раздел[ае]?|глав[аеы]|сборк[аи]|тел(?:ефон)?|факс"
    numbered = rf"(?<![\w-])(?:{words})\.?:?[ \xa0]|[78][ -]?\([0-9]{{3,5}}\)[ \xa0]?"
    return re.compile(
        rf"(?:[0-9][.:-]|[0-9](?<!(?<![0-9])[12][0-9]{{3}}),|[\w/\\=?&#@+-][/\\=?&#@+_]|[^\W_]-|[№#$€£+_=@]\s?|{numbered})\Z"
    )


def is_glued_before(text: str, start: int) -> bool:
    """Return whether the number at `start` is the rest of something longer.

    >>> is_glued_before("192.168.1.21", 8), is_glued_before("(16.09.2021)", 1)
    (True, False)
    """
    return _glued_before().search(text, max(0, start - 16), start) is not None


@cache
def _era() -> re.Pattern[str]:
    return re.compile(r"\s*(?:до\s+(?:н\.?\s*э|нашей\s+эры|рождества\s+христова|р\.?\s*х))")


def is_before_our_era(text: str, stop: int) -> bool:
    """Return whether «до н. э.» follows: the notation has no such years, so nothing is found.

    >>> is_before_our_era("i век до н. э.", 5)
    True
    """
    return _era().match(text, stop, stop + WINDOW) is not None


@cache
def _our_era() -> re.Pattern[str]:
    return re.compile(r"\s*(?:н\.\s*э\.?|нашей\s+эры)(?!\w)")


def with_era(text: str, stop: int) -> int:
    """Return where a date ends together with «н. э.», if that follows.

    >>> with_era("i в. н. э.", 4)
    10
    """
    found = _our_era().match(text, stop, stop + WINDOW)
    return found.end() if found else stop


def is_of_our_era(text: str, stop: int) -> bool:
    """Return whether «н. э.» follows."""
    return with_era(text, stop) > stop


@cache
def _bracketed() -> tuple[re.Pattern[str], re.Pattern[str]]:
    before = re.compile(r"\(\s*(?:,\s*)?(?:(?:р|род)\.\s*)?(?:[12][0-9]{3},\s*){0,6}\Z|[^()0-9][,;]\s*\Z")
    return before, re.compile(r"\s*(?:[,;]|-\s|\s-|\))")


def is_bracketed(text: str, start: int, stop: int) -> bool:
    """Return whether a number stands in brackets as a year does: «(2021)», «(1984, 1988)», «(фильм, 2012)».

    >>> is_bracketed("(2021)", 1, 5), is_bracketed("(см. 2021)", 5, 9)
    (True, False)
    """
    before, after = _bracketed()
    lead = before.search(text, max(0, start - WINDOW), start)
    if lead is None or not after.match(text, stop, stop + WINDOW):
        return False
    return lead[0].startswith("(") or text[stop : stop + 1] == ")"


@cache
def _preposition() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:во?|на|со?|c|до|за|по|от)\s\Z")


def with_preposition(text: str, start: int) -> int:
    """Return where a date begins together with its preposition: «в 2021 году», as NEREL has it.

    >>> with_preposition("только в 2021 году", 9)
    7
    """
    found = _preposition().search(text, max(0, start - 4), start)
    return found.start() if found else start
