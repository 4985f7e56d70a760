"""The key of masked texts, and the giving of pseudonyms, of which none is given twice."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import count
from typing import NamedTuple

from ner_news.errors import InputError

PSEUDONYM = re.compile(r"\[([A-Z]+)_\d+\]")
SIGN = "SIGN:"
"""Before what looks like a pseudonym in a text that is masked, as the id of what it stands for: itself."""


class MaskKey(NamedTuple):
    """The way back from pseudonyms to names. Whoever has it knows the names."""

    pseudonyms: dict[str, str]
    """By the ids of entities: `{"PER:эмомали рахмон": "[PER_1]"}`."""
    lemmas: dict[str, str]
    """The lemma of each pseudonym: `{"[PER_1]": "Эмомали Рахмон"}`."""
    written: Sequence[tuple[str, str]] = ()
    """Each pseudonym of the masked text with the name as it stood there, in order."""
    digest: str = ""
    """Of the masked text: only that very text gets the names as they were written."""

    def unmask(self, text: str) -> str:
        """Return the text with names in place of pseudonyms.

        The masked text itself comes back as it was; in any other text, such as an answer about it, names are lemmas.
        Pseudonyms that the key does not have stay.
        """
        written = iter(self.written if compute_digest(text) == self.digest else ())
        return PSEUDONYM.sub(lambda match: next(written, ("", self.lemmas.get(match[0], match[0])))[1], text)

    def to_json(self) -> str:
        """Return the key as one line of JSON."""
        return json.dumps(self._asdict())

    @classmethod
    def from_json(cls, line: str) -> "MaskKey":
        """Read the key that `to_json` wrote; raise `InputError` for anything else."""
        try:
            fields = json.loads(line)
            key = cls(
                dict(fields["pseudonyms"]),
                dict(fields["lemmas"]),
                read_pairs(fields["written"]),
                fields.get("digest", ""),
            )
            read_pairs([*key.pseudonyms.items(), *key.lemmas.items()])
            return key
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise InputError(f"this is no key of a masked text: {error!r}") from error


def read_pairs(pairs: Iterable[Sequence[str]]) -> list[tuple[str, str]]:
    """Return the pairs of texts; `TypeError` or `ValueError` for anything else."""
    read = [(one, other) for one, other in pairs]
    if not all(isinstance(text, str) for pair in read for text in pair):
        raise TypeError("a pseudonym and a name are texts")
    return read


class GivenPseudonyms:
    """The pseudonyms given so far. None is given twice: a text's own signs are named too, and take numbers."""

    def __init__(self, key: MaskKey) -> None:
        self.key = MaskKey(dict(key.pseudonyms), dict(key.lemmas))
        self._numbers: dict[str, Iterator[int]] = {}

    def give(self, label: str, entity: str, lemma: str) -> str:
        """Return the pseudonym of an entity."""
        if entity not in self.key.pseudonyms:
            numbers = self._numbers.setdefault(label, count(1))
            self._set(
                entity,
                next(sign for number in numbers if (sign := f"[{label}_{number}]") not in self.key.lemmas),
                lemma,
            )
        return self.key.pseudonyms[entity]

    def give_itself(self, sign: str) -> None:
        """Let a sign of a text stand for itself, if it is free."""
        if sign not in self.key.lemmas and SIGN + sign not in self.key.pseudonyms:
            self._set(SIGN + sign, sign, sign)

    def _set(self, entity: str, pseudonym: str, lemma: str) -> None:
        self.key.pseudonyms[entity] = pseudonym
        self.key.lemmas[pseudonym] = lemma


def compute_digest(text: str) -> str:
    return sha256(text.encode(errors="surrogatepass")).hexdigest()[:32]
