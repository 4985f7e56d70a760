"""`ner-news convert`: annotated texts from one format to another."""

import os
from pathlib import Path

import click

from ner_news.cli.cli_errors import Misuse, cli_errors
from ner_news.export import FORMATS
from ner_news.export import read as read_annotated
from ner_news.export import write as write_annotated
from ner_news.progress import show_progress


@click.command()
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
@click.option("--from", "source_form", type=click.Choice([name for name, form in FORMATS.items() if form.read]),
              help="What FROM holds; its ending says it otherwise.")  # fmt: skip
@click.option("--to", "target_form", type=click.Choice(list(FORMATS)), help="How to write TO; its ending otherwise.")
@click.option("--raw-cells", is_flag=True, help="In CSV: no apostrophe before =, +, - and @, as for `extract`.")
@click.option("-q", "--quiet", is_flag=True, help="No progress bar.")
def convert(
    source: str, target: str, source_form: str | None, target_form: str | None, raw_cells: bool, quiet: bool
) -> None:
    """Turn what `extract` wrote, or annotated texts, into the format of another tool.

    Formats: jsonl (.jsonl), conll (.conll), brat (a folder), label-studio (.json), docbin (.spacy), doccano, which
    needs --from or --to, and csv (.csv) and xlsx (.xlsx), which are only written. From jsonl and docbin nothing is
    lost; the others hold labels and offsets alone.

    Exit codes: 0 done, 2 misuse or a file that cannot be read.
    """
    if not source or not target:
        raise Misuse("'': a file needs a name")
    if Path(target).exists() and Path(source).exists() and os.path.samefile(source, target):
        raise Misuse(f"{target}: the output would overwrite the input")
    with cli_errors(target):
        texts = show_progress(read_annotated(source, source_form), quiet=quiet)
        write_annotated(texts, target, target_form, raw_cells=raw_cells)
