"""navec: 250,000 word vectors of Russian news in product-quantized form, as natasha ships them."""

import gzip
import tarfile
from collections.abc import Sequence
from functools import cache
from itertools import repeat
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from ner_news.errors import PackError
from ner_news.resources import natasha_file

NEWS = "navec_news_v1_1B_250K_300d_100q"
UNKNOWN = "<unk>"


class Navec:
    """Word vectors: `rows` finds lower-case words, `vectors` unpacks rows."""

    def __init__(self, path: Path) -> None:
        with tarfile.open(path) as tar:
            self._words = WordIndex(_read_words(tar))
            member = tar.getmember("pq.bin")
        rows, _, parts, centroids = np.fromfile(path, np.uint32, 4, offset=member.offset_data).tolist()
        # Mapped, not read: 25 MB of which a run touches a part, shared by all processes.
        self._indexes = np.memmap(path, np.uint8, "r", member.offset_data + 16, (rows, parts))
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
        places = self._indexes[ids] + self._parts  # words x parts
        chunks: NDArray[np.float32] = np.take(self._codes, places, axis=0)  # words x parts x chunk
        return chunks.reshape(len(ids), self.width)


class WordIndex:
    """Finds words in a list of them: 8 MB for navec's 250,000, where a dictionary takes 45.

    >>> WordIndex("да\\nнет".encode()).rows(["нет", "быть может"], -1).tolist()
    [1, -1]
    """

    def __init__(self, words: bytes) -> None:
        lines = words.split(b"\n")
        hashes = np.fromiter(map(crc32, lines), np.uint32, len(lines))
        self._order = hashes.argsort(kind="stable").astype(np.int32)
        self._hashes = hashes[self._order]
        self._words = words
        ends = np.fromiter(map(len, lines), np.int64, len(lines)).cumsum() + np.arange(len(lines))
        self._starts = np.concatenate([[0], ends + 1]).astype(np.int32)

    def rows(self, words: Sequence[str], default: int) -> NDArray[np.int64]:
        """The place of each word in the list."""
        wanted = [word.encode("utf-8", "surrogatepass") for word in words]
        hashes = np.fromiter(map(crc32, wanted), np.uint32, len(wanted))
        places = self._hashes.searchsorted(hashes).tolist()
        return np.fromiter(map(self._row, wanted, hashes.tolist(), places, repeat(default)), np.int64, len(wanted))

    def _row(self, wanted: bytes, number: int, place: int, default: int) -> int:
        """Looks through the words of that hash, which begin at `place` in its order."""
        while place < len(self._hashes) and self._hashes[place] == number:
            row = self._order[place]
            if self._words[self._starts[row] : self._starts[row + 1] - 1] == wanted:
                return int(row)
            place += 1
        return default


def _read_words(tar: tarfile.TarFile) -> bytes:
    """All words: the file holds their number, their counts (4 bytes each) and the words, a line each."""
    stream = tar.extractfile("vocab.bin")
    if stream is None:
        raise PackError(f"{tar.name!r} holds no vocab.bin")
    content = gzip.decompress(stream.read())
    size = int.from_bytes(content[:4], "little")
    return content[4 + 4 * size :]


@cache
def load_navec(name: str) -> Navec:
    """The embeddings of that name, loaded once a process and shared; `PackError` for an unknown name."""
    if name != NEWS:
        raise PackError(f"the embeddings {name!r} are not known; known: {NEWS!r}")
    return Navec(natasha_file(f"emb/{NEWS}.tar"))
