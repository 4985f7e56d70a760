"""What holds for every text, also for one that was made to hurt."""

import sys
from datetime import datetime, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ner_news.dates import parse_value, read_dates
from ner_news.dates.lexer import fold, lex
from ner_news.dates.vocabulary import senses
from tests.steps import steps

# Pieces that dates are made of, so that random texts come close to dates.
PIECES = [
    *sorted(senses()), *map(str, (*range(32), 60, 90, 476, 988, 1000, 1999, 2014, 2021, 2022, 9999, 10000)), "0000",
    "00", "02", "16-го", "90-х", "1990-е", "1990-м", "2021-й", "с", "по", "до", "в", "на", "и", "между", "около",
    "прошлого века", "до н. э.", "н. э.", "по настоящее время", "жизни", "рублей", "учебный", "16:02", "2021-09-16",
    "16.09.2021", "16.09", "16.09.", "2019/20", ".", ",", "-", "–", "—", ":", "/", "(", ")", "«", "№", "\n", "\n\n",
    "\xa0", "\u0301", "\ud800", "\0", "İ", "Ё", "назад", "тому назад", "ранее", "спустя", "позже", "же", "с. г.",
    "почти", "ежегодно", "Нового", "Новый год", "улица", "прошёл", "пройдёт", "в тот же день", "на прошлой неделе",
    "02.2023", "01/2023", "01–09.2023", "Q3 2022", "4К22", "1П2023", "9М 2022", "20. 06. 2019", "13 май. 2005",
    "20121028",
    "10-августа-2012", "2018.1.5", "16.09.45", "г. р.", "с 85 по 87 год", "41-го", "96-го года", "в 85–91 гг.",
    "в час ночи",
    "в полпервого", "без четверти пять", "без двадцати шесть утра", "в половине шестого", "в двенадцатом часу ночи",
    "с 10 до 15 часов", "с 23:00 до 6:00", "с 5:30 до 1:00", "мск", "по московскому времени", "UTC+3", "День Победы",
    "Пасха", "перед Пасхой", "Рождество", "Старый Новый год", "Вербное воскресенье", "Татьянин день", "в День матери",
    "каждый", "каждую вторую", "месяца", "каждого месяца", "третий четверг", "последнюю пятницу", "по средам",
    "по будням",
    "по вечерам", "отмечают", "пол", "пол года", "полтора", "15-го", "утром 24-го", "перенесли", "на", "назначили",
    "срок —",
    "датой назвали", "запланированный", "решено было", "провести", "родился", "погиб", "(", "»", "роман «", "тел. ",
    "три дня назад", "через сто лет", "999 лет назад", "через 999 веков", "29 февраля", "31 числа", "МОСКВА",
]  # fmt: skip
NEAR_DATES = st.lists(st.sampled_from(PIECES), max_size=14).flatmap(
    lambda pieces: st.sampled_from(["", " ", "."]).map(lambda gap: gap.join(pieces))
)
HURTING = [
    "1", "1 ", "1.", "1.1.", "1-", "1/", "1:", "1, ", "1 и ", "5 мая ", "5 мая и ", "мая ", "мая и ", "2014, ",
    "(2014, ", "2014-", "XX ", "XX-", "начало ", "начало первая половина ", "ночь с ", "ночь на ", "среда, ",
    "двадцать ", "с 1 по ", "между 1 и ", "90-е ", "1990-х годов ", "сезон 2020/", "2019/20 ", "16:02 ", "утром ",
    "1 час 1 минута ", "в ", "в в ", "год ", "год, ", "1 год, ", "1 год и ", "прошлый ", "прошлой недели ", "через ",
    "через год ", "через 1 ", "вчера ", "вчера, ", "среда ", "в среду ", "сегодня, в среду, ", "тот же день ",
    "первые дни ", "последний ", "последние два года ", "первые 5 месяцев ", "накануне ", "с. г. ", "утром ",
    "5 числа ", "02.2023 ", "01-09.2023 ", "4К22 ", "9М 2022 ", "без четверти ", "без двадцати шесть ",
    "двенадцатом часу ",
    "с 23:00 до 6:00 ", "мск ", "День Победы ", "перед Пасхой ", "каждый ", "третий четверг ", "третий четверг месяца ",
    "по средам ", "по средам, ", "15-го ", "прошёл 15-го ", "с 85 по 87 год ", "срок - ", "назначенный на ",
    "роман «", "16.09.45 ",
    "5 числа ", "улица ", "прошёл ", "прошёл 5 мая ", "5 мая прошёл", "январь", "полдень ", "Новый год ", "01.10. ",
    "01.10 по ", "5 мая 2021 года ", " ", "\n", "а", "г. ", "\u0301", "İ", "10:00-12:00 ", "2021-09-16T16:02 ",
]  # fmt: skip


PUBLISHED = st.one_of(
    st.none(),
    st.sampled_from(
        [datetime.min, datetime.max, datetime(2020, 2, 29), datetime(2021, 9, 16, 16, 2, tzinfo=timezone.utc)]
    ),
    st.datetimes(),
)


def check(text: str, published: datetime | None = None) -> None:
    """Dates are sorted, apart, inside the text; each value parses back, its interval runs forward."""
    last = 0
    for date, resolved in read_dates(text, published):
        assert last <= date.start < date.stop <= len(text)
        last = date.stop
        assert (resolved.start, resolved.end) == parse_value(resolved.value)
        if resolved.start is not None and resolved.end is not None:
            assert resolved.start < resolved.end
        assert resolved.start is not None or resolved.anchor != "absolute" or resolved.value.startswith("XXXX-")
        assert resolved.lemma == resolved.lemma.strip() != ""


@pytest.mark.parametrize("text", ["16.09.2021, 16:02-5 мая", "с 16 сентября 2021 по 5 мая", "с 5 мая по 16.09.2021"])
def test_a_range_with_an_end_that_nothing_anchors(text: str) -> None:
    check(text)


@settings(derandomize=True, deadline=None, max_examples=3000, database=None)
@given(NEAR_DATES, PUBLISHED)
def test_near_dates_never_break_the_rules(text: str, published: datetime | None) -> None:
    check(text, published)


@settings(derandomize=True, deadline=None, max_examples=300, database=None)
@given(st.text(st.characters(codec=None)))
def test_no_text_raises(text: str) -> None:
    check(text)


@pytest.mark.parametrize("piece", HURTING)
def test_texts_made_to_hurt_are_read(piece: str) -> None:
    check(piece * 2000)
    check(piece * 2000, datetime(2021, 9, 16))


@pytest.mark.parametrize("piece", HURTING)
def test_work_grows_with_length_and_no_faster(piece: str) -> None:
    """Counted, not timed: over a text and over one twice as long."""

    def read(times: int) -> int:
        return steps(lambda: list(read_dates(piece * times, datetime(2021, 9, 16))))

    read(200)
    assert read(400) <= 2.2 * read(200) + 200


def test_folding_keeps_every_offset() -> None:
    characters = "".join(map(chr, range(sys.maxunicode + 1)))
    assert len(fold(characters)) == len(characters)
    assert all(len(fold(character)) == 1 for character in characters)


def test_a_number_of_a_million_digits_is_one_lexeme() -> None:
    [number, *ends] = lex("1" * 1_000_000).lexemes
    assert (number.value, number.digits) == (-1, 1_000_000)
    assert {lexeme.kind for lexeme in ends} == {"end"}
