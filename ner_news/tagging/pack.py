"""The model file: a "pack" of JSON and raw arrays with a version and a checksum, never pickle.

A pack is a plain zip archive: `pack.json` (what the network is), and an `.bin` file for each array, raw bytes in
C order, little-endian. `pack.json` holds the format's version, each array's type and shape, and a SHA-256 of
everything: of itself without that line, then of each array's bytes.
"""

import hashlib
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ner_news.errors import PackError

FORMAT = 1
HEADER = "pack.json"
DTYPES = ("<f4", "<f2", "|i1", "|u1", "<i4")
STAMP = (1980, 1, 1, 0, 0, 0)
"""One time for every file inside: equal packs are equal bytes."""


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
    part = Path(path).with_name(f"{Path(path).name}.part")  # a pack is there as a whole or not at all
    with zipfile.ZipFile(part, "w") as archive:
        archive.writestr(zipfile.ZipInfo(HEADER, STAMP), json.dumps(header, ensure_ascii=False, indent=1))
        for name, content in raw.items():
            archive.writestr(zipfile.ZipInfo(f"{name}.bin", STAMP), content)
    part.replace(path)


def read_pack(path: str | PathLike[str]) -> Pack:
    """Read a pack and check it; `PackError` says what is wrong with the file."""
    try:
        with zipfile.ZipFile(path) as archive:
            header = json.loads(archive.read(HEADER))
            _check_format(header, path)
            raw = {name: archive.read(f"{name}.bin") for name in header["arrays"]}
        if header.pop("sha256") != _checksum(header, raw):
            raise PackError(f"{path} is damaged: its checksum differs")
        arrays = {name: _array(raw[name], **form) for name, form in header["arrays"].items()}
        return Pack(header["name"], header["architecture"], header["settings"], arrays)
    except FileNotFoundError as error:
        raise PackError(f"there is no model file {path}") from error
    except (OSError, zipfile.BadZipFile, KeyError, TypeError, ValueError, RuntimeError) as error:
        if isinstance(error, PackError):
            raise
        raise PackError(f"{path} is not a model file of ner_news, or is damaged: {error}") from error


def _check_format(header: Mapping[str, Any], path: str | PathLike[str]) -> None:
    if header["format"] != FORMAT:
        raise PackError(f"{path} has format {header['format']!r}; this version reads {FORMAT}")


def _checksum(header: Mapping[str, Any], raw: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256(json.dumps(header, sort_keys=True).encode())
    for name in header["arrays"]:
        digest.update(raw[name])
    return digest.hexdigest()


def _array(content: bytes, dtype: str, shape: list[int]) -> NDArray[Any]:
    if dtype not in DTYPES:
        raise PackError(f"arrays of type {dtype!r} are not read; known: {', '.join(DTYPES)}")
    return np.frombuffer(content, dtype).reshape(shape)
