"""Documents, one and many, for the eye of who reads them in a notebook or a browser."""

from ner_news.display.html import document_html, entity_html, page, span_html
from ner_news.display.overview import Group, overview_html
from ner_news.display.style import LIGHT, WORDS

__all__ = ["LIGHT", "WORDS", "Group", "document_html", "entity_html", "overview_html", "page", "span_html"]
