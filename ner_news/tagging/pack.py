"""The model file: a "pack" of JSON and raw arrays with a version and a checksum, never pickle.

A pack is a plain zip archive: `pack.json` (what the network is), and an `.bin` file for each array, raw bytes in
C order, little-endian. `pack.json` holds the format's version, each array's type and shape, and a SHA-256 of
everything: of itself without that line, then of each array's bytes.
"""

import hashlib
import json
import os
import reprlib
import struct
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from os import PathLike
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ner_news.errors import PackError
from ner_news.files.whole_files import whole_file

FORMAT = 1
HEADER = "pack.json"
DTYPES = ("<f4", "<f2", "|i1", "|u1", "<i4")
STAMP = (1980, 1, 1, 0, 0, 0)
"""One time for every file inside: equal packs are equal bytes."""

LARGEST = 16_000_000
"""Bytes of a pack, by eye: the shipped one has a ninth. All bounds here are for files that are made to do harm."""

LARGEST_HEADER = 500_000
"""Bytes of `pack.json`, by eye; the shipped one has 6,000."""

MOST_PARTS = 1_000
"""Files inside, by eye; the shipped pack has 50."""

LARGEST_ENTRY = 200
"""Bytes that the archive's directory has for a part, on average."""

LARGEST_NUMBER = 10_000
"""Of arrays and settings, by eye: the largest of the shipped networks is 177, and products of larger ones overflow."""

DIRECTORY_END = struct.Struct("<4s4H2LH")
"""The last bytes of a zip archive without a comment: among them the number of parts and the size of its directory."""

KINDS: Mapping[str, type] = {"name": str, "architecture": str, "settings": dict, "arrays": dict, "sha256": str}
"""What the values of `pack.json` must be."""


@dataclass(frozen=True)
class Pack:
    """A network at rest."""

    name: str
    """As shown to users: `slovnet_ner_news_v1`."""
    architecture: str
    """Which network reads it: a key of `networks.NETWORKS`."""
    settings: Mapping[str, Any]
    """What the architecture needs besides arrays: names of embeddings, lists of tags and shapes. JSON values."""
    arrays: Mapping[str, NDArray[Any]]


def write_pack(pack: Pack, path: str | PathLike[str]) -> None:
    """Write the pack as one file; equal packs give equal bytes."""
    raw = {name: np.ascontiguousarray(array).tobytes() for name, array in pack.arrays.items()}
    header: dict[str, Any] = {
        "format": FORMAT,
        "name": pack.name,
        "architecture": pack.architecture,
        "settings": pack.settings,
        "arrays": {name: {"dtype": array.dtype.str, "shape": array.shape} for name, array in pack.arrays.items()},
    }
    header["sha256"] = _checksum(header, raw)
    with whole_file(Path(path)) as part, zipfile.ZipFile(part, "w") as archive:
        archive.writestr(zipfile.ZipInfo(HEADER, STAMP), json.dumps(header, ensure_ascii=False, indent=1))
        for name, content in raw.items():
            archive.writestr(zipfile.ZipInfo(f"{name}.bin", STAMP), content)


def read_pack(path: str | PathLike[str]) -> Pack:
    """Read a pack and check it; `PackError` says what is wrong with the file, reading no more than that takes."""
    try:
        _check_file(Path(path))
        with zipfile.ZipFile(path) as archive:
            _check_parts(archive, Path(path).stat().st_size)
            header = _read_header(archive.read(HEADER), path)
            raw = {name: archive.read(f"{name}.bin") for name in header["arrays"]}
        if header.pop("sha256") != _checksum(header, raw):
            raise PackError(f"{path} is damaged: its checksum differs")
        arrays = {name: _array(name, raw[name], **form) for name, form in header["arrays"].items()}
        return Pack(header["name"], header["architecture"], header["settings"], arrays)
    except PackError:
        raise
    except FileNotFoundError as error:
        raise PackError(f"there is no model file {path}") from error
    except Exception as error:  # damage makes zipfile and json raise ten kinds, and what else it may be is in the cause
        raise PackError(f"{path} is not a model file of ner_news, or is damaged: {error!r}") from error


def _check_file(path: Path) -> None:
    """Look at the size of the file and of its directory, of which a part takes ten times its bytes in memory."""
    if not path.is_file():
        raise PackError(f"{path} is no file") if path.exists() else FileNotFoundError
    if path.stat().st_size > LARGEST:
        raise PackError(f"{path} has {path.stat().st_size:,} bytes; model files have {LARGEST:,} at most")
    with path.open("rb") as stream:
        stream.seek(-min(DIRECTORY_END.size, path.stat().st_size), os.SEEK_END)
        signature, _, _, _, count, size, _, comment = DIRECTORY_END.unpack(stream.read())
    if signature != b"PK\x05\x06" or comment or count > MOST_PARTS or size > MOST_PARTS * LARGEST_ENTRY:
        raise PackError(f"{path} is not a model file of ner_news, or is damaged: its end is not that of one")


def _check_parts(archive: zipfile.ZipFile, size: int) -> None:
    """Refuse what would unpack to more than the file has: compressed parts, and parts that lie in one another."""
    parts = archive.infolist()
    if any(part.compress_type != zipfile.ZIP_STORED for part in parts):
        raise PackError(f"{archive.filename} has compressed parts, which model files have not")
    if sum(part.file_size for part in parts) > size or archive.getinfo(HEADER).file_size > LARGEST_HEADER:
        raise PackError(f"{archive.filename} is damaged: it names larger parts than it has")


def _read_header(content: bytes, path: str | PathLike[str]) -> dict[str, Any]:
    header: dict[str, Any] = json.loads(
        content, parse_constant=_refuse, parse_float=_read_number, parse_int=partial(_read_number, kind=int)
    )
    if header["format"] != FORMAT:
        raise PackError(f"{path} has format {header['format']!r}; this version reads {FORMAT}")
    for name, kind in KINDS.items():
        if not isinstance(header[name], kind):
            raise PackError(f"{path}: {name} must be a {kind.__name__}, not {reprlib.repr(header[name])}")
    return header


def _read_number(written: str, kind: type[float] = float) -> float:
    number = kind(written)
    return number if abs(number) <= (LARGEST if kind is int else LARGEST_NUMBER) else _refuse(written)


def _refuse(number: str) -> float:
    raise PackError(f"a number of the settings is out of range: {reprlib.repr(number)}")


def _checksum(header: Mapping[str, Any], raw: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256(json.dumps(header, sort_keys=True).encode())
    for name in header["arrays"]:
        digest.update(raw[name])
    return digest.hexdigest()


def _array(name: str, content: bytes, dtype: str, shape: list[int]) -> NDArray[Any]:
    if dtype not in DTYPES:
        raise PackError(f"arrays of type {dtype!r} are not read; known: {', '.join(DTYPES)}")
    if not all(type(size) is int and size > 0 for size in shape):
        raise PackError(f"the array {name} is damaged: its shape is {reprlib.repr(shape)}")
    array = np.frombuffer(content, dtype).reshape(shape)
    if not (array.min() >= -LARGEST_NUMBER and array.max() <= LARGEST_NUMBER):  # of NaN neither holds
        raise PackError(f"the array {name} has numbers that are none of a network: NaN, or beyond {LARGEST_NUMBER:,}")
    return array
