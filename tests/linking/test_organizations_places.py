"""Organizations and places: one thing by its other names."""

import pytest

from ner_news import caches
from ner_news.linking import Mention, link
from ner_news.spans import Label
from tests.drawing import undraw
from tests.steps import steps

GROUPS: dict[str, tuple[Label, list[str], str]] = {
    "a country by its other names": (
        "LOC",
        ["РФ", "Россия", "Российская Федерация", "Белоруссия", "Беларусь"],
        "AAABB",
    ),
    "a state of several words": ("LOC", ["США", "Соединённые Штаты", "Штаты", "Соединённые Штаты Америки"], "AAAA"),
    "two Koreas": ("LOC", ["Корея", "Южная Корея", "Северная Корея", "КНДР"], "ABCC"),
    "a region with its kind": ("LOC", ["Башкортостан", "Республика Башкортостан", "Дагестан"], "AAB"),
    "a country's adjective that stands alone": ("LOC", ["Китайская", "Китай"], "AA"),
    "and so does a city's": ("LOC", ["Московский", "Москва"], "AA"),
    "America for the States": ("LOC", ["Америка", "США"], "AA"),
    "but not beside Africa": ("LOC", ["Америка", "США", "Африка"], "ABC"),
    "England for Britain": ("LOC", ["Англия", "Великобритания"], "AA"),
    "but not beside Scotland": ("LOC", ["Англия", "Великобритания", "Шотландия"], "ABC"),
    "a ministry of one country however written": (
        "ORG",
        ["МИД РФ", "российский МИД", "Министерство иностранных дел России", "МИД Германии"],
        "AAAB",
    ),
    "a ministry alone is that of the only country": ("ORG", ["МИД Чехии", "МИД"], "AA"),
    "but with two countries it is neither's": ("ORG", ["МИД Чехии", "МИД Польши", "МИД"], "ABC"),
    "unless one is told of most": ("ORG", ["МИД Чехии", "МИД Чехии", "МИД Польши", "МИД"], "AABA"),
    "first letters": ("ORG", ["Комитет охраны озёр", "КОО", "Комитет охраны рек"], "AAB"),
    "first letters without small words": ("ORG", ["Союз театров и цирков Урала", "СТЦУ"], "AA"),
    "first letters of the name without its country": ("ORG", ["Лесной надзор Финляндии", "ЛН"], "AA"),
    "letters that two names have": ("ORG", ["Совет отцов", "Союз охотников", "СО"], "ABC"),
    "letters that are no abbreviation": ("ORG", ["Комитет охраны озёр", "коо"], "AB"),
    "a known abbreviation is not made of others' letters": ("ORG", ["Европейский совет", "ЕС", "Евросоюз"], "ABB"),
    "first syllables": ("ORG", ["Государственный лесной фонд", "Гослесфонд"], "AA"),
    "no syllables": ("ORG", ["Государственный лесной фонд", "Горлесфонд"], "AB"),
    "the head alone": ("ORG", ["Комитет защиты озёр", "Комитет"], "AA"),
    "the head of one of two": ("ORG", ["Комитет защиты озёр", "Комитет матерей", "Комитет"], "ABC"),
    "a company is not its daughter": ("ORG", ["Водстрой", "Водстрой Нефть"], "AB"),
    "an adjective before its kind": ("ORG", ["Большой театр", "Большой"], "AA"),
    "a kind without its adjective": ("ORG", ["Верховный суд Индии", "Верховный суд", "Суд"], "AAA"),
    "kind and legal form do not count": ("ORG", ["Вектор", "ООО «Вектор»", "компания «Вектор»", "Vektor B.V."], "AAAA"),
    "another script": ("ORG", ["Volvo", "Вольво", "Saab"], "AAB"),
    "letters that look alike": ("ORG", ["ОМC", "ОМС"], "AA"),
    "a party that is called like a country": ("ORG", ["Единая Россия", "Единая", "Справедливая Россия"], "ABC"),
    "a hyphen": ("LOC", ["Сазерленд-Спрингс", "Сазерленд Спрингс", "Нью-Йорк"], "AAB"),
    "nothing but a kind": ("ORG", ["ООО", "компания"], "AB"),
}


@pytest.mark.parametrize(("label", "lemmas", "expected"), GROUPS.values(), ids=GROUPS)
def test_things(label: Label, lemmas: list[str], expected: str) -> None:
    assert drawn([Mention(label, lemma) for lemma in lemmas]) == expected


INTRODUCED = {
    "an abbreviation in brackets": ("[Фонд Рек Сибири|ORG] ([ФРС|ORG]) закрыт.", "AA"),
    "one whose letters are others": ("[Бюро охраны рек|ORG] ([МИД|ORG]) закрыто.", "AB"),
    "from now on": ("[Завод «Искра»|ORG] (далее — [Общество|ORG]) продан.", "AA"),
    "a person in another script": ("[Томас Шефер|PER] ([Thomas Schäfer|PER]) ушёл.", "AA"),
    "another person in brackets": ("[Томас Шефер|PER] ([Анна Кох|PER]) ушёл.", "AB"),
    "an organization in another script": ("[Союз пилотов|ORG] ([VC|ORG]) против.", "AA"),
    "a place after an organization": ("[Союз пилотов|ORG] ([Берлин|LOC]) против.", "AB"),
    "a list": ("[Союз пилотов|ORG], [VC|ORG] и другие.", "AB"),
}


@pytest.mark.parametrize(("drawing", "expected"), INTRODUCED.values(), ids=INTRODUCED)
def test_introductions(drawing: str, expected: str) -> None:
    text, spans = undraw(drawing)
    mentions = [Mention(span.label, text[span.start : span.stop], start=span.start, stop=span.stop) for span in spans]
    assert drawn(mentions, text) == expected


def test_labels_stay_apart() -> None:
    assert drawn([Mention("LOC", "США"), Mention("ORG", "США")]) == "AB"


def test_ids_tell_the_name_that_is_known() -> None:
    mentions = [Mention("LOC", "Российская Федерация"), Mention("ORG", "МИД РФ"), Mention("ORG", "МИД")]
    assert [cluster.id for cluster in link(mentions)] == ["LOC:россия", "ORG:мид россия"]


def test_ids_of_one_document_differ() -> None:
    mentions = [Mention("ORG", lemma) for group in GROUPS.values() if group[0] == "ORG" for lemma in group[1]]
    ids = [cluster.id for cluster in link(mentions)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    "lemma",
    ["Комитет {}", "Комитет защиты {}", "К{}", "{} России", "Госу{}", "Союз {0} и {0}", "Вольво {}", "Volvo {}"],
)
def test_cost_is_linear(lemma: str) -> None:
    """Four times as many names take less than six times as many steps."""
    assert linked(lemma, 2000) < 6 * linked(lemma, 500)


def linked(lemma: str, count: int) -> int:
    """Steps that linking so many names takes, for which what was kept of earlier ones is forgotten first."""
    mentions = [Mention("ORG", lemma.format(f"Икс{number}")) for number in range(count)]
    caches.clear_all()
    return steps(lambda: link(mentions))


def drawn(mentions: list[Mention], text: str = "") -> str:
    """A letter for each mention, equal for one entity."""
    letters = {
        place: chr(65 + number) for number, cluster in enumerate(link(mentions, text)) for place in cluster.mentions
    }
    return "".join(letters[place] for place in range(len(mentions)))
