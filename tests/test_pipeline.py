from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

import ner_news
from ner_news import Document, Extractor, InputError, OptionError, RuleSpan
from ner_news.stream import Article
from tests.soundness import assert_sound

ARTICLE = Path(__file__).parents[1] / "examples" / "article.txt"
TEXT = ARTICLE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def test_an_article_is_read(extractor: Extractor) -> None:
    document = extractor(TEXT)
    assert_sound(document)
    assert {person.lemma for person in document.people} >= {"Ильдар Сабиров", "Елена Корнеева", "Ерлан Жумабаев"}
    assert {place.lemma for place in document.places} >= {"Самара", "Татарстан", "Казахстан", "Тольятти", "Сызрань"}
    assert {name.lemma for name in document.organizations} >= {"Министерство финансов России", "Волгаэкострой"}
    assert [span.value for span in document.dates] == [
        "2024-05-14T10:30",
        "2024-05-13",
        "2030",
        "2024-06",
        "2019",
        "2024-09-01",
        "2025-Q1",
    ]


def test_mentions_of_one_person_share_an_entity(extractor: Extractor) -> None:
    document = extractor(TEXT)
    [minister] = [entity for entity in document.entities if entity.lemma == "Ильдар Сабиров"]
    assert [span.text for span in minister.spans] == ["Ильдара Сабирова", "Сабиров"]
    assert minister.aliases == ("Сабиров",)
    assert minister.name is not None
    assert (minister.name.first, minister.name.last) == ("Ильдар", "Сабиров")


def test_the_scheme_decides_how_long_names_are() -> None:
    full = Extractor(scheme="full")("Министерство финансов России ждёт.").organizations[0]
    bare = Extractor(scheme="names")("Министерство финансов России ждёт.")
    assert full.text == "Министерство финансов России"
    assert [part.lemma for part in full.inner] == ["Министерство финансов", "Россия"]
    assert [span.text for span in bare.spans] == ["Министерство финансов", "России"]


@pytest.mark.parametrize("text", ["", " ", "\n\t\r\n", "\ufeff", "\u00a0"])
def test_text_without_words_gives_an_empty_document(extractor: Extractor, text: str) -> None:
    assert extractor(text) == Document(text=text)


@pytest.mark.parametrize("text", [None, b"\xd0\x9c", 5, 1.5, ["Москва"], object()])
def test_what_is_no_text_is_named(extractor: Extractor, text: Any) -> None:
    with pytest.raises(TypeError, match=f"text must be str, not {type(text).__name__}"):
        extractor(text)


@pytest.mark.parametrize("published", ["yesterday", "2021-13-01", "16.09.21", "2021", 5, 1.5])
def test_an_unreadable_time_is_named_with_the_accepted_forms(extractor: Extractor, published: str | float) -> None:
    with pytest.raises(InputError, match=rf"{published!r}.*2021-09-16"):
        extractor("Москва", published)


@pytest.mark.parametrize("published", [True, b"2021-09-16", ["2021"]])
def test_a_time_of_a_wrong_type_is_named(extractor: Extractor, published: Any) -> None:
    with pytest.raises(TypeError, match=type(published).__name__):
        extractor("Москва", published)


@pytest.mark.parametrize(
    "published", ["2021-09-16", "2021-09-16T00:00", "2021-09-16 00:00:00", date(2021, 9, 16), datetime(2021, 9, 16)]
)
def test_a_time_is_read_in_all_its_forms(extractor: Extractor, published: Any) -> None:
    assert extractor("Москва", published).published == datetime(2021, 9, 16)


def test_extract_is_an_extractor_with_default_options(extractor: Extractor) -> None:
    assert ner_news.extract(TEXT, "2024-05-14") == extractor(TEXT, "2024-05-14")


def test_pipe_keeps_order_and_ids_whatever_the_batch(extractor: Extractor) -> None:
    records = [{"id": number, "text": line, "published": "2024-05-14"} for number, line in enumerate(TEXT.split("\n"))]
    alone = [extractor(line, "2024-05-14").spans for line in TEXT.split("\n")]
    for size in (1, 2, 7, 1000):
        documents = list(extractor.pipe(records, batch_size=size))
        assert [document.id for document in documents] == list(range(len(records)))
        assert [document.spans for document in documents] == alone


def test_pipe_serves_an_endless_stream(extractor: Extractor) -> None:
    def endless() -> Iterator[str]:
        while True:
            yield "Рахмон прибыл в Душанбе."

    documents = extractor.pipe(endless(), batch_size=4)
    assert [next(documents).text for _ in range(9)] == ["Рахмон прибыл в Душанбе."] * 9


def test_pipe_names_the_item_that_is_wrong(extractor: Extractor) -> None:
    with pytest.raises(TypeError, match="item 1: text must be str, not NoneType"):
        list(extractor.pipe(["Москва", {"text": None}]))
    with pytest.raises(InputError, match=r"item 0: .*'text'"):
        list(extractor.pipe([{"body": "Москва"}]))
    with pytest.raises(TypeError, match="item 0: id must be str or int, not list"):
        list(extractor.pipe([{"id": [], "text": "Москва"}]))


def test_pipe_gives_what_stands_before_a_wrong_item_first(extractor: Extractor) -> None:
    documents = extractor.pipe(["Москва", "Минск", None, "Киев"], batch_size=32)  # type: ignore[list-item]
    assert [next(documents).text, next(documents).text] == ["Москва", "Минск"]
    with pytest.raises(TypeError, match="item 2"):
        next(documents)


@pytest.mark.parametrize("texts", ["Москва", b"", {"text": "Москва"}])
def test_pipe_is_for_many_texts(extractor: Extractor, texts: Any) -> None:
    with pytest.raises(TypeError, match="many texts"):
        extractor.pipe(texts)


@pytest.mark.parametrize("size", [0, -1, 2.5, None])
def test_a_batch_has_at_least_one_text(extractor: Extractor, size: Any) -> None:
    with pytest.raises(ValueError, match=f"batch_size={size}"):
        extractor.pipe([], batch_size=size)


def test_a_wrong_option_is_named() -> None:
    with pytest.raises(OptionError, match="scheme='short'"):
        Extractor(scheme="short")


def test_an_explanation_is_of_every_name_and_of_its_lemma(extractor: Extractor) -> None:
    document = extractor(TEXT)
    names = [span for span in document.spans if span.label != "DATE"]
    inner = [part for span in document.organizations for part in span.inner]
    told = extractor.explain(TEXT)
    assert [why.span for why in told] == sorted([*names, *inner], key=lambda span: (span.start, -span.stop))
    assert all(why.rules and why.span.lemma in dict(why.candidates) for why in told)
    assert extractor.explain("") == ()


def test_a_table_gives_its_rows_and_a_column_its_texts(extractor: Extractor) -> None:
    """And not the names of its columns."""
    pandas = pytest.importorskip("pandas", reason="needs pip install 'ner-news[pandas]'")
    table = pandas.DataFrame({"text": ["Минск"]})
    assert [document.text for document in extractor.pipe(table)] == ["Минск"]
    assert [document.text for document in extractor.pipe(table["text"])] == ["Минск"]


def test_an_explanation_is_of_the_lemma_that_the_document_has_beside_a_rule() -> None:
    """A rule's span may be evidence of another's lemma, and has its own lemma in the document."""

    def found(text: str) -> list[RuleSpan]:
        return [RuleSpan(start, start + 4, "PER") for start in [text.index("Зась")]]

    extractor = Extractor(rules=[found])
    text = "Зась молчит, адвокат Станислава Зася просил за Зася."
    lemmas = {(span.start, span.stop): span.lemma for span in extractor(text).spans}
    told = extractor.explain(text)
    assert told
    assert all(lemmas[why.span.start, why.span.stop] == why.span.lemma for why in told)
    assert all(why.span.lemma in dict(why.candidates) for why in told)


def test_what_a_rule_raises_is_raised_for_one_text_and_given_for_a_batch() -> None:
    def refuse(text: str) -> list[RuleSpan]:
        raise KeyError(text)

    extractor = Extractor(rules=[refuse])
    with pytest.raises(KeyError, match="Минск"):
        extractor("Минск")
    outcomes = list(extractor.read([Article("Минск"), None, Article("Киев")]))
    assert [type(outcome) for outcome in outcomes] == [KeyError, type(None), KeyError]


def test_a_name_that_tags_split_is_one_span_with_the_tags_in_its_text(extractor: Extractor) -> None:
    text = "В Минск прибыл Эмомали Рах<b>мон</b>."
    [person] = extractor(text, format="html").people
    assert (person.text, person.lemma) == ("Эмомали Рах<b>мон", "Эмомали Рахмон")
