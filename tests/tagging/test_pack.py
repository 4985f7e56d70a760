import json
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from ner_news.errors import OptionError, PackError
from ner_news.segment import tokenize
from ner_news.tagging import Tagger
from ner_news.tagging.pack import HEADER, Pack, read_pack, write_pack
from ner_news.tagging.slovnet_weights import read_slovnet

TEXT = "Эмомали Рахмон прибыл в Душанбе на заседание Совета коллективной безопасности ОДКБ."


@pytest.fixture(scope="module")
def slovnet() -> Pack:
    return read_slovnet()


@pytest.fixture
def small() -> Pack:
    arrays: dict[str, NDArray[Any]] = {"a": np.arange(6, dtype=np.float32).reshape(2, 3)}
    arrays["b"] = np.array([1, 2], np.int8)
    return Pack("small", "none", {"tags": ["O", "B-Ж"]}, arrays)


def rewritten(source: Path, target: Path, name: str, content: bytes) -> None:
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for member in old.namelist():
            new.writestr(member, content if member == name else old.read(member))


def test_a_pack_comes_back_as_it_was(small: Pack, tmp_path: Path) -> None:
    write_pack(small, tmp_path / "one")
    back = read_pack(tmp_path / "one")
    assert (back.name, back.architecture, back.settings) == (small.name, small.architecture, small.settings)
    assert {name: array.tolist() for name, array in back.arrays.items()} == {"a": [[0, 1, 2], [3, 4, 5]], "b": [1, 2]}
    write_pack(back, tmp_path / "two")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_a_network_from_a_file_tags_like_the_shipped_one(slovnet: Pack, tmp_path: Path) -> None:
    write_pack(slovnet, tmp_path / "own.pack")
    tokens = tokenize(TEXT)
    assert Tagger(tmp_path / "own.pack", "full").tag([TEXT], [tokens]) == Tagger("slovnet", "full").tag(
        [TEXT], [tokens]
    )


@pytest.mark.parametrize("name", ["a.bin", HEADER])
def test_a_damaged_pack_is_refused(name: str, small: Pack, tmp_path: Path) -> None:
    write_pack(small, tmp_path / "good")
    with zipfile.ZipFile(tmp_path / "good") as archive:
        content = archive.read(name)
    changed = content.replace(b"none", b"nine") if name == HEADER else content[:-1] + b"\x01"
    assert changed != content
    rewritten(tmp_path / "good", tmp_path / "bad", name, changed)
    with pytest.raises(PackError, match="damaged"):
        read_pack(tmp_path / "bad")


def test_a_cut_file_a_foreign_file_and_none_are_refused(small: Pack, tmp_path: Path) -> None:
    write_pack(small, tmp_path / "good")
    (tmp_path / "cut").write_bytes((tmp_path / "good").read_bytes()[:100])
    (tmp_path / "foreign").write_text("ner")
    for name in ("cut", "foreign", "none"):
        with pytest.raises(PackError, match=name):
            read_pack(tmp_path / name)


def test_a_pack_of_another_format_is_refused(small: Pack, tmp_path: Path) -> None:
    write_pack(small, tmp_path / "good")
    with zipfile.ZipFile(tmp_path / "good") as archive:
        header = json.loads(archive.read(HEADER))
    rewritten(tmp_path / "good", tmp_path / "new", HEADER, json.dumps({**header, "format": 99}).encode())
    with pytest.raises(PackError, match="format 99"):
        read_pack(tmp_path / "new")


def test_pickled_arrays_are_not_read(small: Pack, tmp_path: Path) -> None:
    write_pack(replace(small, arrays={"a": np.array([{}], dtype=object)}), tmp_path / "objects")
    with pytest.raises(PackError, match=r"\|O"):
        read_pack(tmp_path / "objects")


def test_what_a_network_lacks_is_named(slovnet: Pack, tmp_path: Path) -> None:
    tags = slovnet.settings["heads"]["names"]

    def relabelled(label: str) -> list[str]:
        return [tag.replace("PER", label) for tag in tags]

    lacking = {name: array for name, array in slovnet.arrays.items() if name != "conv1.bias"}
    wrong = {
        "conv1.bias": replace(slovnet, arrays=lacking),
        "transformer": replace(slovnet, architecture="transformer"),
        "glove": replace(slovnet, settings={**slovnet.settings, "embeddings": "glove"}),
        "PRODUCT": replace(slovnet, settings={**slovnet.settings, "heads": {"names": relabelled("PRODUCT")}}),
        "another kind": replace(slovnet, settings={**slovnet.settings, "calibration": {"names": {"curve": 1}}}),
        "do not fit": replace(slovnet, settings={**slovnet.settings, "heads": {"names": ["O", "B-PER"]}}),
        "settings": replace(slovnet, settings={**slovnet.settings, "heads": 5}),
        "names.transitions": replace(
            slovnet, arrays={name: array for name, array in slovnet.arrays.items() if "transitions" not in name}
        ),
        "MISC": replace(slovnet, settings={**slovnet.settings, "heads": {"names": relabelled("MISC")}}),
        "no head for the scheme": replace(slovnet, settings={**slovnet.settings, "heads": {}}),
        "shapes": replace(slovnet, settings={"embeddings": slovnet.settings["embeddings"]}),
    }
    for reason, pack in wrong.items():
        write_pack(pack, tmp_path / "wrong")
        with pytest.raises(PackError, match=reason):
            Tagger(tmp_path / "wrong", "names")


def test_an_unknown_model_or_scheme_is_named_with_the_known_ones() -> None:
    with pytest.raises(OptionError, match=r"model='bert'.*'slovnet'"):
        Tagger("bert", "full")
    with pytest.raises(OptionError, match=r"scheme='long'.*'full', 'names'"):
        Tagger("slovnet", "long")
