"""Articles in a dataset of Hugging Face's `datasets`, in memory and streamed."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

datasets = pytest.importorskip("datasets", reason="needs pip install 'ner-news[datasets]'")

from ner_news import Extractor, InputError, OptionError, arrow
from ner_news.integrations.datasets import extract
from tests.integrations.conftest import Gold

TEXT = "Канцлера Ангелу Меркель ждали в Минске 16 сентября 2021 года. Об этом сообщает МИД Германии."


@pytest.fixture(autouse=True)
def _cached_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(datasets.config, "HF_DATASETS_CACHE", tmp_path)
    datasets.disable_progress_bars()


def articles(count: int = 6) -> Any:
    return datasets.Dataset.from_dict({"id": list(range(count)), "text": [f"{TEXT} {n}" for n in range(count)]})


def test_columns_are_typed_and_the_others_stay() -> None:
    found = extract(articles())
    assert found.column_names == ["id", "text", "spans", "entities", "error"]
    span = found.features["spans"].feature
    assert (span["score"].dtype, span["interval"]["start"].dtype) == ("float64", "timestamp[us]")
    assert found.remove_columns(["spans", "entities", "error"]).to_list() == articles().to_list()
    assert extract(articles().select([])).features == found.features


def test_answers_are_those_of_one_process(gold: list[Gold]) -> None:
    some = gold[::5]
    dataset = datasets.Dataset.from_dict({"text": [g.text for g in some], "published": [g.published for g in some]})
    rows = arrow.to_batch(each.document for each in some).to_pylist()
    for found in (extract(dataset, published="published"), extract(dataset, published="published", num_proc=2)):
        assert found["spans"][:] == [row["spans"] for row in rows]
        assert found["entities"][:] == [row["entities"] for row in rows]


def test_bad_records_tell_why() -> None:
    dataset = datasets.Dataset.from_dict({"text": [TEXT, None, TEXT], "at": ["2021-09-16", None, "вчера"]})
    found = extract(dataset, published="at")
    assert [bool(error) for error in found["error"]] == [False, True, True]
    assert found["error"][1].startswith("TypeError: text must be str")
    assert "'вчера'" in found["error"][2]
    assert found["spans"][1:] == [None, None]


def test_streams_and_dicts_of_parts_give_the_same() -> None:
    expected = extract(articles()).to_list()
    assert list(extract(articles().to_iterable_dataset(2))) == expected
    parts = extract(datasets.DatasetDict(train=articles(), test=articles(2)))
    assert isinstance(parts, datasets.DatasetDict)
    assert (parts["train"].to_list(), parts["test"].to_list()) == (expected, expected[:2])


def test_the_same_work_is_found_again_and_other_options_are_not() -> None:
    first, again, other = (extract(articles(), extractor=Extractor(scheme=s)) for s in ("full", "full", "names"))
    assert first._fingerprint == again._fingerprint != other._fingerprint
    assert [span["text"] for span in other["spans"][0]][-2:] == ["МИД", "Германии"]


def test_misuse_is_named() -> None:
    with pytest.raises(OptionError, match="text='body'"):
        extract(articles(), "body")
    with pytest.raises(OptionError, match="published='at'"):
        extract(articles(), published="at")
    with pytest.raises(OptionError, match="format='pdf'"):
        extract(articles(), format="pdf")
    with pytest.raises(InputError, match="'error' already"):
        extract(articles().rename_column("id", "error"))


def test_a_missing_extra_names_its_command() -> None:
    code = "import sys; sys.modules['datasets'] = None; import ner_news.integrations.datasets"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)
    assert re.search(r"MissingExtraError: .*pip install 'ner-news\[datasets\]'", done.stderr)
