"""The command line: `ner-news`."""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from ner_news.cli_extract import check_files, extract
from ner_news.cli_train import train
from ner_news.complaints import FAILED, Misuse, complaints
from ner_news.display import build_page, render_document
from ner_news.export import FORMATS, holds_documents
from ner_news.export import read as read_annotated
from ner_news.export import write as write_annotated
from ner_news.inputs import KINDS, STDIN, Fields, Record, Unreadable, find_files, read_files
from ner_news.models import Document
from ner_news.pipeline import Extractor
from ner_news.progress import show_progress
from ner_news.render import build_marked_text
from ner_news.spans import SCHEMES


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="ner-news", prog_name="ner-news")
def main() -> None:
    """People, organizations, places and dates in Russian news."""


main.add_command(extract)
main.add_command(train)


@main.command()
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option("-o", "--output", metavar="PAGE.html", help="Write a page for a browser instead.")
@click.option("--from", "kind", type=click.Choice(KINDS), default="auto", show_default=True,
              help="What the files hold; auto goes by the ending .jsonl or .ndjson.")  # fmt: skip
@click.option("--scheme", type=click.Choice(SCHEMES), default="full", show_default=True)
def show(files: tuple[str, ...], output: str | None, kind: str, scheme: str) -> None:
    """Show articles with their names and dates marked.

    A FILE is as for `extract`, or what `extract` wrote, which is shown as it is. Without a FILE standard input is read.
    Exit codes are those of `extract`.
    """
    with complaints(output):
        names = find_files(files or [STDIN])
    check_files(names, output)
    extractor = Extractor(scheme=scheme)
    failed: list[str] = []

    def documents() -> Iterator[Document]:
        for name in names:
            if name != STDIN and holds_documents(Path(name)):
                for found in read_annotated(name, "jsonl"):
                    yield found if isinstance(found, Document) else extractor(found.text)
            else:
                yield from extractor.pipe(_articles(read_files([name], kind, Fields()), failed))

    with complaints(output):
        if output:
            content = "".join(map(render_document, documents()))
            Path(output).write_text(build_page(", ".join(names), content), encoding="utf-8")
        else:
            console = Console(emoji=False, highlight=False)
            for document in documents():
                console.print(build_marked_text(document))
    sys.exit(FAILED if failed else 0)


@main.command()
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
@click.option("--from", "source_form", type=click.Choice([name for name, form in FORMATS.items() if form.read]),
              help="What FROM holds; its ending says it otherwise.")  # fmt: skip
@click.option("--to", "target_form", type=click.Choice(list(FORMATS)), help="How to write TO; its ending otherwise.")
@click.option("-q", "--quiet", is_flag=True, help="No progress bar.")
def convert(source: str, target: str, source_form: str | None, target_form: str | None, quiet: bool) -> None:
    """Turn what `extract` wrote, or annotated texts, into the format of another tool.

    Formats: jsonl (.jsonl), conll (.conll), brat (a folder), label-studio (.json), docbin (.spacy), and csv (.csv),
    which is only written. From jsonl and docbin nothing is lost; the others hold labels and offsets alone.

    Exit codes: 0 done, 2 misuse or a file that cannot be read.
    """
    if Path(target).exists() and Path(source).exists() and os.path.samefile(source, target):
        raise Misuse(f"{target}: the output would overwrite the input")
    with complaints(target):
        write_annotated(show_progress(read_annotated(source, source_form), quiet=quiet), target, target_form)


def _articles(records: Iterable[Record], failed: list[str]) -> Iterator[Mapping[str, Any]]:
    """The articles that could be read, as `pipe` takes them; the others are named on standard error."""
    for record in records:
        if isinstance(record.content, Unreadable):
            failed.append(record.place)
            click.echo(f"{record.place}: {record.content.reason}", err=True)
        else:
            yield record.content._asdict()
