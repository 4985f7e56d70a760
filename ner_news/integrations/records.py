"""Records that come back in order, read or with the reason why not: what all doors do with a bad one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ner_news.models import Document
from ner_news.pipeline import Article, Extractor, read_article

Record = Mapping[str, Any]
"""With `text` and, as wanted, `published` and `id`."""


def read_records(
    extractor: Extractor,
    records: Iterable[Record],
    *,
    format: str = "text",  # noqa: A002
) -> list[Document | Exception]:
    """For each record its document, or the error that it alone met: a wrong type, an unreadable time, a rule's own.

    >>> read_records(Extractor(), [{"text": "Минск"}, {"text": None}])
    [<Document 'Минск', 1 spans, 1 entities>, TypeError('text must be str, not NoneType')]
    """
    checked = list(map(_checked, records))
    articles = [article._asdict() for article in checked if isinstance(article, Article)]
    documents = _documents(extractor, articles, format)
    return [next(documents) if isinstance(each, Article) else each for each in checked]


def reason(error: Exception) -> str:
    """The error in a line for a table."""
    return f"{type(error).__name__}: {error}"


def _checked(record: Record) -> Article | Exception:
    try:
        return read_article(record)
    except (TypeError, ValueError) as error:
        return error


def _documents(extractor: Extractor, articles: Sequence[Record], form: str) -> Iterator[Document | Exception]:
    """All at once; where that fails, which own rules alone can bring about, one by one."""
    try:
        yield from list(extractor.pipe(articles, format=form))
    except Exception:  # whatever a rule raises
        for article in articles:
            yield _alone(extractor, article, form)


def _alone(extractor: Extractor, article: Record, form: str) -> Document | Exception:
    try:
        [document] = extractor.pipe([article], format=form)
    except Exception as error:  # whatever a rule raises
        return error
    return document
