"""Documents in the files of other tools, and annotated texts out of them.

`write` takes documents or the texts of `annotated`; `list_outer_spans` there chooses the spans of formats that know no
nested ones, and `bio_tags` cuts a text into tokens where spans begin and end. Each format has a module that writes and,
where the file holds the text, reads it: `jsonl`, `conll`, `brat`, `label_studio`, `doccano`, `docbin`, `csv_table` and
`workbook`.

>>> sorted(FORMATS)
['brat', 'conll', 'csv', 'docbin', 'doccano', 'jsonl', 'label-studio', 'xlsx']
"""

import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from ner_news.errors import GoldError, OptionError
from ner_news.export.annotated import Annotated, AnnotatedText, GoldSpan
from ner_news.export.brat import read_brat, write_brat
from ner_news.export.conll import read_conll, write_conll
from ner_news.export.csv_table import write_csv
from ner_news.export.docbin import read_docbin, write_docbin
from ner_news.export.doccano import read_doccano, write_doccano
from ner_news.export.jsonl import holds_documents, read_jsonl, write_jsonl
from ner_news.export.label_studio import read_label_studio, write_label_studio
from ner_news.export.workbook import write_xlsx
from ner_news.files import split_format

__all__ = ["FORMATS", "Annotated", "AnnotatedText", "GoldSpan", "format_of", "holds_documents", "read", "write"]


class Format(NamedTuple):
    """A format of files, with its reader and its writer."""

    write: Callable[[Iterable[Annotated], Path], None]
    read: Callable[[Path], Iterator[Annotated]] | None = None
    """`None` where the file does not hold the text."""


FORMATS = {
    "jsonl": Format(write_jsonl, read_jsonl),
    "conll": Format(write_conll, read_conll),
    "brat": Format(write_brat, read_brat),
    "label-studio": Format(write_label_studio, read_label_studio),
    "doccano": Format(write_doccano, read_doccano),
    "docbin": Format(write_docbin, read_docbin),
    "csv": Format(write_csv),
    "xlsx": Format(write_xlsx),
}


def format_of(path: str | Path) -> str:
    """Return the format that the name's ending tells, brat's for a name without one.

    `OptionError` for an ending of no format.

    >>> format_of("news.spacy"), format_of("folder")
    ('docbin', 'brat')
    """
    form, compression = split_format(Path(path).name)
    form = "label-studio" if form == "json" else form
    if form in FORMATS and (form == "jsonl" or not compression):
        return form
    if Path(path).is_dir() or not Path(path).suffix:
        return "brat"
    raise OptionError("format", Path(path).suffix, tuple(FORMATS))


def read(path: str | Path, form: str | None = None) -> Iterator[Annotated]:
    """Read the documents of a file, or annotated texts where the format knows offsets and labels alone.

    The format goes by the ending unless it is given. `GoldError` names file, line and reason of the first fault,
    `OptionError` a format that cannot be read, `MissingExtraError` the extra that one needs.
    """
    form = form or format_of(path)
    readable = tuple(name for name, rules in FORMATS.items() if rules.read)
    if form not in readable:
        raise OptionError("format", form, readable)
    if not Path(path).exists():
        raise GoldError(path, 0, "there is no such file")
    reader = FORMATS[form].read
    return reader(Path(path)) if reader else iter(())


def write(texts: Iterable[Annotated], path: str | Path, form: str | None = None, *, raw_cells: bool = False) -> None:
    """Write documents or annotated texts to a file, or with `"brat"` to a folder.

    The format goes by the ending unless it is given. A file appears when all of it is written;
    until then an older file of that name stays. `raw_cells` are cells of CSV without the apostrophe that keeps
    spreadsheets from running them.
    """
    form = form or format_of(path)
    if form not in FORMATS:
        raise OptionError("format", form, tuple(FORMATS))
    writer = partial(write_csv, raw_cells=raw_cells) if form == "csv" else FORMATS[form].write
    target = Path(path)
    if form == "brat" or (target.exists() and not target.is_file()):
        writer(texts, target)
        return
    part = target.with_name(f"{os.getpid()}.{target.name}")
    try:
        writer(texts, part)
        part.replace(target)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(target)) from error
    finally:
        part.unlink(missing_ok=True)
