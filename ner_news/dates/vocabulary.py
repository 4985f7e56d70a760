"""The words of Russian dates as tables: lower case, «е» for «ё»; the phrase that needed an entry stands beside it."""

from functools import cache
from typing import Literal, NamedTuple

from ner_news.dates.feast_calendar import ADJECTIVES as ADJECTIVE_FEASTS
from ner_news.dates.feast_calendar import NAMES

Kind = Literal[
    "number", "ordinal", "tens", "roman", "month", "weekday", "year", "century", "decade",
    "quarter", "half", "portion", "season", "game", "edge", "part", "hour", "minute", "end",
    "adjective", "unit", "adverb", "adverbial", "count", "lead", "half year", "weekend", "date", "ten days", "noon",
    "holiday", "thousand", "hundred", "share", "period", "half hour", "half of", "feast", "weekdays",
    "workdays", "parts",
]  # fmt: skip


class Sense(NamedTuple):
    """The meaning of a word to the rules."""

    kind: Kind
    value: int = 0
    """Number of the month, weekday, ordinal, century, decade."""
    code: str = ""
    """A mark for the rules: `gen` may follow a day, `day` be one, `abbr` has a dot; a season, edge, part of day."""


MONTHS = (  # nominative, genitive, the other cases, abbreviations
    ("январь", "января", "январю январем январе", "янв"),
    ("февраль", "февраля", "февралю февралем феврале", "фев февр"),
    ("март", "марта", "марту мартом марте", "мар"),
    ("апрель", "апреля", "апрелю апрелем апреле", "апр"),
    ("май", "мая", "маю маем мае", ""),
    ("июнь", "июня", "июню июнем июне", "июн"),
    ("июль", "июля", "июлю июлем июле", "июл"),
    ("август", "августа", "августу августом августе", "авг"),
    ("сентябрь", "сентября", "сентябрю сентябрем сентябре", "сен сент"),
    ("октябрь", "октября", "октябрю октябрем октябре", "окт"),
    ("ноябрь", "ноября", "ноябрю ноябрем ноябре", "ноя нояб"),
    ("декабрь", "декабря", "декабрю декабрем декабре", "дек"),
)
WEEKDAYS = (  # all cases; abbreviations («Пнд, 07 янв. 2019 г.»)
    ("понедельник понедельника понедельнику понедельником понедельнике", "пн пнд"),
    ("вторник вторника вторнику вторником вторнике", "вт втр"),
    ("среда среды среде среду средой", "ср срд"),
    ("четверг четверга четвергу четвергом четверге", "чт чтв"),
    ("пятница пятницы пятнице пятницу пятницей", "пт птн"),
    ("суббота субботы субботе субботу субботой", "сб сбт"),
    ("воскресенье воскресенья воскресенью воскресеньем воскресение воскресения", "вс вск"),
)
EVERY_WEEKDAY = "понедельникам вторникам средам четвергам пятницам субботам воскресеньям".split()
"""Behind «по»: «по средам»."""
ORDINAL_STEMS = (
    "перв", "втор", "трет", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят",
    "одиннадцат", "двенадцат", "тринадцат", "четырнадцат", "пятнадцат", "шестнадцат", "семнадцат",
    "восемнадцат", "девятнадцат", "двадцат",
)  # fmt: skip
DAY_ENDINGS = "ого его ьего ому ему ьему ым им ьим ом ем ьем ое ье".split()  # «первое мая», «к пятому мая»
OTHER_ENDINGS = "ый ой ий ая ья ую ью ей ьей".split()  # «первый квартал», «вторая половина»
TENS = {"двадцать": 20, "тридцать": 30}  # «двадцать третьего февраля»
DECADE_STEMS = {
    "нулев": 0, "двадцат": 20, "тридцат": 30, "сороков": 40, "пятидесят": 50, "шестидесят": 60,
    "семидесят": 70, "восьмидесят": 80, "девяност": 90, "двухтысячн": 2000,
}  # fmt: skip
DECADE_ENDINGS = ("ые", "ых", "ым", "ыми")
YEAR_ENDINGS = ("ый", "ой", "ого", "ому", "ом")
"""Endings of years in words: «тысяча девятьсот девяностый», «двухтысячном»."""
ROMANS = (
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv",
    "xvi", "xvii", "xviii", "xix", "xx", "xxi",
)  # fmt: skip
SEASONS = {
    "SP": "весна весны весне весну весной",
    "SU": "лето лета лету летом лете",
    "FA": "осень осени осенью",
    "WI": "зима зимы зиме зиму зимой",
}
EDGES = {
    "START": "начало начала началу началом начале",
    "MID": "середина середины середине середину серединой",
    "END": "конец конца концу концом конце",
}
PARTS = {  # the codes of TIMEX3
    "TMO": "утро утра утру утром",
    "TAF": "днем дня",
    "TEV": "вечер вечера вечеру вечером",
    "TNI": "ночь ночи ночью",
}
HARD = "ый ого ому ым ом ая ой ую ое ые ых ыми".split()
SOFT = "ий его ему им ем ая ей ую ее ие их ими".split()
SOFTEST = "ий его ему им ем яя ей юю ее ие их ими".split()
ADJECTIVES = (  # stem, endings, how many units away, code
    ("прошл", HARD, -1, ""),
    ("позапрошл", HARD, -2, ""),
    ("минувш", SOFT, -1, ""),
    ("предыдущ", SOFT, -1, ""),
    ("прошедш", SOFT, -1, ""),
    ("истекш", SOFT, -1, ""),
    ("следующ", SOFT, 1, ""),
    ("будущ", SOFT, 1, ""),
    ("предстоящ", SOFT, 1, "coming"),
    ("грядущ", SOFT, 1, "coming"),
    ("наступающ", SOFT, 1, "coming"),
    ("ближайш", SOFT, 1, "coming"),
    ("текущ", SOFT, 0, ""),
    ("нынешн", SOFTEST, 0, ""),
    ("эт", "от ого ому им ом а ой у о и их ими".split(), 0, "this"),
    ("т", "от ого ому ем ом а ой у е ех еми".split(), 0, "that"),  # «в том же году», «в тот день»
    ("последн", SOFTEST, -1, "last"),  # «в последнее воскресенье мая»
    ("сего", [""], 0, "this"),  # «5 мая сего года»
)
ADVERBS = {  # days from the publication
    "позапозавчера": -3, "позавчера": -2, "вчера": -1, "накануне": -1, "сегодня": 0, "завтра": 1, "послезавтра": 2,
    "послепослезавтра": 3,
}  # fmt: skip
ADVERBIALS = {"вчерашн": -1, "сегодняшн": 0, "завтрашн": 1}  # «до завтрашнего дня»
COUNTS = (  # nominative and accusative, the other cases
    (1, "один одна одну одного одной одним"),
    (2, "два две двух двумя двум двое пара пару"),
    (3, "три трех тремя трем трое"),
    (4, "четыре четырех четырьмя четырем четверо"),
    (5, "пять пяти пятью пятеро"),
    (6, "шесть шести шестью"),
    (7, "семь семи семью"),
    (8, "восемь восьми восемью"),
    (9, "девять девяти девятью"),
    (10, "десять десяти десятью"),
    (11, "одиннадцать одиннадцати одиннадцатью"),
    (12, "двенадцать двенадцати двенадцатью"),
    (13, "тринадцать тринадцати"),
    (14, "четырнадцать четырнадцати"),
    (15, "пятнадцать пятнадцати"),
    (16, "шестнадцать шестнадцати"),
    (17, "семнадцать семнадцати"),
    (18, "восемнадцать восемнадцати"),
    (19, "девятнадцать девятнадцати"),
    (20, "двадцати двадцатью"),
    (30, "тридцати тридцатью"),
    (40, "сорок сорока"),
    (50, "пятьдесят пятидесяти"),
    (60, "шестьдесят шестидесяти"),
    (70, "семьдесят семидесяти"),
    (80, "восемьдесят восьмидесяти"),
    (90, "девяносто девяноста"),
    (100, "сто ста"),
)
UNITS = {  # beside the words for years, hours, minutes, quarters, centuries, which are kinds of their own
    "year": "лет",
    "month": "месяц месяца месяцу месяцем месяце месяцев месяцы месяцами месяцам мес",
    "week": "неделя недели неделе неделю неделей недель неделями неделям",
    "day": "день дню дне дней дни днями дням сутки суток сутками",
    "decade": "десятилетие десятилетия десятилетию десятилетий десятилетием десятилетии",
}
OTHERS: tuple[tuple[Sense, str], ...] = (
    (Sense("half year", 6), "полгода"),
    (Sense("half year", 18, "count"), "полтора полутора"),
    (Sense("half year", 30, "minute"), "полчаса"),
    (Sense("half year", 50, "year"), "полвека"),
    (Sense("workdays"), "будням"),
    (Sense("parts", code="TMO"), "утрам"),
    (Sense("parts", code="TEV"), "вечерам"),
    (Sense("parts", code="TNI"), "ночам"),
    (Sense("half of"), "пол"),  # «пол года назад», «в пол шестого»
    (Sense("lead"), "через спустя"),
    (Sense("thousand"), "тысяча тысячи"),
    (Sense("hundred", 900), "девятьсот"),
    (Sense("hundred", 800), "восемьсот"),
    (Sense("hundred", 700), "семьсот"),
    (Sense("weekend"), "выходные выходных выходным"),
    (Sense("date"), "число числа числу числах"),
    (Sense("share", 4), "четверть четверти четвертью"),
    (Sense("share", 3), "треть трети третью"),
    (Sense("ten days"), "декада декады декаде декаду декадой"),
    (Sense("noon", 12), "полдень полудню"),
    (Sense("noon", 0), "полночь полуночи"),
    (Sense("year", code="one"), "год года году годом"),
    (Sense("year", code="many"), "годы годов годам годах годами"),
    (Sense("year", code="one abbr"), "г"),
    (Sense("year", code="many abbr"), "гг"),
    (Sense("century", code="one"), "век века веку веком веке столетие столетия столетию столетием столетии"),
    (Sense("century", code="many"), "веков векам веках веками столетиях столетий столетиям"),
    (Sense("quarter"), "квартал квартала кварталу кварталом квартале кварталы кварталов кварталах"),
    (Sense("quarter", code="abbr"), "кв"),
    (Sense("half"), "полугодие полугодия полугодию полугодием полугодии полугодиях"),
    (Sense("portion"), "половина половины половине половину половиной"),
    (Sense("game"), "сезон сезона сезону сезоном сезоне"),
    (Sense("hour"), "часов часа час часу часам часом часами"),
    (Sense("hour", code="abbr"), "ч"),
    (Sense("minute"), "минут минуты минута минуту минутой минутами"),
    (Sense("minute", code="abbr"), "мин"),
)


def _month_words() -> dict[str, Sense]:
    words: dict[str, Sense] = {}
    for number, (nominative, genitive, others, abbreviations) in enumerate(MONTHS, 1):
        words |= dict.fromkeys([nominative, *others.split()], Sense("month", number))
        words[genitive] = Sense("month", number, "gen")
        words |= dict.fromkeys(abbreviations.split(), Sense("month", number, "gen abbr"))
    return words


def _weekday_words() -> dict[str, Sense]:
    words: dict[str, Sense] = {}
    for number, (forms, abbreviations) in enumerate(WEEKDAYS, 1):
        words |= dict.fromkeys(forms.split(), Sense("weekday", number))
        words |= dict.fromkeys(abbreviations.split(), Sense("weekday", number, "abbr"))
    for number, word in enumerate(EVERY_WEEKDAY, 1):
        words[word] = Sense("weekdays", number)
    return words


def _number_words() -> dict[str, Sense]:
    stems = [*enumerate(ORDINAL_STEMS, 1), (30, "тридцат")]
    words = {stem + ending: Sense("ordinal", value) for value, stem in stems for ending in OTHER_ENDINGS}
    words |= {stem + ending: Sense("ordinal", value, "day") for value, stem in stems for ending in DAY_ENDINGS}
    words |= {"первых": Sense("ordinal", 1), "первые": Sense("ordinal", 1)}  # «в первых числах мая»
    words |= {word: Sense("tens", value) for word, value in TENS.items()}
    for stem, value in DECADE_STEMS.items():
        words |= {stem + ending: Sense("decade", value) for ending in DECADE_ENDINGS}
        words |= {stem + ending: Sense("ordinal", value) for ending in YEAR_ENDINGS if value >= 40}
    for value, roman in enumerate(ROMANS, 1):
        words[roman] = Sense("roman", value)
        words[roman.replace("x", "х")] = Sense("roman", value)  # «ХХ век» typed in Cyrillic
    return words


def _relative_words() -> dict[str, Sense]:
    words = {
        stem + ending: Sense("adjective", count, code)
        for stem, endings, count, code in ADJECTIVES
        for ending in endings
    }
    words |= {word: Sense("adverb", count) for word, count in ADVERBS.items()}
    words |= {stem + ending: Sense("adverbial", count) for stem, count in ADVERBIALS.items() for ending in SOFTEST}
    words |= {word: Sense("unit", code=unit) for unit, forms in UNITS.items() for word in forms.split()}
    halves = {number: stem + ("ьего" if number == 3 else "ого") for number, stem in enumerate(ORDINAL_STEMS[:12], 1)}
    words |= {f"пол{hour}": Sense("half hour", number) for number, hour in halves.items()}  # «в полпервого»
    words |= {f"q{number}": Sense("period", number, "q") for number in range(1, 5)}  # «Q3 2022»
    words |= {f"h{number}": Sense("period", number, "h") for number in (1, 2)}
    for number, (forms, _) in enumerate(NAMES):
        words |= dict.fromkeys(forms.split(), Sense("holiday", number))
    for number, (stem, _, _) in enumerate(ADJECTIVE_FEASTS):
        words |= {stem + ending: Sense("feast", number) for ending in ("", *HARD)}
    return words


@cache
def senses() -> dict[str, Sense]:
    """Return every word of a date with its meaning.

    >>> senses()["сентября"]
    Sense(kind='month', value=9, code='gen')
    """
    words = _relative_words() | _month_words() | _weekday_words() | _number_words()
    words |= {word: Sense("count", value) for value, forms in COUNTS for word in forms.split()}  # «пятью» is no ordinal
    coded: tuple[tuple[Kind, dict[str, str]], ...] = (("season", SEASONS), ("edge", EDGES), ("part", PARTS))
    for kind, table in coded:
        for code, forms in table.items():
            words |= dict.fromkeys(forms.split(), Sense(kind, code=code))
    for sense, forms in OTHERS:
        words |= dict.fromkeys(forms.split(), sense)
    return words
