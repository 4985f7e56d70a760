"""The command line: `ner-news`."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, TextIO

import click
from rich.console import Console

from ner_news.cli_train import train
from ner_news.corpus import Corpus
from ner_news.display import document_html, page
from ner_news.errors import CorpusError, NerNewsError
from ner_news.export import FORMATS, holds_documents
from ner_news.export import read as read_annotated
from ner_news.export import write as write_annotated
from ner_news.inputs import KINDS, STDIN, Failure, Piece, read_files
from ner_news.models import Document
from ner_news.pipeline import Extractor
from ner_news.prepare import FORMATS as TEXT_FORMATS
from ner_news.progress import progress, watched
from ner_news.render import marked_text, span_table
from ner_news.spans import SCHEMES
from ner_news.stream import read_article
from ner_news.tagging import DEFAULT

FAILED = 1
MISUSED = 2


class Misuse(click.ClickException):
    """One line on standard error, exit code 2."""

    exit_code = MISUSED


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="ner-news", prog_name="ner-news")
def main() -> None:
    """People, organizations, places and dates in Russian news."""


main.add_command(train)


@main.command()
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option("-o", "--output", metavar="FILE", help="Write there; standard output otherwise.")
@click.option("--format", "form", type=click.Choice(["jsonl", "table"]), default="jsonl", show_default=True)
@click.option("--from", "kind", type=click.Choice(KINDS), default="auto", show_default=True,
              help="What the files hold; auto goes by the ending .jsonl or .ndjson.")  # fmt: skip
@click.option("--scheme", type=click.Choice(SCHEMES), default="full", show_default=True,
              help="Longest names («МИД Германии») or bare ones («МИД», «Германии»).")  # fmt: skip
@click.option("--model", default=DEFAULT, show_default=True, help="A network's name, or the path of a model file.")
@click.option("--min-score", type=click.FloatRange(0, 1), default=0.0, show_default=True,
              help="Leave out names of which the network is less sure.")  # fmt: skip
@click.option(
    "--gazetteer", metavar="FILE", help="Own names to find: CSV or JSON lines with name, label, lemma, entity."
)
@click.option("--published", metavar="TIME", help="For articles without a time: 2021-09-16 or 2021-09-16T16:02.")
@click.option("--corpus", metavar="FILE", help="Add the articles to this corpus and give entities its ids, "
              "equal across articles; what is written comes after the last article.")  # fmt: skip
@click.option("--text-format", type=click.Choice(TEXT_FORMATS), default="text", show_default=True,
              help="What the articles are written in; offsets count in what was given.")  # fmt: skip
@click.option("--max-bytes", type=click.IntRange(1), metavar="N", help="Refuse records of more bytes.")
@click.option("-q", "--quiet", is_flag=True, help="No progress bar.")
def extract(
    files: tuple[str, ...],
    output: str | None,
    form: str,
    kind: str,
    scheme: str,
    model: str,
    min_score: float,
    gazetteer: str | None,
    published: str | None,
    corpus: str | None,
    text_format: str,
    max_bytes: int | None,
    quiet: bool,
) -> None:
    """Find the names and dates of articles.

    A FILE is plain text, one article, or JSON lines with `text` and, as wanted, `id` and `published`. Without a FILE,
    or where it is -, standard input is read. Written is a line of JSON for each article, or a table.

    Exit codes: 0 done, 1 some records failed (each named on standard error), 2 misuse.
    """
    names = list(files or [STDIN])
    size = _check_files(names, output)
    defaults = {} if published is None else {"published": published}
    try:
        read_article({"text": "", **defaults})
        extractor = Extractor(model=model, scheme=scheme, min_score=min_score, gazetteer=gazetteer)
    except NerNewsError as error:
        raise Misuse(str(error)) from error
    reader = Reader(read_files(names, kind, defaults, max_bytes))
    talks_to_terminal = output in (None, STDIN) and sys.stdout.isatty()
    with (
        _complaints(output),
        _writer(output, form) as write,
        progress(size, quiet or talks_to_terminal) as reader.advance,
    ):
        documents = extractor.pipe(reader, format=text_format)
        for document in documents if corpus is None else _linked(documents, corpus, reader):
            write(document)
    sys.exit(FAILED if reader.has_failures else 0)


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
    names = list(files or [STDIN])
    _check_files(names, output)
    extractor = Extractor(scheme=scheme)
    readers: list[Reader] = []

    def documents() -> Iterator[Document]:
        for name in names:
            if name != STDIN and holds_documents(Path(name)):
                yield from (document for document in read_annotated(name, "jsonl") if isinstance(document, Document))
            else:
                readers.append(Reader(read_files([name], kind, {})))
                yield from extractor.pipe(readers[-1])

    with _complaints(output):
        if output:
            content = "".join(map(document_html, documents()))
            Path(output).write_text(page(", ".join(names), content), encoding="utf-8")
        else:
            console = Console(emoji=False, highlight=False)
            for document in documents():
                console.print(marked_text(document))
    sys.exit(FAILED if any(reader.has_failures for reader in readers) else 0)


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
    with _complaints(target):
        write_annotated(watched(read_annotated(source, source_form), quiet=quiet), target, target_form)


@contextmanager
def _complaints(output: str | None) -> Iterator[None]:
    """Errors of files and of options as one line each."""
    try:
        yield
    except NerNewsError as error:
        raise Misuse(str(error)) from error
    except BrokenPipeError:
        raise  # click ends quietly: who read the output has seen enough
    except OSError as error:
        raise Misuse(f"{error.filename or output or 'standard output'}: {error.strerror}") from error


def _check_files(names: list[str], output: str | None) -> int | None:
    """The size of all input in bytes, `None` with standard input; complains about files before any work is done."""
    paths = [Path(name) for name in names if name != STDIN]
    for path in paths:
        if not path.exists():
            raise Misuse(f"{path}: there is no such file")
        if path.is_dir():
            raise Misuse(f"{path}: is a folder")
    inputs = [path.stat() for path in paths]
    if STDIN in names and output and _has_number(sys.stdin):
        inputs.append(os.fstat(sys.stdin.fileno()))
    if output and output != STDIN and Path(output).is_file():
        written = Path(output).stat()
        if any(os.path.samestat(written, read) for read in inputs):
            raise Misuse(f"{output}: the output would overwrite the input")
    return None if STDIN in names else sum(read.st_size for read in inputs)


def _has_number(stream: TextIO) -> bool:
    """Whether the stream is one of the system's, and not a test's."""
    try:
        stream.fileno()
    except (OSError, ValueError):
        return False
    return True


class Reader:
    """The articles that could be read, as `pipe` takes them; the others are named on standard error."""

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self._pieces = pieces
        self.has_failures = False
        self.advance: Callable[[int], None] = lambda _: None
        """Called with the bytes of each piece."""

    def fail(self, reason: str) -> None:
        """Tells of a record that did not get through; the others go on."""
        self.has_failures = True
        click.echo(reason, err=True)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        for piece in self._pieces:
            self.advance(piece.size)
            if isinstance(piece.content, Failure):
                self.fail(f"{piece.content.place}: {piece.content.reason}")
            else:
                yield piece.content._asdict()


def _linked(documents: Iterable[Document], path: str, reader: Reader) -> Iterator[Document]:
    """The documents with the ids of the corpus, after all of them have been added; meanwhile they lie on the disk."""
    with Corpus(path) as corpus, TemporaryFile("w+", encoding="utf-8") as kept:
        for document in documents:
            try:
                corpus.add(document)
            except CorpusError as error:
                reader.fail(str(error))
            else:
                print(document.to_json(), file=kept)
        kept.seek(0)
        for line in kept:
            yield corpus.resolved(Document.from_json(line))


@contextmanager
def _writer(output: str | None, form: str) -> Iterator[Callable[[Document], None]]:
    """A function that writes a document as a line of JSON or as a table."""
    try:
        stream = click.open_file(output or STDIN, "w", encoding="utf-8")
    except OSError as error:
        raise Misuse(f"{output}: {error.strerror}") from error
    with stream:
        if form == "table":
            console = Console(file=stream, emoji=False)
            yield lambda document: console.print(span_table(document))
        else:
            yield lambda document: print(document.to_json(), file=stream)
