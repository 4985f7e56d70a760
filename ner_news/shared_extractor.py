"""The extractor with default options, made at the first call and shared by all."""

from functools import cache
from threading import Lock

from ner_news.forking import at_work
from ner_news.models import Document
from ner_news.pipeline import Extractor, Published, Spans


def extract(
    text: str,
    published: Published = None,
    *,
    spans: Spans | None = None,
    format: str = "text",  # noqa: A002
) -> Document:
    """Return the document of one text, read by an `Extractor` with default options that all calls share.

    >>> document = extract("Сессия прошла в Душанбе 16 сентября 2021 года.")
    >>> document.places[0].lemma, document.dates[0].value
    ('Душанбе', '2021-09-16')
    """
    return _default()(text, published, spans=spans, format=format)


def _default() -> Extractor:
    with at_work, _making:  # threads that call at once share one, and no child inherits the lock closed
        return _make_default()


@cache
def _make_default() -> Extractor:
    return Extractor()


_making = Lock()
