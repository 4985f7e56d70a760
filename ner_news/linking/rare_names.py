"""Rare names that are frequent ones in other documents but for a letter, for words too many or for their script."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from ner_news.linking.misspellings import delete_letters, delete_name_letters, is_misspelling
from ner_news.linking.name_counts import Link, NameCount
from ner_news.linking.name_folding import FoldedName, fold_name
from ner_news.linking.normalization import is_country
from ner_news.linking.phonetic_keys import is_latin, to_consonants, to_cyrillic, to_phonetic
from ner_news.linking.thresholds import (
    LEAST_CONSONANTS,
    LEAST_FREQUENT,
    LEAST_MISSPELT_NAME,
    LEAST_MISSPELT_PART,
    MISSPELLING_CONFIDENCE,
    MISSPELLING_RATIO,
)
from ner_news.morph import look_up
from ner_news.names import NameParts

Key = tuple[str, str, str]


def link_misspellings(
    names: Mapping[str, NameCount], ids: Mapping[str, str], weights: Mapping[str, int]
) -> dict[str, Link]:
    """Return where rare names move that are a frequent one written otherwise."""
    frequent = FrequentNames(names, ids, weights)
    moves: dict[str, Link] = {}
    for key in names:
        entity = ids.get(key, key)
        if entity not in moves and (target := frequent.find(names[key], entity)):
            moves[entity] = Link(target, MISSPELLING_CONFIDENCE)
    return moves


class FrequentNames:
    """An index of frequent names by the keys that they have in common with their misspellings."""

    def __init__(self, names: Mapping[str, NameCount], ids: Mapping[str, str], weights: Mapping[str, int]) -> None:
        self._weights = weights
        self._written: dict[str, NameParts] = {}
        self._by_key: defaultdict[Key, set[str]] = defaultdict(set)
        for key, name in names.items():
            entity = ids.get(key, key)
            if weights[entity] >= LEAST_FREQUENT and entity not in self._written:
                self._written[entity] = name.name or NameParts()
                folded = fold_name(name.name)
                for shared in _make_misspelling_keys(name, folded, entity):
                    self._by_key[shared].add(entity)
                if name.label != "PER" or folded.is_full:
                    self._by_key[name.label, "consonants", _to_consonants(name)].add(entity)

    def find(self, name: NameCount, entity: str) -> str | None:
        """Return the one frequent name that this one is a misspelling of."""
        folded = fold_name(name.name)
        if name.label == "PER" and not folded.is_full:
            return None
        if target := self._find_only(_make_word_keys(folded), entity, ratio=1):
            return target
        misspelt = self._find(_make_misspelling_keys(name, folded, entity), entity, ratio=MISSPELLING_RATIO)
        right = [target for target in misspelt if self._is_misspelling(name, entity, target)]
        return right[0] if len(right) == 1 else self._find_in_other_script(name, entity)

    def _find_only(self, keys: Iterator[Key], entity: str, *, ratio: int) -> str | None:
        found = self._find(keys, entity, ratio=ratio)
        return found.pop() if len(found) == 1 else None

    def _find(self, keys: Iterator[Key], entity: str, *, ratio: int) -> set[str]:
        """Return the names of these keys that so many times as many documents have."""
        found = {target for key in keys for target in self._by_key.get(key, ())} - {entity}
        return {target for target in found if self._weights[target] >= ratio * self._weights[entity]}

    def _is_misspelling(self, name: NameCount, entity: str, target: str) -> bool:
        if name.label == "PER":
            return is_misspelling(name.name or NameParts(), self._written[target])
        here, there = entity.split(), target.split()
        differing = [pair for pair in zip(here, there, strict=False) if pair[0] != pair[1]]
        return len(here) == len(there) and len(differing) == 1 and _is_misspelt_word(*differing[0])

    def _find_in_other_script(self, name: NameCount, entity: str) -> str | None:
        consonants = _to_consonants(name)
        if len(consonants) <= LEAST_CONSONANTS:
            return None
        found = self._by_key.get((name.label, "consonants", consonants), set()) - {entity}
        others = [target for target in found if is_latin(_remove_label(target)) != is_latin(_remove_label(entity))]
        heavier = [target for target in others if (self._weights[target], target) > (self._weights[entity], entity)]
        return heavier[0] if len(heavier) == len(others) == 1 else None


def _make_word_keys(name: FoldedName) -> Iterator[Key]:
    """Yield «Асия Биби» of «Христианка Асия Биби», «Реджеп Эрдоган» of «Реджеп Тайип Эрдоган»."""
    words = f"{name.first} {name.last}".split()
    if len(words) > 2:
        yield "PER", words[-2], words[-1]
        yield "PER", words[0], words[-1]


def _make_misspelling_keys(name: NameCount, folded: FoldedName, entity: str) -> Iterator[Key]:
    """Yield keys that a name and its misspellings have in common; for people also the name itself."""
    if name.label == "PER" and folded.is_full:
        yield "PER", folded.first, folded.last
        yield from (("PER", *pair) for pair in delete_name_letters(folded))
    elif name.label in ("ORG", "LOC") and len(written := _remove_label(entity)) >= LEAST_MISSPELT_NAME:
        yield from ((name.label, "", form) for form in delete_letters(written))


def _is_misspelt_word(one: str, other: str) -> bool:
    """Whether words differ in letters alone, and not both are in a dictionary or countries."""
    one, other = one.partition(":")[2] or one, other.partition(":")[2] or other
    differing = [pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]]
    is_in_letters = all(letter.isalpha() for pair in differing for letter in pair)
    are_known = all(look_up(word) or is_country(word) for word in (one, other))
    return is_in_letters and len(one) >= LEAST_MISSPELT_PART and not are_known


def _remove_label(key: str) -> str:
    return key.partition(":")[2]


def _to_consonants(name: NameCount) -> str:
    """Return the consonants of a name's words, or its sound where these are too few."""
    if name.label == "PER":
        folded = fold_name(name.name)
        return " ".join(map(to_consonants, (folded.first, folded.last)))
    written = _remove_label(name.key)
    consonants = " ".join(map(to_consonants, written.replace("-", " ").split()))
    return consonants if len(consonants) > LEAST_CONSONANTS else to_phonetic(to_cyrillic(written))
