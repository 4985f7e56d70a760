"""JSON lines: documents, without any loss, and annotated texts.

A document's line is `Document.to_json`. An annotated text's has `text`, `spans` (a list of
`{"start", "stop", "label"}`, offsets in characters) and, as wanted, `id`; `nested` may list names inside and beside
others; other fields are left alone, so that a document is an annotated text too. `.gz` and `.zst` are unpacked.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from ner_news.characters import without_surrogates
from ner_news.errors import GoldError
from ner_news.export.annotated import Annotated, AnnotatedText, FileLine, GoldSpan
from ner_news.files import read_lines, split_format, write_lines
from ner_news.models import Document

ROLE = "ROLE"
"""The label of a role among annotated spans."""


def read_jsonl(path: Path) -> Iterator[Annotated]:
    """Read the documents of a file, and the annotated texts, which have no `entities`.

    `GoldError` names the first fault.
    """
    for place, record in _read_records(path):
        yield _parse_document(place, record) if "entities" in record else _parse_annotated(place, record)


def holds_documents(path: Path) -> bool:
    """Return whether a file that its ending tells to be JSON lines begins with a document."""
    form, compression = split_format(path.name)
    if form != "jsonl" and (form or not compression):
        return False
    first = next((line for line in read_lines(path) if line.strip()), "")
    try:
        return "entities" in json.loads(first)
    except (ValueError, TypeError, RecursionError):
        return False


def read_annotated(path: Path) -> Iterator[AnnotatedText]:
    """Read every line as an annotated text, whatever else it holds."""
    for place, record in _read_records(path):
        yield _parse_annotated(place, record)


def write_jsonl(texts: Iterable[Annotated], path: Path) -> None:
    """Write a line for each document or annotated text."""
    write_lines(path, map(_format_line, texts))


def _format_line(annotated: Annotated) -> str:
    if isinstance(annotated, Document):
        return annotated.to_json()
    record: dict[str, Any] = {"id": annotated.id, "text": annotated.text}
    record["spans"] = [span._asdict() for span in annotated.spans]
    if annotated.nested:
        record["nested"] = [span._asdict() for span in annotated.nested]
    line = json.dumps(record, ensure_ascii=not annotated.text.isprintable())
    return line if without_surrogates(line) == line else json.dumps(record)


def _read_records(path: Path) -> Iterator[tuple[FileLine, Mapping[str, Any]]]:
    for number, line in enumerate(read_lines(path), start=1):
        if line.strip():
            place = FileLine(str(path), number)
            yield place, _parse_record(place, line)


def _parse_record(place: FileLine, line: str) -> Mapping[str, Any]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise GoldError(*place, f"not JSON: {error}") from error
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise GoldError(*place, "a line must be a JSON object with 'text', a string")
    return record


def _parse_document(place: FileLine, record: Mapping[str, Any]) -> Document:
    try:
        return Document.from_fields(record)
    except ValueError as error:
        raise GoldError(*place, str(error)) from error


def _parse_annotated(place: FileLine, record: Mapping[str, Any]) -> AnnotatedText:
    spans, nested = (_parse_spans(place, record, name) for name in ("spans", "nested"))
    roles = tuple(role for span in record["spans"] for role in _parse_roles(place, span))
    return AnnotatedText(record.get("id"), record["text"], spans, nested, place, roles=roles)


def _parse_roles(place: FileLine, span: Mapping[str, Any]) -> Iterator[GoldSpan]:
    """Yield what stands in a person's `roles`, each once where several people share it."""
    roles = span.get("roles") or ()
    if not isinstance(roles, list | tuple):
        raise GoldError(*place, f"'roles' must be a list, not {type(roles).__name__}")
    for role in roles:
        yield _parse_span(place, {"label": ROLE, **role} if isinstance(role, dict) else role)


def _parse_spans(place: FileLine, record: Mapping[str, Any], name: str) -> tuple[GoldSpan, ...]:
    spans = record.get(name, [] if name == "nested" else None)
    if not isinstance(spans, list):
        raise GoldError(*place, f"'{name}' must be a list, not {type(spans).__name__}")
    return tuple(_parse_span(place, fields) for fields in spans)


def _parse_span(place: FileLine, fields: Any) -> GoldSpan:
    if not isinstance(fields, dict):
        raise GoldError(*place, f"a span must be an object, not {fields!r}")
    start, stop, label = (fields.get(name) for name in GoldSpan._fields)
    if type(start) is not int or type(stop) is not int or not isinstance(label, str):
        raise GoldError(*place, f"a span needs whole numbers 'start' and 'stop' and a 'label': {fields!r}")
    return GoldSpan(start, stop, label)
