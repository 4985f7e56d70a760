"""Documents for the eye of who reads them in a notebook or a browser."""

from ner_news.display.html import document_html, entity_html, page, span_html
from ner_news.display.style import WORDS

__all__ = ["WORDS", "document_html", "entity_html", "page", "span_html"]
