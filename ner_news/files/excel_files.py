"""Sheets of Excel (.xlsx): rows are read from one, tables written to several. openpyxl is imported here alone."""

import re
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from itertools import islice
from logging import getLogger
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from ner_news.characters import REPLACEMENT
from ner_news.columns import Column
from ner_news.errors import InputError, MissingExtraError, OptionError
from ner_news.periods import in_utc

# Bounds of Excel: <https://support.microsoft.com/office/excel-specifications-and-limits>.
LONGEST_CELL = 32_767
MOST_ROWS = 1_048_576
MOST_WHOLE = 10**15
"""Numbers of more digits are rounded."""
FIRST_DAY = datetime(1900, 3, 1)
"""Earlier days Excel does not know, or counts wrongly."""

HEAD_ROWS = 20
"""Rows with anything in them among which the head is looked for, by eye: exports have titles above it."""

WIDTHS = {"text": 30, "lemma": 30, "entity": 30, "aliases": 40, "roles": 40, "document_id": 20}
"""Of columns, in letters, by eye; others are as wide as Excel makes them."""
TIME_WIDTH = 18

_UNWRITABLE = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold."""

log = getLogger("ner_news")


def read_sheet(path: Path, sheet: str | None = None) -> Iterator[tuple[int, list[Any], float]]:
    """Yield the rows of a sheet that hold anything: the number, the cells and the share of the file that each is.

    `sheet` is a name, or a number from 1; without it the first is read, and others with anything in them are named in
    the log. `InputError` tells of a file that is no .xlsx or is damaged, `OptionError` of a sheet that there is not.
    """
    with open_book(path) as book:
        chosen = choose_sheet(book, sheet)
        if sheet is None:
            _name_others(path, book.worksheets)
        share = 1 / max(1, chosen.max_row or 1)
        chosen.reset_dimensions()  # other programs write wrong ones, and cells outside would be lost
        for number, row in enumerate(chosen.iter_rows(values_only=True), start=1):
            if any(cell is not None for cell in row):
                yield number, list(row), share


def read_table(path: Path, column: str, sheet: str | None = None) -> Iterator[tuple[int, list[Any], float]]:
    """Yield the head of a sheet, the first row with the name of the column, and the rows below it; see `read_sheet`.

    Without such a row among the first ones the first of the fullest is the head. The log tells of what stands above it.
    """
    rows = read_sheet(path, sheet)
    first = list(islice(rows, HEAD_ROWS))
    heads = (number for number, (_, cells, _) in enumerate(first) if column in (str(cell).strip() for cell in cells))
    head = next(heads, None)
    if head is None:
        filled = [sum(cell is not None for cell in cells) for _, cells, _ in first]
        head = filled.index(max(filled)) if filled else 0
    if head:
        log.warning("%s: row %d is the head; what stands above it is not read", path, first[head][0])
    yield from first[head:]
    yield from rows


@contextmanager
def open_book(path: Path, *, whole: bool = False) -> Iterator[Any]:
    """Open a workbook for its values or, as a whole, to be changed; `InputError` for what is none or is damaged."""
    openpyxl = _openpyxl()
    try:
        with warnings.catch_warnings():  # of formats and the like, which are not read
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(path, read_only=not whole, data_only=not whole)
        try:
            yield book
        finally:
            book.close()
    except (BadZipFile, KeyError, ValueError, SyntaxError, OSError) as error:  # XML's errors are SyntaxErrors
        if isinstance(error, InputError | OptionError):
            raise
        raise InputError(f"no Excel file (.xlsx), or a damaged one: {error}") from error


def choose_sheet(book: Any, sheet: str | None) -> Any:
    """Return the sheet of that name or number, the first where none is asked for."""
    sheets = {each.title: each for each in book.worksheets}
    if not sheets:
        raise InputError("there is no sheet with cells in it")
    names = list(sheets)
    if sheet is None:
        return sheets[names[0]]
    if sheet not in sheets and sheet.isdecimal() and 0 < int(sheet) <= len(names):
        return sheets[names[int(sheet) - 1]]
    if sheet not in sheets:
        raise OptionError("sheet", sheet, tuple(names))
    return sheets[sheet]


def _name_others(path: Path, sheets: Sequence[Any]) -> None:
    others = [each.title for each in sheets[1:] if any(map(any, each.iter_rows(max_row=2, values_only=True)))]
    if others:
        names = ", ".join(map(repr, others))
        log.warning("%s: of its sheets %r is read, not %s (sheet, --sheet)", path, sheets[0].title, names)


def write_workbook(target: Path, tables: Mapping[str, Sequence[Column]], rows: Iterable[tuple[str, list[Any]]]) -> None:
    """Write a sheet for each table, from rows of all of them in any order; a sheet that is full goes on in another.

    What a cell cannot hold is written as text: days before 1900, whole numbers of sixteen digits. A text longer than a
    cell is cut, and the log tells so.
    """
    book = _openpyxl().Workbook(write_only=True)
    sheets = {name: _Sheet(book, name, columns) for name, columns in tables.items()}
    for name, cells in rows:
        sheets[name].append(cells)
    book.save(target)


def check_excel() -> None:
    """Raise `MissingExtraError` where openpyxl is not installed."""
    _openpyxl()


class _Sheet:
    """A table as one sheet, or as several of which each but the last is full."""

    def __init__(self, book: Any, name: str, columns: Sequence[Column]) -> None:
        self._book, self._name, self._columns = book, name, columns
        self._count = 0
        self._begin()

    def _begin(self) -> None:
        self._count += 1
        self._sheet = self._book.create_sheet(self._name if self._count == 1 else f"{self._name} {self._count}")
        self._sheet.freeze_panes = "A2"
        letters = _openpyxl().utils.get_column_letter
        for number, column in enumerate(self._columns, start=1):
            width = TIME_WIDTH if column.kind == "time" else WIDTHS.get(column.name)
            if width is not None:
                self._sheet.column_dimensions[letters(number)].width = width
        self._sheet.append([column.name for column in self._columns])
        self._rows = 1

    def append(self, cells: Sequence[Any]) -> None:
        if self._rows == MOST_ROWS:
            self._begin()
        self._sheet.append([_to_cell(self._sheet, cell) for cell in cells])
        self._rows += 1


def _to_cell(sheet: Any, value: Any) -> Any:
    """Return what openpyxl takes for the value; a text is never a formula."""
    if isinstance(value, datetime):
        moment = in_utc(value)
        return str(moment) if moment is None or moment < FIRST_DAY else moment
    if isinstance(value, int) and abs(value) >= MOST_WHOLE:
        return str(value)
    if not isinstance(value, str):
        return value
    text = fit_text(value)
    if not text.startswith(("=", "#")):
        return text
    cell = _openpyxl().cell.WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    return cell


def fit_text(text: str) -> str:
    """Return a text as a cell can hold it; the log tells of one that is cut."""
    text = _UNWRITABLE.sub(REPLACEMENT, text)
    if len(text) <= LONGEST_CELL:
        return text
    log.warning("a cell of Excel cannot hold %d characters: cut to %d", len(text), LONGEST_CELL)
    return text[: LONGEST_CELL - 1] + "…"


def _openpyxl() -> Any:
    try:
        import openpyxl
        import openpyxl.cell
        import openpyxl.utils
    except ImportError as error:
        raise MissingExtraError("a file of Excel", "excel") from error
    return openpyxl
