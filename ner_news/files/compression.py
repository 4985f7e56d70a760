"""Compressed files: gzip is Python's own, zstd needs an extra."""

import gzip
import io
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Any, BinaryIO, cast

from ner_news.errors import MissingExtraError

GZIP_LEVEL = 6
ZSTD_LEVEL = 3

CHUNK = 65_536
"""Compressed bytes read at a time."""

PIECE = 1024
"""Compressed bytes unpacked at a time: they may hold 10,000 times as many, of one letter over and over."""


def decompress(stream: BinaryIO, ending: str) -> BinaryIO:
    """Return a stream that unpacks this one while it is read; `ending` is one of `COMPRESSIONS`, or empty.

    Reading raises `EOFError`, `OSError` or `zlib.error` where the stream is cut off or damaged.
    """
    if ending == ".gz":
        return cast(BinaryIO, gzip.GzipFile(fileobj=stream))
    if ending == ".zst":
        return cast(BinaryIO, io.BufferedReader(_ZstdFrames(stream)))
    return stream


def compress_pieces(ending: str) -> Callable[[bytes], bytes]:
    """Return a function that compresses a piece of a file; pieces one after another are a file.

    >>> gzip.decompress(compress_pieces(".gz")(b"one ") + compress_pieces(".gz")(b"two"))
    b'one two'
    """
    if ending == ".gz":
        return _compress_gzip
    if ending == ".zst":
        _zstandard()
        return _compress_zstd
    return bytes


def _compress_gzip(content: bytes) -> bytes:
    return gzip.compress(content, GZIP_LEVEL, mtime=0)


def _compress_zstd(content: bytes) -> bytes:
    return bytes(_zstd_compressor().compress(content))


def compress_stream(stream: BinaryIO, ending: str) -> AbstractContextManager[BinaryIO]:
    """Return a stream that packs what is written to it into this one, which stays open at its end."""
    if ending == ".gz":
        return cast(AbstractContextManager[BinaryIO], gzip.GzipFile("", "wb", fileobj=stream, mtime=0))
    if ending == ".zst":
        return cast(AbstractContextManager[BinaryIO], _zstd_compressor().stream_writer(stream, closefd=False))
    return nullcontext(stream)


def _zstd_compressor() -> Any:
    return _zstandard().ZstdCompressor(level=ZSTD_LEVEL, write_checksum=True)


def _zstandard() -> Any:
    """Return the module; `Any`, for its types are there only with the extra."""
    try:
        import zstandard
    except ImportError as error:
        raise MissingExtraError("a .zst file", "zstd") from error
    return zstandard


class _ZstdFrames(io.RawIOBase):
    """Unpacks frames of zstd; the library's own reader takes a file that is cut off for a whole one."""

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
