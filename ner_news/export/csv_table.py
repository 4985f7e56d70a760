"""CSV: a row for each span, or for each entity or document, in the columns of the package's tables.

UTF-8 with a byte order mark, without which spreadsheets take Cyrillic for something else. Cells that a spreadsheet
would run get an apostrophe.
"""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from ner_news.columns import Row, columns_of, rows_of
from ner_news.export.annotated import Annotated, list_all_spans
from ner_news.files import encodable, encodable_id, guard_cell
from ner_news.models import Document


def write_csv(texts: Iterable[Annotated], path: Path, table: str = "spans", *, raw_cells: bool = False) -> None:
    """Write a table of the documents; annotated texts have a table of spans alone. `raw_cells` get no apostrophe."""
    guard = str if raw_cells else guard_cell
    names = [column.name for column in columns_of(table)]
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.DictWriter(stream, names, extrasaction="ignore")
        writer.writeheader()
        for number, annotated in enumerate(texts):
            for row in make_rows(annotated, table):
                row["document"], row["document_id"] = number, encodable_id(row["document_id"])
                writer.writerow({name: guard(encodable(str(row[name]))) for name in names if row.get(name) is not None})


def make_rows(annotated: Annotated, table: str) -> Iterator[Row]:
    """Yield the rows of a table; annotated texts have spans alone."""
    if isinstance(annotated, Document):
        yield from rows_of([annotated], table)
    elif table == "spans":
        for span in list_all_spans(annotated):
            yield {"document_id": annotated.id, "text": annotated.text[span.start : span.stop], **span._asdict()}
