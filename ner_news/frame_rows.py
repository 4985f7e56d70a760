"""Rows of a frame of pandas or polars, which need not be installed, and what stands for a missing value in them."""

from collections.abc import Iterator, Mapping
from typing import Any

from ner_news.errors import InputError, OptionError
from ner_news.unread_fields import find_other_name


def is_missing(value: Any) -> bool:
    """Tell whether a value stands for none: `None`, NaN, NaT, pandas' NA, a text of spaces alone.

    >>> [is_missing(value) for value in (None, float("nan"), " ", "2021", 0)]
    [True, True, True, False, False]
    """
    if value is None or (isinstance(value, str) and not value.strip()):
        return True
    try:
        return bool(value != value)  # NaN and NaT equal nothing
    except TypeError:  # NA is neither equal nor unequal
        return True
    except ValueError:  # an array
        return False


def is_frame(source: Any) -> bool:
    """Tell whether it is a table with names of columns, of whatever library."""
    return hasattr(source, "columns") and hasattr(source, "__getitem__")


def iterate_rows(frame: Any, fields: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Yield a record for each row, of the fields whose columns are there; missing values are `None`."""
    present = {name: frame[column].to_list() for name, column in fields.items() if column in frame.columns}
    for values in zip(*present.values(), strict=True):
        yield {name: None if is_missing(value) else value for name, value in zip(present, values, strict=True)}


def choose_columns(frame: Any, fields: tuple[str, ...], columns: Mapping[str, str] | None) -> dict[str, str]:
    """Return the column of each field, its own name unless `columns` has another; the first field must be there.

    `OptionError` for a field that there is not, `InputError` for a column that there is not.
    """
    strange = next((name for name in columns or {} if name not in fields), None)
    if strange is not None:
        raise OptionError("columns", strange, fields)
    chosen = {**dict(zip(fields, fields, strict=True)), **(columns or {})}
    for column in (chosen[fields[0]], *(columns or {}).values()):
        if column not in frame.columns:
            like = find_other_name(frame.columns, fields[0]) if column == fields[0] else None
            hint = f"; is {like!r} the {column}?" if like else ""
            raise InputError(f"there is no column {column!r} among {list(frame.columns)}{hint}")
    return chosen
