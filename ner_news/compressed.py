"""Compressed files by their endings: gzip is Python's, zstd an extra."""

import gzip
import io
from collections.abc import Callable
from typing import Any, BinaryIO, cast

from ner_news.errors import MissingExtraError

ENDINGS = (".gz", ".zst")

GZIP_LEVEL = 6
ZSTD_LEVEL = 3

CHUNK = 65_536
"""Compressed bytes read at a time."""

PIECE = 1024
"""Compressed bytes unpacked at a time: of one letter over and over they hold 10,000 times as many."""


def without_compression(name: str) -> tuple[str, str]:
    """A lower-case file name without the ending of its compression, and that ending.

    >>> without_compression("News.jsonl.GZ"), without_compression("news.csv")
    (('news.jsonl', '.gz'), ('news.csv', ''))
    """
    lower = name.lower()
    ending = next((ending for ending in ENDINGS if lower.endswith(ending)), "")
    return lower.removesuffix(ending), ending


def decompressed(stream: BinaryIO, ending: str) -> BinaryIO:
    """What the stream holds, as it is read; `EOFError` or `OSError` where it is cut off or damaged."""
    if ending == ".gz":
        return cast(BinaryIO, gzip.GzipFile(fileobj=stream))
    if ending == ".zst":
        return cast(BinaryIO, io.BufferedReader(_Frames(stream)))
    return stream


def compressor(ending: str) -> Callable[[bytes], bytes]:
    """A function that compresses a piece of a file; pieces one after another are a file.

    >>> gzip.decompress(compressor(".gz")(b"one ") + compressor(".gz")(b"two"))
    b'one two'
    """
    if ending == ".gz":
        return _gzipped
    if ending == ".zst":
        _zstandard()
        return _zstandardized
    return bytes


def _gzipped(content: bytes) -> bytes:
    return gzip.compress(content, GZIP_LEVEL, mtime=0)


def _zstandardized(content: bytes) -> bytes:
    return bytes(_zstandard().ZstdCompressor(level=ZSTD_LEVEL, write_checksum=True).compress(content))


def _zstandard() -> Any:
    try:
        import zstandard
    except ImportError as error:
        raise MissingExtraError("a .zst file", "zstd") from error
    return zstandard


class _Frames(io.RawIOBase):
    """What frames of zstd hold; the library's own reader takes a file that is cut off for a whole one."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._make = _zstandard().ZstdDecompressor().decompressobj
        self._frame: Any = None
        self._coming = b""
        self._ready = memoryview(b"")
        self._errors = _zstandard().ZstdError

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._ready:
            self._coming = self._coming or self._stream.read(CHUNK)
            if not self._coming:
                if self._frame is not None:
                    raise EOFError("a frame is cut off")
                return 0
            self._frame = self._frame or self._make()
            piece, self._coming = self._coming[:PIECE], self._coming[PIECE:]
            try:
                self._ready = memoryview(self._frame.decompress(piece))
            except self._errors as error:
                raise OSError(f"damaged: {error}") from error
            if self._frame.eof:
                self._coming = self._frame.unused_data + self._coming
                self._frame = None
        count = min(len(buffer), len(self._ready))
        buffer[:count] = self._ready[:count]
        self._ready = self._ready[count:]
        return count
