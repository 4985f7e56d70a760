"""The place in an organization's adjective, and adjectives of no place; names of other organizations than NEREL's."""

import pytest

from ner_news.spans import PlainSpan
from ner_news.tagging.postprocessing.place_adjectives import find_place_adjective

OF_A_PLACE = (
    "Каменогорский химкомбинат",
    "Зареченского районного суда",
    "Миланской консерватории",
    "Бостонскому оркестру",
    "Ново-Уренгойская прокуратура",
    "Сызранским хлебозаводом",
    "Лесосибирское училище",
)
OF_NONE = (
    "Христианский союз",
    "Королевской оперы",
    "Технический университет",
    "Педагогическому институту",
    "Еврейская община",
    "Российско-вьетнамский совет",
    "Губернаторский оркестр",
    "Верховный суд",
    "Невская Волна",
    "московский суд",
)


@pytest.mark.parametrize("name", OF_A_PLACE)
def test_an_adjective_of_a_place_is_the_place(name: str) -> None:
    [place] = find_place_adjective("в " + name, PlainSpan(2, 2 + len(name), "ORG"))
    assert ("в " + name)[place.start : place.stop] == name.split()[0]
    assert place.label == "LOC"


@pytest.mark.parametrize("name", OF_NONE)
def test_an_adjective_of_no_place_is_none(name: str) -> None:
    assert find_place_adjective(name, PlainSpan(0, len(name), "ORG")) == []


def test_places_do_not_lead_to_themselves() -> None:
    assert find_place_adjective("Амурский залив", PlainSpan(0, 14, "LOC")) == []
