import subprocess
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path
from time import process_time
from typing import Any, get_args

import pytest

import ner_news
from ner_news import Date, Document, OptionError, Person, Place, columns, models
from ner_news.categories import CATEGORIES
from ner_news.columns import TABLES
from tests.test_models import make

CORPUS_NAMES = [f"corpus {name}" for name in columns.CORPUS_TABLES]
EXAMPLES = Path(__file__).parents[1] / "examples"

pandas = pytest.importorskip("pandas", reason="needs pip install 'ner-news[pandas]'")


@pytest.fixture(params=["pandas", "polars"])
def to_frame(request: pytest.FixtureRequest) -> Any:
    pytest.importorskip(request.param, reason=f"needs pip install 'ner-news[{request.param}]'")
    return getattr(ner_news, f"to_{request.param}")


@pytest.mark.parametrize("table", TABLES)
def test_columns_are_there_and_typed_even_without_documents(to_frame: Any, table: str) -> None:
    empty, full = to_frame([], table), to_frame([make()], table)
    names = [column.name for column in TABLES[table]]
    assert list(empty.columns) == list(full.columns) == names
    assert len(empty) == 0
    ours = [name for name in names if name != "document_id"]  # whole numbers here, which no document can tell
    assert [str(empty[name].dtype) for name in ours] == [str(full[name].dtype) for name in ours]


def test_spans_have_a_row_each_and_those_inside_too(to_frame: Any) -> None:
    rows = to_frame([make(), make()]).to_dict(*([] if to_frame is ner_news.to_polars else ["list"]))
    assert list(rows["text"]) == ["МИД Германии", "Германии", "Маас", "16.09.2021"] * 2
    assert list(rows["depth"]) == [0, 1, 0, 0] * 2
    assert list(rows["document"]) == [0] * 4 + [1] * 4
    assert list(rows["document_id"]) == [7] * 8
    assert rows["last"][2] == "Маас"
    assert rows["country"][1] == "DE"
    assert rows["interval_end"][3] == datetime(2021, 9, 17)


def test_times_are_times_and_labels_categories() -> None:
    frame = make().to_pandas()
    assert str(frame.dtypes["interval_start"]) == "datetime64[us]"
    assert list(frame["label"].cat.categories) == ["PER", "ORG", "LOC", "DATE"]
    assert frame["interval_start"].dt.year.max() == 2021
    both = pandas.concat([frame, frame])
    assert isinstance(both["label"].dtype, pandas.CategoricalDtype)


def test_times_at_the_ends_of_the_calendar_and_with_a_zone(to_frame: Any) -> None:
    text = "9999 и 800"
    ends = models.Interval(start=datetime(800, 1, 1), end=datetime.max)
    date = models.Date(start=0, stop=4, text="9999", lemma="9999", value="0800/9999", grain="year", interval=ends)
    moscow = datetime(2021, 9, 16, 2, tzinfo=timezone(timedelta(hours=3)))
    document = Document(text=text, published=moscow, spans=(date,))
    frame = to_frame([document])
    assert (frame["interval_start"][0].year, frame["interval_end"][0].year) == (800, 9999)
    assert to_frame([document], "documents")["published"][0] == datetime(2021, 9, 15, 23)


def test_ids_of_two_kinds_are_text(to_frame: Any) -> None:
    found = to_frame([Document(id=1, text="a"), Document(id="b", text="b"), Document(text="c")], "documents")
    assert list(found["document_id"])[:2] == ["1", "b"]
    assert list(found["document"]) == [0, 1, 2]


def test_entities_and_documents_are_counted(to_frame: Any) -> None:
    entities = to_frame([make()], "entities")
    assert list(entities["mentions"]) == [1, 1, 1, 1]
    assert list(entities["start"]) == [0, 4, 14, 28]
    documents = to_frame([make()], "documents")
    counts = ("characters", "spans", "people", "organizations", "places", "dates")
    assert [documents[name][0] for name in counts] == [38, 3, 1, 1, 0, 1]


def test_categories_are_those_of_the_models() -> None:
    fields = {**Person.model_fields, **Place.model_fields, **Date.model_fields}
    for name in ("gender", "kind", "grain", "mod", "anchor"):
        annotation = fields[name].annotation
        values = get_args(annotation)
        allowed = values if isinstance(values[0], str) else get_args(values[0])
        assert allowed == CATEGORIES[name]


def test_every_field_of_a_span_has_a_column() -> None:
    fields = {
        name for kind in (models.Person, models.Organization, models.Place, models.Date) for name in kind.model_fields
    }
    fields |= set(models.PersonName.model_fields)
    assert fields - {"name", "inner", "interval"} <= {column.name for column in TABLES["spans"]}


def test_5000_documents_take_less_than_2_seconds() -> None:
    """Of a processor, for who shares one; the article has 29 spans."""
    many = [ner_news.extract((EXAMPLES / "article.txt").read_text(encoding="utf-8"))] * 5000
    begun = process_time()
    frame = ner_news.to_pandas(many)
    assert process_time() - begun < 2
    assert len(frame) == 5000 * len(ner_news.to_pandas(many[:1])) > 100_000


def test_another_table_is_named() -> None:
    with pytest.raises(OptionError, match="'tokens'"):
        ner_news.to_pandas([], "tokens")


@pytest.mark.parametrize("backend", ["pandas", "polars"])
@pytest.mark.parametrize("is_narwhals", [True, False])
def test_a_missing_extra_names_its_command(backend: str, is_narwhals: bool) -> None:
    missing = "narwhals" if is_narwhals else backend
    code = f"import sys; sys.modules[{missing!r}] = None; import ner_news; ner_news.to_{backend}([])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr.splitlines()[-1] == (
        f"ner_news.errors.MissingExtraError: a {backend} table needs more than is installed: "
        f"pip install 'ner-news[{backend}]', in a checkout pip install '.[{backend}]'"
    )


@pytest.mark.parametrize(
    "table", [*columns.TABLES.values(), *columns.CORPUS_TABLES.values()], ids=[*columns.TABLES, *CORPUS_NAMES]
)
def test_columns_are_named_once_and_explained(table: tuple[columns.Column, ...]) -> None:
    names = [column.name for column in table]
    assert len(set(names)) == len(names)
    assert all(name.isidentifier() and name.islower() for name in names)
    assert len({column.meaning for column in table} - {""}) == len(names)
    assert {column.name for column in table if column.kind == "category"} <= set(CATEGORIES)


def test_half_surrogates_get_into_a_table_and_ids_stay_apart(to_frame: Any) -> None:
    pair = [Document(id=f"a{half}", text="Ки\ud800", spans=(place("Ки\ud800"),)) for half in ("\ud800", "\ud801")]
    spans, whole = to_frame(pair), to_frame(pair, "documents")
    assert list(spans["text"]) == ["Ки�", "Ки�"]
    assert list(spans["document_id"]) == list(whole["document_id"]) == ["a\\ud800", "a\\ud801"]
    corpus = ner_news.Corpus()
    corpus.extend(pair)
    tables = [getattr(corpus, to_frame.__name__)(table) for table in columns.CORPUS_TABLES]
    assert [len(table) for table in tables] == [1, 2, 2]
    assert sorted(tables[1]["document_id"]) == ["a\\ud800", "a\\ud801"]


def place(text: str) -> Place:
    return Place(start=0, stop=len(text), text=text, lemma=text)
