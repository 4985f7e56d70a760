"""Documents with the ids of a corpus, after all of them have been added to it."""

from collections.abc import Iterator
from functools import partial
from itertools import islice
from tempfile import TemporaryFile

from ner_news.articles import Encode, Record
from ner_news.corpus import Corpus
from ner_news.errors import NerNewsError, OtherDocumentError
from ner_news.extraction.chunks import (
    Chunk,
    articles_of,
    batch_records,
    count_figures,
    describe_error,
    lost_record,
    make_chunk,
)
from ner_news.models import Document
from ner_news.pipeline import Extractor
from ner_news.stream import BATCH, work_on


def link_chunks(
    extractor: Extractor, records: Iterator[Record], path: str, text_format: str, workers: int, encode: Encode
) -> Iterator[Chunk]:
    """Yield the chunks of failed records, then those of the documents, which lie on the disk meanwhile."""
    work = partial(_read, extractor, text_format)
    with Corpus(path) as corpus, TemporaryFile("w+", encoding="utf-8") as kept:
        for record, outcome in work_on(work, batch_records(records), workers, _lost, extractor.warm_up):
            if isinstance(outcome, Document):
                try:
                    corpus.add(outcome)
                    print(outcome.to_json(), file=kept)
                    continue
                except OtherDocumentError as error:
                    yield Chunk(b"", count_figures(1, []), [f"{record.place}: {error}"], record.size)
            else:
                yield make_chunk([record], [outcome], encode)
        kept.seek(0)
        lines = iter(kept)
        while batch := [corpus.resolved(Document.from_json(line)) for line in islice(lines, BATCH)]:
            yield Chunk(encode(batch), count_figures(len(batch), batch), [], 0)


def _read(
    extractor: Extractor, text_format: str, records: list[Record]
) -> Iterator[tuple[Record, Document | NerNewsError | None]]:
    """Yield each record with its outcome, errors as they can be sent between processes."""
    for record, outcome in zip(records, extractor.read(articles_of(records), form=text_format), strict=True):
        yield record, NerNewsError(describe_error(outcome)) if isinstance(outcome, Exception) else outcome


def _lost(record: Record) -> tuple[Record, NerNewsError]:
    return record, lost_record()
