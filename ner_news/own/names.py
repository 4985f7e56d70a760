"""Lists of names: from CSV, JSON lines, a dict or anything that yields records."""

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
NAMED: tuple[Label, ...] = tuple(label for label in LABELS if label != "DATE")


class OwnName(NamedTuple):
    """A name to be found in all its forms."""

    name: str
    """In the nominative, with its capitals."""
    label: Label
    lemma: str
    entity: str | None = None
    """The id that entities of this name get."""


Names: TypeAlias = str | Path | Mapping[str, Any] | Iterable[Any]
"""What a gazetteer is made from."""


def read_names(source: Names) -> list[OwnName]:
    """The names of a file of CSV or JSON lines, of a dict, or of an iterable of records and `OwnName`s.

    A record has `name` and `label` (`PER`, `ORG`, `LOC`) and, as wanted, `lemma`, which is the name where it is not
    given, and `entity`. A dict has names as keys, and labels or records as values. CSV has a header line. `InputError`
    names the first record that cannot be read, and a name that is there twice with different facts.

    >>> read_names({"Ромашка": "ORG", "Самара": {"label": "LOC", "entity": "Q894"}})[1]
    OwnName(name='Самара', label='LOC', lemma='Самара', entity='Q894')
    """
    names: dict[str, OwnName] = {}
    labels: dict[str, OwnName] = {}
    for place, record in _records(source):
        own = _name(place, record)
        if names.setdefault(own.name, own) != own:
            raise InputError(f"{place}: {own.name!r} is there twice: {names[own.name]} and {own}")
        if own.entity and labels.setdefault(own.entity, own).label != own.label:
            raise InputError(f"{place}: {own.entity!r} is {labels[own.entity].label} for {labels[own.entity].name!r}")
    return list(names.values())


def _records(source: Names) -> Iterator[tuple[str, Any]]:
    """Each record with its place, for complaints."""
    if isinstance(source, (str, Path)):
        yield from _lines(Path(source))
    elif isinstance(source, Mapping):
        for name, facts in source.items():
            yield "gazetteer", {"name": name, **({"label": facts} if isinstance(facts, str) else dict(facts))}
    else:
        for number, record in enumerate(source):
            yield f"gazetteer[{number}]", record


def _lines(path: Path) -> Iterator[tuple[str, Any]]:
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


def _name(place: str, record: Any) -> OwnName:
    if isinstance(record, OwnName):
        record = record._asdict()
    if not isinstance(record, Mapping):
        raise InputError(f"{place}: a record must have {', '.join(FIELDS[:2])}, not be {record!r}")
    fields = {field: record.get(field) or None for field in FIELDS}
    name, label = fields["name"], fields["label"]
    strange = {field: value for field, value in fields.items() if not isinstance(value, (str, type(None)))}
    if strange or name is None:
        raise InputError(f"{place}: a name is text, and so are label, lemma and entity: {dict(record)!r}")
    if label not in NAMED:
        raise InputError(f"{place}: label={label!r} of {name!r} is not known; allowed: {', '.join(NAMED)}")
    return OwnName(name, cast(Label, label), fields["lemma"] or name, fields["entity"])
