"""`ner-news show`: articles on the screen or as a page."""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import click
from rich.console import Console

from ner_news.articles import KINDS, STDIN, Fields, Record, Unreadable, find_files, read_files
from ner_news.cli.cli_errors import FAILED, cli_errors, print_error
from ner_news.display import build_page, render_document
from ner_news.export import holds_documents
from ner_news.export import read as read_annotated
from ner_news.extraction import check_files
from ner_news.models import Document
from ner_news.pipeline import Extractor
from ner_news.render import build_marked_text
from ner_news.spans import SCHEMES


@click.command()
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
    failed: list[str] = []
    with cli_errors(output):
        names = find_files(files or [STDIN], kind)
        check_files(names, output)
        documents = _documents(names, kind, Extractor(scheme=scheme), failed)
        if output:
            content = "".join(map(render_document, documents))
            Path(output).write_text(build_page(", ".join(names), content), encoding="utf-8")
        else:
            console = Console(emoji=False, highlight=False)
            for document in documents:
                console.print(build_marked_text(document))
    sys.exit(FAILED if failed else 0)


def _documents(names: Sequence[str], kind: str, extractor: Extractor, failed: list[str]) -> Iterator[Document]:
    """Yield the documents that the files hold, and those of the articles that they hold."""
    for name in names:
        if name != STDIN and holds_documents(Path(name)):
            for annotated in read_annotated(name, "jsonl"):
                yield annotated if isinstance(annotated, Document) else extractor(annotated.text)
        else:
            yield from extractor.pipe(_articles(read_files([name], kind, Fields()), failed))


def _articles(records: Iterable[Record], failed: list[str]) -> Iterator[Mapping[str, object]]:
    """Yield the articles that could be read, as `pipe` takes them; print the faults of the others."""
    for record in records:
        if isinstance(record.content, Unreadable):
            failed.append(record.place)
            print_error(f"{record.place}: {record.content.reason}")
        else:
            yield record.content._asdict()
