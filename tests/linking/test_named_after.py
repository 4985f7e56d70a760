"""Adjectives that organizations begin with, and the places that they are made of."""

import pytest

from ner_news.linking import Mention, link
from ner_news.linking.named_after import find_adjective_stem, make_adjective_stems

PAIRS = (
    ("Вологда", "вологодский"),
    ("Рига", "рижский"),
    ("Прага", "пражский"),
    ("Саратов", "саратовский"),
    ("Томск", "томский"),
    ("Казань", "казанский"),
    ("Тюмень", "тюменский"),
    ("Онега", "онежский"),
    ("Пенза", "пензенский"),
    ("Милан", "миланский"),
    ("Челябинск", "челябинский"),
)


@pytest.mark.parametrize(("place", "adjective"), PAIRS)
def test_an_adjective_is_of_its_place(place: str, adjective: str) -> None:
    assert find_adjective_stem(adjective) in make_adjective_stems(place.lower())


def test_place_and_adjective_are_one_and_the_place_names_them() -> None:
    mentions = [Mention("LOC", lemma) for lemma in ("Саратовский", "Саратов", "Томский", "Энгельс")]
    clusters = {cluster.id: (cluster.lemma, cluster.mentions) for cluster in link(mentions)}
    assert clusters == {
        "LOC:саратов": ("Саратов", (0, 1)),
        "LOC:томский": ("Томский", (2,)),
        "LOC:энгельс": ("Энгельс", (3,)),
    }


def test_what_the_tables_know_needs_no_second_mention() -> None:
    [cluster] = link([Mention("LOC", "Московский")])
    assert cluster.id == "LOC:москва"
