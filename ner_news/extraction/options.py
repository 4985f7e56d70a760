"""The options of a run from files to a file."""

from dataclasses import dataclass

from ner_news.articles import Fields
from ner_news.spans import Label
from ner_news.tagging import DEFAULT

GIVEN = ("spans", "nested")
"""The fields of given names."""


LARGEST = 10_000_000
"""Bytes of a record that is read: «Война и мир» has half of them."""


@dataclass(frozen=True)
class ExtractionOptions:
    """How articles are read, worked on and written; see `ner-news extract --help`."""

    files: tuple[str, ...] = ()
    """Names of files and folders; `-` is standard input, and so are no files."""
    output: str | None = None
    """The file to write; standard output for `None` and `-`."""
    form: str | None = None
    """One of `OUTPUT_FORMATS`; the name of the output tells it where it is `None`."""
    table: str | None = None
    """One of `ner_news.columns.TABLES`, for flat files; `None` for a row for each document, with all it holds, in
    Excel for a sheet of each table."""
    raw_cells: bool = False
    """Whether cells of CSV and TSV that a spreadsheet would run are written as they are, without an apostrophe."""
    kind: str = "auto"
    """One of `KINDS`."""
    encoding: str | None = None
    """Of the files; `None` for UTF-8, and UTF-16 with its mark."""
    sheet: str | None = None
    """Of files of Excel, by name or number; `None` for the first."""
    text_column: str = "text"
    id_column: str = "id"
    published_column: str = "published"
    published_format: str | None = None
    """How its times are written, as `strptime` takes it."""
    workers: int = 1
    """Processes; 0 for one on each core."""
    resume: bool = False
    scheme: str = "full"
    model: str = DEFAULT
    min_score: float = 0.0
    yo: str = "written"
    """One of `YO` of `ner_news.lemmas`."""
    heads: str = "written"
    """One of `HEADS` of `ner_news.lemmas`."""
    century_pivot: int | None = None
    gazetteer: str | None = None
    """A file."""
    gazetteer_encoding: str | None = None
    gazetteer_label: Label | None = None
    """Of its names that have none."""
    published: str | None = None
    """For articles without a time."""
    corpus: str | None = None
    """A file."""
    text_format: str = "text"
    """One of the `FORMATS` of `ner_news.prepare`."""
    spans_from_input: bool = False
    """Whether each record gives the names itself, in the fields `GIVEN`."""
    strict: bool = False
    """Whether fields that are not read are faults."""
    max_bytes: int | None = LARGEST
    """Of a record; `None` for any number."""
    quiet: bool = False

    @property
    def fields(self) -> Fields:
        """The names of the columns, with the time for articles without one."""
        defaults = {} if self.published is None else {"published": self.published}
        spans = GIVEN if self.spans_from_input else ()
        hints = {} if self.spans_from_input else dict.fromkeys(GIVEN, "--spans-from-input reads it")
        columns = self.text_column, self.id_column, self.published_column
        return Fields(*columns, defaults, spans, self.published_format, self.sheet, self.strict, hints)
