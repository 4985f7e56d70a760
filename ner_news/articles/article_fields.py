"""One record of a file: the article it holds, or the reason why it cannot be read."""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from ner_news.errors import InputError
from ner_news.files import describe_binary, describe_undecoded
from ner_news.frame_rows import is_missing
from ner_news.stream import WRITTEN, Article, read_article
from ner_news.unread_fields import UnreadFields, find_other_name

BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class Fields(NamedTuple):
    """The names of fields or columns, and what serves records without them."""

    text: str = "text"
    id: str = "id"
    published: str = "published"
    defaults: Mapping[str, object] = {}
    spans: tuple[str, ...] = ()
    """Those of given names, of which the first must be there; none where the names are to be found."""
    published_format: str | None = None
    """How times are written, as `strptime` takes it; `None` for all forms that `parse_published` reads."""
    sheet: str | None = None
    """Of a file of Excel: its name, or its number from 1; `None` for the first."""
    strict: bool = False
    """Whether a record with a field that is not read is a fault."""
    hints: Mapping[str, str] = {}
    """What is said of fields that are not read."""
    unread: UnreadFields | None = None
    """What knows the fields that are not read; `None` to name none."""

    def watched(self) -> "Fields":
        """Return these fields with a fresh watch over others, which are named once."""
        known = (self.text, self.id, self.published, *self.spans, *WRITTEN)
        return self._replace(unread=UnreadFields(known, strict=self.strict, hints=self.hints))

    def check(self, names: Iterable[object], place: str) -> None:
        """Name the fields that are not read, of a record or a head; `InputError` for any where strict."""
        if self.unread is not None:
            self.unread.check(names, place)


class Unreadable(NamedTuple):
    """A record that could not be read."""

    reason: str


class Record(NamedTuple):
    """An article or a fault, where it stands, and how far reading it has come in the file."""

    place: str
    """File and line, in Parquet the row: `news.jsonl:17`; the file alone for plain text."""
    content: Article | Unreadable
    size: int
    """Bytes of the file read for it."""


def too_large(place: str, largest: int, size: int) -> Record:
    """Return the record for one of more bytes than are allowed."""
    return Record(place, Unreadable(describe_excess(size, largest)), size)


def describe_excess(size: int, largest: int) -> str:
    """Return what is wrong with a record of so many bytes.

    >>> describe_excess(300, 200)
    '300 bytes, more than the 200 allowed by --max-bytes'
    """
    return f"{size:,} bytes, more than the {largest:,} allowed by --max-bytes"


def parse_text(content: bytes, name: str, fields: Fields) -> Article | Unreadable:
    """Return the article whose whole text is this; it is named by its file."""
    return _checked(lambda: {**fields.defaults, "id": name, "text": _decode(content), **_find_given({}, fields.spans)})


def parse_line(line: bytes, place: str, fields: Fields) -> Article | Unreadable:
    """Return the article of a line of JSON."""
    return _checked(lambda: _rename(json.loads(_decode(line)), place, fields))


def parse_record(record: Mapping[str, object], place: str, fields: Fields) -> Article | Unreadable:
    """Return the article of a record with any fields."""
    return _checked(lambda: _rename(record, place, fields))


def _checked(read: Callable[[], Mapping[str, object]]) -> Article | Unreadable:
    try:
        return read_article(read())
    except UnicodeDecodeError as error:
        return Unreadable(describe_undecoded(error))
    except json.JSONDecodeError as error:
        return Unreadable(f"not JSON: {error.msg} at column {error.colno}")
    except (TypeError, ValueError, RecursionError) as error:
        return Unreadable(str(error))


def check_head(names: Sequence[str], place: str, fields: Fields) -> Unreadable | None:
    """Return why the records under such a head cannot be read; `None` where they can."""
    if fields.text not in names:
        return Unreadable(f"there is no column {fields.text!r} among {sorted(names)}{_hint_at_text(names)}")
    try:
        fields.check(names, place)
    except InputError as error:
        return Unreadable(str(error))
    return None


def _hint_at_text(names: Iterable[object]) -> str:
    like = find_other_name(names, "text")
    return f"; --text-column {like}?" if like else ""


def parse_time(written: object, form: str) -> object:
    """Return the time that a text in this form tells; what is no text, or empty, is left as it is.

    >>> parse_time("01/15/25", "%m/%d/%y")
    datetime.datetime(2025, 1, 15, 0, 0)
    """
    if not isinstance(written, str) or is_missing(written):
        return written
    try:
        return datetime.strptime(written, form)
    except (ValueError, re.error) as error:
        raise InputError(f"published={written!r} is not in the form {form!r}") from error


def _decode(content: bytes) -> str:
    if binary := describe_binary(content):
        raise InputError(f"no text, but {binary}")
    content.decode()  # first with the byte order mark, so that an error counts bytes from the start of the line
    return content.removeprefix(BYTE_ORDER_MARK).decode()


def _rename(record: object, place: str, fields: Fields) -> Mapping[str, object]:
    """Return the fields of an article, whatever the record calls them; what it lacks is its place or the default."""
    if not isinstance(record, dict):
        raise TypeError(f"a record must be a JSON object with {fields.text!r}, not {type(record).__name__}")
    if fields.text not in record:
        raise InputError(f"there is no {fields.text!r} among the fields {sorted(record)}{_hint_at_text(record)}")
    fields.check(record, place)
    if record[fields.text] is None:
        raise TypeError("text must be str, not null")
    names = {"text": fields.text, "id": fields.id, "published": fields.published}
    present = {
        name: record[column] for name, column in names.items() if name == "text" or not is_missing(record.get(column))
    }
    if "published" in present and fields.published_format is not None:
        present["published"] = parse_time(present["published"], fields.published_format)
    return {"id": place, **fields.defaults, **present, **_find_given(record, fields.spans)}


def _find_given(record: Mapping[str, object], columns: Sequence[str]) -> dict[str, object]:
    """Return the fields of given names; a column of CSV has them as JSON."""
    if columns and record.get(columns[0]) is None:
        raise InputError(f"there is no {columns[0]!r} among the fields {sorted(record)}, but names are to be given")
    found = {name: record[name] for name in columns if record.get(name) is not None}
    try:
        return {name: json.loads(value) if isinstance(value, str) else value for name, value in found.items()}
    except json.JSONDecodeError as error:
        raise InputError(f"spans must be a list, or one in JSON: {error.msg} at column {error.colno}") from error
