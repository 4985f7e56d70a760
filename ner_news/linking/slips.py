"""Rare names that are frequent ones but for a letter, for words too many or for their script."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from ner_news.linking.canonical import is_country
from ner_news.linking.evidence import Known, Link
from ner_news.linking.keys import FoldedName, fold_name
from ner_news.linking.people import LEAST_LETTERS, is_slip, near_pairs
from ner_news.linking.spelling import LEAST, in_cyrillic, is_latin, near, skeleton, sound
from ner_news.morph import look_up
from ner_news.names import NameParts

RARE = 5
"""A name is taken for a slip when another is in this many times as many documents."""

LEAST_FREQUENT = 3
"""Documents of a name that slips are looked for of."""

LONG = 6
"""Letters of a place's or organization's name that a slip may be in."""

SURE_SLIP = 0.9
"""The confidence that a name but for a letter, a word or its script is the other."""


def slips(names: Mapping[str, Known], ids: Mapping[str, str], weights: Mapping[str, int]) -> dict[str, Link]:
    """Where rare names move that are frequent ones but for a little."""
    targets = Targets(names, ids, weights)
    moves: dict[str, Link] = {}
    for key in names:
        entity = ids.get(key, key)
        if entity not in moves and (target := targets.of(names[key], entity)):
            moves[entity] = Link(target, SURE_SLIP)
    return moves


class Targets:
    """Frequent names under what their slips would look for."""

    def __init__(self, names: Mapping[str, Known], ids: Mapping[str, str], weights: Mapping[str, int]) -> None:
        self._weights = weights
        self._written: dict[str, NameParts] = {}
        self._doors: defaultdict[tuple[str, str, str], set[str]] = defaultdict(set)
        for key, name in names.items():
            entity = ids.get(key, key)
            if weights[entity] >= LEAST_FREQUENT and entity not in self._written:
                self._written[entity] = name.name or NameParts()
                folded = fold_name(name.name)
                for door in _slip_doors(name, folded, entity):
                    self._doors[door].add(entity)
                if name.label != "PER" or folded.is_full:
                    self._doors[name.label, "skeleton", _skeletons(name)].add(entity)

    def of(self, name: Known, entity: str) -> str | None:
        """The one frequent name that this one is a slip of."""
        folded = fold_name(name.name)
        if name.label == "PER" and not folded.is_full:
            return None
        for doors, least in ((self._by_words(folded), 1), (_slip_doors(name, folded, entity), RARE)):
            found = {target for door in doors for target in self._doors.get(door, ())} - {entity}
            enough = {target for target in found if self._weights[target] >= least * self._weights[entity]}
            right = [target for target in enough if least == 1 or self._is_slip(name, entity, target)]
            if len(right) == 1:
                return right[0]
        return self._in_other_script(name, entity)

    def _by_words(self, folded: FoldedName) -> Iterator[tuple[str, str, str]]:
        """«Асия Биби» in «Христианка Асия Биби», «Реджеп Эрдоган» in «Реджеп Тайип Эрдоган»."""
        written = f"{folded.first} {folded.last}".split()
        if len(written) > 2:
            yield "PER", written[-2], written[-1]
            yield "PER", written[0], written[-1]

    def _is_slip(self, name: Known, entity: str, target: str) -> bool:
        if name.label == "PER":
            return is_slip(name.name or NameParts(), self._written[target])
        here, there = entity.split(), target.split()
        differing = [pair for pair in zip(here, there, strict=False) if pair[0] != pair[1]]
        return len(here) == len(there) and len(differing) == 1 and _is_misspelt(*differing[0])

    def _in_other_script(self, name: Known, entity: str) -> str | None:
        written = _skeletons(name)
        if len(written) < LEAST + 1:
            return None
        found = self._doors.get((name.label, "skeleton", written), set()) - {entity}
        others = [target for target in found if is_latin(_name(target)) != is_latin(_name(entity))]
        heavier = [target for target in others if (self._weights[target], target) > (self._weights[entity], entity)]
        return heavier[0] if len(heavier) == len(others) == 1 else None


def _slip_doors(name: Known, folded: FoldedName, entity: str) -> Iterator[tuple[str, str, str]]:
    """Keys that a name and its slips have in common; for people also the name itself."""
    if name.label == "PER" and folded.is_full:
        yield "PER", folded.first, folded.last
        yield from (("PER", *pair) for pair in near_pairs(folded))
    elif name.label in ("ORG", "LOC") and len(written := _name(entity)) >= LONG:
        yield from ((name.label, "", form) for form in near(written))


def _is_misspelt(one: str, other: str) -> bool:
    one, other = one.partition(":")[2] or one, other.partition(":")[2] or other
    differing = [pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]]
    letters = all(letter.isalpha() for pair in differing for letter in pair)
    return letters and len(one) >= LEAST_LETTERS and not all(look_up(word) or is_country(word) for word in (one, other))


def _name(key: str) -> str:
    return key.partition(":")[2]


def _skeletons(name: Known) -> str:
    if name.label == "PER":
        folded = fold_name(name.name)
        return " ".join(map(skeleton, (folded.first, folded.last)))
    written = _name(name.key)
    found = " ".join(map(skeleton, written.replace("-", " ").split()))
    return found if len(found) > LEAST else sound(in_cyrillic(written))
