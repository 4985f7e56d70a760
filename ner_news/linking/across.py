"""Who is who across documents: which names are of one thing, told from counts over all of them.

The answer is a function of the set of documents: of how many documents each name names something in, and how many use
one name for another. It does not depend on their order, nor on who read them. In this order names are moved to others:

1. people of equal first name and surname, as they are heard, are one, unless their patronymics tell them apart;
2. a rare name that is a frequent one but for a letter, for words around it or for its script, is that one;
3. a name that documents use for one other name at least twice as often as for all others together is that one;
   a surname alone that none explains goes to its bearer of whom the same can be said.

What moves by 2 and 3 has a confidence below 1. Names that do not move are their own entity.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from ner_news.linking import words
from ner_news.linking.canonical import is_country, is_international, is_known
from ner_news.linking.keys import FoldedName, fold_name
from ner_news.linking.mentions import person_key
from ner_news.linking.people import LEAST_LETTERS, is_slip, near_pairs
from ner_news.linking.spelling import LEAST, in_cyrillic, is_latin, near, skeleton, sound
from ner_news.morph import look_up
from ner_news.names import NameParts
from ner_news.spans import Label

DOMINANT = 2 / 3
"""The least share of the documents that explain a name which one thing must have to be meant by it elsewhere."""

RARE = 5
"""A name is taken for a slip when another is in this many times as many documents."""

RARELY = 10
"""A name that goes unexplained in more than this many times as many documents as explain it speaks for itself."""

LEAST_FREQUENT = 3
"""Documents of a name that slips are looked for of."""

LONG = 6
"""Letters of a place's or organization's name that a slip may be in."""

SURE_SLIP = 0.9
"""The confidence that a name but for a letter, a word or its script is the other."""


class Known(NamedTuple):
    """A name that documents have called something by."""

    key: str
    label: Label
    documents: int
    """How many have a thing that is called by it and by no fuller name."""
    name: NameParts | None = None
    """A person's parts, as written."""


class Usage(NamedTuple):
    """Documents that use a name for what they also call otherwise."""

    name: str
    """A key."""
    meant: str
    """The key of the fuller name."""
    documents: int


class Link(NamedTuple):
    """What a name stands for where its document does not tell."""

    entity: str
    """The id."""
    confidence: float
    """1.0 for its own name; lower where other documents had to tell, the share of those that tell so."""


def resolve(known: Iterable[Known], usages: Iterable[Usage]) -> dict[str, Link]:
    """The entity of each name.

    >>> full = Known("PER:дональд трамп", "PER", 3, NameParts("Дональд", "Трамп"))
    >>> bare = Known("PER:трамп", "PER", 1, NameParts(last="Трамп"))
    >>> resolve([full, bare], [])["PER:трамп"]
    Link(entity='PER:дональд трамп', confidence=0.75)
    """
    names = {name.key: name for name in sorted(known)}
    ids = _ids_of_people(names.values())
    weights: Counter[str] = Counter()
    for key, name in names.items():
        weights[ids.get(key, key)] += name.documents
    moves = _slips(names, ids, weights)
    for key, move in _explained(names, ids, weights, usages):
        moves.setdefault(key, move)
    return {key: _followed(ids.get(key, key), moves) for key in names}


def _followed(start: str, moves: Mapping[str, Link]) -> Link:
    """Where moves lead in the end; a round ends at its first name in the order of letters."""
    key, confidence, seen = start, 1.0, [start]
    while key in moves:
        key, share = moves[key]
        if key in seen:
            around = seen[seen.index(key) :]
            return Link(min(around), confidence if len(seen) > 1 else 1.0)
        seen.append(key)
        confidence *= share
    return Link(key, round(confidence, 4))


# People of full names.


def _ids_of_people(known: Iterable[Known]) -> dict[str, str]:
    """The id of each full name: its most frequent spelling, with the patronymic where there are several."""
    alike: defaultdict[tuple[str, str], list[tuple[Known, FoldedName]]] = defaultdict(list)
    for name in known:
        folded = fold_name(name.name)
        if name.label == "PER" and folded.is_full:
            alike[folded.first, folded.last].append((name, folded))
    ids: dict[str, str] = {}
    for group in alike.values():
        ids.update(_ids_of_namesakes(group))
    return ids


def _ids_of_namesakes(group: list[tuple[Known, FoldedName]]) -> Iterator[tuple[str, str]]:
    by_patronymic: defaultdict[str, list[Known]] = defaultdict(list)
    for name, folded in group:
        by_patronymic[folded.patronymic].append(name)
    bare = by_patronymic.pop("", [])
    if len(by_patronymic) < 2:
        everyone = [*bare, *(name for names in by_patronymic.values() for name in names)]
        yield from _called(everyone, patronymic=False)
        return
    for names in by_patronymic.values():
        yield from _called(names, patronymic=True)
    yield from _called(bare, patronymic=False)


def _called(names: list[Known], *, patronymic: bool) -> Iterator[tuple[str, str]]:
    counted: Counter[str] = Counter()
    for name in names:
        counted[person_key(name.name, patronymic=patronymic) or name.key] += name.documents
    best = min(counted, key=lambda spelling: (-counted[spelling], spelling), default="")
    yield from ((name.key, best) for name in names)


# Slips, words too many, other scripts.


def _slips(names: Mapping[str, Known], ids: Mapping[str, str], weights: Mapping[str, int]) -> dict[str, Link]:
    """Where rare names move that are frequent ones but for a little."""
    targets = _Targets(names, ids, weights)
    moves: dict[str, Link] = {}
    for key in names:
        entity = ids.get(key, key)
        if entity not in moves and (target := targets.of(names[key], entity)):
            moves[entity] = Link(target, SURE_SLIP)
    return moves


class _Targets:
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


# Names that documents explain.


def _explained(
    names: Mapping[str, Known], ids: Mapping[str, str], weights: Mapping[str, int], usages: Iterable[Usage]
) -> Iterator[tuple[str, Link]]:
    """Where names move that other documents use for fuller ones, and surnames that no document explains."""
    meant: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for usage in usages:
        key, entity = ids.get(usage.name, usage.name), ids.get(usage.meant, usage.meant)
        if key != entity and not _speaks_for_itself(usage.name):
            meant[key][entity] += usage.documents
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for key, name in names.items():
        folded = fold_name(name.name)
        if name.label == "PER" and folded.is_full:
            bearers[folded.last].add(ids[key])
    for key, name in names.items():
        folded = fold_name(name.name)
        counted = Counter({entity: weights[entity] for entity in bearers.get(folded.lone_word, ())})
        for entity, documents in meant.get(ids.get(key, key), {}).items():
            counted[entity] = max(counted[entity], documents)
        if RARELY * sum(counted.values()) < name.documents:
            continue
        if link := _dominant(counted):
            yield ids.get(key, key), link


def _dominant(counted: Counter[str]) -> Link | None:
    if not counted:
        return None
    best = min(counted, key=lambda entity: (-counted[entity], entity))
    total = sum(counted.values())
    return Link(best, counted[best] / (total + 1)) if counted[best] >= DOMINANT * total else None


def _speaks_for_itself(key: str) -> bool:
    """Whether no other document can tell what a name means: «ООН» is known, and «Совет» is another thing in each."""
    label, _, name = key.partition(":")
    return is_international(name) or (label == "ORG" and name in words.HEADS and not is_known(name))
