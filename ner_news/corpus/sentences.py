"""Mentions with the sentences that they stand in, which are cut out of the stored texts when they are asked for."""

import json
import zlib
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import datetime, time
from itertools import groupby
from typing import Any

from ner_news.caches import word_cache
from ner_news.corpus.queries import Ask, format_time
from ner_news.corpus.records import CorpusDate, CorpusMention
from ner_news.dates import Interval, Moment, parse_value
from ner_news.errors import InputError
from ner_news.linking import fold_key
from ner_news.segment import find_sentences

_QUICK = 1
"""zlib's level: 0.05 ms for an article, which takes 40% of its room then."""


def pack_text(text: str) -> bytes:
    """Return a text as it stands in the file.

    >>> unpack_text(pack_text("Час")), len(pack_text("Час " * 1000)) < 100
    ('Час', True)
    """
    return zlib.compress(text.encode("utf-8", "surrogatepass"), _QUICK)


def unpack_text(packed: bytes) -> str:
    """Return the text that was packed."""
    return zlib.decompress(packed).decode("utf-8", "surrogatepass")


def find_mentions(ask: Ask, name: str) -> Iterator[CorpusMention]:
    """Yield the mentions of the entity of that id, in the order of publication."""
    query = """
        SELECT documents.number, documents.id, published, start, stop, text, spans.lemma, confidence
        FROM entities JOIN appearances ON appearances.entity = entities.number
        JOIN documents ON documents.number = appearances.document
        JOIN spans ON spans.document = appearances.document AND spans.meant = appearances.meant
        WHERE entities.id IN (:id, :folded) ORDER BY published, documents.id, start, stop
    """
    return _with_sentences(ask, ask(query, id=name, folded=fold_key(name)))


def find_dates(ask: Ask, since: Moment, until: Moment) -> list[CorpusDate]:
    """Return the dates in the texts that lie between two times, in the order of the calendar."""
    query = """
        SELECT documents.number, documents.id, published, start, stop, text, spans.lemma, 1.0, names.key
        FROM names JOIN spans ON spans.name = names.number JOIN documents ON documents.number = spans.document
        WHERE names.label = 'DATE' ORDER BY published, documents.id, start, stop
    """
    first, last = format_time("since", since, time.min) or "", format_time("until", until, time.max) or "~"
    rows = [row for row in ask(query) if _lies_between(_read_interval(row[-1]), first, last)]
    found = [
        CorpusDate(row[-1].partition(":")[2], start, end, mention)
        for row, mention in zip(rows, _with_sentences(ask, rows), strict=True)
        for start, end in [_read_interval(row[-1])]
        if start is not None
    ]
    return sorted(found, key=lambda each: (each.start, each.end or datetime.max))


def _lies_between(interval: Interval, first: str, last: str) -> bool:
    """Tell whether an interval begins, and lies partly between two times."""
    start, end = interval
    return start is not None and start.isoformat() <= last and (end is None or end.isoformat() > first)


# Dates come again and again in a corpus.
@word_cache(maxsize=4096)
def _read_interval(key: str) -> Interval:
    """Return when the date of a key is; open at both ends where it has no place in the calendar."""
    try:
        return parse_value(key.partition(":")[2])
    except InputError:
        return Interval(None, None)


def _with_sentences(ask: Ask, rows: Iterable[Any]) -> Iterator[CorpusMention]:
    """Yield a mention for each row; texts are read one by one, where rows of one document stand together once."""
    for number, group in groupby(rows, key=lambda row: row[0]):
        [(packed,)] = ask("SELECT body FROM documents WHERE number = :number", number=number)
        text = unpack_text(packed)
        sentences = find_sentences(text)
        starts = [first for first, _ in sentences]
        for _, document, published, start, stop, written, lemma, confidence, *_ in group:
            place = bisect_right(starts, start) - 1
            sentence = text[slice(*sentences[place])] if place >= 0 else ""
            moment = published and datetime.fromisoformat(published)
            yield CorpusMention(json.loads(document), moment, start, stop, written, lemma, confidence, sentence)
