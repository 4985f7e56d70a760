"""Entries of a gazetteer, read from CSV, JSON, Excel, a dict or anything that yields records."""

import csv
import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple, TextIO, TypeAlias, cast

from ner_news.errors import InputError, OptionError
from ner_news.files import CSV_DELIMITERS, check_encoding, describe_binary, describe_undecoded, open_text, split_format
from ner_news.files.excel_files import read_table
from ner_news.files.json_values import iterate_values
from ner_news.frame_rows import is_frame, is_missing, iterate_rows
from ner_news.given import label_of
from ner_news.spans import LABELS, Label
from ner_news.unread_fields import UnreadFields, find_other_name

FIELDS = ("name", "label", "lemma", "entity")
NAME_LABELS: tuple[Label, ...] = tuple(label for label in LABELS if label != "DATE")


_LABEL_HINT = "; label= or --gazetteer-label gives it to names without one"


class GazetteerEntry(NamedTuple):
    """A name to be found in all its forms."""

    name: str
    """In the nominative, with its capitals."""
    label: Label
    lemma: str
    entity: str | None = None
    """The id that entities of this name get."""


GazetteerSource: TypeAlias = str | Path | Mapping[str, Any] | Iterable[Any]
"""A file, a dict of names, or records: see `read_entries`."""


def read_entries(
    source: GazetteerSource, *, label: Label | None = None, encoding: str | None = None, strict: bool = False
) -> list[GazetteerEntry]:
    """Read the entries of a file, of a dict, of a frame of pandas or polars, or of an iterable of records,
    `GazetteerEntry`s and bare names.

    A record has `name` and `label` (`PER`, `ORG`, `LOC`, or a word for one: «компания», GPE) and, as wanted, `entity`
    and `lemma`, which is the name where it is not given. A dict has names as keys, and labels or records as values. A
    file is CSV, TSV or Excel with a header line, JSON lines or an array of JSON, or a `.txt` with a name on each line.
    `label` is that of names without one, `encoding` that of a file, where it is not Unicode's.
    `InputError` names the first record that cannot be read, a name that is there twice with different facts, and a file
    without a name; fields that are not read are named in the log, once, and are errors where `strict`.

    >>> read_entries({"Ромашка": "ORG", "Самара": {"label": "LOC", "entity": "Q894"}})[1]
    GazetteerEntry(name='Самара', label='LOC', lemma='Самара', entity='Q894')
    >>> read_entries(["Ромашка"], label="ORG")
    [GazetteerEntry(name='Ромашка', label='ORG', lemma='Ромашка', entity=None)]
    """
    if label is not None and label not in NAME_LABELS:
        raise OptionError("label", label, NAME_LABELS)
    by_name: dict[str, GazetteerEntry] = {}
    by_entity: dict[str, GazetteerEntry] = {}
    unread = UnreadFields(FIELDS, strict=strict)
    for place, record in _read_records(source, check_encoding(encoding) if encoding else None):
        entry = _to_entry(place, record, label, unread)
        if by_name.setdefault(entry.name, entry) != entry:
            raise InputError(f"{place}: {entry.name!r} is there twice: {by_name[entry.name]} and {entry}")
        if entry.entity and (first := by_entity.setdefault(entry.entity, entry)).label != entry.label:
            raise InputError(f"{place}: {entry.entity!r} is {first.label} for {first.name!r}")
    if not by_name and isinstance(source, (str, Path)):
        raise InputError(f"{source}: holds no name")
    return list(by_name.values())


def _read_records(source: GazetteerSource, encoding: str | None) -> Iterator[tuple[str, Any]]:
    """Yield each record with its place in the source, for messages."""
    if isinstance(source, (str, Path)):
        yield from _read_file(Path(source), encoding)
    elif isinstance(source, Mapping):
        for name, facts in source.items():
            yield "gazetteer", _to_record(name, facts)
    else:
        for number, record in enumerate(_list_rows(source) if is_frame(source) else source):
            yield f"gazetteer[{number}]", record


def _to_record(name: Any, facts: Any) -> dict[str, Any]:
    """Return the record of a name in a dict: its facts are a label or fields; `None` leaves it to the default."""
    if isinstance(facts, Mapping):
        return {"name": name, **facts}
    if isinstance(facts, (str, type(None))):
        return {"name": name, "label": facts}
    raise InputError(f"gazetteer: {name!r} needs a label or a dict of {', '.join(FIELDS[1:])}, not {facts!r}")


def _list_rows(frame: Any) -> Iterator[dict[str, Any]]:
    return iterate_rows(frame, {str(column): column for column in frame.columns})


def _read_file(path: Path, encoding: str | None) -> Iterator[tuple[str, Any]]:
    """Yield each record of a file with the path and the number of its line."""
    number = 0
    form = split_format(path.name)[0]
    if form in ("parquet", "docbin"):
        raise InputError(f"{path}: a gazetteer is CSV, TSV, JSON, Excel or a .txt of names")
    if form == "xlsx":
        yield from _read_workbook(path)
        return
    try:
        with open_text(path, encoding) as stream:
            for number, record in _READERS.get(form or "csv", _read_rows)(stream):
                yield f"{path}:{number}", record
    except UnicodeDecodeError as error:
        raise InputError(f"{path}:{number + 1}: cannot be read: {describe_undecoded(error, encoding)}") from error
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror or error}") from error
    except (ValueError, RecursionError, csv.Error, EOFError, zlib.error) as error:
        if isinstance(error, InputError):
            raise InputError(f"{path}: {error}") from error
        raise InputError(f"{path}:{number + 1}: cannot be read: {error}") from error


def _read_workbook(path: Path) -> Iterator[tuple[str, Any]]:
    """Yield each row of the first sheet below its head; numbers, such as ids, become text."""
    columns: list[str] = []
    try:
        for number, cells, _ in read_table(path, "name"):
            row = [None if cell is None else str(cell) for cell in cells]
            if columns:
                yield f"{path}:{number}", {name: cell for name, cell in zip(columns, row, strict=False) if name}
            else:
                columns = [cell or "" for cell in row]
                _check_head(columns)
    except (InputError, OSError) as error:
        raise InputError(f"{path}: {error}") from error


def _check_head(columns: Sequence[str]) -> None:
    if "name" not in columns:
        like = find_other_name(columns, "name")
        hint = f"; is {like!r} the name?" if like else "; a list of names, one a line, is a .txt"
        raise InputError(f"the first line must name the columns ({', '.join(FIELDS)}), and has {list(columns)}{hint}")


def _read_names(stream: TextIO) -> Iterator[tuple[int, Any]]:
    for number, line in enumerate(stream, start=1):
        if line.strip():
            yield number, line.strip()


def _read_json_lines(stream: TextIO) -> Iterator[tuple[int, Any]]:
    for number, line in enumerate(stream, start=1):
        if line.strip():
            yield number, json.loads(line)


def _read_json(stream: TextIO) -> Iterator[tuple[int, Any]]:
    return ((number, value) for number, (value, _) in enumerate(iterate_values(stream.read()), start=1))


def _read_rows(stream: TextIO) -> Iterator[tuple[int, Any]]:
    head = stream.readline()
    if describe_binary(head.encode()):
        raise InputError(f"is no text, but {describe_binary(head.encode())}")
    delimiter = max(CSV_DELIMITERS, key=head.count)
    reader = csv.DictReader(chain([head], stream), delimiter=delimiter)
    columns = reader.fieldnames or []
    if head.strip():
        _check_head(columns)
    for record in reader:
        if None in record:
            raise InputError(f"line {reader.line_num} has more fields than the {len(columns)} columns")
        yield reader.line_num, record


_READERS: Mapping[str, Callable[[TextIO], Iterator[tuple[int, Any]]]] = {
    "text": _read_names,
    "jsonl": _read_json_lines,
    "json": _read_json,
}


def _to_entry(place: str, record: Any, default: Label | None, unread: UnreadFields) -> GazetteerEntry:
    if isinstance(record, GazetteerEntry):
        record = record._asdict()
    if isinstance(record, str) and default:
        record = {"name": record}
    if not isinstance(record, Mapping):
        raise InputError(f"{place}: a record must have {', '.join(FIELDS[:2])}, not be {record!r}{_LABEL_HINT}")
    try:
        unread.check(record, place)
    except InputError as error:
        raise InputError(f"{place}: {error}") from error
    fields = {field: None if is_missing(record.get(field)) else record[field] for field in FIELDS}
    name, label = fields["name"], fields["label"] or default
    label = label_of(label) or label if isinstance(label, str) else label
    strange = {field: value for field, value in fields.items() if not isinstance(value, (str, type(None)))}
    if strange or name is None:
        raise InputError(f"{place}: a name is text, and so are label, lemma and entity: {dict(record)!r}")
    if label not in NAME_LABELS:
        hint = "" if fields["label"] else _LABEL_HINT
        raise InputError(f"{place}: label={label!r} of {name!r} is not known; allowed: {', '.join(NAME_LABELS)}{hint}")
    return GazetteerEntry(name, cast(Label, label), fields["lemma"] or name, fields["entity"])
