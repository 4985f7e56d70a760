"""`ner-news extract`: options from the command line to a run of `ner_news.extraction`."""

import sys
from typing import Any

import click

from ner_news.articles import OUTPUT_FORMATS
from ner_news.cli.cli_errors import FAILED, cli_errors, print_error
from ner_news.cli.reading_options import reading_options
from ner_news.columns import TABLES
from ner_news.extraction import ExtractionOptions, growing_file, run_extraction
from ner_news.workers import most_workers


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option("-o", "--output", metavar="FILE", help="Write there; standard output otherwise.")
@click.option("--format", "form", type=click.Choice(OUTPUT_FORMATS),
              help="How to write; else by the ending, .jsonl .json .csv .tsv .parquet .xlsx; .gz .zst.")  # fmt: skip
@click.option("--table", type=click.Choice(list(TABLES)), help="A row for each of these, in CSV, TSV, Parquet, Excel.")
@click.option("--raw-cells", is_flag=True, help="In CSV and TSV: no apostrophe before =, +, - and @, which keeps "
              "spreadsheets from running a cell.")  # fmt: skip
@reading_options
@click.option("--workers", type=click.IntRange(0, most_workers()), default=1, show_default=True, metavar="N",
              help="Processes that read; 0 for one on each core.")  # fmt: skip
@click.option("--resume", is_flag=True, help="Go on with a run that was interrupted, if there is one.")
@click.option("--corpus", metavar="FILE", help="Add the articles to this corpus and give entities its ids, "
              "equal across articles; what is written comes after the last article.")  # fmt: skip
@click.option("-q", "--quiet", is_flag=True, help="No progress bar, no summary.")
def extract(**values: Any) -> None:
    """Find the names and dates of articles.

    A FILE is plain text, one article; or JSON (lines or an array), CSV, TSV, Parquet or Excel with `text` and, as
    wanted, `id` and `published`; or a folder of such files. Other fields are named on standard error, each once.
    Without a FILE, or where it is -, standard input is read. Written is a line of JSON for each article, a row of CSV
    or of Parquet with the same fields, or a table; in Excel a sheet each for spans, entities and documents.

    A file is written as FILE.part until it is done, with FILE.journal beside it: after a kill, a crash or a full disk
    the same command with --resume goes on, and no article is lost or written twice.

    Exit codes: 0 done, 1 some records failed (each named on standard error), 2 misuse or a file that cannot be written.
    """
    options = ExtractionOptions(**values)
    with cli_errors(options.output):
        totals = run_extraction(options, print_error)
    if growing_file(options.output) and not options.quiet:
        print_error(totals.summary())
    sys.exit(FAILED if totals.figures["failed"] else 0)
