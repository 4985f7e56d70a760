"""What holds for every document and every clean text, whatever was given."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ner_news import Document
from ner_news.prepare import Clean
from ner_news.protocols import SpanLike
from ner_news.spans import are_nested, walk

_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")  # JSON reads both halves as one sign: see tests/test_models.py


def assert_sound(document: Document) -> None:
    """Spans are sorted, apart and what stands there; entities are those of the spans; JSON brings all back."""
    _assert_apart(document.spans, 0, len(document.text))
    for span in walk(document.spans):
        assert document.text[span.start : span.stop] == span.text
        assert span.lemma
        assert are_nested(span, getattr(span, "inner", ()))
    assert {span.entity for span in document.spans} <= {entity.id for entity in document.entities}
    assert all(entity.spans for entity in document.entities)
    if not _PAIR.search(document.text):
        assert Document.from_json(document.to_json()) == document


def _assert_apart(spans: Sequence[SpanLike], start: int, stop: int) -> None:
    """Spans follow each other within a stretch of the text."""
    for span in spans:
        assert start <= span.start < span.stop <= stop
        start = span.stop


def assert_leads_back(clean: Clean) -> None:
    """Each character of the clean text comes from a place of the source, in order, and a stretch from all between."""
    places = [clean.to_source(place, place + 1) for place in range(len(clean.text))]
    assert all(0 <= start < stop <= len(clean.source) for start, stop in places)
    assert all(before[0] <= after[0] and before[1] <= after[1] for before, after in pairwise(places))
    for (first, _), (_, last) in pairwise(places):
        assert first < last
    if places:
        assert clean.to_source(0, len(clean.text)) == (places[0][0], places[-1][1])
    for place, (start, stop) in enumerate(places):
        first, last = clean.to_clean(start, stop)
        assert first <= place < last
