"""Annotated files with normal forms, read as documents to learn lemmas from."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from ner_news.errors import GoldError
from ner_news.files import read_lines
from ner_news.pipeline import Extractor
from ner_news.spans import Label, PlainSpan, walk

_DASHES = re.compile(r"[-‐‑–—]")
_ASIDE = re.compile(r"[\s\"'«»„“”*.]+")
_NAMES: tuple[Label, ...] = ("PER", "ORG", "LOC")


class LemmaGold(NamedTuple):
    """A text with its names and their normal forms."""

    text: str
    spans: tuple[PlainSpan, ...]
    lemmas: tuple[tuple[str, ...], ...]
    """For each span the right ones."""


def fold_lemma(lemma: str) -> str:
    """Return a lemma without what conventions differ in: capitals, ё, quotes, dots, spaces, kinds of dash.

    >>> fold_lemma("Партия «Объединённый  фронт»") == fold_lemma("партия Объединенный фронт")
    True
    """
    return _ASIDE.sub("", _DASHES.sub("-", lemma.casefold().replace("ё", "е")))


def read_lemma_gold(path: Path, extractor: Extractor) -> Iterator[LemmaGold]:
    """Yield the documents of a file of JSON lines: `text`, and `nested` or `spans` with offsets and `lemmas`.

    A label that is none of a name's is guessed by what the extractor finds in the text. `GoldError` names file, line
    and reason of the first fault.
    """
    for number, line in enumerate(read_lines(path), start=1):
        if line.strip():
            try:
                yield _read_document(json.loads(line), extractor)
            except (ValueError, KeyError, TypeError, RecursionError) as error:
                raise GoldError(
                    path, number, f"not a text with spans that have start, stop and lemmas: {error!r}"
                ) from error


def _read_document(record: Mapping[str, Any], extractor: Extractor) -> LemmaGold:
    text = record["text"]
    given = record.get("nested") or record["spans"]
    spans = [each for each in given if each.get("lemmas") and each["label"] != "DATE"]
    found = [] if all(each["label"] in _NAMES for each in spans) else _find_names(text, extractor)
    labelled = [_label(text, each, found) for each in spans]
    return LemmaGold(text, tuple(labelled), tuple([tuple(each["lemmas"]) for each in spans]))


def _find_names(text: str, extractor: Extractor) -> list[PlainSpan]:
    spans = walk(extractor(text).spans)
    return [PlainSpan(span.start, span.stop, span.label) for span in spans if span.label in _NAMES]


def _label(text: str, given: Mapping[str, Any], found: Sequence[PlainSpan]) -> PlainSpan:
    start, stop = int(given["start"]), int(given["stop"])
    if not 0 <= start < stop <= len(text):
        raise ValueError(f"the span {start}:{stop} does not lie in the text of {len(text)} characters")
    label = given["label"]
    return PlainSpan(start, stop, label if label in _NAMES else _guess_label(text, start, stop, found))


def _guess_label(text: str, start: int, stop: int, found: Sequence[PlainSpan]) -> Label:
    """Return the label of the name found there, or of the one that overlaps it most; no person for «театр Чехова»."""
    best = max(found, key=lambda span: _overlap(span, start, stop), default=None)
    if best is None or _overlap(best, start, stop)[0] <= 0:
        return "ORG"
    is_same = (best.start, best.stop) == (start, stop)
    return "ORG" if best.label == "PER" and not is_same and not text[start].isupper() else best.label


def _overlap(span: PlainSpan, start: int, stop: int) -> tuple[int, int]:
    """Return the characters in common, and those that are not, negative."""
    return min(span.stop, stop) - max(span.start, start), -abs(span.start - start) - abs(span.stop - stop)
