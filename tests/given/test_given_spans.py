"""Given spans, whoever wrote them, and what is wrong with some."""

from types import SimpleNamespace
from typing import Any

import pytest

from ner_news import Person
from ner_news.errors import InputError
from ner_news.given import LABEL_NAMES, GivenSpan, read_given
from ner_news.given.label_names import label_of
from ner_news.spans import LABELS


class Number:
    """As numpy's: no `int`, but a whole number all the same."""

    def __init__(self, value: int) -> None:
        self.value = value

    def __index__(self) -> int:
        return self.value


SPACY = SimpleNamespace(start=0, end=2, start_char=3, end_char=9, label=380, label_="PERSON")
OURS = Person(start=3, stop=9, text="Иванов", lemma="Иванов", score=0.5)

WRITTEN: list[tuple[Any, GivenSpan]] = [
    ((3, 9), GivenSpan(3, 9)),
    ((3, 9, None), GivenSpan(3, 9)),
    ([3, 9, "PER"], GivenSpan(3, 9, "PER")),
    ((Number(3), Number(9), "Person"), GivenSpan(3, 9, "PER")),
    ({"start": 3, "end": 9, "text": "Иванов", "label": "person", "score": 0.75}, GivenSpan(3, 9, "PER", 0.75)),
    ({"entity_group": "PER", "score": 0.75, "word": "иванов", "start": 3, "end": 9}, GivenSpan(3, 9, "PER", 0.75)),
    ({"start": 3, "stop": 9, "type": "NAME", "lemmas": ["Иванов"]}, GivenSpan(3, 9)),
    (SPACY, GivenSpan(3, 9, "PER")),
    (OURS, GivenSpan(3, 9, "PER", 0.5)),
    (OURS.model_dump(), GivenSpan(3, 9, "PER", 0.5)),
    (GivenSpan(3, 9, "LOC"), GivenSpan(3, 9, "LOC")),
]


@pytest.mark.parametrize(("written", "read"), WRITTEN, ids=lambda case: type(case).__name__)
def test_a_span_is_read_whoever_wrote_it(written: object, read: GivenSpan) -> None:
    assert read_given([written], 20) == (read,)


@pytest.mark.parametrize(
    ("name", "label"),
    [("PER", "PER"), ("Persons", None), ("ORGANIZATION", "ORG"), ("GPE", "LOC"), ("FAC", "LOC"), ("LocOrg", "LOC"),
     ("state or province", "LOC"), ("Организация", "ORG"), ("TIME", "DATE"), ("NORP", None), ("MISC", None),
     ("NAME", None), ("", None), (None, None)],
)  # fmt: skip
def test_labels_have_many_names(name: str | None, label: str | None) -> None:
    assert label_of(name) == label


def test_each_label_has_its_own_name() -> None:
    assert set(LABEL_NAMES.values()) == set(LABELS)
    assert all(label_of(label) == label for label in LABELS)


def test_shorter_ones_lie_in_longer_ones_of_all_depths_flat() -> None:
    spans = [(4, 12, "LOC"), (30, 40), (0, 20, "ORG"), (2, 14, "ORG"), (15, 20, "LOC")]
    outer, other = read_given(spans, 40)
    assert outer[:3] == (0, 20, "ORG")
    assert [part[:3] for part in outer.inner] == [(2, 14, "ORG"), (4, 12, "LOC"), (15, 20, "LOC")]
    assert not any(part.inner for part in outer.inner)
    assert other == GivenSpan(30, 40)


@pytest.mark.parametrize("key", ["inner", "nested"])
def test_those_inside_may_stand_inside_or_beside(key: str) -> None:
    part: dict[str, Any] = {"start": 4, "stop": 12, "label": "ORG", key: [{"start": 6, "stop": 12, "label": "LOC"}]}
    whole = {"start": 0, "stop": 20, "label": "ORG", key: [part]}
    beside = [(0, 20, "ORG"), (4, 12, "ORG"), (6, 12, "LOC")]
    assert read_given([whole], 20) == read_given(beside, 20) == read_given(beside[:1], 20, beside)


def test_one_that_is_given_twice_counts_once_and_its_label_too() -> None:
    assert read_given([(0, 6), (0, 6, "LOC"), (0, 6, "LOC")], 6) == (GivenSpan(0, 6, "LOC"),)


def test_spans_that_touch_are_apart() -> None:
    assert len(read_given([(0, 3), (3, 6)], 6)) == 2


WRONG: list[tuple[list[Any], str]] = [
    ([(0, 3), (-1, 3)], r"span 1, \(-1, 3\): it does not lie in the text of 20 characters"),
    ([(15, 21)], "span 0.*does not lie in the text of 20"),
    ([(5, 5)], "span 0.*start before it stops"),
    ([(6, 5)], "span 0.*start before it stops"),
    ([(0.0, 5)], "span 0.*start=0.0 must be a whole number"),
    ([("0", 5)], "span 0.*start='0' must be a whole number"),
    ([(True, 5)], "span 0.*start=True must be a whole number"),
    ([(0, 5, 7)], "span 0.*label=7 must be text or None"),
    ([(0,)], "span 0.*a tuple must be"),
    ([(0, 5, "PER", "x")], "span 0.*a tuple must be"),
    ([{"stop": 5}], "span 0.*there is no 'start'"),
    ([{"start": 5}], "span 0.*there is no 'stop'"),
    ([None], "span 0, None: there is no 'start'"),
    (["Москва"], "span 0, 'Москва': there is no 'start'"),
    ([{"start": 0, "stop": 5, "score": 1.5}], "span 0.*score=1.5"),
    ([{"start": 0, "stop": 5, "score": float("nan")}], "span 0.*score=nan"),
    ([{"start": 0, "stop": 5, "inner": [(0, 99)]}], r"inside span 0, \(0, 99\): it does not lie"),
    ([(0, 10), (5, 15)], r"span 1, \(5, 15\): it crosses span 0, \(0, 10\)"),
    ([(0, 20), (0, 10), (5, 15)], r"span 2, \(5, 15\): it crosses span 1, \(0, 10\)"),
    ([(0, 10, "PER"), (0, 5, "LOC")], r"span 1.*lies in span 0.*but only ORG and LOC"),
    ([(0, 10, "DATE"), (0, 5)], r"span 1.*lies in span 0"),
    ([(0, 5, "PER"), (0, 5, "LOC")], "span 1.*span 0.*same place and another label"),
]  # fmt: skip


@pytest.mark.parametrize(("spans", "message"), WRONG, ids=str)
def test_what_is_no_span_is_named(spans: list[Any], message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_given(spans, 20)


@pytest.mark.parametrize("spans", ["PER", b"", 5, {"start": 0, "stop": 5}])
def test_what_is_no_list_is_named(spans: object) -> None:
    with pytest.raises(TypeError, match=f"not {type(spans).__name__}"):
        read_given(spans, 20)


def test_an_error_does_not_repeat_a_whole_article() -> None:
    with pytest.raises(InputError) as caught:
        read_given([{"start": 0, "stop": 99, "text": "а" * 10_000}], 20)
    assert len(str(caught.value)) < 400


def test_one_of_those_beside_is_named_too() -> None:
    with pytest.raises(InputError, match=r"nested 1, \(0, 99\)"):
        read_given([(0, 5)], 20, [(0, 5), (0, 99)])


def test_depth_costs_no_more_than_number() -> None:
    deep: dict[str, Any] = {"start": 0, "stop": 6}
    for _ in range(50_000):
        deep = {"start": 0, "stop": 6, "inner": [deep]}
    assert read_given([deep], 6) == (GivenSpan(0, 6),)
    with pytest.raises(InputError, match="inside span 0"):
        read_given([{"start": 0, "stop": 6, "inner": [{"start": 0, "stop": 6, "inner": [(0, 7)]}]}], 6)
