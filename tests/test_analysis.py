"""What is known of a text before models are made of it."""

from datetime import datetime

import pytest

from ner_news import RuleSpan
from ner_news.analysis import Analysis, analyze
from ner_news.dates import ResolvedDate
from ner_news.lemmas import Lemma
from ner_news.prepare import prepare
from ner_news.recognition import Recognized
from ner_news.segment import tokenize
from ner_news.spans import PlainSpan, walk

TEXT = "МИД Германии ждёт Рахмона 16 мая"
NAMES = [PlainSpan(0, 12, "ORG", inner=(PlainSpan(4, 12, "LOC"),)), PlainSpan(18, 25, "PER")]


def read(custom: list[RuleSpan], *, nests: bool = True, names: list[PlainSpan] = NAMES, text: str = TEXT) -> Analysis:
    clean = prepare(text)
    return analyze(Recognized(clean, tokenize(clean.text), names), datetime(2021, 5, 1), custom, nests=nests)


def written(analysis: Analysis) -> list[tuple[str, str]]:
    return [(span.label, analysis.clean.text[span.start : span.stop]) for span in walk(analysis.spans)]


def test_dates_stand_beside_names_and_every_span_has_a_fact_and_an_entity() -> None:
    analysis = read([])
    assert written(analysis) == [("ORG", "МИД Германии"), ("LOC", "Германии"), ("PER", "Рахмона"), ("DATE", "16 мая")]
    flat = list(walk(analysis.spans))
    assert set(flat) == set(analysis.facts) == set(analysis.entity_ids())
    assert analysis.named() == flat[:3]


@pytest.mark.parametrize(
    ("custom", "nests", "expected"),
    [
        (RuleSpan(0, 3, "ORG"), True, [("ORG", "МИД Германии"), ("ORG", "МИД"), ("LOC", "Германии")]),
        (RuleSpan(4, 12, "LOC"), False, [("ORG", "МИД Германии"), ("LOC", "Германии")]),
        (RuleSpan(4, 17, "ORG"), True, [("ORG", "Германии ждёт")]),
    ],
    ids=["inside", "inside, names alone", "across"],
)
def test_the_users_spans_replace_what_overlaps_but_not_what_is_longer(
    custom: RuleSpan, nests: bool, expected: list[tuple[str, str]]
) -> None:
    assert written(read([custom], nests=nests)) == [*expected, ("PER", "Рахмона"), ("DATE", "16 мая")]


def test_the_user_has_the_last_word_on_lemmas_values_and_ids() -> None:
    minister = RuleSpan(18, 25, "PER", "Эмомали Рахмон", entity="Q57455")
    day = RuleSpan(26, 32, "DATE", value="2020-05-16")
    analysis = read([minister, day])
    ids = analysis.entity_ids()
    facts = {span[:2]: (fact, ids[span]) for span, fact in analysis.facts.items() if span in ids}
    name, name_id = facts[18, 25]
    date, _ = facts[26, 32]
    assert isinstance(name, Lemma)
    assert isinstance(date, ResolvedDate)
    assert (name.text, name_id, date.value) == ("Эмомали Рахмон", "Q57455", "2020-05-16")


def test_a_date_inside_a_name_is_part_of_it() -> None:
    analysis = read([], text="На улице 8 Марта", names=[PlainSpan(3, 16, "LOC")])
    assert written(analysis) == [("LOC", "улице 8 Марта")]
