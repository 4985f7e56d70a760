"""Annotated files read as documents to train on: JSON lines, brat, CoNLL, Label Studio.

`ner_news.export` knows the formats; here it is checked that a network can learn all that is in the file.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from ner_news.errors import GoldError
from ner_news.export.annotated import AnnotatedText, FileLine
from ner_news.export.brat import read_brat
from ner_news.export.conll import read_conll
from ner_news.export.jsonl import read_annotated
from ner_news.export.label_studio import read_label_studio
from ner_news.files import split_format
from ner_news.spans import SCHEMES
from ner_news.training.gold import GoldDocument, Labels, Marked, check_document, check_span, split_layers

ROLES = "roles"
"""The scheme of what stands in the `roles` of people, in the place of the people."""

COLUMNS = ("conll", "tsv", "text")


def read_gold(path: Path, labels: Labels, scheme: str = SCHEMES[0]) -> list[GoldDocument]:
    """Read all documents of a file or a folder, and check them; the format goes by the ending.

    Where any document lists names inside names (`nested`), all of them say which there are. `GoldError` names file,
    line and reason of the first fault.
    """
    if not path.exists():
        raise GoldError(path, 0, "there is no such file")
    texts = list(_find_reader(path)(path))
    has_nested = scheme != ROLES and any(annotated.nested for annotated in texts)
    documents: dict[str, GoldDocument] = {}
    for annotated in texts:
        place = annotated.place or FileLine(str(path), 0)
        document = _check(annotated, place, labels, scheme, has_nested)
        if document.id in documents:
            raise GoldError(*place, f"the id {document.id!r} was there before")
        documents[document.id] = document
    return list(documents.values())


def _find_reader(path: Path) -> Callable[[Path], Iterator[AnnotatedText]]:
    form, _ = split_format(path.name)
    if path.is_dir():
        return read_brat
    if form == "json":
        return read_label_studio
    return read_conll if form in COLUMNS else read_annotated


def _check(annotated: AnnotatedText, place: FileLine, labels: Labels, scheme: str, has_nested: bool) -> GoldDocument:
    for span, line in zip(annotated.spans, annotated.lines, strict=False):  # where each span has a line of its own
        if span.label not in labels.ignored:
            renamed = span._replace(label=labels.renamed.get(span.label, span.label))
            check_span(place._replace(line=line), annotated.text, renamed, labels, scheme)
    name = f"{place.path}:{place.line}" if annotated.id is None else str(annotated.id)
    if scheme == ROLES:
        outer, *_ = split_layers(annotated.roles, 0)
        annotated = annotated._replace(spans=tuple(outer), nested=())
    text = Marked(name, annotated.text, annotated.spans, annotated.nested)
    return check_document(place, text, labels, scheme, has_nested)
