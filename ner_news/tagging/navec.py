"""navec: 250,000 word vectors of Russian news in product-quantized form, as natasha ships them."""

import os
import tarfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from zlib import crc32, decompress

import numpy as np
from numpy.typing import NDArray

from ner_news.errors import PackError
from ner_news.resources import natasha_file

NEWS = "navec_news_v1_1B_250K_300d_100q"
UNKNOWN = "<unk>"
NEWLINE = 10
GZIP = 31
"""What zlib calls the format."""

PART = 8192
"""Words that are made objects of at a time, by eye."""


class Navec:
    """Word vectors: `rows` finds lower-case words, `vectors` unpacks rows."""

    def __init__(self, path: Path) -> None:
        with tarfile.open(path) as tar:
            self._words = WordIndex(*_read_words(tar))
            member = tar.getmember("pq.bin")
        rows, _, parts, centroids = np.fromfile(path, np.uint32, 4, offset=member.offset_data).tolist()
        self._rows = _RowFile(path, member.offset_data + 16, rows, parts)
        codes = np.fromfile(path, np.float32, offset=member.offset_data + 16 + rows * parts)
        self._codes = codes[: (member.size - 16 - rows * parts) // 4].reshape(parts * centroids, -1)
        self._parts = np.arange(parts) * centroids
        self.unknown: int = self._words.rows([UNKNOWN], 0)[0].item()
        self.width: int = parts * self._codes.shape[1]

    def rows(self, words: Sequence[str]) -> NDArray[np.int64]:
        """The row of each lower-case word; that of an unknown one where there is none."""
        return self._words.rows(words, self.unknown)

    def vectors(self, ids: NDArray[np.int64]) -> NDArray[np.float32]:
        """Unpacked vectors, words x width."""
        places = self._rows.read(ids) + self._parts  # words x parts
        chunks: NDArray[np.float32] = np.take(self._codes, places, axis=0)  # words x parts x chunk
        return chunks.reshape(len(ids), self.width)


class _RowFile:
    """Rows of bytes in a file: 25 MB, which stay there where the system can read from a place."""

    def __init__(self, path: Path, start: int, rows: int, width: int) -> None:
        self._start, self._width = start, width
        if hasattr(os, "pread"):
            self._file = os.open(path, os.O_RDONLY)
        else:  # on Windows mapped; all of it is in memory before long, as words lie anywhere
            self._map = np.memmap(path, np.uint8, "r", start, (rows, width))

    def read(self, ids: NDArray[np.int64]) -> NDArray[np.uint8]:
        """From words to words x width."""
        if not hasattr(os, "pread"):
            return self._map[ids]
        places = (self._start + self._width * ids).tolist()
        content = b"".join([os.pread(self._file, self._width, place) for place in places])
        return np.frombuffer(content, np.uint8).reshape(len(ids), self._width)


class WordIndex:
    """Finds words in a list of them: 8 MB for navec's 250,000, where a dictionary takes 45.

    >>> WordIndex("да\\nнет".encode()).rows(["нет", "быть может"], -1).tolist()
    [1, -1]
    """

    def __init__(self, words: bytes, first: int = 0) -> None:
        """Index the lines of `words` from the place `first` on."""
        ends = (np.frombuffer(words, np.uint8, offset=first) == NEWLINE).nonzero()[0] + first
        self._starts = np.concatenate([[first], ends + 1, [len(words) + 1]]).astype(np.int32)
        parts = (self._starts[place : place + PART + 1].tolist() for place in range(0, len(self._starts) - 1, PART))
        hashes = np.concatenate([_hash_lines(words, starts) for starts in parts])
        self._order = hashes.argsort(kind="stable").astype(np.int32)
        self._hashes = hashes[self._order]
        self._words = words

    def rows(self, words: Sequence[str], default: int) -> NDArray[np.int64]:
        """The place of each word in the list."""
        wanted = [word.encode("utf-8", "surrogatepass") for word in words]
        hashes = np.fromiter(map(crc32, wanted), np.uint32, len(wanted))
        places = self._hashes.searchsorted(hashes)
        places[places == len(self._hashes)] = 0
        rows = np.full(len(wanted), default, np.int64)
        [numbers] = (self._hashes[places] == hashes).nonzero()
        found = self._order[places[numbers]]
        starts, stops = self._starts[found].tolist(), self._starts[found + 1].tolist()
        for number, row, start, stop in zip(numbers.tolist(), found.tolist(), starts, stops, strict=True):
            is_same = self._words[start : stop - 1] == wanted[number]
            rows[number] = row if is_same else self._search(wanted[number], places[number] + 1, default)
        return rows

    def _search(self, wanted: bytes, place: int, default: int) -> int:
        """Look through the other words of one hash, which stand at `place` in its order; few have any."""
        while place < len(self._hashes) and self._hashes[place] == self._hashes[place - 1]:
            row = self._order[place]
            if self._words[self._starts[row] : self._starts[row + 1] - 1] == wanted:
                return int(row)
            place += 1
        return default


def _hash_lines(words: bytes, starts: Sequence[int]) -> NDArray[np.uint32]:
    """The hash of each line, from each start to the next."""
    lines = words[starts[0] : starts[-1] - 1].split(b"\n")
    return np.fromiter(map(crc32, lines), np.uint32, len(lines))


def _read_words(tar: tarfile.TarFile) -> tuple[bytes, int]:
    """All words, a line each, and where they begin: the file holds their number and their counts before, 4 bytes each.

    Neither packed nor unpacked are they copied: what is freed between what stays would not go back to the system.
    """
    stream = tar.extractfile("vocab.bin")
    if stream is None:
        raise PackError(f"{tar.name!r} holds no vocab.bin")
    packed = stream.read()
    content = decompress(packed, GZIP, int.from_bytes(packed[-4:], "little"))
    return content, 4 + 4 * int.from_bytes(content[:4], "little")


@cache
def load_navec(name: str) -> Navec:
    """The embeddings of that name, loaded once a process and shared; `PackError` for an unknown name."""
    if name != NEWS:
        raise PackError(f"the embeddings {name!r} are not known; known: {NEWS!r}")
    return Navec(natasha_file(f"emb/{NEWS}.tar"))
