"""Entries of a gazetteer, read from CSV, JSON lines, a dict or anything that yields records."""

import csv
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias, cast

from ner_news.errors import InputError
from ner_news.files import CSV_DELIMITERS, open_text, split_format
from ner_news.spans import LABELS, Label

FIELDS = ("name", "label", "lemma", "entity")
NAME_LABELS: tuple[Label, ...] = tuple(label for label in LABELS if label != "DATE")


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


def read_entries(source: GazetteerSource) -> list[GazetteerEntry]:
    """Read the entries of a file of CSV or JSON lines, of a dict, or of an iterable of records and `GazetteerEntry`s.

    A record has `name` and `label` (`PER`, `ORG`, `LOC`) and, as wanted, `entity` and `lemma`, which is the name
    where it is not given. A dict has names as keys, and labels or records as values. CSV has a header line.
    `InputError` names the first record that cannot be read, and a name that is there twice with different facts.

    >>> read_entries({"Ромашка": "ORG", "Самара": {"label": "LOC", "entity": "Q894"}})[1]
    GazetteerEntry(name='Самара', label='LOC', lemma='Самара', entity='Q894')
    """
    by_name: dict[str, GazetteerEntry] = {}
    by_entity: dict[str, GazetteerEntry] = {}
    for place, record in _read_records(source):
        entry = _to_entry(place, record)
        if by_name.setdefault(entry.name, entry) != entry:
            raise InputError(f"{place}: {entry.name!r} is there twice: {by_name[entry.name]} and {entry}")
        if entry.entity and (first := by_entity.setdefault(entry.entity, entry)).label != entry.label:
            raise InputError(f"{place}: {entry.entity!r} is {first.label} for {first.name!r}")
    return list(by_name.values())


def _read_records(source: GazetteerSource) -> Iterator[tuple[str, Any]]:
    """Yield each record with its place in the source, for messages."""
    if isinstance(source, (str, Path)):
        yield from _read_file(Path(source))
    elif isinstance(source, Mapping):
        for name, facts in source.items():
            yield "gazetteer", {"name": name, **({"label": facts} if isinstance(facts, str) else dict(facts))}
    else:
        for number, record in enumerate(source):
            yield f"gazetteer[{number}]", record


def _read_file(path: Path) -> Iterator[tuple[str, Any]]:
    """Yield each record of a file with the path and the number of its line."""
    number = 0
    try:
        with open_text(path) as stream:
            if split_format(path.name)[0] == "jsonl":
                for number, line in enumerate(stream, start=1):
                    if line.strip():
                        yield f"{path}:{number}", json.loads(line)
            else:
                head = stream.readline()
                reader = csv.DictReader(chain([head], stream), delimiter=max(CSV_DELIMITERS, key=head.count))
                for record in reader:
                    number = reader.line_num
                    yield f"{path}:{number}", record
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror or error}") from error
    except (ValueError, RecursionError, csv.Error, EOFError, zlib.error) as error:
        raise InputError(f"{path}:{number}: cannot be read: {error}") from error


def _to_entry(place: str, record: Any) -> GazetteerEntry:
    if isinstance(record, GazetteerEntry):
        record = record._asdict()
    if not isinstance(record, Mapping):
        raise InputError(f"{place}: a record must have {', '.join(FIELDS[:2])}, not be {record!r}")
    fields = {field: record.get(field) or None for field in FIELDS}
    name, label = fields["name"], fields["label"]
    strange = {field: value for field, value in fields.items() if not isinstance(value, (str, type(None)))}
    if strange or name is None:
        raise InputError(f"{place}: a name is text, and so are label, lemma and entity: {dict(record)!r}")
    if label not in NAME_LABELS:
        raise InputError(f"{place}: label={label!r} of {name!r} is not known; allowed: {', '.join(NAME_LABELS)}")
    return GazetteerEntry(name, cast(Label, label), fields["lemma"] or name, fields["entity"])
