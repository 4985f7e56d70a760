"""The feasts of the Russian calendar of work and memory: names and days, fixed, of a weekday, or counted from Easter.

Fixed days are those of the law («О днях воинской славы и памятных датах России», 32-ФЗ; article 112 of the labour code)
and of the church's calendar. Feasts of the lunar Hijri calendar are left out: no maintained calendar that the
package depends on knows them.
"""

from datetime import date, timedelta
from functools import cache
from typing import NamedTuple


class Feast(NamedTuple):
    """A feast and its day: month and day, or month, weekday and which of them, or days from Easter."""

    name: str
    month: int | None = None
    day: int | None = None
    nth: tuple[int, int] | None = None
    """Weekday and which of the month: (7, -1) is the last Sunday."""
    easter: int | None = None


# Behind «день»: the words in the genitive, as a pattern of the folded text.
DAYS: tuple[tuple[str, Feast], ...] = (
    (r"победы(?!\s+(?:над|в)\b)", Feast("День Победы", 5, 9)),
    ("знаний", Feast("День знаний", 9, 1)),
    ("россии", Feast("День России", 6, 12)),
    ("народного единства", Feast("День народного единства", 11, 4)),
    (r"защитник(?:а|ов) отечества", Feast("День защитника Отечества", 2, 23)),
    ("космонавтики", Feast("День космонавтики", 4, 12)),
    (r"конституции(?: рф| россии| российской федерации)?", Feast("День Конституции", 12, 12)),
    (r"(?:государственного )?флага(?: рф| россии)?", Feast("День государственного флага", 8, 22)),
    ("памяти и скорби", Feast("День памяти и скорби", 6, 22)),
    ("героев отечества", Feast("День Героев Отечества", 12, 9)),
    ("неизвестного солдата", Feast("День неизвестного солдата", 12, 3)),
    (r"защиты детей", Feast("День защиты детей", 6, 1)),
    (r"святого валентина|всех влюбленных|влюбленных", Feast("День святого Валентина", 2, 14)),
    ("семьи, любви и верности", Feast("День семьи, любви и верности", 7, 8)),
    ("учителя", Feast("День учителя", 10, 5)),
    ("смеха", Feast("День смеха", 4, 1)),
    ("вдв", Feast("День ВДВ", 8, 2)),
    ("пограничника", Feast("День пограничника", 5, 28)),
    ("студент(?:а|ов)", Feast("День студента", 1, 25)),
    ("российской печати", Feast("День российской печати", 1, 13)),
    ("российской науки", Feast("День российской науки", 2, 8)),
    ("радио", Feast("День радио", 5, 7)),
    ("энергетика", Feast("День энергетика", 12, 22)),
    ("спасателя", Feast("День спасателя", 12, 27)),
    ("крещения руси", Feast("День крещения Руси", 7, 28)),
    ("матери", Feast("День матери", 11, nth=(7, -1))),
    ("вмф|военно-морского флота", Feast("День ВМФ", 7, nth=(7, -1))),
    ("шахтера", Feast("День шахтёра", 8, nth=(7, -1))),
    ("строителя", Feast("День строителя", 8, nth=(7, 2))),
    ("железнодорожника", Feast("День железнодорожника", 8, nth=(7, 1))),
    ("физкультурника", Feast("День физкультурника", 8, nth=(6, 2))),
    ("рыбака", Feast("День рыбака", 7, nth=(7, 2))),
    ("металлурга", Feast("День металлурга", 7, nth=(7, 3))),
    (r"медика|медицинского работника", Feast("День медика", 6, nth=(7, 3))),
    ("нефтяника", Feast("День нефтяника", 9, nth=(7, 1))),
    ("танкиста", Feast("День танкиста", 9, nth=(7, 2))),
)
# By their own name in all cases; the instrumental, in which they are wished, counts behind «перед» alone.
NAMES: tuple[tuple[str, Feast], ...] = (
    ("рождество рождества рождеству рождеством", Feast("Рождество", 1, 7)),
    ("пасха пасхи пасху пасхе пасхой", Feast("Пасха", easter=0)),
    ("троица троицы троицу троице троицей", Feast("Троица", easter=49)),
    ("радоница радоницы радоницу радонице радоницей", Feast("Радоница", easter=9)),
    ("крещение крещения крещению крещением", Feast("Крещение", 1, 19)),
    ("благовещение благовещения благовещению благовещением", Feast("Благовещение", 4, 7)),
    ("сочельник сочельника сочельнику сочельником", Feast("Сочельник", 1, 6)),
    ("покров покрова покрову покровом", Feast("Покров", 10, 14)),
    ("хеллоуин хеллоуина хеллоуину хэллоуин хэллоуина хеллоуином", Feast("Хеллоуин", 10, 31)),
    ("первомай первомая первомаю первомаем", Feast("Первомай", 5, 1)),
)
# Behind an adjective; the noun's pattern, then the feast. The adjective stands for itself in `ADJECTIVES`.
ADJECTIVES: tuple[tuple[str, str, Feast], ...] = (
    ("татьянин", r"а?\s+д(?:ень|ня|ню)|у\s+дню", Feast("Татьянин день", 1, 25)),
    (
        "международн",
        r"(?:ый|ого|ому)\s+женск(?:ий|ого|ому)\s+д(?:ень|ня|ню)",
        Feast("Международный женский день", 3, 8),
    ),
    ("вербн", r"(?:ое|ого|ому)\s+воскресень[еяю]", Feast("Вербное воскресенье", easter=-7)),
    ("прощен", r"(?:ое|ого|ому)\s+воскресень[еяю]", Feast("Прощёное воскресенье", easter=-49)),
    ("страстн", r"(?:ая|ой|ую)\s+пятниц[аыуе]", Feast("Страстная пятница", easter=-2)),
    ("чист", r"(?:ый|ого|ому)\s+четверг[ау]?", Feast("Чистый четверг", easter=-3)),
    ("яблочн", r"(?:ый|ого|ому)\s+спас[ау]?", Feast("Яблочный Спас", 8, 19)),
    ("медов", r"(?:ый|ого|ому)\s+спас[ау]?", Feast("Медовый Спас", 8, 14)),
)
NEW_YEAR, OLD_NEW_YEAR = Feast("Новый год", 1, 1), Feast("Старый Новый год", 1, 14)
CATHOLIC = Feast("католическое Рождество", 12, 25)


@cache
def feast_of() -> tuple[Feast, ...]:
    """Return all feasts, so that a word of the vocabulary can name one by its number."""
    return tuple(feast for _, feast in NAMES)


def find_easter(year: int) -> date:
    """Return the day of Orthodox Easter by the new calendar.

    The computus of Meeus («Astronomical Algorithms», chapter 8) gives the Julian day; the calendars are apart by a day
    in each century that 400 does not divide.

    >>> find_easter(2024), find_easter(2025)
    (datetime.date(2024, 5, 5), datetime.date(2025, 4, 20))
    """
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    apart = year // 100 - year // 400 - 2
    return date(year, month, day + 1) + timedelta(apart)
