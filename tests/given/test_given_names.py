"""Documents whose names the caller gave."""

import random
from typing import Any

import pytest

import ner_news
from ner_news import Document, Extractor, Failure, InputError, RuleSpan
from ner_news.prepare import FORMATS, prepare
from ner_news.spans import walk

TEXT = "Главу МИД Германии Анналену Бербок ждут в Минске 16 мая 2023 года."
Place = tuple[int, int]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def place(words: str, text: str = TEXT) -> Place:
    start = text.index(words)
    return start, start + len(words)


def offsets(document: Document) -> list[Place]:
    return [(span.start, span.stop) for span in walk(document.spans)]


def drawn(document: Document) -> list[tuple[str, str, str]]:
    return [(span.label, span.text, span.lemma) for span in walk(document.spans)]


def test_they_come_back_typed_lemmatized_and_linked(extractor: Extractor) -> None:
    text = "Анналену Бербок ждут. Бербок прибудет в Минск."
    spans = [(*place("Анналену Бербок", text), "PER"), (22, 28, "PER"), (*place("Минск", text), "GPE")]
    document = extractor(text, spans=spans)
    assert drawn(document) == [
        ("PER", "Анналену Бербок", "Анналена Бербок"),
        ("PER", "Бербок", "Бербок"),
        ("LOC", "Минск", "Минск"),
    ]
    assert len(document.entities) == 2
    assert document.places[0].country == "BY"
    assert ner_news.extract(text, spans=spans) == document


def test_exactly_the_given_names_are_found_and_the_own_dates(extractor: Extractor) -> None:
    document = extractor(TEXT, spans=[(*place("Германии"), "LOC")])
    assert drawn(document) == [("LOC", "Германии", "Германия"), ("DATE", "16 мая 2023 года", "16 мая 2023 года")]
    assert [span.label for span in extractor(TEXT, spans=[]).spans] == ["DATE"]
    assert extractor(TEXT, spans=None) == extractor(TEXT)


def test_a_given_date_takes_the_place_of_the_own_ones(extractor: Extractor) -> None:
    text = "16 мая он сказал, что вернётся 20 мая."
    document = extractor(text, "2023-05-17", spans=[(*place("20 мая", text), "DATE")])
    assert [(span.text, span.value) for span in document.dates] == [("20 мая", "2023-05-20")]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("16 мая 2023 года", "2023-05-16"),
        ("Минске 16 мая 2023 года", "2023-05-16"),
        ("16 мая", "2023-05-16"),
        ("2023 года", "2023"),
        ("Минске", "XXXX"),
    ],
)
def test_a_given_date_means_what_the_package_reads_in_it(extractor: Extractor, written: str, value: str) -> None:
    [date] = extractor(TEXT, "2023-05-01", spans=[(*place(written), "DATE")]).dates
    assert (date.text, date.value) == (written, value)


def test_own_dates_yield_to_given_names(extractor: Extractor) -> None:
    document = extractor(TEXT, spans=[(*place("мая"), "PER")])
    assert drawn(document) == [("PER", "мая", document.people[0].lemma)]


def test_labels_are_guessed_where_none_is_known(extractor: Extractor) -> None:
    spans = [
        place("МИД Германии"),
        (*place("Анналену Бербок"), "NAME"),
        (*place("Минске"), "MISC"),
        place("16 мая 2023 года"),
    ]
    assert [span.label for span in extractor(TEXT, spans=spans).spans] == ["ORG", "PER", "LOC", "DATE"]
    bare = extractor(TEXT, spans=[place("МИД"), place("Германии")])
    assert [span.label for span in bare.spans[:2]] == ["ORG", "LOC"]


def test_the_inner_ones_are_inner(extractor: Extractor) -> None:
    spans = [place("МИД Германии"), place("Германии"), place("МИД")]
    [ministry, _] = extractor(TEXT, spans=spans).spans
    assert isinstance(ministry, ner_news.Organization)
    assert [(part.label, part.lemma) for part in ministry.inner] == [("ORG", "МИД"), ("LOC", "Германия")]
    text = "На улице Маршала Жукова"
    [street] = extractor(text, spans=[(3, 23, "FAC"), (17, 23, "PERSON")]).places
    assert [part.lemma for part in street.inner] == ["Жуков"]


def test_what_has_names_inside_is_no_person(extractor: Extractor) -> None:
    [name, _] = extractor(TEXT, spans=[place("Анналену Бербок"), (*place("Бербок"), "PER")]).spans
    assert name.label in ("ORG", "LOC")


def test_scores_are_those_given_and_low_ones_stay() -> None:
    given = {"start": 0, "end": 5, "label": "LOC", "score": 0.25}
    [span] = Extractor(min_score=0.9)("Минск ждёт", spans=[given]).spans
    assert span.score == 0.25
    assert Extractor()("Минск ждёт", spans=[(0, 5)]).spans[0].score == 1.0


def test_a_document_can_be_given_again(extractor: Extractor) -> None:
    document = extractor(TEXT)
    assert extractor(TEXT, spans=document.spans) == document
    assert extractor(TEXT, spans=document.model_dump()["spans"]) == document


@pytest.mark.parametrize("scheme", ["full", "names"])
@pytest.mark.parametrize("model", ["news", "slovnet"])
def test_every_network_can_guess(model: str, scheme: str) -> None:
    document = Extractor(model=model, scheme=scheme)(TEXT, spans=[place("Анналену Бербок"), place("Минске")])
    assert [span.label for span in document.spans] == ["PER", "LOC", "DATE"]


@pytest.mark.parametrize(
    ("source", "form", "given", "lemma"),
    [
        ("Ждут <b>Рах</b>мона там", "html", "<b>Рах</b>мона", "Рахмон"),
        ("Ждут <b>Рахмона</b> там", "html", "Рахмона", "Рахмон"),
        ("Ждут <b>Рахмона</b> там", "html", "<b>Рахмона</b>", "Рахмон"),
        ("Ждут Рахмона&nbsp;", "html", "Рахмона&nb", "Рахмон"),
        ("Ждут **Рахмона** там", "markdown", "**Рахмона", "Рахмон"),
        ("Ждут Рахмо́на там", "text", "Рахмо́на", "Рахмон"),
        ("Ждут Рах\u00adмона там", "text", "Рах\u00adмона", "Рахмон"),
        ("Ждут Рахмона\U0001f600 там", "text", "Рахмона\U0001f600", "Рахмон"),
        ("Ждут Рахмона\ud83d там", "text", "Рахмона\ud83d", "Рахмон"),
    ],
)
def test_offsets_are_those_of_the_source(extractor: Extractor, source: str, form: str, given: str, lemma: str) -> None:
    document = extractor(source, spans=[(*place(given, source), "PER")], format=form)
    assert [(span.text, span.lemma) for span in document.people] == [(given, lemma)]


def test_what_cleaning_takes_away_is_no_name(extractor: Extractor) -> None:
    text = "Ждут <b>Рахмона</b>"
    with pytest.raises(InputError, match="span 5:8: nothing is left of it"):
        extractor(text, spans=[(5, 8, "PER")], format="html")
    with pytest.raises(InputError, match="span 0:1: nothing is left of it"):
        extractor(" ", spans=[(0, 1)])


PIECES = ("Рахмон", "МИД Герма", "нии", "<b>", "</b>", "&amp;", "&nbsp;", "<br>", "**", "_", " ", "  ", "\n", "\u0301",
          "\u00ad", "\ufeff", "\ud83d", "\U0001f600", "5 мая", "ё", "«", "»", "[а](б)", "\r\n", "O", "ﬁ")  # fmt: skip


def random_spans(chance: random.Random, length: int) -> list[Any]:
    """Spans of which none crosses another."""
    spans: list[Place] = []
    for _ in range(chance.randint(1, 8)):
        start, stop = sorted(chance.sample(range(length + 1), 2))
        if not any(a < start < b < stop or start < a < stop < b for a, b in spans):
            spans.append((start, stop))
    return spans


@pytest.mark.parametrize("form", FORMATS)
def test_any_spans_of_any_text_come_back_where_they_were(extractor: Extractor, form: str) -> None:
    chance = random.Random(form)
    records: list[dict[str, Any]] = []
    for _ in range(150):
        text = "".join(chance.choices(PIECES, k=chance.randint(1, 20)))
        clean = prepare(text, form)
        spans = random_spans(chance, len(text))
        visible = [span for span in spans if clean.text[slice(*clean.to_clean(*span))].strip()]
        records.append({"text": text, "spans": visible})
    for record, document in zip(records, extractor.pipe(records, format=form), strict=True):
        names = offsets(document)
        own = {(span.start, span.stop) for span in document.dates}
        assert set(record["spans"]) <= set(names)
        assert set(names) - set(record["spans"]) <= own


RECORDS: list[dict[str, Any]] = [
    {"text": TEXT, "id": 0, "spans": [(*place("Минске"), "LOC"), place("МИД Германии"), place("Германии")]},
    {"text": TEXT, "id": 1},
    {"text": "", "id": 2, "spans": []},
    {"text": TEXT, "id": 3, "spans": [{"start": 19, "end": 34, "entity_group": "PER"}]},
    {"text": "Минск", "id": 4, "spans": [(0, 5)]},
] * 4


def test_a_stream_may_mix_given_names_and_names_to_be_found(extractor: Extractor) -> None:
    alone = [extractor(record["text"], spans=record.get("spans")) for record in RECORDS]
    for workers in (1, 2):
        together = list(extractor.pipe(RECORDS, workers=workers, batch_size=3))
        assert [document.spans for document in together] == [document.spans for document in alone]
        assert [document.entities for document in together] == [document.entities for document in alone]
    paired = extractor.pipe([(record, record["id"]) for record in RECORDS])
    assert [context for _, context in paired] == [record["id"] for record in RECORDS]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_bad_span_fails_its_record_alone(extractor: Extractor, workers: int) -> None:
    bad = [{"text": "Минск", "spans": [(0, 6)]}, {"text": "Минск", "spans": "0:5"}, {"text": " - ", "spans": [(0, 1)]}]
    items: list[Any] = ["Минск", *bad, {"text": "Минск", "spans": [(0, 5)]}]
    failures: list[Failure] = []
    documents = list(extractor.pipe(items, workers=workers, on_error=failures.append))
    assert [document.text for document in documents] == ["Минск", "Минск"]
    assert [failure.number for failure in failures] == [1, 2, 3]
    assert [type(failure.error) for failure in failures] == [InputError, TypeError, InputError]
    with pytest.raises(InputError, match=r"item 1: span 0, \(0, 6\): it does not lie in the text"):
        list(extractor.pipe(items, workers=workers))


def ministries(text: str) -> list[RuleSpan]:
    start = text.find("МИД")
    return [RuleSpan(start, start + 3, "ORG", "Министерство", "Q1")]


def test_the_gazetteer_and_rules_add_no_names_but_what_they_know() -> None:
    listed = [{"name": "Минск", "label": "LOC", "entity": "Q2280"}, {"name": "Бербок", "label": "PER", "entity": "B"}]
    extractor = Extractor(gazetteer=listed, rules=[ministries])
    spans = [place("Минске"), (*place("МИД"), "ORG"), (*place("Анналену Бербок"), "PER")]
    found = extractor(TEXT, spans=spans)
    assert [(span.text, span.entity) for span in found.spans[:1]] == [("МИД", "Q1")]
    assert [(span.lemma, span.entity) for span in found.organizations] == [("Министерство", "Q1")]
    assert [span.entity for span in found.places] == ["Q2280"]
    assert len(found.people) == 1
    assert found.people[0].entity != "B"


def test_the_gazetteer_knows_labels_too() -> None:
    extractor = Extractor(gazetteer={"Бербок": "ORG"})
    assert extractor(TEXT, spans=[place("Бербок")]).organizations[0].lemma == "Бербок"
    assert extractor(TEXT, spans=[(*place("Бербок"), "PER")]).people[0].lemma == "Бербок"


def test_lemmas_of_given_names_are_explained(extractor: Extractor) -> None:
    [why] = extractor.explain(TEXT, spans=[(*place("Анналену Бербок"), "PER")])
    assert (why.span.text, why.span.lemma) == ("Анналену Бербок", "Анналена Бербок")
