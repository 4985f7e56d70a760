"""brat's standoff: a folder of `NAME.txt` with `NAME.ann`.

The lines `T1⇥PER 0 6⇥Москва` count; a span over several lines is written in pieces, `0 6;7 14`, and read where only
space stands between them. The lemmas of a document go along as notes, which are not read back.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path

from ner_news.errors import GoldError
from ner_news.export.annotated import Annotated, AnnotatedText, FileLine, GoldSpan, list_all_spans
from ner_news.files import encodable, read_lines, write_lines
from ner_news.models import Document
from ner_news.spans import walk

LONGEST_NAME = 200
"""Bytes of a file's name without its ending: file systems allow 255."""
_LINE = re.compile(r"\S(?:[^\n]*\S)?")


def read_brat(path: Path) -> Iterator[AnnotatedText]:
    """Read the texts of a folder in the order of their names, each with its file's name as its id.

    `GoldError` names the first fault.
    """
    texts = sorted(path.glob("*.txt"))
    if not texts:
        raise GoldError(path, 0, "the folder holds no .txt file")
    for file in texts:
        notes = file.with_suffix(".ann")
        if not notes.exists():
            raise GoldError(notes, 0, "there is no such file beside the .txt")
        text = "".join(read_lines(file))
        spans, lines = [], []
        for number, line in enumerate(read_lines(notes), start=1):
            if line.startswith("T"):
                spans.append(_parse_span(FileLine(str(notes), number), line.rstrip("\r\n"), text))
                lines.append(number)
        yield AnnotatedText(file.stem, text, tuple(spans), (), FileLine(str(notes), 1), tuple(lines))


def _parse_span(place: FileLine, line: str, text: str) -> GoldSpan:
    try:
        _, where, written = line.split("\t", 2)
        label, offsets = where.split(" ", 1)
        pieces = [(int(start), int(stop)) for start, stop in (piece.split(" ") for piece in offsets.split(";"))]
    except ValueError as error:
        raise GoldError(*place, f"not a text-bound annotation: {line!r}") from error
    if any(text[stop:start].strip() or stop > start for (_, stop), (start, _) in pairwise(pieces)):
        raise GoldError(*place, f"not a text-bound annotation of one piece: {line!r}")
    actual = " ".join(text[start:stop] for start, stop in pieces)
    if actual != written:
        raise GoldError(*place, f"the text has «{actual}» at {offsets.replace(' ', ':')}, not «{written}»")
    return GoldSpan(pieces[0][0], pieces[-1][1], label)


def write_brat(texts: Iterable[Annotated], path: Path) -> None:
    """Write two files for each text, named by its id where possible, and the `annotation.conf` that brat needs."""
    path.mkdir(parents=True, exist_ok=True)
    labels: dict[str, None] = {}
    names: set[str] = set()
    for number, annotated in enumerate(texts, start=1):
        name = _choose_file_name(annotated.id, number, names)
        spans = list_all_spans(annotated)
        labels.update(dict.fromkeys(span.label for span in spans))
        text = encodable(annotated.text)
        (path / f"{name}.txt").write_text(text, encoding="utf-8", newline="")
        write_lines(path / f"{name}.ann", _format_annotations(text, spans, _collect_lemmas(annotated)))
    write_lines(path / "annotation.conf", ["[entities]", *labels, "[relations]", "[events]", "[attributes]"])


def _choose_file_name(name: str | int | None, number: int, taken: set[str]) -> str:
    """Return the id as a file's name, or the number; where the name is taken, with one more number."""
    stem = re.sub(r"[^\w.-]+", "_", str(name or number)).strip("._").encode()[:LONGEST_NAME].decode(errors="ignore")
    stem = stem or str(number)
    unique, more = stem, 1
    while unique.lower() in taken:
        more += 1
        unique = f"{stem}-{more}"
    taken.add(unique.lower())
    return unique


def _format_annotations(text: str, spans: Iterable[GoldSpan], lemmas: Mapping[GoldSpan, str]) -> Iterator[str]:
    for number, span in enumerate(spans, start=1):
        pieces = [(span.start + match.start(), span.start + match.end())
                  for match in _LINE.finditer(text[span.start : span.stop])]  # fmt: skip
        where = ";".join(f"{start} {stop}" for start, stop in pieces)
        written = " ".join(text[start:stop] for start, stop in pieces)
        yield f"T{number}\t{span.label} {where}\t{written}"
        if span in lemmas:
            yield f"#{number}\tAnnotatorNotes T{number}\t{lemmas[span]}"


def _collect_lemmas(annotated: Annotated) -> dict[GoldSpan, str]:
    if not isinstance(annotated, Document):
        return {}
    spans = walk(annotated.spans)
    return {GoldSpan(span.start, span.stop, span.label): " ".join(encodable(span.lemma).split()) for span in spans}
