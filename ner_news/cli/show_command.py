"""`ner-news show`: articles on the screen or as a page."""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from ner_news.articles import STDIN, Record, Unreadable, find_files, read_files
from ner_news.captions import LANGUAGES, set_language
from ner_news.cli.cli_errors import FAILED, cli_errors, print_error
from ner_news.cli.reading_options import reading_options
from ner_news.display import build_page, render_document
from ner_news.export import holds_documents
from ner_news.export import read as read_annotated
from ner_news.extraction import ExtractionOptions, check_files, check_options, make_extractor
from ner_news.models import Document
from ner_news.render import build_marked_text


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option("-o", "--output", metavar="PAGE.html", help="Write a page for a browser instead.")
@click.option("--lang", type=click.Choice(LANGUAGES), default="en", show_default=True, help="Of labels and counts.")
@reading_options
def show(**values: Any) -> None:
    """Show articles with their names and dates marked.

    A FILE is as for `extract`, or what `extract` wrote, which is shown as it is. Without a FILE standard input is read.
    Exit codes are those of `extract`.
    """
    failed: list[str] = []
    set_language(values.pop("lang"))
    options = ExtractionOptions(**values)
    with cli_errors(options.output):
        names = find_files(options.files or [STDIN], options.kind)
        check_options(options)
        check_files(names, options.output, [options.gazetteer, options.model])
        documents = _documents(names, options, failed)
        if options.output:
            content = "".join(map(render_document, documents))
            Path(options.output).write_text(build_page(", ".join(names), content), encoding="utf-8")
        else:
            console = Console(emoji=False, highlight=False)
            for document in documents:
                console.print(build_marked_text(document))
    sys.exit(FAILED if failed else 0)


def _documents(names: Sequence[str], options: ExtractionOptions, failed: list[str]) -> Iterator[Document]:
    """Yield the documents that the files hold, and those of the articles that they hold."""
    extractor = make_extractor(options)
    for name in names:
        if name != STDIN and options.encoding is None and Path(name).is_file() and holds_documents(Path(name)):
            for annotated in read_annotated(name, "jsonl"):
                yield annotated if isinstance(annotated, Document) else extractor(annotated.text)
        else:
            records = read_files([name], options.kind, options.fields, options.max_bytes, options.encoding)
            yield from extractor.pipe(_articles(records, failed), format=options.text_format)


def _articles(records: Iterable[Record], failed: list[str]) -> Iterator[Mapping[str, object]]:
    """Yield the articles that could be read, as `pipe` takes them; print the faults of the others."""
    for record in records:
        if isinstance(record.content, Unreadable):
            failed.append(record.place)
            print_error(f"{record.place}: {record.content.reason}")
        else:
            yield {name: value for name, value in record.content._asdict().items() if value is not None}
