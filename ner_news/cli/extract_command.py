"""`ner-news extract`: options from the command line to a run of `ner_news.extraction`."""

import sys
from typing import Any

import click

from ner_news.articles import INPUT_ENDINGS, KINDS, OUTPUT_FORMATS
from ner_news.cli.cli_errors import FAILED, cli_errors, print_error
from ner_news.custom import NAME_LABELS
from ner_news.extraction import ExtractionOptions, growing_file, run_extraction
from ner_news.prepare import FORMATS as TEXT_FORMATS
from ner_news.spans import SCHEMES
from ner_news.tagging import DEFAULT

_ENDINGS = ", ".join(INPUT_ENDINGS)


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option("-o", "--output", metavar="FILE", help="Write there; standard output otherwise.")
@click.option("--format", "form", type=click.Choice(OUTPUT_FORMATS),
              help="How to write; else by the ending: .jsonl .json .csv .tsv .parquet; .gz, .zst pack.")  # fmt: skip
@click.option("--from", "kind", type=click.Choice(KINDS), default="auto", show_default=True,
              help=f"What the files hold; auto goes by the ending: {_ENDINGS}, also .gz, .zst.")  # fmt: skip
@click.option("--encoding", metavar="NAME",
              help="Of the files: windows-1251, koi8-r …; otherwise UTF-8, or UTF-16 with its mark.")  # fmt: skip
@click.option("--text-column", default="text", show_default=True, help="The field or column of the texts.")
@click.option("--id-column", default="id", show_default=True, help="Of their ids; without it file and line serve.")
@click.option("--published-column", default="published", show_default=True, help="Of the times of publication.")
@click.option("--published-format", metavar="FORM",
              help="How these are written: %d/%m/%Y. Without it ISO, 15.01.2025 10:30, feeds, seconds.")  # fmt: skip
@click.option("--workers", type=click.IntRange(0), default=1, show_default=True, metavar="N",
              help="Processes that read; 0 for one on each core.")  # fmt: skip
@click.option("--resume", is_flag=True, help="Go on with a run that was interrupted, if there is one.")
@click.option("--scheme", metavar="|".join(SCHEMES), default="full", show_default=True,
              help="Longest names («МИД Германии») or bare ones («МИД», «Германии»); "
              "or a scheme of the --model's own.")  # fmt: skip
@click.option("--model", default=DEFAULT, show_default=True, help="A network's name, or the path of a model file.")
@click.option("--min-score", type=click.FloatRange(0, 1), default=0.0, show_default=True,
              help="Leave out names of which the network is less sure.")  # fmt: skip
@click.option("--gazetteer", metavar="FILE",
              help="Own names to find: CSV or JSON with name, label, lemma, entity; or .txt, one a line.")  # fmt: skip
@click.option("--gazetteer-encoding", metavar="NAME", help="As --encoding, of the --gazetteer.")
@click.option("--gazetteer-label", type=click.Choice(NAME_LABELS), help="Of names in the --gazetteer without a label.")
@click.option("--published", metavar="TIME", help="For articles without a time: 2021-09-16 or 2021-09-16T16:02.")
@click.option("--corpus", metavar="FILE", help="Add the articles to this corpus and give entities its ids, "
              "equal across articles; what is written comes after the last article.")  # fmt: skip
@click.option("--text-format", type=click.Choice(TEXT_FORMATS), default="text", show_default=True,
              help="What the articles are written in; offsets count in what was given.")  # fmt: skip
@click.option("--spans-from-input", is_flag=True, help="Take the names from each record's `spans` (and `nested`): "
              "start, stop or end, label if known. They come back typed, with lemmas and entities.")  # fmt: skip
@click.option("--strict", is_flag=True, help="Fields and columns that are not read are errors, not warnings.")
@click.option("--max-bytes", type=click.IntRange(1), metavar="N", help="Refuse records of more bytes.")
@click.option("-q", "--quiet", is_flag=True, help="No progress bar, no summary.")
def extract(**values: Any) -> None:
    """Find the names and dates of articles.

    A FILE is plain text, one article; or JSON (lines or an array), CSV, TSV or Parquet with `text` and, as wanted, `id`
    and `published`; or a folder of such files. Other fields are named on standard error, each once. Without a FILE, or
    where it is -, standard input is read. Written is a line of JSON for each article, a row of CSV or of Parquet with
    the same fields, or a table.

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
