"""`ner-news mask` and `ner-news unmask`: files without names, and back."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from ner_news.articles import TextPlace, rewrite
from ner_news.blas import use_one_thread
from ner_news.cli.cli_errors import cli_errors, print_error
from ner_news.errors import InputError
from ner_news.extraction import check_files
from ner_news.files.whole_files import whole_file
from ner_news.masking import MaskBook
from ner_news.patterns import PATTERNS, choose_patterns
from ner_news.pipeline import Extractor
from ner_news.spans import LABELS


def place_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that say where the texts of a file are."""
    command = click.option("--sheet", metavar="NAME", help="Of a file of Excel; otherwise the first.")(command)
    encoding = "Of the file: windows-1251, koi8-r …; otherwise UTF-8, or UTF-16 with its mark."
    command = click.option("--encoding", metavar="NAME", help=encoding)(command)
    column = "The field or column of the texts."
    return click.option("--text-column", default="text", show_default=True, help=column)(command)


@click.command()
@click.argument("source", metavar="FILE")
@click.option("-o", "--output", required=True, metavar="FILE", help="Write there.")
@click.option(
    "--key", required=True, metavar="KEY", help="Write the way back there, or go on with the one that is there."
)
@click.option("--label", "labels", multiple=True, type=click.Choice(LABELS), default=["PER"], show_default=True,
              help="What to mask; may be given several times.")  # fmt: skip
@click.option("--pattern", "patterns", multiple=True, metavar="|".join((*PATTERNS, "LABEL=EXPRESSION")),
              help="What to mask beside names: one of these, or an expression of your own, CONTRACT='№ ?[0-9]+'; "
              "may be given several times.")  # fmt: skip
@click.option("--further-words", is_flag=True, help="Mask the words of people who were found wherever they stand "
              "with a capital, in markup and beside hyphens too.")  # fmt: skip
@place_options
def mask(
    source: str,
    output: str,
    key: str,
    labels: tuple[str, ...],
    patterns: tuple[str, ...],
    further_words: bool,
    **place: Any,
) -> None:
    """Put pseudonyms for the names of a text, of records of JSON, of a column of CSV, TSV or Excel.

    Other fields, columns and sheets stay as they are.

    A name has one pseudonym in all of them. The KEY holds the names: keep it where the output does not go. It can be
    read by you alone. What is not recognized as a name stays; how many words of the names found still stand is told
    on standard error.

    Exit codes: 0 done, 2 misuse or a file that cannot be read.
    """
    with cli_errors(output):
        check_files([source], output, [key])
        book = _read_book(key) if Path(key).exists() else MaskBook()
        book.labels, book.patterns, book.further_words = labels, choose_patterns(patterns), further_words
        use_one_thread()
        extractor = Extractor()
        rewrite(Path(source), Path(output), _place(**place), lambda text: book.mask(extractor(text)))
        _write_book(book, Path(key))
        if book.left:
            print_error(f"words of masked people that still stand: {book.left:,}; --further-words masks them")


@click.command()
@click.argument("source", metavar="FILE")
@click.option("-o", "--output", required=True, metavar="FILE", help="Write there.")
@click.option("--key", required=True, metavar="KEY", help="What `mask` wrote.")
@place_options
def unmask(source: str, output: str, key: str, **place: Any) -> None:
    """Put the names back: texts that were masked come back as they were, others get normal forms.

    Exit codes: 0 done, 2 misuse or a file that cannot be read.
    """
    with cli_errors(output):
        check_files([source], output, [key])
        rewrite(Path(source), Path(output), _place(**place), _read_book(key).unmask)


def _place(text_column: str, encoding: str | None, sheet: str | None) -> TextPlace:
    return TextPlace(text_column, encoding, sheet)


def _read_book(name: str) -> MaskBook:
    try:
        return MaskBook.from_json(Path(name).read_text(encoding="utf-8"))
    except InputError as error:
        raise InputError(f"{name}: {error}") from error


_MODE = os.O_WRONLY | os.O_CREAT | os.O_EXCL


def _write_book(book: MaskBook, path: Path) -> None:
    """Write the key for its owner alone, whole or not at all."""
    with whole_file(path) as part, os.fdopen(os.open(part, _MODE, 0o600), "w", encoding="utf-8") as stream:
        stream.write(book.to_json())
