"""doccano's JSON lines: `text` and `label`, a list of `[start, stop, label]` with offsets in characters.

Read are `labels` too, as older versions call it, and `entities` with `start_offset` and `end_offset`, as exports with
relations have them. Names inside others are written beside them: the project must allow overlapping spans.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from ner_news.errors import GoldError
from ner_news.export.annotated import Annotated, AnnotatedText, FileLine, GoldSpan, list_all_spans
from ner_news.files import encodable, encodable_id, read_lines, write_lines


def read_doccano(path: Path) -> Iterator[AnnotatedText]:
    """Read the texts of a file; `GoldError` names the first fault."""
    for number, line in enumerate(read_lines(path), start=1):
        if line.strip():
            try:
                yield _parse(json.loads(line), FileLine(str(path), number))
            except (AttributeError, KeyError, TypeError, ValueError, RecursionError) as error:
                reason = f"not a text with labels of doccano: {type(error).__name__}: {error}"
                raise GoldError(path, number, reason) from error


def _parse(record: Mapping[str, Any], place: FileLine) -> AnnotatedText:
    text = record["text"]
    if not isinstance(text, str):
        raise TypeError(f"text must be str, not {type(text).__name__}")
    spans = tuple(sorted(_parse_spans(record)))
    for start, stop, _ in spans:
        if not 0 <= start < stop <= len(text):
            raise ValueError(f"{start}:{stop} does not lie in the text of {len(text)} characters")
    return AnnotatedText(record.get("id"), text, spans, (), place)


def _parse_spans(record: Mapping[str, Any]) -> Iterator[GoldSpan]:
    for each in record.get("entities", ()):
        yield GoldSpan(int(each["start_offset"]), int(each["end_offset"]), str(each["label"]))
    for start, stop, label in record.get("label", record.get("labels", ())):
        yield GoldSpan(int(start), int(stop), str(label))


def write_doccano(texts: Iterable[Annotated], path: Path) -> None:
    """Write a line for each text."""
    write_lines(path, map(_format_line, texts))


def _format_line(annotated: Annotated) -> str:
    name = encodable_id(annotated.id)
    record = {"text": encodable(annotated.text), "label": [list(span) for span in list_all_spans(annotated)]}
    return json.dumps({**({} if name is None else {"id": name}), **record}, ensure_ascii=False)
