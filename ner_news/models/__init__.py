"""The typed results: frozen pydantic models with a stable JSON form.

They follow one contract: offsets count characters of the text that the caller gave, `text[start:stop] == span.text`.
`typed_spans` has the kinds of mentions, `typed_document` what holds them; `frozen` is the ground of both. The
methods are thin: `display` draws, `tables` makes frames, `masking` exchanges names.
"""

from ner_news.models.frozen import Frozen, Shown
from ner_news.models.typed_document import Document, Entity, Sentence
from ner_news.models.typed_spans import (
    AnySpan,
    Date,
    Explanation,
    Interval,
    Organization,
    Person,
    PersonName,
    Place,
    Role,
    Span,
)

__all__ = [
    "AnySpan",
    "Date",
    "Document",
    "Entity",
    "Explanation",
    "Frozen",
    "Interval",
    "Organization",
    "Person",
    "PersonName",
    "Place",
    "Role",
    "Sentence",
    "Shown",
    "Span",
]
