"""Which matches are no dates: «8 Марта» after «улица» is a name, «среда» may be an environment, «Марта» a person."""

import re
from functools import cache

from ner_news.caches import word_cache
from ner_news.characters import CLOSING_QUOTES, OPENING_QUOTES
from ner_news.dates.boundaries import WINDOW, is_whole_text, stands_after
from ner_news.dates.expressions import Match, Point
from ner_news.dates.lexer import LexedText, Lexeme

NAMED_AFTER = (  # what is named after a day or a year: «улица 8 Марта», «площадь 1905 года»
    r"улиц\w*|ул\.|площад\w*|пл\.|проспект\w*|просп\.|пр-т\w*|переул\w+|пер\.|бульвар\w*|сквер\w*|имени|им\.|станци\w*|"
    r"метро|парк\w*|завод\w*|фабрик\w*|колхоз\w*|совхоз\w*|деревн\w+|пос[её]л\w+|посел\w+|кинотеатр\w*|газет\w+|движени\w+|"
    r"шахт\w+|микрорайон\w*|набережн\w+|шоссе|клуб\w*|журнал\w*|орден\w*"
)
STREETS = r"улиц[ае]|улицей|ул\.|переул\w+|пер\.|имени|им\."
"""With these a small letter is a name too: «улица 8 марта», but «на площади 5 мая прошёл митинг»."""
LEADS = "во?|к|ко|до|со?|c|по|на|за|от|около|после|под|через|весь|всю|все"
EVERY = "каждый|каждую|каждое"
ENVIRONMENT = (
    r"\s+(?:обитани\w+|жизни|разработк\w+|общени\w+|передач\w+|программировани\w+|выполнени\w+|проживани\w+|"
    r"профессионал\w+|подростк\w+|молодежи|студент\w+|ученых|специалист\w+|чиновник\w+|предпринимател\w+|бизнес\w*)"
)
HOLY = r"страстн\w+|черн\w+|велик\w+|пальмов\w+|вербн\w+|прощен\w+|чист\w+|родительск\w+|лазарев\w+|тихвинск\w+"
"""«Чистый четверг», «чёрная пятница»."""
MARCH, MAY = 3, 5
"""«К Марте», «от Мая»: names of people."""
WORKS = (
    r"роман\w*|фильм\w*|кинофильм\w*|книг\w+|повест\w+|рассказ\w*|песн\w+|альбом\w*|спектакл\w+|пьес\w+|сериал\w*|"
    r"картин\w+|мультфильм\w*|балет\w*|опер[аыуе]|комеди\w+|драм[аыуе]|стихотворени\w+|поэм\w+|сборник\w*|хит\w*|"
    r"фестивал\w+|выставк\w+|проект\w*|акци\w+|конкурс\w*|марафон\w*|передач\w+|программ\w+|телепрограмм\w+|шоу|постановк\w+|мюзикл\w*|мелодрам\w+|триллер\w*|трек\w*|сингл\w*|клип\w*"
)
"""What has a title: in «роман «Понедельник начинается в субботу»» no day is meant."""
BY_SEASON = ("летом", "весной", "осенью", "зимой")


@cache
def _environment() -> re.Pattern[str]:
    return re.compile(ENVIRONMENT)


def _is_led(lexed: LexedText, start: int) -> bool:
    return stands_after(lexed.text, start, LEADS) is not None


def _is_quoted(lexed: LexedText, match: Match) -> bool:
    before, after = lexed.text[match.start - 1 : match.start], lexed.text[match.stop : match.stop + 1]
    return before in OPENING_QUOTES and after in CLOSING_QUOTES


@word_cache(maxsize=16)
def _word_pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"\W?(?:{words})")


def _stands_after_word(lexed: LexedText, start: int, words: str) -> bool:
    """Return whether the one word before `start` is of these; `stands_after` would look at every character."""
    before = lexed.text[max(0, start - WINDOW) : start]
    last = before.split()[-1:] if before[-1:].isspace() else []
    return bool(last) and _word_pattern(words).fullmatch(last[0]) is not None


@cache
def _title_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{WORKS})\s+[«\"„“][^«»\"„“”]*\Z")


def _is_in_title(lexed: LexedText, match: Match) -> bool:
    around = lexed.text[max(0, match.start - WINDOW) : match.start]
    return any(quote in around for quote in '«"„“') and _title_pattern().search(around) is not None


def _is_named(lexed: LexedText, match: Match) -> bool:
    words = NAMED_AFTER if _has_capital(lexed, match) else STREETS
    return _stands_after_word(lexed, match.start, words)


def _has_capital(lexed: LexedText, match: Match) -> bool:
    return any(letter.isupper() for letter in lexed.source[match.start : match.stop])


def _is_year_named(lexed: LexedText, match: Match) -> bool:
    return _stands_after_word(lexed, match.start, NAMED_AFTER)


def _is_month(lexed: LexedText, match: Match, lexeme: Lexeme) -> bool:
    """Return whether a month alone is a date: «в мае»; with a capital letter it may be a person or a cinema."""
    if lexeme.code.endswith("abbr"):
        return is_whole_text(lexed.text, match.start, match.stop)
    word = lexed.source[lexeme.start : lexeme.stop]
    if word.islower() or is_whole_text(lexed.text, match.start, match.stop):
        return True
    is_person = word.istitle() and lexeme.value in (MARCH, MAY)
    return _is_led(lexed, match.start) and not is_person


def _is_weekday(lexed: LexedText, match: Match, lexeme: Lexeme) -> bool:
    word = lexed.source[lexeme.start : lexeme.stop]
    if is_whole_text(lexed.text, match.start, match.stop):
        return True
    is_led = _is_led(lexed, match.start) or stands_after(lexed.text, match.start, EVERY) is not None
    if lexeme.code == "abbr":
        return is_led and word.islower() and len(word) == 3
    if stands_after(lexed.text, match.start, HOLY):
        return False
    if _environment().match(lexed.text, lexeme.stop, lexeme.stop + WINDOW):
        return False
    if word.casefold() == "среде":  # «к среде» is a day, «в среде» are surroundings
        return stands_after(lexed.text, match.start, "к|ко") is not None
    if lexeme.value == 3 or word.casefold().startswith("воскресени"):
        return is_led
    return is_led or word.islower()


def _is_season(lexed: LexedText, match: Match, lexeme: Lexeme) -> bool:
    word = lexed.text[lexeme.start : lexeme.stop]
    return (
        word in BY_SEASON
        or is_whole_text(lexed.text, match.start, match.stop)
        or stands_after(lexed.text, match.start, EVERY) is not None
        or (_is_led(lexed, match.start) and word not in ("лет", "лете"))
    )


def _is_holiday(lexed: LexedText, match: Match, lexeme: Lexeme) -> bool:
    return lexed.source[lexeme.start].isupper() or is_whole_text(lexed.text, match.start, match.stop)


def _is_weekdays(lexed: LexedText, _match: Match, lexeme: Lexeme) -> bool:
    return _environment().match(lexed.text, lexeme.stop, lexeme.stop + WINDOW) is None


def _is_period(lexed: LexedText, match: Match, _lexeme: Lexeme) -> bool:
    """Return whether «Q3» without a year is one: «в Q3»."""
    return _is_led(lexed, match.start) or is_whole_text(lexed.text, match.start, match.stop)


FITNESS = {
    "period": _is_period,
    "weekdays": _is_weekdays,
    "month": _is_month,
    "weekday": _is_weekday,
    "season": _is_season,
    "holiday": _is_holiday,
}


def is_date(lexed: LexedText, match: Match, index: int) -> bool:
    """Return whether a match is a date; `index` is that of its first lexeme."""
    expression, lexeme = match.expression, lexed.lexemes[index]
    if isinstance(expression, Point) and expression._replace(is_short=False) == Point(expression.year or 0):
        return not (_is_year_named(lexed, match) or (_is_quoted(lexed, match) and match.stop > lexeme.stop))
    if expression.is_absolute:
        return True
    if _is_quoted(lexed, match) or _is_named(lexed, match) or _is_in_title(lexed, match):
        return False
    fits = FITNESS.get(lexeme.kind)
    if fits is None or lexeme.stop < match.stop:
        return True
    return fits(lexed, match, lexeme)
