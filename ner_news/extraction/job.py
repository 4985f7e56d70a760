"""The whole run: from options to a file that is written."""

import gc
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import islice
from logging import getLogger
from pathlib import Path

from ner_news.articles import STDIN, Encode, Record, find_files, output_for, parse_time, read_files
from ner_news.blas import use_one_thread
from ner_news.custom import Gazetteer
from ner_news.errors import InputError
from ner_news.extraction.chunks import Chunk, ChunkWork, batch_records
from ner_news.extraction.corpus_chunks import link_chunks
from ner_news.extraction.destinations import growing_file, open_destination
from ner_news.extraction.options import ExtractionOptions
from ner_news.extraction.overwriting import check_files
from ner_news.extraction.resuming import find_earlier_run, run_key
from ner_news.extraction.totals import Totals
from ner_news.files import check_encoding
from ner_news.pipeline import Extractor
from ner_news.progress import progress
from ner_news.stream import read_article, work_on
from ner_news.workers import all_cores

MARKUP = (".html", ".htm", ".xhtml", ".xml", ".md")
"""Endings of files that are plain text with marks in it."""

log = getLogger("ner_news")


def run_extraction(options: ExtractionOptions, report: Callable[[str], object]) -> Totals:
    """Write the documents of the files, and return the counts; `report` gets a line for each record that failed.

    Options and files are checked before anything is read: `NerNewsError` or `OSError` tells what is wrong.
    """
    names = find_files(options.files or [STDIN], options.kind)
    check_options(options)
    output = output_for(options.output or "", options.form, table=options.table, raw_cells=options.raw_cells)
    size = check_files(names, options.output, [options.gazetteer, options.model, options.corpus])
    extractor = make_extractor(options)
    target = growing_file(options.output)
    if output.make is not None and target is None:
        raise InputError(f"{options.form} is written to a file: -o news.{options.form}")
    key = run_key(options, names)
    earlier = find_earlier_run(target, key, names, options.corpus) if options.resume else None
    gc.freeze()  # the collector need not look again at what is loaded, 0.1 s each time
    totals = Totals(earlier)
    is_on_terminal = target is None and sys.stdout.isatty()
    with progress(size, options.quiet or is_on_terminal) as advance:
        records = read_files(names, options.kind, options.fields, options.max_bytes, options.encoding)
        _skip(records, int(totals.figures["records"]), advance)
        with open_destination(options.output, key, earlier) as destination:
            destination.begin(output.head, totals.figures)
            for chunk in _chunks(extractor, records, options, output.encode):
                totals.add(chunk)
                for complaint in chunk.complaints:
                    report(complaint)
                destination.write(chunk.content, totals.figures)
                advance(chunk.size, int(chunk.figures["records"]))
            destination.finish(output.make)
    return totals


def check_options(options: ExtractionOptions) -> None:
    """Raise `InputError` for values that no record is needed to refuse."""
    read_article({"text": "", **options.fields.defaults})
    check_encoding(options.encoding or "utf-8")
    marked = [name for name in options.files if Path(name).suffix.lower() in MARKUP]
    if marked and options.text_format == "text":
        log.warning("%s: read as plain text; --text-format html or markdown leaves its markup out", ", ".join(marked))
    if (form := options.published_format) is not None:
        parse_time(datetime(2021, 9, 16, 16, 2).strftime(form), form)


def make_extractor(options: ExtractionOptions) -> Extractor:
    """Return the extractor that the options ask for; a command's products take one thread, as those of workers do.

    On two cores with other work an article took 39 s with two threads and 5 s with one.
    """
    use_one_thread()
    gazetteer = options.gazetteer and Gazetteer(
        options.gazetteer,
        label=options.gazetteer_label,
        encoding=options.gazetteer_encoding,
        strict=options.strict,
    )
    return Extractor(
        model=options.model,
        scheme=options.scheme,
        min_score=options.min_score,
        yo=options.yo,
        heads=options.heads,
        gazetteer=gazetteer or None,
        century_pivot=options.century_pivot,
    )


def _skip(records: Iterator[Record], count: int, advance: Callable[[int], None]) -> None:
    """Read so many records that an earlier run has worked on."""
    for record in islice(records, count):
        advance(record.size)


def _chunks(
    extractor: Extractor, records: Iterator[Record], options: ExtractionOptions, encode: Encode
) -> Iterator[Chunk]:
    workers = options.workers or all_cores()
    if options.corpus is not None:
        return link_chunks(extractor, records, options.corpus, options.text_format, workers, encode)
    work = ChunkWork(extractor, encode, options.text_format)
    return work_on(work, batch_records(records), workers, work.lost, extractor.warm_up)
