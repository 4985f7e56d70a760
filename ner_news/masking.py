"""Pseudonyms for the names of a text, and the key that puts the names back.

The masked text can be given away; the key stays with whoever may know the names.
"""

import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ner_news.errors import InputError, OptionError
from ner_news.mask_key import PSEUDONYM, SIGN, GivenPseudonyms, MaskKey, compute_digest, read_pairs
from ner_news.name_words import find_name_words
from ner_news.patterns import Pattern, choose_patterns, find_pieces
from ner_news.protocols import DocumentLike, SpanLike
from ner_news.spans import LABELS, group_inside


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


class Masked(NamedTuple):
    """A text with pseudonyms, and the key that undoes them."""

    text: str
    masks: tuple[Mask, ...]
    """In the order of the text."""
    key: MaskKey
    left: tuple[tuple[int, int], ...] = ()
    """Offsets in the masked text of words of masked people that still stand there with a capital: «Кампрад-старший»."""

    def to_source(self, offset: int) -> int:
        """Return the offset in the text that was masked; for one within a pseudonym, the start of the name."""
        place = bisect_right(self.masks, offset, key=lambda mask: mask.start) - 1
        if place < 0:
            return offset
        mask = self.masks[place]
        return mask.source_start if offset < mask.stop else offset - mask.stop + mask.source_stop

    def covers(self, offset: int) -> bool:
        """Return whether the character at the offset of the text that was masked is in a name."""
        place = bisect_right(self.masks, offset, key=lambda mask: mask.source_start) - 1
        return place >= 0 and offset < self.masks[place].source_stop

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

    def __init__(
        self,
        labels: Iterable[str] = ("PER",),
        patterns: str | Iterable[str | Pattern] = (),
        *,
        further_words: bool = False,
    ) -> None:
        self.labels = _check_labels(labels)
        self.patterns = choose_patterns(patterns)
        self.further_words = further_words
        self.left = 0
        """Words of masked people that still stand in the texts masked so far."""
        self._given = GivenPseudonyms(MaskKey({}, {}))
        self._rows: dict[str, list[Sequence[tuple[str, str]]]] = {}
        """How the names of each masked text were written, by the digest of the text."""
        self._asked: Counter[str] = Counter()

    def mask(self, document: DocumentLike) -> str:
        """Return the text with pseudonyms, and remember the way back."""
        names = _find_names(document, self.labels, self.patterns)
        masked = _mask(document, names, self._given, further_words=self.further_words)
        self.left += len(masked.left)
        if masked.key.written:
            self._rows.setdefault(masked.key.digest, []).append(masked.key.written)
        return masked.text

    def unmask(self, text: str) -> str:
        """Return a masked text as it was; in another text pseudonyms become normal forms."""
        digest = compute_digest(text)
        rows = self._rows.get(digest, ())
        key = self._given.key
        if rows:
            key = key._replace(written=rows[self._asked[digest] % len(rows)], digest=digest)
            self._asked[digest] += 1
        return key.unmask(text)

    def to_json(self) -> str:
        """Return all that leads back, as one line of JSON; whoever has it knows the names."""
        rows = {
            digest: rows[:1] if all(row == rows[0] for row in rows) else rows for digest, rows in self._rows.items()
        }
        return json.dumps({"labels": self.labels, **self._given.key._asdict(), "rows": rows})

    @classmethod
    def from_json(cls, line: str) -> "MaskBook":
        """Read what `to_json` wrote; raise `InputError` for anything else."""
        key = MaskKey.from_json(line)
        try:
            fields = json.loads(line)
            book = cls(fields["labels"])
            book._rows = {digest: [read_pairs(row) for row in rows] for digest, rows in fields["rows"].items()}
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise InputError(f"this is no key of masked texts: {error!r}") from error
        book._given = GivenPseudonyms(key)
        return book


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
    patterns: str | Iterable[str | Pattern] = (),
    *,
    further_words: bool = False,
) -> Masked:
    """Mask the text's names of these labels, those inside longer names that stay too, and what the patterns find.

    Names are told apart by their entity, and those without one by label and lemma. Raises `OptionError` for a label
    that there is not. What is not recognized is not masked, in markup too; `further_words` masks the words of masked
    people wherever they stand with a capital. See `Document.masked`.
    """
    names = _find_names(document, _check_labels(labels), choose_patterns(patterns))
    return _mask(document, names, GivenPseudonyms(key or MaskKey({}, {})), further_words=further_words)


def _find_names(document: DocumentLike, labels: Sequence[str], patterns: Sequence[Pattern]) -> list[Named]:
    lemmas = {entity.id: entity.lemma for entity in document.entities}
    names = [_to_named(span, lemmas) for span in _outermost(document.spans, labels)]
    pieces = find_pieces(document.text, patterns)
    return names + [Named(*piece[:3], piece.entity or "", piece.lemma or "") for piece in pieces]


def _mask(document: DocumentLike, names: Sequence[Named], given: GivenPseudonyms, *, further_words: bool) -> Masked:
    """Mask the names; find the words of people beside them, which are masked too or told."""
    people = {name.entity: name for name in names if name.label == "PER"}
    forms = [
        (form, entity.id)
        for entity in document.entities
        if entity.id in people
        for form in (entity.lemma, *entity.aliases)
    ]
    forms += [(name.lemma, name.entity) for name in people.values()]
    words = [
        people[word.entity]._replace(start=word.start, stop=word.stop) for word in find_name_words(document.text, forms)
    ]
    if further_words:
        return _put(document.text, [*names, *words], given)
    masked = _put(document.text, names, given)
    starts = ((masked.to_masked(word.start), word) for word in words if not masked.covers(word.start))
    return masked._replace(left=tuple((start, start + word.stop - word.start) for start, word in starts))


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
    """Put a pseudonym for each name, the same for all names of one entity.

    With the key of an earlier text its entities keep their pseudonyms. A sign of the text itself that looks like a
    pseudonym keeps its place, or gets a number of its own if it is taken.

    >>> masked = mask("Рахмон в Душанбе", [Named(0, 6, "PER", "PER:рахмон", "Рахмон")])
    >>> masked.text, masked.key.unmask(masked.text)
    ('[PER_1] в Душанбе', 'Рахмон в Душанбе')
    """
    return _put(text, names, GivenPseudonyms(key or MaskKey({}, {})))


def _put(text: str, names: Iterable[Named], given: GivenPseudonyms) -> Masked:
    signs = [Named(*match.span(), match[1], SIGN + match[0], match[0]) for match in PSEUDONYM.finditer(text)]
    for sign in signs:
        given.give_itself(sign.lemma)
    pieces, masks, written = [], [], []
    done = length = 0
    for name in _join_overlapping([*names, *signs]):
        pseudonym = given.give(name.label, name.entity, name.lemma)
        start = length + name.start - done
        pieces += [text[done : name.start], pseudonym]
        masks.append(Mask(start, start + len(pseudonym), name.start, name.stop, pseudonym))
        written.append((pseudonym, text[name.start : name.stop]))
        done, length = name.stop, start + len(pseudonym)
    changed = "".join([*pieces, text[done:]])
    key = given.key._replace(written=written, digest=compute_digest(changed))
    return Masked(changed, tuple(masks), key)
