"""Annotated files of three kinds: JSON lines, brat's folders, CoNLL's columns.

JSON lines: one object a line with `text`, `spans` (a list of `{"start", "stop", "label"}`, offsets in characters) and,
as wanted, `id`; `nested` may list names inside and beside others; other fields are left alone. A name ending in
`.gz` is unpacked.

brat: a folder of `NAME.txt` with `NAME.ann`; the lines `T1⇥PER 0 6⇥Москва` count, spans in pieces
(`0 6;10 14`) are an error.

CoNLL: a token a line, the last column its tag (`B-PER`, `I-PER`, `O`; also `E-` and `S-`), an empty line between
sentences, `-DOCSTART-` between documents. The text is put together with spaces, so prefer the other two.
"""

import gzip
import json
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from ner_news.errors import GoldError
from ner_news.training.gold import GoldDocument, GoldSpan, Labels, Place, check, checked

DOCUMENT_START = "-DOCSTART-"
COLUMNS = (".conll", ".bio", ".iob", ".tsv", ".txt")


def read_gold(path: Path, labels: Labels) -> list[GoldDocument]:
    """All documents of a file or a folder, checked; what it holds its ending says.

    `GoldError` names file, line and reason of the first fault.
    """
    if not path.exists():
        raise GoldError(path, 0, "there is no such file")
    return list(_reader(path)(path, labels))


def _reader(path: Path) -> Callable[[Path, Labels], Iterator[GoldDocument]]:
    if path.is_dir():
        return read_brat
    return read_conll if path.name.removesuffix(".gz").endswith(COLUMNS) else read_jsonl


def read_jsonl(path: Path, labels: Labels) -> Iterator[GoldDocument]:
    """The documents of a file of JSON lines."""
    seen: set[str] = set()
    for number, line in enumerate(read_lines(path), start=1):
        if line.strip():
            document = _record(Place(str(path), number), line, labels)
            if document.id in seen:
                raise GoldError(path, number, f"the id {document.id!r} was there before")
            seen.add(document.id)
            yield document


def read_lines(path: Path) -> Iterator[str]:
    """The lines of a text in UTF-8, unpacked where its name ends in `.gz`; `GoldError` where that cannot be done."""
    number = 0
    try:
        with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as stream:
            for number, line in enumerate(stream, start=1):
                text = line.decode()
                yield text.removeprefix("\ufeff") if number == 1 else text
    except UnicodeDecodeError as error:
        raise GoldError(path, number, f"not UTF-8: byte {error.start} is {error.object[error.start]:#04x}") from error
    except (OSError, EOFError, zlib.error) as error:
        raise GoldError(path, number + 1, f"cannot be read: {error}") from error


def _record(place: Place, line: str, labels: Labels) -> GoldDocument:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise GoldError(*place, f"not JSON: {error}") from error
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise GoldError(*place, "a line must be a JSON object with 'text', a string")
    spans, nested = ([_span(place, fields) for fields in _list(place, record, name)] for name in ("spans", "nested"))
    name = f"{place.path}:{place.line}" if record.get("id") is None else str(record["id"])
    return checked(place, name, record["text"], spans, labels, nested)


def _list(place: Place, record: Mapping[str, Any], name: str) -> list[Any]:
    found = record.get(name, [] if name == "nested" else None)
    if not isinstance(found, list):
        raise GoldError(*place, f"'{name}' must be a list, not {type(found).__name__}")
    return found


def _span(place: Place, fields: Any) -> GoldSpan:
    if not isinstance(fields, dict):
        raise GoldError(*place, f"a span must be an object, not {fields!r}")
    start, stop, label = (fields.get(name) for name in GoldSpan._fields)
    if type(start) is not int or type(stop) is not int or not isinstance(label, str):
        raise GoldError(*place, f"a span needs whole numbers 'start' and 'stop' and a 'label': {fields!r}")
    return GoldSpan(start, stop, label)


def read_brat(path: Path, labels: Labels) -> Iterator[GoldDocument]:
    """The documents of a folder."""
    texts = sorted(path.glob("*.txt"))
    if not texts:
        raise GoldError(path, 0, "the folder holds no .txt file")
    for file in texts:
        notes = file.with_suffix(".ann")
        if not notes.exists():
            raise GoldError(notes, 0, "there is no such file beside the .txt")
        text = "".join(read_lines(file))
        spans = []
        for number, line in enumerate(read_lines(notes), start=1):
            if line.startswith("T"):
                place = Place(str(notes), number)
                span = _brat_span(place, line.rstrip("\r\n"), text)
                if span.label not in labels.ignored:
                    check(place, text, span, labels)
                    spans.append(span)
        yield checked(Place(str(notes), 1), file.stem, text, spans, labels)


def _brat_span(place: Place, line: str, text: str) -> GoldSpan:
    try:
        _, where, written = line.split("\t")
        label, start, stop = where.split(" ")
        span = GoldSpan(int(start), int(stop), label)
    except ValueError as error:
        raise GoldError(*place, f"not a text-bound annotation of one piece: {line!r}") from error
    if text[span.start : span.stop] != written:
        raise GoldError(*place, f"the text has «{text[span.start : span.stop]}» at {start}:{stop}, not «{written}»")
    return span


class Token(NamedTuple):
    """A token of a file of columns; a sentence's end is a newline."""

    line: int
    word: str
    tag: str


def read_conll(path: Path, labels: Labels) -> Iterator[GoldDocument]:
    """The documents of a file of columns."""
    tokens: list[Token] = []
    number = 0
    for number, line in enumerate(read_lines(path), start=1):
        columns = line.split()
        if columns and columns[0] == DOCUMENT_START:
            yield from _document(path, tokens, labels)
            tokens = []
        elif not columns:
            tokens.append(Token(number, "\n", "O"))
        elif len(columns) < 2 or columns[-1][:2] not in ("B-", "I-", "E-", "S-", "O"):
            raise GoldError(path, number, f"not a token with a tag: {line.strip()!r}")
        else:
            tokens.append(Token(number, columns[0], columns[-1]))
    yield from _document(path, tokens, labels)


def _document(path: Path, tokens: Sequence[Token], labels: Labels) -> Iterator[GoldDocument]:
    """The document of some tokens, if there are any."""
    words = [token for token in tokens if token.word != "\n"]
    if words:
        place = Place(str(path), words[0].line)
        yield checked(place, f"{path}:{place.line}", *_joined(path, tokens), labels)


def _joined(path: Path, tokens: Sequence[Token]) -> tuple[str, list[GoldSpan]]:
    """The text, sentences on lines of their own, and the spans of its tags."""
    text = ""
    spans: list[GoldSpan] = []
    before = "O"
    for line, word, tag in tokens:
        if text and word != "\n" and not text.endswith("\n"):
            text += " "
        if tag[:2] in ("I-", "E-"):
            if before[2:] != tag[2:]:
                raise GoldError(path, line, f"the tag {tag} of «{word}» goes on what was not begun")
            spans[-1] = spans[-1]._replace(stop=len(text) + len(word))
        elif tag != "O":
            spans.append(GoldSpan(len(text), len(text) + len(word), tag[2:]))
        text += word
        before = tag
    return text, spans
