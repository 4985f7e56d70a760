"""The component of spaCy, with the real spaCy and a blank Russian pipeline."""

import pickle
import re
import subprocess
import sys
from datetime import datetime
from importlib.metadata import entry_points
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

spacy = pytest.importorskip("spacy", reason="needs pip install 'ner-news[spacy]'")

from spacy.tokens import Doc, DocBin, Span
from spacy.util import ignore_error

from ner_news import Document, Extractor
from ner_news.export import read
from ner_news.integrations import spacy as integration
from ner_news.spans import walk
from tests.integrations.conftest import Gold

ROOT = Path(__file__).parents[2]
TEXT = "Канцлера Ангелу Меркель ждали в Минске 16 сентября 2021 года. Об этом сообщает МИД Германии."
RELATIVE = "Форум открыли в минувшую среду."


@pytest.fixture(scope="module")
def nlp() -> Any:
    made = spacy.blank("ru")
    made.add_pipe("ner_news")
    return made


def seen(doc: Any) -> list[tuple[Any, ...]]:
    """All that a doc tells."""
    spans = [*doc.ents, *doc.spans["sc"]]
    return [doc._.ner_news, *((s.start, s.end, s.label_, s.kb_id_, s._.ner_news, s._.lemma) for s in spans)]


def test_entities_have_labels_ids_and_lemmas(nlp: Any) -> None:
    assert [(ent.text, ent.label_, ent.kb_id_, ent._.lemma) for ent in nlp(TEXT).ents] == [
        ("Ангелу Меркель", "PER", "PER:ангела меркель", "Ангела Меркель"),
        ("Минске", "LOC", "LOC:минск", "Минск"),
        ("16 сентября 2021 года", "DATE", "DATE:2021-09-16", "16 сентября 2021 года"),
        ("МИД Германии", "ORG", "ORG:мид германия", "МИД Германии"),
    ]


def test_an_organization_has_its_legal_form(nlp: Any) -> None:
    [company] = [ent for ent in nlp("Суд взыскал долг с ООО «Ландыш».").ents if ent.text == "Ландыш"]
    assert (company.label_, company._.legal_form) == ("ORG", "ООО")


def test_fields_of_every_label_are_there(nlp: Any) -> None:
    doc = nlp(TEXT)
    person, place, date, _ = doc.ents
    assert (person._.name.last, person._.gender, person._.entity) == ("Меркель", "femn", "PER:ангела меркель")
    assert 0 < person._.score <= 1
    assert (place._.country, place._.kind) == ("BY", "city")
    assert (date._.date_value, date._.date_grain, date._.date_anchor) == ("2021-09-16", "day", "absolute")
    assert date._.date_interval.start == datetime(2021, 9, 16)
    assert date._.date_mod is person._.date_value is place._.name is None
    assert {name for name in integration.EXTENSIONS if all(getattr(ent._, name) is None for ent in doc.ents)} == {
        "date_mod",
        "legal_form",
        "date_zone",
    }


def test_names_inside_longer_ones_are_in_the_group(nlp: Any) -> None:
    doc = nlp(TEXT)
    assert [span.text for span in doc.spans["sc"]][-3:] == ["МИД Германии", "МИД", "Германии"]
    assert [span._.lemma for span in doc.spans["sc"]][-3:] == ["МИД Германии", "МИД", "Германия"]


def test_what_is_no_span_has_no_fields(nlp: Any) -> None:
    doc = nlp(TEXT)
    assert doc[0:1]._.lemma is doc[0:3]._.lemma is doc[1:1]._.ner_news is None
    assert doc[1:3]._.lemma == "Ангела Меркель"
    assert Span(doc, 1, 3, label="ORG")._.lemma is None
    assert nlp.make_doc(TEXT)[1:3]._.lemma is nlp.make_doc(TEXT)._.ner_news is None


def test_a_part_of_a_doc_has_none_of_its_fields(nlp: Any) -> None:
    """«Киеву» stands in the part where «Минск» stood in the whole."""
    doc = nlp("Минск Киеву рад.")
    assert doc[0:1]._.lemma == "Минск"
    assert doc[1:].as_doc(copy_user_data=True)[0:1]._.lemma is None


@pytest.mark.parametrize("text", ["", " ", "\n\n", "Час"])
def test_texts_without_names_are_read(nlp: Any, text: str) -> None:
    assert nlp(text).ents == ()
    assert nlp(text)._.ner_news == Document(text=text)


def test_answers_are_those_of_the_extractor(nlp: Any, gold: list[Gold]) -> None:
    texts = [(each.text, {"published": each.published}) for each in gold]
    for (doc, _), each in zip(nlp.pipe(texts, as_tuples=True), gold, strict=True):
        assert doc._.ner_news == each.document
        assert len(doc.ents) <= len(each.document.spans) <= len(doc.spans["sc"])


def test_two_processes_give_the_same(nlp: Any) -> None:
    texts = [(TEXT, {"id": 1}), (RELATIVE, {"published": "2021-09-17"}), ("", None)] * 20
    one = list(nlp.pipe(texts, as_tuples=True))
    two = list(nlp.pipe(texts, as_tuples=True, n_process=2, batch_size=7))
    assert [seen(doc) for doc, _ in two] == [seen(doc) for doc, _ in one]
    assert [context for _, context in two] == [context for _, context in one]


def test_a_pipeline_on_disk_in_bytes_and_pickled_is_the_same(nlp: Any, tmp_path: Path) -> None:
    own = spacy.blank("ru")
    own.add_pipe("ner_news", config={"scheme": "names", "min_score": 0.1, "gazetteer": {"Ромашка": "ORG"}})
    own.to_disk(tmp_path)
    text = "МИД Германии ждёт Ромашку."
    assert [ent.text for ent in own(text).ents] == ["МИД", "Германии", "Ромашку"]
    assert [ent.text for ent in nlp(text).ents][:1] == ["МИД Германии"]
    emptied = spacy.blank("ru")
    emptied.add_pipe("ner_news", config={"scheme": "names", "gazetteer": {"Ромашка": "ORG"}})
    for other in (spacy.load(tmp_path), emptied.from_bytes(own.to_bytes()), pickle.loads(pickle.dumps(own))):
        assert seen(other(text)) == seen(own(text))


def test_docs_come_back_whole_from_bytes_and_from_a_docbin(nlp: Any, tmp_path: Path) -> None:
    [(doc, _)] = nlp.pipe([(TEXT, {"id": 7, "published": "2021-09-17"})], as_tuples=True)
    DocBin(docs=[doc], store_user_data=True).to_disk(tmp_path / "a.spacy")
    [stored] = DocBin().from_disk(tmp_path / "a.spacy").get_docs(nlp.vocab)
    for other in (stored, Doc(nlp.vocab).from_bytes(doc.to_bytes()), pickle.loads(pickle.dumps(doc))):
        assert seen(other) == seen(doc)
        assert other._.published == datetime(2021, 9, 17)
    assert list(read(tmp_path / "a.spacy")) == [doc._.ner_news]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_span_takes_every_token_it_touches(data: st.DataObject) -> None:
    """Whatever the tokens are."""
    cuts = sorted({0, len(TEXT), *data.draw(st.lists(st.integers(1, len(TEXT) - 1)))})
    words = [TEXT[start:stop] for start, stop in pairwise(cuts)]
    nlp = spacy.blank("ru")
    doc = nlp.add_pipe("ner_news")(Doc(nlp.vocab, words=words, spaces=[False] * len(words)))
    document = doc._.ner_news
    assert document == Extractor()(TEXT)
    tokens = {
        span: {token.i for token in doc if token.idx < span.stop and span.start < token.idx + len(token)}
        for span in document.spans
    }
    for ent in doc.ents:
        assert set(range(ent.start, ent.end)) == tokens[ent._.ner_news]
        assert ent.label_ == ent._.ner_news.label
    kept = [ent._.ner_news for ent in doc.ents]
    for span in document.spans:
        alone = all(tokens[span].isdisjoint(tokens[other]) for other in document.spans if other != span)
        assert span in kept or not alone
    assert len(doc.spans["sc"]) == len(list(walk(document.spans)))


def test_of_two_in_one_token_the_longer_stays_then_the_earlier(nlp: Any) -> None:
    component = nlp.get_pipe("ner_news")
    text = "В Минске,Киеве ждут Ангелу Меркель,Москва молчит."
    words = ["В", "Минске,Киеве", "ждут", "Ангелу", "Меркель,Москва", "молчит", "."]
    doc = component(Doc(nlp.vocab, words=words, spaces=[True, True, True, True, True, False, False]))
    assert doc.text == text
    assert [(ent.text, ent._.lemma) for ent in doc.ents] == [
        ("Минске,Киеве", "Минск"),
        ("Ангелу Меркель,Москва", "Ангела Меркель"),
    ]
    assert [span.lemma for span in doc._.ner_news.spans] == ["Минск", "Киев", "Ангела Меркель", "Москва"]
    assert len(doc.spans["sc"]) == 4


@pytest.mark.parametrize(
    ("overwrite", "expected"),
    [
        (False, [("Канцлера Ангелу", "TITLE"), ("Минске", "LOC"), ("этом", "WORD")]),
        (True, [("Ангелу Меркель", "PER"), ("Минске", "LOC"), ("этом", "WORD")]),
    ],
)
def test_earlier_entities_stay_or_give_way(overwrite: bool, expected: list[tuple[str, str]]) -> None:
    nlp = spacy.blank("ru")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "TITLE", "pattern": "Канцлера Ангелу"}, {"label": "WORD", "pattern": "этом"}])
    nlp.add_pipe("ner_news", config={"overwrite_ents": overwrite})
    found = [(ent.text, ent.label_) for ent in nlp(TEXT).ents]
    assert [each for each in found if each in expected] == expected
    assert len(found) == 5


def test_relative_dates_count_from_the_publication(nlp: Any) -> None:
    doc = nlp.make_doc(RELATIVE)
    doc._.published = datetime(2021, 9, 17)
    [(other, context)] = nlp.pipe([(RELATIVE, {"published": "2021-09-17", "id": "a"})], as_tuples=True)
    for each in (nlp(doc), other):
        assert [ent._.date_value for ent in each.ents] == ["2021-09-15"]
        assert each._.published == datetime(2021, 9, 17)
    assert (other._.ner_news.id, context["id"]) == ("a", "a")
    assert nlp(RELATIVE)._.published is None


def test_a_bad_publication_is_named_and_may_be_skipped() -> None:
    nlp = spacy.blank("ru")
    nlp.add_pipe("ner_news")
    texts = [(TEXT, {"id": 1}), (TEXT, {"id": 2, "published": "вчера"}), (TEXT, {"id": 3})]
    with pytest.raises(ValueError, match="'вчера'"):
        list(nlp.pipe(texts, as_tuples=True))
    with pytest.raises(ValueError, match="'вчера'"):
        nlp.make_doc(TEXT)._.published = "вчера"
    nlp.set_error_handler(ignore_error)
    assert [context["id"] for _, context in nlp.pipe(texts, as_tuples=True)] == [1, 3]


def test_options_are_checked() -> None:
    with pytest.raises(ValueError, match="scheme='half'"):
        spacy.blank("ru").add_pipe("ner_news", config={"scheme": "half"})


def test_spacy_finds_the_component_by_its_name() -> None:
    """In a fresh interpreter that imports nothing of ours."""
    entry = 'spacy_factories]\nner_news = "ner_news.integrations.spacy:make_component"'
    assert entry in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    if "ner_news" not in entry_points(group="spacy_factories").names:
        pytest.skip("the package was installed before it had this entry point: pip install it again")
    code = "import spacy; nlp = spacy.blank('ru'); nlp.add_pipe('ner_news'); print(nlp('Минск').ents[0]._.entity)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)
    assert done.stdout == "LOC:минск\n", done.stderr


def test_a_missing_extra_names_its_command() -> None:
    code = "import sys; sys.modules['spacy'] = None; import ner_news.integrations.spacy"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)
    assert re.search(r"MissingExtraError: .*pip install 'ner-news\[spacy\]'", done.stderr)


def test_the_names_may_be_those_of_another_component() -> None:
    nlp = spacy.blank("ru")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "PERSON", "pattern": "Ангелу Меркель"}, {"label": "MISC", "pattern": "Германии"}])
    nlp.add_pipe("ner_news", config={"given_ents": True})
    for doc in (nlp(TEXT), *nlp.pipe([TEXT])):
        assert [(ent.text, ent.label_, ent._.lemma) for ent in doc.ents] == [
            ("Ангелу Меркель", "PER", "Ангела Меркель"),
            ("16 сентября 2021 года", "DATE", "16 сентября 2021 года"),
            ("Германии", "LOC", "Германия"),
        ]
