"""Lines of text files, read and written; what cannot be read is named with file and line."""

import gzip
import zlib
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path

from ner_news.characters import without_surrogates
from ner_news.errors import GoldError

BYTE_ORDER_MARK = "\ufeff"
ZERO_WIDTH_SPACE = "\u200b"


def read_lines(path: Path) -> Iterator[str]:
    """The lines of a text in UTF-8, unpacked where its name ends in `.gz`; `GoldError` where that cannot be done."""
    number = 0
    try:
        with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as stream:
            for number, line in enumerate(stream, start=1):
                text = line.decode()
                yield text.removeprefix(BYTE_ORDER_MARK) if number == 1 else text
    except UnicodeDecodeError as error:
        raise GoldError(path, number, f"not UTF-8: byte {error.start} is {error.object[error.start]:#04x}") from error
    except (OSError, EOFError, zlib.error) as error:
        raise GoldError(path, number + 1, f"cannot be read: {error}") from error


def write_lines(path: Path, lines: Iterable[str]) -> None:
    """The lines, each ended by a newline, in UTF-8, packed where the name ends in `.gz`."""
    with path.open("wb") as file:
        packed = gzip.GzipFile("", "wb", fileobj=file, mtime=0) if path.suffix == ".gz" else nullcontext(file)
        with packed as stream:
            stream.writelines(f"{line}\n".encode() for line in lines)


def encodable(text: str) -> str:
    """The text as a file in UTF-8 can hold it, character for character: half surrogates become «�», and a byte order
    mark at its start, which readers drop, a zero-width space.

    >>> encodable("Минск\\ud800")
    'Минск�'
    """
    text = without_surrogates(text)
    return ZERO_WIDTH_SPACE + text[1:] if text.startswith(BYTE_ORDER_MARK) else text
