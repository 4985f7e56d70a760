"""navec: 250,000 word vectors of Russian news in product-quantized form, as natasha ships them."""

import gzip
import tarfile
from functools import cache
from itertools import count
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ner_news.errors import PackError
from ner_news.resources import natasha_file

NEWS = "navec_news_v1_1B_250K_300d_100q"
UNKNOWN = "<unk>"


class Navec:
    """Word vectors: `ids` maps a lower-case word to its row, `vectors` unpacks rows."""

    def __init__(self, path: Path) -> None:
        with tarfile.open(path) as tar:
            words = _read_words(tar)
            member = tar.getmember("pq.bin")
        rows, _, parts, centroids = np.fromfile(path, np.uint32, 4, offset=member.offset_data).tolist()
        # Mapped, not read: 25 MB of which a run touches a part, shared by all processes.
        self._indexes = np.memmap(path, np.uint8, "r", member.offset_data + 16, (rows, parts))
        codes = np.fromfile(path, np.float32, offset=member.offset_data + 16 + rows * parts)
        self._codes = codes[: (member.size - 16 - rows * parts) // 4].reshape(parts * centroids, -1)
        self._parts = np.arange(parts) * centroids
        self.ids: dict[str, int] = dict(zip(words, count(), strict=False))
        self.unknown: int = self.ids[UNKNOWN]
        self.width: int = parts * self._codes.shape[1]

    def vectors(self, ids: NDArray[np.int64]) -> NDArray[np.float32]:
        """Unpacked vectors, words x width."""
        places = self._indexes[ids] + self._parts  # words x parts
        chunks: NDArray[np.float32] = np.take(self._codes, places, axis=0)  # words x parts x chunk
        return chunks.reshape(len(ids), self.width)


def _read_words(tar: tarfile.TarFile) -> list[str]:
    """All words: the file holds their number, their counts (4 bytes each) and the words, a line each."""
    stream = tar.extractfile("vocab.bin")
    if stream is None:
        raise PackError(f"{tar.name!r} holds no vocab.bin")
    content = gzip.decompress(stream.read())
    size = int.from_bytes(content[:4], "little")
    return content[4 + 4 * size :].decode().split("\n")


@cache
def load_navec(name: str) -> Navec:
    """The embeddings of that name, loaded once a process and shared; `PackError` for an unknown name."""
    if name != NEWS:
        raise PackError(f"the embeddings {name!r} are not known; known: {NEWS!r}")
    return Navec(natasha_file(f"emb/{NEWS}.tar"))
