"""Pseudonyms for the names of a text, and the key that puts the names back.

The masked text can be given away; the key stays with whoever may know the names.
"""

import json
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import count
from typing import NamedTuple

from ner_news.errors import InputError, OptionError
from ner_news.patterns import Pattern, choose_patterns, find_pieces
from ner_news.protocols import DocumentLike, SpanLike
from ner_news.spans import LABELS, group_inside

_PSEUDONYM = re.compile(r"\[[A-Z]+_\d+\]")


class Named(NamedTuple):
    """A piece of a text that is to be masked, and what it names."""

    start: int
    stop: int
    label: str
    """One of `LABELS`, or that of a pattern."""
    entity: str
    lemma: str
    """The form that `MaskKey.unmask` writes into another text."""


class Mask(NamedTuple):
    """A pseudonym in a masked text, with the offsets of the name."""

    start: int
    """Offsets in the masked text, in characters."""
    stop: int
    source_start: int
    """Offsets in the text that was masked."""
    source_stop: int
    pseudonym: str


class MaskKey(NamedTuple):
    """The way back from pseudonyms to names. Whoever has it knows the names."""

    pseudonyms: dict[str, str]
    """By the ids of entities: `{"PER:эмомали рахмон": "[PER_1]"}`."""
    lemmas: dict[str, str]
    """The lemma of each pseudonym: `{"[PER_1]": "Эмомали Рахмон"}`."""
    written: Sequence[tuple[str, str]] = ()
    """Each pseudonym of the masked text with the name as it stood there, in order."""

    def unmask(self, text: str) -> str:
        """Return the text with names in place of pseudonyms.

        If the text has the pseudonyms of the masked text in the same order, the names are written as they were there;
        in another text, such as an answer about it, they are lemmas. Pseudonyms that the key does not have stay.
        """
        found = [match[0] for match in _PSEUDONYM.finditer(text) if match[0] in self.lemmas]
        is_same = found == [pseudonym for pseudonym, _ in self.written]
        names = iter([name for _, name in self.written] if is_same else [self.lemmas[pseudonym] for pseudonym in found])
        return _PSEUDONYM.sub(lambda match: next(names) if match[0] in self.lemmas else match[0], text)

    def to_json(self) -> str:
        """Return the key as one line of JSON."""
        return json.dumps(self._asdict())

    @classmethod
    def from_json(cls, line: str) -> "MaskKey":
        """Read the key that `to_json` wrote; raise `InputError` for anything else."""
        try:
            fields = json.loads(line)
            pairs = [(pseudonym, name) for pseudonym, name in fields["written"]]
            return cls(dict(fields["pseudonyms"]), dict(fields["lemmas"]), pairs)
        except (ValueError, KeyError, TypeError) as error:
            raise InputError(f"this is no key of a masked text: {error!r}") from error


class Masked(NamedTuple):
    """A text with pseudonyms, and the key that undoes them."""

    text: str
    masks: tuple[Mask, ...]
    """In the order of the text."""
    key: MaskKey

    def to_source(self, offset: int) -> int:
        """Return the offset in the text that was masked; for one within a pseudonym, the start of the name."""
        place = bisect_right(self.masks, offset, key=lambda mask: mask.start) - 1
        if place < 0:
            return offset
        mask = self.masks[place]
        return mask.source_start if offset < mask.stop else offset - mask.stop + mask.source_stop

    def to_masked(self, offset: int) -> int:
        """Return the offset in the masked text; for one within a name, the start of its pseudonym."""
        place = bisect_right(self.masks, offset, key=lambda mask: mask.source_start) - 1
        if place < 0:
            return offset
        mask = self.masks[place]
        return mask.start if offset < mask.source_stop else offset - mask.source_stop + mask.stop


class MaskBook:
    """One key for many texts: an entity keeps its pseudonym in all of them, and each text comes back as it was written.

    Texts that are equal once masked, but were written otherwise, come back in the order in which they were masked.

    >>> book = MaskBook()
    >>> book.unmask(mask("Рахмон", []).text)
    'Рахмон'
    """

    def __init__(self, labels: Iterable[str] = ("PER",), patterns: Iterable[str | Pattern] = ()) -> None:
        self.labels = _check_labels(labels)
        self.patterns = choose_patterns(patterns)
        self._key = MaskKey({}, {})
        self._rows: dict[str, list[Sequence[tuple[str, str]]]] = {}
        """How the names of each masked text were written, by the digest of the text."""
        self._asked: Counter[str] = Counter()

    def mask(self, document: DocumentLike) -> str:
        """Return the text with pseudonyms, and remember the way back."""
        masked = mask_document(document, self.labels, self._key, self.patterns)
        self._key.lemmas.update(masked.key.lemmas)
        for entity, pseudonym in masked.key.pseudonyms.items():
            self._key.pseudonyms.setdefault(entity, pseudonym)
        if _PSEUDONYM.search(masked.text):
            self._rows.setdefault(_compute_digest(masked.text), []).append(masked.key.written)
        return masked.text

    def unmask(self, text: str) -> str:
        """Return a masked text as it was; in another text pseudonyms become normal forms."""
        digest = _compute_digest(text)
        rows = self._rows.get(digest)
        if rows is None:
            return self._key.unmask(text)
        written = rows[self._asked[digest] % len(rows)]
        self._asked[digest] += 1
        own, names = {pseudonym for pseudonym, _ in written}, iter(written)
        return _PSEUDONYM.sub(lambda match: next(names)[1] if match[0] in own else match[0], text)

    def to_json(self) -> str:
        """Return all that leads back, as one line of JSON; whoever has it knows the names."""
        rows = {
            digest: rows[:1] if all(row == rows[0] for row in rows) else rows for digest, rows in self._rows.items()
        }
        return json.dumps({"labels": self.labels, **self._key._asdict(), "rows": rows})

    @classmethod
    def from_json(cls, line: str) -> "MaskBook":
        """Read what `to_json` wrote; raise `InputError` for anything else."""
        key = MaskKey.from_json(line)
        try:
            fields = json.loads(line)
            book = cls(fields["labels"])
            book._rows = {
                digest: [[(pseudonym, name) for pseudonym, name in row] for row in rows]
                for digest, rows in fields["rows"].items()
            }
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise InputError(f"this is no key of masked texts: {error!r}") from error
        book._key = key
        return book


def _compute_digest(text: str) -> str:
    return sha256(text.encode(errors="surrogatepass")).hexdigest()[:32]


def _check_labels(labels: Iterable[str]) -> tuple[str, ...]:
    wanted = (labels,) if isinstance(labels, str) else tuple(labels)
    for label in wanted:
        if label not in LABELS:
            raise OptionError("label", label, LABELS)
    return wanted


def mask_document(
    document: DocumentLike,
    labels: Iterable[str] = ("PER",),
    key: MaskKey | None = None,
    patterns: Iterable[str | Pattern] = (),
) -> Masked:
    """Mask the text's names of these labels, those inside longer names that stay too, and what the patterns find.

    Names are told apart by their entity, and those without one by label and lemma. Raises `OptionError` for a label
    that there is not.
    """
    wanted = _check_labels(labels)
    lemmas = {entity.id: entity.lemma for entity in document.entities}
    names = [_to_named(span, lemmas) for span in _outermost(document.spans, wanted)]
    names += (
        Named(*piece[:3], piece.entity or "", piece.lemma or "")
        for piece in find_pieces(document.text, choose_patterns(patterns))
    )
    return mask(document.text, _join_overlapping(names), key)


def _join_overlapping(names: Iterable[Named]) -> Iterator[Named]:
    """Yield the pieces in order; those that overlap are one, of the longest: «ivan.petrov@example.org» is no person."""
    held: Named | None = None
    for name in sorted(names, key=lambda each: (each.start, -each.stop)):
        if held is None or name.start >= held.stop:
            yield from filter(None, [held])
            held = name
        else:
            longest = max(held, name, key=lambda each: each.stop - each.start)
            held = longest._replace(start=held.start, stop=max(held.stop, name.stop))
    yield from filter(None, [held])


def _outermost(spans: Iterable[SpanLike], labels: Sequence[str]) -> Iterator[SpanLike]:
    """Yield spans of these labels, inside others too, but none inside another of them."""
    for span, inside in group_inside(spans):
        if span.label in labels:
            yield span
        else:
            yield from _outermost([*inside, *getattr(span, "inner", ())], labels)


def _to_named(span: SpanLike, lemmas: Mapping[str, str]) -> Named:
    entity = f"{span.label}:{span.lemma}" if span.entity is None else span.entity
    return Named(span.start, span.stop, span.label, entity, lemmas.get(entity, span.lemma))


def mask(text: str, names: Iterable[Named], key: MaskKey | None = None) -> Masked:
    """Put a pseudonym for each name, the same for all names of one entity; the names are sorted and apart.

    With the key of an earlier text its entities keep their pseudonyms. A pseudonym that the text has itself is unused.

    >>> masked = mask("Рахмон в Душанбе", [Named(0, 6, "PER", "PER:рахмон", "Рахмон")])
    >>> masked.text, masked.key.unmask(masked.text)
    ('[PER_1] в Душанбе', 'Рахмон в Душанбе')
    """
    in_text = set(_PSEUDONYM.findall(text))
    pseudonyms = {entity: used for entity, used in (key.pseudonyms if key else {}).items() if used not in in_text}
    lemmas = {used: lemma for used, lemma in (key.lemmas if key else {}).items() if used not in in_text}
    free: dict[str, Iterator[str]] = {}
    taken = in_text | set(lemmas)
    pieces, masks, written = [], [], []
    done = length = 0
    for name in names:
        if name.entity not in pseudonyms:
            pseudonyms[name.entity] = next(free.setdefault(name.label, _unused(name.label, taken)))
            lemmas[pseudonyms[name.entity]] = name.lemma
        pseudonym = pseudonyms[name.entity]
        start = length + name.start - done
        pieces += [text[done : name.start], pseudonym]
        masks.append(Mask(start, start + len(pseudonym), name.start, name.stop, pseudonym))
        written.append((pseudonym, text[name.start : name.stop]))
        done, length = name.stop, start + len(pseudonym)
    return Masked("".join([*pieces, text[done:]]), tuple(masks), MaskKey(pseudonyms, lemmas, written))


def _unused(label: str, taken: set[str]) -> Iterator[str]:
    return (pseudonym for number in count(1) if (pseudonym := f"[{label}_{number}]") not in taken)
