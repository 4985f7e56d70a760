"""Custom spans among those of the package, and custom ids among those of linking."""

import pytest

from ner_news import Gazetteer, InputError, RuleSpan
from ner_news.custom import find_custom_spans, merge_custom_spans, with_custom_ids
from ner_news.linking import Cluster, Mention
from ner_news.segment import tokenize
from ner_news.spans import PlainSpan

TEXT = "Теплоход «Волга» стоял."


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ([(10, 15, "LOC")], [(0, 16, "ORG")], [(0, 16, "ORG")]),
        ([(9, 12, "LOC")], [(10, 22, "ORG")], [(10, 22, "ORG")]),
        ([(10, 15, "LOC")], [(10, 15, "ORG")], [(10, 15, "LOC")]),
        ([(0, 8, "LOC")], [(17, 22, "PER")], [(0, 8, "LOC"), (10, 15, "PER"), (17, 22, "PER")]),
        ([], [], [(10, 15, "PER")]),
    ],
    ids=["the longer", "the longer, though it begins later", "the earlier rule", "all that are apart", "the gazetteer"],
)
def test_of_custom_spans_that_overlap_one_stays(
    first: list[tuple[int, int, str]], second: list[tuple[int, int, str]], expected: list[tuple[int, int, str]]
) -> None:
    rules = [lambda _: first, lambda _: second]
    spans = find_custom_spans(TEXT, tokenize(TEXT), Gazetteer({"Волга": "PER"}), rules)
    assert [span[:3] for span in spans] == expected


CITY = RuleSpan(10, 15, "LOC", entity="Q1")


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (PlainSpan(8, 12, "PER"), [(10, 15, "LOC", 0)]),
        (PlainSpan(10, 15, "PER"), [(10, 15, "LOC", 0)]),
        (PlainSpan(8, 15, "DATE"), [(10, 15, "LOC", 0)]),
        (PlainSpan(0, 16, "PER"), [(0, 16, "PER", 0)]),
        (PlainSpan(0, 16, "ORG", inner=(PlainSpan(11, 15, "PER"),)), [(0, 16, "ORG", 1)]),
        (PlainSpan(0, 16, "ORG", inner=(PlainSpan(0, 8, "PER"),)), [(0, 16, "ORG", 2)]),
        (PlainSpan(10, 15, "LOC", inner=(PlainSpan(10, 12, "PER"),)), [(10, 15, "LOC", 1)]),
        (PlainSpan(17, 22, "PER"), [(10, 15, "LOC", 0), (17, 22, "PER", 0)]),
    ],
)
def test_a_custom_span_removes_what_overlaps_it_but_a_longer_name(
    found: PlainSpan, expected: list[tuple[int, int, str, int]]
) -> None:
    """With how many spans each has inside."""
    spans, custom = merge_custom_spans([CITY], [found], nests=True)
    assert [(*span[:3], len(span.inner)) for span in spans] == expected
    assert list(custom.values()) == [CITY]


def test_without_nesting_a_longer_name_has_nothing_inside() -> None:
    spans, _ = merge_custom_spans([CITY], [PlainSpan(0, 16, "ORG")], nests=False)
    assert spans == [PlainSpan(0, 16, "ORG")]


MENTIONS = [Mention("PER", lemma) for lemma in ("Пётр Котов", "Котов", "Ким")]
CLUSTERS = [
    Cluster("PER:петр котов", "PER", "Пётр Котов", ("Котов",), None, (0, 1)),
    Cluster("PER:ким", "PER", "Ким", (), None, (2,)),
]


@pytest.mark.parametrize(
    ("ids", "expected"),
    [
        ({}, [("PER:петр котов", "Пётр Котов", (0, 1)), ("PER:ким", "Ким", (2,))]),
        ({1: "Q1"}, [("Q1", "Котов", (0, 1)), ("PER:ким", "Ким", (2,))]),
        ({0: "Q1", 1: "Q2"}, [("Q1", "Пётр Котов", (0,)), ("Q2", "Котов", (1,)), ("PER:ким", "Ким", (2,))]),
        ({0: "Q1", 2: "Q1"}, [("Q1", "Пётр Котов", (0, 1, 2))]),
    ],
    ids=["none", "one for all mentions", "two for one cluster", "one for two clusters"],
)
def test_clusters_get_custom_ids(ids: dict[int, str], expected: list[tuple[str, str, tuple[int, ...]]]) -> None:
    clusters = with_custom_ids(CLUSTERS, MENTIONS, ids)
    assert [(cluster.id, cluster.lemma, cluster.mentions) for cluster in clusters] == expected
    assert sorted({form for cluster in clusters for form in (cluster.lemma, *cluster.aliases)}) == [
        "Ким",
        "Котов",
        "Пётр Котов",
    ]


def test_an_id_of_two_labels_is_refused() -> None:
    place = Cluster("LOC:ким", "LOC", "Ким", (), None, (1,))
    with pytest.raises(InputError, match="'Q1' is the id of PER and of LOC names"):
        with_custom_ids(
            [CLUSTERS[1]._replace(mentions=(0,)), place],
            [Mention("PER", "Ким"), Mention("LOC", "Ким")],
            {0: "Q1", 1: "Q1"},
        )
