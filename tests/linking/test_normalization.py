"""Names that have one normalized form, and names that are folded alike."""

import pytest

from ner_news.linking.mention_keys import Mention, make_key, make_person_key
from ner_news.linking.name_folding import are_compatible, fold, fold_name
from ner_news.linking.normalization import find_country, is_organization, normalize
from ner_news.linking.phonetic_keys import is_latin, to_consonants, to_cyrillic, to_phonetic
from ner_news.linking.thresholds import LONGEST_LINKED
from ner_news.names import NameParts
from ner_news.spans import Label


@pytest.mark.parametrize(
    ("label", "lemma", "expected"),
    [
        ("LOC", "Российская Федерация", "россия"),
        ("LOC", "Британская", "великобритания"),
        ("LOC", "город Воронеж", "воронеж"),
        ("LOC", "Республика Татарстан", "татарстан"),
        ("LOC", "ул. Ленина", "улица ленина"),
        ("LOC", "Тихий пер.", "тихий переулок"),
        ("LOC", "ул.", "ул"),
        ("LOC", "«»", ""),
        ("ORG", "ФГБУ «Авиалесоохрана»", "авиалесоохрана"),
        ("ORG", "ГУ МВД", "гу мвд"),
        ("ORG", "британский МИД", "мид великобритания"),
        ("ORG", "Европейский центробанк", "ецб"),
        ("ORG", "ПАО «Нафтогаз Украины»", "нафтогаз"),
        ("ORG", "Королевский банк Канады", "королевский банк канада"),
        ("ORG", "Booking.com B.V.", "booking com"),
        ("ORG", "компания", "компания"),
        ("PER", "Наталия Королёва", "наталья королева"),
    ],
)
def test_a_name_is_normalized(label: Label, lemma: str, expected: str) -> None:
    assert normalize(label, lemma) == expected


def test_adjectives_and_names_of_tables_are_known() -> None:
    assert [find_country(word) for word in ("китайская", "московская", "китай")] == ["китай", None, None]
    assert [is_organization(name) for name in ("оон", "мид", "комитет")] == [True, True, False]


@pytest.mark.parametrize(
    ("one", "other"),
    [("«ТАЛИБАН»", "талибан"), ("Т.Мэй", "т мэй"), ("Рис–Могг", "рис-могг"), ("ОМC", "омс"), ("Артём", "артем")],
)
def test_spellings_fold_alike(one: str, other: str) -> None:
    assert fold(one) == other


def test_a_word_of_latin_letters_keeps_them() -> None:
    assert fold("BMC") == "bmc"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (NameParts("Дональд", "Трамп"), NameParts(last="Трамп"), True),
        (NameParts("Дональд", "Трамп"), NameParts(last="Трамп", initials="Д."), True),
        (NameParts("Дональд", "Трамп"), NameParts(last="Трамп", initials="И."), False),
        (NameParts("Иван", "Котов", "Ильич"), NameParts("Иван", "Котов", "Львович"), False),
        (NameParts("Иван", "Котов"), NameParts("Иван", "Лисин"), False),
        (NameParts(), NameParts("Иван", "Лисин"), True),
    ],
)
def test_names_are_compatible_unless_a_part_differs(one: NameParts, other: NameParts, expected: bool) -> None:
    assert are_compatible(fold_name(one), fold_name(other)) is expected


def test_a_shorter_name_has_its_first_blocking_key_among_those_of_the_full_one() -> None:
    keys = set(fold_name(NameParts("Борис", "Котов", "Львович")).blocking_keys())
    shorter = [NameParts("Борис", "Котов"), NameParts("Борис", None, "Львович"), NameParts(last="Котов", initials="Б.")]
    assert all(next(fold_name(name).blocking_keys()) in keys for name in shorter)
    assert next(fold_name(NameParts("Глеб", "Котов")).blocking_keys()) not in keys


@pytest.mark.parametrize(("cyrillic", "latin"), [("шефер", "schäfer"), ("вольво", "volvo"), ("чехов", "chekhov")])
def test_scripts_have_the_same_consonants(cyrillic: str, latin: str) -> None:
    assert to_consonants(cyrillic) == to_consonants(latin)
    assert [is_latin(word) for word in (cyrillic, latin, "7")] == [False, True, False]


def test_latin_letters_are_transliterated_longest_first() -> None:
    assert [to_cyrillic(word) for word in ("shishkov", "scholz", "минск")] == ["шишков", "шолз", "минск"]
    assert to_phonetic("мэй") == to_phonetic("мей") != to_phonetic("май")


def test_keys_have_the_label_and_what_is_equal() -> None:
    assert make_key(Mention("DATE", "вчера", value="2021-09-16")) == "DATE:2021-09-16"
    long = "Слово " * LONGEST_LINKED
    assert make_key(Mention("ORG", long)) == f"ORG:{long.lower().strip()}"
    assert make_person_key(NameParts("Христианка Асия", "Биби")) == "PER:асия биби"
    assert make_person_key(NameParts("Иван", "Котов", "Ильич"), patronymic=True) == "PER:иван ильич котов"
    assert make_person_key(NameParts(last="Котов")) is make_person_key(None) is None
