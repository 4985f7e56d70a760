"""Names exchanged for pseudonyms, and back with the key: what travels is the text, what stays is the key."""

import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import NamedTuple

from ner_news.errors import InputError
from ner_news.spans import LABELS, Label

_PSEUDONYM = re.compile(rf"\[(?:{'|'.join(LABELS)})_\d+\]")


class Named(NamedTuple):
    """A piece of a text that is to be masked, and what it names."""

    start: int
    stop: int
    label: Label
    entity: str
    lemma: str
    """What a reader sees in its place where the pseudonym comes back in another text."""


class Mask(NamedTuple):
    """A pseudonym in a masked text, and where the name stood."""

    start: int
    """Offsets in the masked text, in characters."""
    stop: int
    source_start: int
    """Offsets in the text that was masked."""
    source_stop: int
    pseudonym: str


class MaskKey(NamedTuple):
    """What undoes a masking. Whoever has it knows the names."""

    pseudonyms: Mapping[str, str]
    """Of each entity's id: `{"PER:эмомали рахмон": "[PER_1]"}`."""
    lemmas: Mapping[str, str]
    """Of each pseudonym: `{"[PER_1]": "Эмомали Рахмон"}`."""
    written: Sequence[tuple[str, str]] = ()
    """Each pseudonym of the masked text with the name as it stood there, in order."""

    def unmask(self, text: str) -> str:
        """The text with names for pseudonyms.

        They are as they stood if the pseudonyms are those of the masked text, in its order; in another text, as in an
        answer about it, each is the normal form. What looks like a pseudonym and is none of the key's stays.
        """
        found = [match[0] for match in _PSEUDONYM.finditer(text) if match[0] in self.lemmas]
        is_same = found == [pseudonym for pseudonym, _ in self.written]
        names = iter([name for _, name in self.written] if is_same else [self.lemmas[pseudonym] for pseudonym in found])
        return _PSEUDONYM.sub(lambda match: next(names) if match[0] in self.lemmas else match[0], text)

    def to_json(self) -> str:
        """One line of JSON."""
        return json.dumps(self._asdict())

    @classmethod
    def from_json(cls, line: str) -> "MaskKey":
        """The key that `to_json` wrote; `InputError` for anything else."""
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
        """The place in the text that was masked; within a pseudonym, the start of the name."""
        place = bisect_right(self.masks, offset, key=lambda mask: mask.start) - 1
        if place < 0:
            return offset
        mask = self.masks[place]
        return mask.source_start if offset < mask.stop else offset - mask.stop + mask.source_stop

    def to_masked(self, offset: int) -> int:
        """The place in the masked text; within a name, the start of its pseudonym."""
        place = bisect_right(self.masks, offset, key=lambda mask: mask.source_start) - 1
        if place < 0:
            return offset
        mask = self.masks[place]
        return mask.start if offset < mask.source_stop else offset - mask.source_stop + mask.stop


def mask(text: str, names: Iterable[Named], key: MaskKey | None = None) -> Masked:
    """The text with a pseudonym for each name, equal for all of one entity; the names are in order and apart.

    With the key of an earlier text its entities keep their pseudonyms. One that the text itself holds is not used.

    >>> masked = mask("Рахмон в Душанбе", [Named(0, 6, "PER", "PER:рахмон", "Рахмон")])
    >>> masked.text, masked.key.unmask(masked.text)
    ('[PER_1] в Душанбе', 'Рахмон в Душанбе')
    """
    in_text = set(_PSEUDONYM.findall(text))
    pseudonyms = {entity: used for entity, used in (key.pseudonyms if key else {}).items() if used not in in_text}
    lemmas = {used: lemma for used, lemma in (key.lemmas if key else {}).items() if used not in in_text}
    free = {label: _free(label, in_text | set(lemmas)) for label in LABELS}
    pieces, masks, written = [], [], []
    done = length = 0
    for name in names:
        if name.entity not in pseudonyms:
            pseudonyms[name.entity] = next(free[name.label])
            lemmas[pseudonyms[name.entity]] = name.lemma
        pseudonym = pseudonyms[name.entity]
        start = length + name.start - done
        pieces += [text[done : name.start], pseudonym]
        masks.append(Mask(start, start + len(pseudonym), name.start, name.stop, pseudonym))
        written.append((pseudonym, text[name.start : name.stop]))
        done, length = name.stop, start + len(pseudonym)
    return Masked("".join([*pieces, text[done:]]), tuple(masks), MaskKey(pseudonyms, lemmas, written))


def _free(label: Label, taken: set[str]) -> Iterator[str]:
    return (pseudonym for number in count(1) if (pseudonym := f"[{label}_{number}]") not in taken)
