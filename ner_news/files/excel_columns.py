"""A file of Excel with other texts in one of its columns."""

from collections.abc import Callable
from pathlib import Path

from ner_news.errors import InputError
from ner_news.files.excel_files import choose_sheet, fit_text, open_book, read_table


def rewrite_column(source: Path, target: Path, column: str, change: Callable[[str], str], sheet: str | None) -> None:
    """Write the workbook with the texts of a column changed; other cells, sheets and formats stay, but not pictures.

    `InputError` names a column that there is not, and a formula, whose text nobody has computed here.
    """
    head, cells, _ = next(read_table(source, column, sheet), (1, [], 0.0))
    names = ["" if cell is None else str(cell).strip() for cell in cells]
    if column not in names:
        raise InputError(f"{source}:{head}: there is no column {column!r} among {list(filter(None, names))}")
    with open_book(source, whole=True) as book:
        rows = choose_sheet(book, sheet).iter_rows(min_row=head + 1, min_col=names.index(column) + 1)
        for cell, *_ in rows:
            if cell.data_type == "f":
                raise InputError(f"{source}:{cell.row}: the text is a formula")
            if isinstance(cell.value, str):
                cell.value = fit_text(change(cell.value))
                cell.data_type = "s"  # a text is never a formula
        book.save(target)
