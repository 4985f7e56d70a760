"""spaCy's `DocBin`. spaCy is imported by the functions here, when the format is used.

Spans stand in `ents`, with those inside others in the span group `sc` too; tokens are razdel's, and space that is not
one blank is a token of its own, as spaCy has it. A document travels along in `user_data` and is read back whole.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ner_news.errors import GoldError, MissingExtraError
from ner_news.export.annotated import Annotated, AnnotatedText, FileLine, GoldSpan, list_all_spans, list_outer_spans
from ner_news.export.bio_tags import TaggedToken, tag_tokens
from ner_news.files import encodable
from ner_news.models import Document
from ner_news.spans import walk

KEY = "ner_news"
GROUP = "sc"
"""spaCy's own name for the spans of its span categorizer."""


def read_docbin(path: Path) -> Iterator[Annotated]:
    """Read the documents of a file, and as annotated texts those that other programs wrote.

    `GoldError` for a file that is no DocBin.
    """
    spacy = _import_spacy()
    try:
        docs = list(spacy.tokens.DocBin().from_disk(path).get_docs(spacy.vocab.Vocab()))
    except Exception as error:  # whatever its unpacking meets: zlib, msgpack and numpy have no error in common
        raise GoldError(path, 1, f"not a DocBin: {type(error).__name__}: {error}") from error
    for number, doc in enumerate(docs, start=1):
        yield _read_doc(doc, FileLine(str(path), number))


def _read_doc(doc: Any, place: FileLine) -> Annotated:
    line = doc.user_data.get(KEY)
    if line is not None:
        try:
            return Document.from_json(line)
        except (ValueError, TypeError) as error:
            raise GoldError(*place, str(error)) from error
    spans = [GoldSpan(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents]
    group = [GoldSpan(span.start_char, span.end_char, span.label_) for span in doc.spans.get(GROUP, ())]
    return AnnotatedText(None, doc.text, tuple(spans), tuple(set(group) - set(spans)), place)


def write_docbin(texts: Iterable[Annotated], path: Path) -> None:
    """Write all documents into one file."""
    spacy = _import_spacy()
    vocab = spacy.vocab.Vocab()
    bundle = spacy.tokens.DocBin(attrs=["ENT_IOB", "ENT_TYPE", "ENT_KB_ID"], store_user_data=True)
    for annotated in texts:
        bundle.add(_build_doc(spacy, vocab, annotated))
    bundle.to_disk(path)


def _build_doc(spacy: Any, vocab: Any, annotated: Annotated) -> Any:
    text, spans, every = encodable(annotated.text), list_outer_spans(annotated), list_all_spans(annotated)
    words, spaces = _split_words(text, tag_tokens(text, spans, every))
    doc = spacy.tokens.Doc(vocab, words=words, spaces=spaces)
    entities = _collect_entities(annotated)
    ents = [doc.char_span(*span[:2], label=span.label, kb_id=entities.get(span, "")) for span in spans]
    doc.set_ents([span for span in ents if span is not None])
    group = (doc.char_span(*span[:2], label=span.label) for span in every)
    doc.spans[GROUP] = [span for span in group if span is not None]
    if isinstance(annotated, Document):
        doc.user_data[KEY] = annotated.to_json()
    return doc


def _split_words(text: str, tagged: Iterable[TaggedToken]) -> tuple[list[str], list[bool]]:
    """Return the words, and whether one blank follows each; all else between tokens is a word too."""
    words: list[str] = []
    spaces: list[bool] = []
    done = 0
    for token in tagged:
        _add_gap(text[done : token.start], words, spaces)
        words.append(text[token.start : token.stop])
        spaces.append(False)
        done = token.stop
    _add_gap(text[done:], words, spaces)
    return words, spaces


def _add_gap(gap: str, words: list[str], spaces: list[bool]) -> None:
    if gap.startswith(" ") and words:
        spaces[-1] = True
        gap = gap[1:]
    if gap:
        words.append(gap)
        spaces.append(False)


def _collect_entities(annotated: Annotated) -> dict[GoldSpan, str]:
    if not isinstance(annotated, Document):
        return {}
    linked = (span for span in walk(annotated.spans) if span.entity)
    return {GoldSpan(span.start, span.stop, span.label): encodable(span.entity or "") for span in linked}


def _import_spacy() -> Any:
    try:
        import spacy.tokens
        import spacy.vocab
    except ImportError as error:
        raise MissingExtraError("a DocBin", "spacy") from error
    return spacy
