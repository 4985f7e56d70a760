"""Articles from files: plain text, JSON, CSV, Parquet, Excel, standard input, packed or not, and folders of such files.

What cannot be read is reported, never dropped.
"""

import csv
import logging
import os
import sys
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

from ner_news.articles.article_fields import Fields, Record, Unreadable
from ner_news.articles.input_formats import FILE_READERS, STREAM_READERS
from ner_news.errors import InputError
from ner_news.files import (
    decompress,
    describe_binary,
    describe_undecoded,
    endings_of,
    split_compression,
    split_format,
    to_utf8,
)
from ner_news.files.binary_files import LONGEST

STDIN = "-"
KINDS = ("auto", "text", "jsonl", "json", "csv", "tsv", "parquet", "xlsx")
INPUT_ENDINGS = endings_of(*KINDS)
"""The endings of files that are read in a folder; a file given by its name is plain text with any other ending."""
LOCKS = (".", "~$")
"""What the names of hidden files begin with, and of those that Excel keeps beside an open one."""

log = logging.getLogger("ner_news")


def find_files(names: Iterable[str], kind: str = "auto") -> list[str]:
    """Return the files of the names, those of folders in the order of their paths; the log tells what is left out.

    `InputError` names what there is not, a folder that cannot be read, one without a file of a known ending, and a
    file that is given by its name and holds no text.
    """
    found: list[str] = []
    for name in names:
        if not name:
            raise InputError("'': a file needs a name")
        path = Path(name)
        if name == STDIN or (path.exists() and not path.is_dir()):
            _refuse_binary(path, kind)
            found.append(name)
        elif not path.exists():
            raise InputError(f"{name}: there is no such file")
        else:
            found += map(str, _find_inside(path))
    return found


def _find_inside(folder: Path) -> list[Path]:
    every = sorted(each for each in _walk(folder) if not each.name.startswith(LOCKS) and not _is_special(each))
    inside = [each for each in every if split_format(each.name)[0] in KINDS]
    if not inside:
        raise InputError(f"{folder}: is a folder without files in {', '.join(INPUT_ENDINGS)}")
    others = Counter(each.suffix or "without one" for each in every if split_format(each.name)[0] not in KINDS)
    if others:
        counts = ", ".join(f"{count} {ending}" for ending, count in others.most_common())
        log.warning("%s: files of other endings are not read: %s", folder, counts)
    return inside


def _is_special(path: Path) -> bool:
    """Tell whether it is a pipe, a socket or a device, which is named: to open one may wait for ever."""
    if not path.exists() or path.is_file():
        return False
    log.warning("%s: is no file, and is read only where it is asked for by its name", path)
    return True


def _refuse_binary(path: Path, kind: str) -> None:
    """Raise `InputError` for a file that is no text and whose name tells of no other format."""
    form, compression = split_format(path.name)
    if compression or {form, kind} & {*FILE_READERS} or not path.is_file():
        return
    try:
        with path.open("rb") as stream:
            binary = describe_binary(stream.read(LONGEST))
    except OSError:
        return  # is told where it is opened to be read
    if binary:
        raise InputError(f"{path}: is no text, but {binary}")


def _walk(folder: Path) -> Iterator[Path]:
    """Yield all files, those behind links too, but those of each folder once."""
    seen: set[str] = set()
    for place, folders, names in os.walk(folder, onerror=_refuse, followlinks=True):
        yield from (Path(place, name) for name in names)
        seen.add(os.path.realpath(place))
        folders[:] = [name for name in folders if os.path.realpath(os.path.join(place, name)) not in seen]


def _refuse(error: OSError) -> None:
    raise InputError(f"{error.filename}: {error.strerror}") from error


def read_files(
    names: Iterable[str], kind: str, fields: Fields, largest: int | None = None, encoding: str | None = None
) -> Iterator[Record]:
    """Yield the records of all files in order; `-` is standard input.

    `kind` is one of `KINDS`; with `auto` the ending tells the format. A plain file is one article, named by its path. A
    record of more than `largest` bytes is unreadable, and no more of it is held in memory where it stands in lines or a
    plain file. A file that is cut off or damaged ends with an unreadable record. Fields that are not read are named.
    """
    fields = fields.watched()
    for name in names:
        form = kind if kind != "auto" else _format_of(name)
        if form in FILE_READERS:
            if name == STDIN:
                raise InputError(f"-: {form} is read from files alone")
            yield from FILE_READERS[form](name, fields, largest)
        elif name == STDIN:
            yield from read_stream(name, sys.stdin.buffer, form, fields, largest, encoding)
        else:
            with ExitStack() as opened:
                try:
                    stream = opened.enter_context(Path(name).open("rb"))
                except OSError as error:
                    yield Record(name, Unreadable(f"cannot be opened: {error.strerror}"), 0)
                    continue
                yield from read_stream(name, stream, form, fields, largest, encoding)


def _format_of(name: str) -> str:
    form, _ = split_format(name)
    return form if form in KINDS else "text"


def read_stream(
    name: str, stream: BinaryIO, form: str, fields: Fields, largest: int | None = None, encoding: str | None = None
) -> Iterator[Record]:
    """Yield the records of one open file of that name; `form` is one of those read from streams.

    `encoding` is Python's name of one; without it files are in UTF-8, or in UTF-16 where they begin with its mark.
    """
    compression = split_compression(name)[1]
    place, before = name, 0
    try:
        text = to_utf8(decompress(stream, compression), encoding)
        for record in STREAM_READERS[form](name, text, fields, largest):
            place = record.place
            if (
                compression or text is not stream
            ) and stream.seekable():  # the progress is counted in bytes on the disk
                position = stream.tell()
                record, before = record._replace(size=position - before), position
            yield record
    except (EOFError, OSError, zlib.error, csv.Error, UnicodeDecodeError) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise
        after = f"{place}: after it " if place != name else f"{name}: "
        reason = describe_undecoded(error, encoding) if isinstance(error, UnicodeDecodeError) else str(error)
        yield Record(f"{after}the file cannot be read", Unreadable(reason), 0)
