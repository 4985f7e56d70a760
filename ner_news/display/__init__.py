"""Documents and corpora as HTML, for notebooks and browsers.

`document_html` marks the spans of a text and describes a span or an entity; `corpus_html` draws who was named when;
`style` holds the colours, the words for labels and the frame of a whole page. Everything is escaped, no script is
written, and nothing is loaded from outside.
"""

from ner_news.display.corpus_html import EntityGroup, render_corpus
from ner_news.display.document_html import build_page, render_document, render_entity, render_span
from ner_news.display.style import LIGHT

__all__ = [
    "LIGHT",
    "EntityGroup",
    "build_page",
    "render_corpus",
    "render_document",
    "render_entity",
    "render_span",
]
