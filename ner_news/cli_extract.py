"""`ner-news extract`: from files to files, in as many processes as wanted, and on from where it was killed."""

import gc
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from tempfile import TemporaryFile
from time import monotonic
from typing import Any, BinaryIO, NamedTuple, TextIO

import click

from ner_news.complaints import FAILED, Misuse, complaints
from ner_news.corpus import Corpus
from ner_news.errors import CorpusError, NerNewsError, WorkerError
from ner_news.inputs import ENDINGS, KINDS, STDIN, Fields, Record, Unreadable, find_files, read_files
from ner_news.journal import Begun, Figures, Journal, begun, beside
from ner_news.models import Document
from ner_news.outputs import FORMATS, Encode, output_of
from ner_news.pipeline import Extractor
from ner_news.prepare import FORMATS as TEXT_FORMATS
from ner_news.progress import progress
from ner_news.spans import SCHEMES
from ner_news.stream import BATCH, Article, read_article, work_on
from ner_news.tagging import DEFAULT
from ner_news.workers import all_cores

COUNTED = ("records", "articles", "failed", "spans", "characters")


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option("-o", "--output", metavar="FILE", help="Write there; standard output otherwise.")
@click.option("--format", "form", type=click.Choice(FORMATS),
              help="How to write; by the ending otherwise: .csv, .parquet, else jsonl; .gz and .zst pack.")  # fmt: skip
@click.option("--from", "kind", type=click.Choice(KINDS), default="auto", show_default=True,
              help=f"What the files hold; auto goes by the ending: {', '.join(ENDINGS)}, also .gz, .zst.")  # fmt: skip
@click.option("--text-column", default="text", show_default=True, help="The field or column of the texts.")
@click.option("--id-column", default="id", show_default=True, help="Of their ids; without it file and line serve.")
@click.option("--published-column", default="published", show_default=True, help="Of the times of publication.")
@click.option("--workers", type=click.IntRange(0), default=1, show_default=True, metavar="N",
              help="Processes that read; 0 for one on each core.")  # fmt: skip
@click.option("--resume", is_flag=True, help="Go on with a run that was interrupted, if there is one.")
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
@click.option("-q", "--quiet", is_flag=True, help="No progress bar, no summary.")
def extract(
    files: tuple[str, ...],
    output: str | None,
    form: str | None,
    kind: str,
    text_column: str,
    id_column: str,
    published_column: str,
    workers: int,
    resume: bool,
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

    A FILE is plain text, one article; or JSON lines, CSV or Parquet with `text` and, as wanted, `id` and `published`;
    or a folder of such files. Without a FILE, or where it is -, standard input is read. Written is a line of JSON for
    each article, a row of CSV or of Parquet with the same fields, or a table.

    A file is written as FILE.part until it is done, with FILE.journal beside it: after a kill, a crash or a full disk
    the same command with --resume goes on, and no article is lost or written twice.

    Exit codes: 0 done, 1 some records failed (each named on standard error), 2 misuse or a file that cannot be written.
    """
    options = {"form": form, "kind": kind, "columns": [text_column, id_column, published_column], "scheme": scheme,
               "model": _stamp(model), "min_score": min_score, "gazetteer": _stamp(gazetteer), "published": published,
               "text_format": text_format, "max_bytes": max_bytes, "corpus": corpus}  # fmt: skip
    defaults = {} if published is None else {"published": published}
    fields = Fields(text_column, id_column, published_column, defaults)
    with complaints(output):
        names = find_files(files or [STDIN])
        read_article({"text": "", **defaults})
        written = output_of(output or "", form)
        extractor = Extractor(model=model, scheme=scheme, min_score=min_score, gazetteer=gazetteer)
    size = check_files(names, output, [gazetteer, model, corpus])
    target = Path(output) if output not in (None, STDIN) and _can_grow(Path(output)) else None
    if written.make is not None and target is None:
        raise Misuse("Parquet is written to a file: -o news.parquet")
    key = {"version": version("ner-news"), "inputs": list(map(_stamp, names)), **options}
    earlier = _earlier(target, key, names, corpus) if resume else None
    records = read_files(names, kind, fields, max_bytes)
    work = _Work(extractor, written.encode, text_format)
    count = workers or all_cores()
    gc.freeze()  # what is loaded stays: the collector need not look at it again, 0.1 s each time
    run = _Run(earlier)
    talks_to_terminal = target is None and sys.stdout.isatty()
    with complaints(output), progress(size, quiet or talks_to_terminal) as advance:
        records = _skipping(records, int(run.figures["records"]), advance)
        if corpus is None:
            batches = _batches(records)
            chunks: Iterator[_Chunk] = work_on(work, batches, count, work.lost, extractor.warm_up)
        else:
            chunks = _linked(extractor, records, corpus, text_format, count, written.encode)
        with _opened(target, output, key, earlier) as out:
            out.begin(written.head, run.figures)
            for chunk in chunks:
                run.add(chunk)
                out.write(chunk.content, run.figures)
                advance(chunk.size, int(chunk.figures["records"]))
            out.finish(written.make)
    if target is not None and not quiet:
        click.echo(run.summary(), err=True)
    sys.exit(FAILED if run.figures["failed"] else 0)


class _Chunk(NamedTuple):
    """What became of a batch."""

    content: bytes
    figures: Figures
    complaints: list[str]
    size: int


@dataclass(frozen=True)
class _Work:
    """From records to bytes, in whatever process."""

    extractor: Extractor
    encode: Encode
    form: str

    def __call__(self, records: list[Record]) -> list[_Chunk]:
        """A chunk for the whole batch."""
        articles = [record.content if isinstance(record.content, Article) else None for record in records]
        outcomes = self.extractor.read(articles, form=self.form)
        return [_chunk(records, list(outcomes), self.encode)]

    def lost(self, record: Record) -> _Chunk:
        """The chunk of a record with which two processes died."""
        return _chunk([record], [WorkerError("two worker processes died with this text")], self.encode)


def _chunk(records: Sequence[Record], outcomes: Sequence[Document | Exception | None], encode: Encode) -> _Chunk:
    documents = [outcome for outcome in outcomes if isinstance(outcome, Document)]
    found = [
        f"{record.place}: {reason}"
        for record, outcome in zip(records, outcomes, strict=True)
        if (reason := _reason(record, outcome)) is not None
    ]
    figures = _figures(len(records), documents)
    return _Chunk(encode(documents) if documents else b"", figures, found, sum(record.size for record in records))


def _reason(record: Record, outcome: Document | Exception | None) -> str | None:
    if isinstance(record.content, Unreadable):
        return record.content.reason
    return str(outcome) or type(outcome).__name__ if isinstance(outcome, Exception) else None


def _figures(records: int, documents: Sequence[Document]) -> Figures:
    characters = sum(len(document.text) for document in documents)
    spans = sum(len(document.spans) for document in documents)
    return dict(zip(COUNTED, (records, len(documents), records - len(documents), spans, characters), strict=True))


class _Run:
    """How far it has come, the run that it goes on with counted in."""

    def __init__(self, earlier: Begun | None) -> None:
        self.figures: Figures = {**dict.fromkeys((*COUNTED, "seconds"), 0), **(earlier.figures if earlier else {})}
        self._before = self.figures["seconds"]
        self._start = monotonic()

    def add(self, chunk: _Chunk) -> None:
        """Counts a chunk and tells of what failed in it."""
        for complaint in chunk.complaints:
            click.echo(complaint, err=True)
        for name, count in chunk.figures.items():
            self.figures[name] += count
        self.figures["seconds"] = self._before + monotonic() - self._start

    def summary(self) -> str:
        """One line."""
        counts = ", ".join(f"{self.figures[name]:,.0f} {name}" for name in COUNTED[1:])
        seconds = max(self.figures["seconds"], 1e-9)
        return f"{counts} in {seconds:,.1f} s: {self.figures['characters'] / seconds:,.0f} characters a second"


class _Stream:
    """Standard output, or what else cannot be written twice; used as a `Journal` is."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def write(self, content: bytes, _: Figures) -> None:
        """At once, for who waits at the other end."""
        self._stream.write(content)
        self._stream.flush()

    def begin(self, head: bytes, figures: Figures) -> None:
        """Before all chunks."""
        self.write(head, figures)

    def finish(self, _: Any) -> None:
        """Nothing is left to do."""


class _File(Journal):
    """A file with a journal, begun with a head where none was written."""

    def begin(self, head: bytes, figures: Figures) -> None:
        """Before all chunks."""
        if self.is_empty:
            self.write(head, figures)


@contextmanager
def _opened(
    target: Path | None, output: str | None, key: Mapping[str, Any], earlier: Begun | None
) -> Iterator[_File | _Stream]:
    if target is not None:
        file = _File(target, key, earlier)
        with file:
            yield file
    elif output in (None, STDIN):
        yield _Stream(sys.stdout.buffer)
    else:
        with Path(output).open("wb") as stream:
            yield _Stream(stream)


def _can_grow(path: Path) -> bool:
    """Whether it is a file or is to be one: no pipe and no device."""
    return path.is_file() or not path.exists()


def _stamp(name: str | None) -> Any:
    """What tells that a file has changed."""
    path = Path(name or "")
    if name is None or not path.is_file():
        return name
    return [name, path.stat().st_size, path.stat().st_mtime_ns]


def _earlier(target: Path | None, key: dict[str, Any], names: list[str], corpus: str | None) -> Begun | None:
    """The interrupted run; complains where this one is not the same."""
    if target is None or STDIN in names or corpus is not None:
        raise Misuse("--resume goes from files to a file (-o), without --corpus")
    found = begun(target)
    if found is None:
        return None
    changed = sorted(name for name in key if key[name] != found.key.get(name))
    if changed:
        raise Misuse(f"{target}.part was begun with other {', '.join(changed)}: begin anew without --resume")
    return found


def _skipping(records: Iterator[Record], count: int, advance: Callable[..., None]) -> Iterator[Record]:
    """The records after so many."""
    for record in islice(records, count):
        advance(record.size)
    return records


def _batches(records: Iterator[Record]) -> Iterator[list[Record]]:
    while batch := list(islice(records, BATCH)):
        yield batch


def _linked(
    extractor: Extractor, records: Iterator[Record], path: str, form: str, workers: int, encode: Encode
) -> Iterator[_Chunk]:
    """The documents with the ids of the corpus, after all of them have been added; meanwhile they lie on the disk."""
    work = partial(_read, extractor, form)
    with Corpus(path) as corpus, TemporaryFile("w+", encoding="utf-8") as kept:
        for record, outcome in work_on(work, _batches(records), workers, _lost, extractor.warm_up):
            if isinstance(outcome, Document):
                try:
                    corpus.add(outcome)
                    print(outcome.to_json(), file=kept)
                    continue
                except CorpusError as error:
                    yield _Chunk(b"", _figures(1, []), [f"{record.place}: {error}"], record.size)
            else:
                yield _chunk([record], [outcome], encode)
        kept.seek(0)
        lines = iter(kept)
        while batch := [corpus.resolved(Document.from_json(line)) for line in islice(lines, BATCH)]:
            yield _Chunk(encode(batch), _figures(len(batch), batch), [], 0)


def _read(
    extractor: Extractor, form: str, records: list[Record]
) -> Iterator[tuple[Record, Document | NerNewsError | None]]:
    articles = [record.content if isinstance(record.content, Article) else None for record in records]
    for record, outcome in zip(records, extractor.read(articles, form=form), strict=True):
        if isinstance(outcome, Exception):
            yield record, NerNewsError(str(outcome) or type(outcome).__name__)
        else:
            yield record, outcome


def _lost(record: Record) -> tuple[Record, NerNewsError]:
    return record, WorkerError("two worker processes died with this text")


def check_files(names: list[str], output: str | None, others: Sequence[str | None] = ()) -> int | None:
    """The size of all input in bytes, `None` with standard input; complains about an output, or what is written on the
    way to it, that is an input or another file in use."""
    inputs = [found for name in names if name != STDIN and (found := _stat(name))]
    used = inputs + [found for name in others if name and (found := _stat(name))]
    if STDIN in names and output and _has_number(sys.stdin):
        used.append(os.fstat(sys.stdin.fileno()))
    targets = [Path(output), *beside(Path(output).resolve())] if output and output != STDIN else []
    for name in targets:
        written = _stat(name)
        if written and any(os.path.samestat(written, read) for read in used):
            raise Misuse(f"{name}: the output would overwrite the input")
    return None if STDIN in names else sum(read.st_size for read in inputs)


def _stat(name: str | Path) -> os.stat_result | None:
    """Of a file; `None` where there is none."""
    try:
        return Path(name).stat() if Path(name).is_file() else None
    except OSError:
        return None


def _has_number(stream: TextIO) -> bool:
    """Whether the stream is one of the system's, and not a test's."""
    try:
        stream.fileno()
    except (OSError, ValueError):
        return False
    return True
