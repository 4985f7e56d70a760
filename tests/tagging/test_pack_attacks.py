"""Packs that were made to do harm: each is refused when it is loaded, before it has taken time or memory."""

import json
import os
import struct
import tracemalloc
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from ner_news.errors import PackError
from ner_news.tagging import DEFAULT, Tagger
from ner_news.tagging.pack import HEADER, LARGEST, MOST_PARTS, Pack, read_pack, write_pack
from ner_news.tagging.tagger import load_pack

MEMORY = 64_000_000
"""Bytes that refusing may take."""


@pytest.fixture(scope="module")
def shipped() -> Pack:
    return load_pack(DEFAULT)


def refusal(path: Path) -> str:
    """What the error says; memory is watched while the pack is loaded."""
    tracemalloc.start()
    try:
        with pytest.raises(PackError) as caught:
            Tagger(path, "full")
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < MEMORY
    return str(caught.value)


def with_array(pack: Pack, name: str, array: NDArray[Any]) -> Pack:
    return replace(pack, arrays={**pack.arrays, name: array})


@pytest.mark.parametrize("number", [np.nan, np.inf, -np.inf, 3e4])
@pytest.mark.parametrize("name", ["conv0.weight", "grams", "shape", "full.bias", "names.transitions", "gate.bias"])
def test_numbers_of_no_network_are_refused(shipped: Pack, tmp_path: Path, name: str, number: float) -> None:
    array = shipped.arrays[name].copy()
    array.flat[-1] = number
    write_pack(with_array(shipped, name, array), tmp_path / "bad")
    assert name in refusal(tmp_path / "bad")


def test_transitions_whose_weights_overflow_are_refused(shipped: Pack, tmp_path: Path) -> None:
    """Found by fuzzing: scores were no numbers."""
    array = shipped.arrays["full.transitions"].copy()
    array[0, 0] = -9e3
    write_pack(with_array(shipped, "full.transitions", array), tmp_path / "bad")
    assert "full.transitions" in refusal(tmp_path / "bad")


def test_numbers_that_overflow_together_are_refused(shipped: Pack, tmp_path: Path) -> None:
    arrays = {name: np.full_like(array, 9e3) for name, array in shipped.arrays.items()}
    write_pack(replace(shipped, arrays=arrays), tmp_path / "bad")
    assert "no number" in refusal(tmp_path / "bad")


SETTINGS: dict[str, dict[str, Any]] = {
    "calibration of text": {"calibration": {"full": {"slope": "steep", "shift": 0.0}}},
    "calibration of lists": {"calibration": {"full": {"slope": [1.0]}}},
    "calibration that is none": {"calibration": {"full": 1}},
    "calibrations in a list": {"calibration": ["full"]},
    "NaN": {"calibration": {"full": {"slope": float("nan")}}},
    "infinity": {"calibration": {"full": {"shift": float("inf")}}},
    "a huge number": {"calibration": {"full": {"shift": 1e300}}},
    "a huge whole number": {"calibration": {"full": {"shift": 10**300}}},
    "dilations of text": {"dilations": ["1"]},
    "negative dilations": {"dilations": [1, 2, -4]},
    "no dilation": {"dilations": [0, 2, 4]},
    "huge dilations": {"dilations": [1, 2, 10_000_000]},
    "dilations in one number": {"dilations": 4},
    "heads in a list": {"heads": ["full"]},
    "tags of numbers": {"heads": {"full": [1] * 11}},
    "heads that are nothing": {"heads": None},
    "shapes of lists": {"shapes": [[]] * 66},
    "embeddings in a list": {"embeddings": ["navec"]},
    "silent of numbers": {"silent": 5},
    "silent of lists": {"silent": None},
    "features that are nothing": {"features": None},
}


@pytest.mark.parametrize("kind", SETTINGS)
def test_settings_of_another_kind_are_refused(shipped: Pack, tmp_path: Path, kind: str) -> None:
    write_pack(replace(shipped, settings={**shipped.settings, **SETTINGS[kind]}), tmp_path / "bad")
    refusal(tmp_path / "bad")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("architecture", ["stack-crf"]), ("architecture", None), ("name", 7), ("settings", []), ("settings", None),
        ("arrays", []), ("arrays", {"a": 1}), ("arrays", {"a": {}}), ("arrays", {"a": {"dtype": [], "shape": []}}),
        ("arrays", {"shape": {"dtype": "<f2", "shape": [-1]}}), ("arrays", {"shape": {"dtype": "<f2", "shape": 66}}),
        ("arrays", {"shape": {"dtype": "<f2", "shape": [10**7] * 99}}), ("sha256", None), ("format", [1]),
    ],
)  # fmt: skip
def test_wrong_types_are_refused(shipped: Pack, tmp_path: Path, name: str, value: object) -> None:
    write_pack(shipped, tmp_path / "good")
    rewrite_header(tmp_path / "good", tmp_path / "bad", lambda header: header.update({name: value}))
    refusal(tmp_path / "bad")


@pytest.mark.parametrize("content", [b"", b"5", b"[]", b"null", b"\xff", b"{", b'"' * 9, b"[" * 100_000, b"9" * 9_000])
def test_a_header_that_is_none_is_refused(shipped: Pack, tmp_path: Path, content: bytes) -> None:
    write_pack(shipped, tmp_path / "good")
    rewrite(tmp_path / "good", tmp_path / "bad", {HEADER: content})
    refusal(tmp_path / "bad")


def test_empty_arrays_are_refused(shipped: Pack, tmp_path: Path) -> None:
    for name in shipped.arrays:
        write_pack(with_array(shipped, name, shipped.arrays[name][:0]), tmp_path / "bad")
        assert name in refusal(tmp_path / "bad")


def test_arrays_of_another_shape_are_refused(shipped: Pack, tmp_path: Path) -> None:
    for name, array in shipped.arrays.items():
        for other in (array[:1].copy(), array.reshape(-1), array[None], np.concatenate([array, array])):
            if other.shape != array.shape:
                write_pack(with_array(shipped, name, other), tmp_path / "bad")
                refusal(tmp_path / "bad")


@pytest.mark.parametrize("kind", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_bomb_is_not_unpacked(tmp_path: Path, kind: int) -> None:
    """It names 200 MB in a few KB."""
    with zipfile.ZipFile(tmp_path / "bad", "w", kind) as archive, archive.open(HEADER, "w") as part:
        for _ in range(200):
            part.write(b" " * 1_000_000)
    assert "compressed" in refusal(tmp_path / "bad")


def test_parts_that_lie_in_one_another_are_not_read(shipped: Pack, tmp_path: Path) -> None:
    """500 parts of the directory are all the same megabytes of the file."""
    write_pack(shipped, tmp_path / "good")
    content = (tmp_path / "good").read_bytes()
    *_, count, _size, start, _ = struct.unpack("<4s4H2LH", content[-22:])
    directory = content[start:-22]
    several = directory * 10
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count * 10, count * 10, len(several), start, 0)
    (tmp_path / "bad").write_bytes(content[:start] + several + end)
    assert "larger" in refusal(tmp_path / "bad")


def test_a_directory_of_many_parts_is_not_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bad", "w") as archive:
        for number in range(MOST_PARTS + 1):
            archive.writestr(str(number), b"")
    assert "end" in refusal(tmp_path / "bad")


def test_a_large_file_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "bad").open("wb") as stream:
        stream.truncate(LARGEST + 1)
    assert f"{LARGEST + 1:,}" in refusal(tmp_path / "bad")


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", tmp_path):
        assert "no file" in refusal(path)


def test_any_changed_byte_is_noticed(shipped: Pack, tmp_path: Path) -> None:
    """But for those of the zip archive that say nothing of the parts, such as their times."""
    write_pack(replace(shipped, arrays={"a": np.ones(9, np.float16)}), tmp_path / "good")
    good = read_pack(tmp_path / "good")
    content = (tmp_path / "good").read_bytes()
    for place in range(0, len(content), 3):
        for changed in (content[:place] + bytes([content[place] ^ 0x55]) + content[place + 1 :], content[:place]):
            (tmp_path / "bad").write_bytes(changed)
            try:
                found = read_pack(tmp_path / "bad")
            except PackError:
                continue
            assert (found.name, found.settings) == (good.name, good.settings)
            assert found.arrays["a"].tolist() == good.arrays["a"].tolist()


def rewrite(source: Path, target: Path, parts: dict[str, bytes]) -> None:
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for member in old.namelist():
            new.writestr(member, parts.get(member, old.read(member)))


def rewrite_header(source: Path, target: Path, change: Callable[[dict[str, Any]], object]) -> None:
    with zipfile.ZipFile(source) as old:
        header = json.loads(old.read(HEADER))
    change(header)
    rewrite(source, target, {HEADER: json.dumps(header).encode()})
