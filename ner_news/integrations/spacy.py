"""A component of spaCy's pipelines, which finds it by its name.

>>> import spacy
>>> nlp = spacy.blank("ru")
>>> _ = nlp.add_pipe("ner_news", config={"scheme": "names"})
>>> [(ent.text, ent.label_, ent._.lemma) for ent in nlp("Канцлера Ангелу Меркель ждут в Минске.").ents]
[('Ангелу Меркель', 'PER', 'Ангела Меркель'), ('Минске', 'LOC', 'Минск')]

- `doc.ents`: the spans on spaCy's tokens, each with label and, as `kb_id_`, the id of its entity. A span takes every
  token that it touches; `span._.ner_news` keeps the exact offsets. Where two meet in one token the one of more tokens
  stays, else the earlier. Entities that other components set before stay, and ours that touch them are left out; with
  `overwrite_ents` it is the other way round. With `given_ents` the names are those that other components set before,
  and come back with our labels and fields.
- `doc.spans["sc"]` (`spans_key`): all of them, those inside longer names and those left out above too.
- `doc._.ner_news`: the `Document`, kept as JSON in `doc.user_data`, where `ner_news.export` looks for it in a `DocBin`.
- `span._`: `ner_news`, the typed span that lies on just these tokens, and its fields as `EXTENSIONS` lists them; `None`
  where there is none. A name that something else has taken is left to it.
- `doc._.published`, set before the pipeline runs, or `published` in the context of `nlp.pipe(as_tuples=True)`: the time
  that relative dates count from. A context's `id` becomes the document's.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import lru_cache, partial
from typing import Any, NamedTuple

from ner_news.dates import parse_published
from ner_news.errors import MissingExtraError
from ner_news.export.docbin import GROUP, KEY
from ner_news.integrations.record_reader import Record, read_records
from ner_news.models import AnySpan, Document
from ner_news.pipeline import Extractor
from ner_news.spans import walk, walk_with_depth
from ner_news.stream import BATCH

try:
    from spacy import tokens
    from spacy.language import Language
    from spacy.util import filter_spans, minibatch, raise_error
except ImportError as error:
    raise MissingExtraError("a component of spaCy", "spacy") from error

PUBLISHED = "ner_news_published"
"""In `doc.user_data`: the time as ISO text."""

EXTENSIONS = {
    "lemma": "lemma",
    "entity": "entity",
    "score": "score",
    "name": "name",
    "gender": "gender",
    "roles": "roles",
    "legal_form": "legal_form",
    "country": "country",
    "kind": "kind",
    "date_value": "value",
    "date_grain": "grain",
    "date_interval": "interval",
    "date_mod": "mod",
    "date_anchor": "anchor",
    "date_zone": "zone",
    "date_recurs": "recurs",
}
"""Attributes of `span._`, each with the field of the package's span that it holds."""

Handler = Callable[[str, Any, list[Any], Exception], Any]
"""spaCy's error handler: it takes the component's name, the component, the docs and the error."""


@Language.factory(
    "ner_news",
    assigns=["doc.ents", "doc.spans", "doc._.ner_news", "span._.ner_news", "token.ent_iob", "token.ent_type"],
    default_config={
        "model": "news",
        "scheme": "full",
        "min_score": 0.0,
        "gazetteer": None,
        "overwrite_ents": False,
        "given_ents": False,
        "spans_key": GROUP,
    },
)
# spaCy calls a factory with its pipeline and name, and with each setting of a config as a parameter of its own.
def make_component(
    nlp: Language,  # noqa: ARG001
    name: str,
    model: str,
    scheme: str,
    min_score: float,
    gazetteer: str | dict[str, Any] | None,
    overwrite_ents: bool,
    given_ents: bool,
    spans_key: str,
) -> "Component":
    """Return the component with the options of `Extractor` that a config file can hold."""
    extractor = Extractor(model=model, scheme=scheme, min_score=min_score, gazetteer=gazetteer)
    return Component(name, extractor, overwrite_ents=overwrite_ents, given_ents=given_ents, spans_key=spans_key)


class Component:
    """The component of a pipeline; it pickles, and a pipeline on disk keeps its options."""

    def __init__(
        self, name: str, extractor: Extractor, *, overwrite_ents: bool, given_ents: bool, spans_key: str
    ) -> None:
        self.name = name
        self.extractor = extractor
        self.overwrite_ents = overwrite_ents or given_ents
        self.given_ents = given_ents
        self.spans_key = spans_key
        self._handler: Handler = raise_error

    def __call__(self, doc: tokens.Doc) -> tokens.Doc:
        [document] = self.extractor.pipe([self._make_record(doc)])
        return self._fill(doc, document)

    def pipe(self, stream: Iterable[tokens.Doc], *, batch_size: int = BATCH) -> Iterator[tokens.Doc]:
        """Yield the docs with their spans; one that cannot be read goes to the error handler and is left out."""
        for docs in minibatch(stream, batch_size):
            for doc, answer in zip(docs, read_records(self.extractor, map(self._make_record, docs)), strict=True):
                if isinstance(answer, Exception):
                    self._handler(self.name, self, [doc], answer)
                else:
                    yield self._fill(doc, answer)

    def set_error_handler(self, handler: Handler) -> None:
        """Set the function that gets the docs that cannot be read; `nlp.set_error_handler` calls this."""
        self._handler = handler

    def get_error_handler(self) -> Handler:
        """Return the function that `set_error_handler` set; at first it raises the error."""
        return self._handler

    def _make_record(self, doc: tokens.Doc) -> Record:
        return {**_make_record(doc), "spans": doc.ents if self.given_ents else None}

    def _fill(self, doc: tokens.Doc, document: Document) -> tokens.Doc:
        doc.user_data[KEY] = document.to_json()
        aligned = [_align_span(doc, span) for span in document.spans]
        doc.ents = self._merge_entities(doc.ents, filter_spans(aligned))
        doc.spans[self.spans_key] = [_align_span(doc, span) for span in walk(document.spans)]
        return doc

    def _merge_entities(self, earlier: Iterable[tokens.Span], ours: Iterable[tokens.Span]) -> list[tokens.Span]:
        first, second = (ours, earlier) if self.overwrite_ents else (earlier, ours)
        kept = list(first)
        taken = {number for span in kept for number in range(span.start, span.end)}
        return kept + [span for span in second if taken.isdisjoint(range(span.start, span.end))]


def _align_span(doc: tokens.Doc, span: AnySpan) -> tokens.Span:
    return doc.char_span(span.start, span.stop, span.label, span.entity or "", alignment_mode="expand")


def _make_record(doc: tokens.Doc) -> Record:
    """Return the record to read; while a doc is in the pipeline, spaCy keeps the context of its tuple in it."""
    context = getattr(doc, "_context", None)
    settings = context if isinstance(context, Mapping) else {}
    name = settings.get("id")
    return {
        "text": doc.text,
        "published": doc.user_data.get(PUBLISHED, settings.get("published")),
        "id": name if isinstance(name, (str, int)) else None,
    }


def _get_document(doc: tokens.Doc) -> Document | None:
    line = doc.user_data.get(KEY)
    return None if line is None else _parse_document(line).document


class ParsedDocument(NamedTuple):
    """A document read from JSON, with all its spans sorted by their starts."""

    document: Document
    spans: list[tuple[AnySpan, int]]
    """Each with its depth: 0 for a span of the document, 1 for a name inside one, and so on."""
    starts: list[int]


@lru_cache(maxsize=64)
def _parse_document(line: str) -> ParsedDocument:
    """Read a document, once for all the fields of its spans that are asked for one by one."""
    document = Document.from_json(line)
    spans = sorted(walk_with_depth(document.spans), key=lambda pair: pair[0].start)
    return ParsedDocument(document, spans, [span.start for span, _ in spans])


def _find_span(span: tokens.Span) -> AnySpan | None:
    """Return the package's span on just these tokens, with the span's label and entity where it has them.

    Of several it is the outer one, then the earlier one.
    """
    line = span.doc.user_data.get(KEY)
    if line is None or not len(span):
        return None
    _, spans, starts = _parse_document(line)
    first, last = span[0], span[-1]
    touching = spans[bisect_left(starts, first.idx) : bisect_left(starts, first.idx + len(first))]
    fitting = [
        pair for pair in touching if last.idx < pair[0].stop <= last.idx + len(last) and _is_meant(pair[0], span)
    ]
    return min(fitting, key=lambda pair: pair[1])[0] if fitting else None


def _is_meant(ours: AnySpan, span: tokens.Span) -> bool:
    return span.label_ in ("", ours.label) and span.kb_id_ in ("", ours.entity) and _stands_there(ours, span)


def _stands_there(ours: AnySpan, span: tokens.Span) -> bool:
    """Return whether the text is there; it is not in a part of a doc that kept the document of the whole."""
    start = ours.start - span.start_char
    return bool(span.text[start : start + len(ours.text)] == ours.text)


def _get_field(span: tokens.Span, *, field: str) -> Any:
    return getattr(_find_span(span), field, None)


def _get_published(doc: tokens.Doc) -> datetime | None:
    if PUBLISHED in doc.user_data:
        return parse_published(doc.user_data[PUBLISHED])
    document = _get_document(doc)
    return None if document is None else document.published


def _set_published(doc: tokens.Doc, value: str | date | datetime | None) -> None:
    moment = parse_published(value)
    doc.user_data[PUBLISHED] = None if moment is None else moment.isoformat()


def _add_extensions() -> None:
    tokens.Doc.set_extension(KEY, getter=_get_document, force=True)
    tokens.Span.set_extension(KEY, getter=_find_span, force=True)
    if not tokens.Doc.has_extension("published"):
        tokens.Doc.set_extension("published", getter=_get_published, setter=_set_published)
    for name, field in EXTENSIONS.items():
        if not tokens.Span.has_extension(name):
            tokens.Span.set_extension(name, getter=partial(_get_field, field=field))


_add_extensions()
