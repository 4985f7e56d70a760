"""The data of a training: annotated files by scheme, and texts without gold."""

import json
import random
from collections.abc import Container, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from ner_news.errors import GoldError, InputError
from ner_news.export.annotated import GoldSpan
from ner_news.files import read_lines
from ner_news.training.gold import UNTYPED, GoldDocument, Labels, Layers
from ner_news.training.gold_readers import read_gold

SHORTEST = 250
"""Letters of a text without gold, by eye: shorter ones say little of their words."""

COPIES = 0.1
"""Copies in other cases, for each time that an epoch sees a document. The card of the shipped network says what other
cases cost with so many."""


class Source(NamedTuple):
    """Annotated documents of one scheme."""

    scheme: str
    documents: Sequence[GoldDocument]
    times: float = 1.0
    """How often an epoch sees each document: 0.05 is every twentieth, others each time."""
    copies: float = COPIES
    """How often it sees a copy in lower case, and one in capitals, for each time it sees a document."""


class LayeredDocument(NamedTuple):
    """A text with all that is known of it: its spans for each head of the network."""

    text: str
    layers: Layers


class LayeredSource(NamedTuple):
    """Documents with their layers, which an epoch sees equally often."""

    documents: Sequence[LayeredDocument]
    times: float = 1.0
    copies: float = COPIES


def read_sources(files: Iterable[tuple[str, Path]], labels: Labels, times: Mapping[str, float]) -> list[Source]:
    """Read the documents of all files, each with its scheme; `GoldError` names the first fault.

    `times` go by the name of a file, else by its scheme.
    """
    return [
        _make_source(scheme, read_gold(path, labels, scheme), times.get(path.name, times.get(scheme, 1.0)))
        for scheme, path in files
    ]


def _make_source(scheme: str, documents: Sequence[GoldDocument], times: float) -> Source:
    """Return a source; where names have no kind half of the copies do: nobody reads that head."""
    is_typed = any(span.label != UNTYPED for document in documents for span in document.spans)
    return Source(scheme, documents, times, COPIES if is_typed else COPIES / 2)


def join_layers(sources: Iterable[Source]) -> list[LayeredSource]:
    """Return the documents with all their layers; a text that several sources mark is read once.

    >>> def mark(label): return [GoldDocument("1", "РФ", (GoldSpan(0, 2, label),))]
    >>> [joined] = join_layers([Source("full", mark("LOC")), Source("own", mark("STATE"))])
    >>> {scheme: spans[0].label for scheme, spans in joined.documents[0].layers.items()}
    {'full': 'LOC', 'own': 'STATE'}
    """
    groups: dict[tuple[float, float], dict[str, dict[str, tuple[GoldSpan, ...]]]] = {}
    for source in sources:
        group = groups.setdefault((source.times, source.copies), {})
        for document in source.documents:
            group.setdefault(document.text, {}).update(document.layers(source.scheme))
    return [
        LayeredSource([LayeredDocument(*each) for each in group.items()], times, copies)
        for (times, copies), group in groups.items()
    ]


def split_held_out(
    sources: Sequence[Source], every: int, part: int, whole: Container[str]
) -> tuple[list[Source], list[Source]]:
    """Return the sources without every so many-th document, and those; `part`, from 0, is the first of them.

    The first source of each scheme loses them; those of the schemes in `whole` lose none, nor does any where `every`
    is 0.

    >>> sources = [Source("full", "abcdef"), Source("names", "xyz"), Source("full", "gh")]
    >>> kept, held = split_held_out(sources, 3, 1, {"names"})
    >>> ["".join(source.documents) for source in kept], ["".join(source.documents) for source in held]
    (['acdf', 'xyz', 'gh'], ['be'])
    """
    kept, held = [], []
    seen: set[str] = set()
    for source in sources:
        if every and source.scheme not in whole and source.scheme not in seen:
            rest = [each for number, each in enumerate(source.documents) if number % every != part]
            kept.append(source._replace(documents=rest))
            held.append(source._replace(documents=source.documents[part::every]))
        else:
            kept.append(source)
        seen.add(source.scheme)
    return kept, held


def check_sources(sources: Sequence[Source], dev: Sequence[Source]) -> None:
    """Raise `InputError` when a scheme has nothing to train on, or is to be measured but not trained."""
    filled = {source.scheme for source in sources if any(document.text.strip() for document in source.documents)}
    for source in sources:
        if source.scheme not in filled:
            raise InputError(
                f"no document is left to train the scheme {source.scheme!r} on: none there, or all held out"
            )
    for source in dev:
        if source.scheme not in filled:
            raise InputError(f"there are documents to measure the scheme {source.scheme!r} on, but none to train it")


def read_texts(path: Path, count: int, seed: int) -> list[str]:
    """Return so many texts of a file of JSON lines with `text`, drawn by chance; fewer where there are not so many."""
    texts: list[str] = []
    for number, line in enumerate(read_lines(path), start=1):
        if line.strip():
            texts.append(_parse_text(path, number, line))
    long = [text for text in texts if len(text) >= SHORTEST]
    if not long:
        raise GoldError(path, 0, f"no text has {SHORTEST} letters or more")
    return random.Random(seed).sample(long, min(count, len(long)))


def _parse_text(path: Path, number: int, line: str) -> str:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise GoldError(path, number, f"not JSON: {error}") from error
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise GoldError(path, number, "a line must be a JSON object with 'text', a string")
    return str(record["text"])
