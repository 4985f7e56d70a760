"""Linking within a document: union-find over mentions, and a cluster of each set."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import count
from typing import NamedTuple

from ner_news.linking.introductions import find_introductions
from ner_news.linking.mention_keys import Mention, is_too_long, make_key, make_person_key, read_label
from ner_news.linking.name_folding import is_diminutive
from ner_news.linking.named_after import find_adjective_stem
from ner_news.linking.normalization import is_country, is_international
from ner_news.linking.organizations_places import find_short_forms
from ner_news.linking.people import join_people, measure_fullness
from ner_news.linking.phonetic_keys import is_latin
from ner_news.linking.role_evidence import tell_namesakes
from ner_news.linking.telling_words import tell_apart
from ner_news.names import NameParts
from ner_news.spans import Label


class Cluster(NamedTuple):
    """An entity of a document: its id, its names, and the mentions of it."""

    id: str
    """The label and the canonical form of its lemma, or a date's value: `PER:эмомали рахмон`, `DATE:2021-09`."""
    label: Label
    lemma: str
    """The fullest of the mentions' lemmas; among equals the most frequent, then the first."""
    aliases: tuple[str, ...]
    name: NameParts | None
    mentions: tuple[int, ...]
    """Indices in the sequence that was linked, ascending."""


def link(mentions: Sequence[Mention], text: str = "") -> list[Cluster]:
    """Return the entities of a document, in the order of their first mention; each mention is in exactly one.

    Mentions are of one entity when their labels and normalized names are equal; when the text introduces one name for
    another («(далее — Банк)»); and when a name can be short for just one fuller name in the text, or for one that is
    much more frequent than the others, or has its roles. Else they stay apart.

    >>> full, short = Mention("PER", "Эмомали Рахмон", NameParts("Эмомали", "Рахмон")), NameParts(last="Рахмон")
    >>> [cluster] = link([full, Mention("PER", "Рахмон", short)])
    >>> cluster.id, cluster.lemma, cluster.aliases
    ('PER:эмомали рахмон', 'Эмомали Рахмон', ('Рахмон',))
    """
    keys = tell_apart(mentions, [make_key(mention) for mention in mentions], text)
    keys = tell_namesakes(mentions, keys, text) if any(mention.roles for mention in mentions) else keys
    people: dict[str, list[int]] = {}
    others: dict[str, list[int]] = {}
    first: dict[str, int] = {}
    for index, (key, mention) in enumerate(zip(keys, mentions, strict=True)):
        first.setdefault(key, index)
        if mention.label != "DATE" and not is_too_long(mention.lemma):
            (people if mention.label == "PER" else others).setdefault(key, []).append(index)
    sets = DisjointSets([first[key] for key in keys])
    for group in join_people(mentions, people):
        sets.join(group)
    for short, full in find_short_forms(mentions, others):
        sets.join((first[full], first[short]))
    for pair in find_introductions(mentions, text):
        sets.join(pair)
    return _make_ids_unique([_make_cluster(mentions, keys, group) for group in sets.groups()])


class DisjointSets:
    """Sets of the numbers below a length, joined by union-find.

    >>> sets = DisjointSets([0, 1, 2, 1])
    >>> sets.join([3, 0])
    >>> sets.groups()
    [[0, 1, 3], [2]]
    """

    def __init__(self, parents: list[int]) -> None:
        self._parents = parents
        """A smaller member of the set for each number, or itself."""

    def join(self, members: Sequence[int]) -> None:
        """Make one set of those that the members are in."""
        root = min(map(self._find_root, members))
        for member in members:
            self._parents[self._find_root(member)] = root

    def _find_root(self, member: int) -> int:
        while self._parents[member] != member:
            self._parents[member] = self._parents[self._parents[member]]
            member = self._parents[member]
        return member

    def groups(self) -> list[list[int]]:
        """Return the members of each set, ascending, in the order of their first ones."""
        found: dict[int, list[int]] = {}
        for member in range(len(self._parents)):
            found.setdefault(self._find_root(member), []).append(member)
        return list(found.values())


def _make_cluster(mentions: Sequence[Mention], keys: Sequence[str], group: list[int]) -> Cluster:
    members = [mentions[index] for index in group]
    _, lemma, name, *_ = members[0]
    if all(member.lemma == lemma and member.name == name for member in members[1:]):  # most; a third of the time saved
        key = (make_person_key(name) if name else None) or keys[group[0]]
        return Cluster(key, read_label(key), lemma, (), name and _drop_initials(name), tuple(group))
    frequency = Counter(member.lemma for member in members)
    fullest = max(members, key=lambda member: (*_rank(member), frequency[member.lemma]))
    chosen = _choose_id(members, [keys[index] for index in group])
    return Cluster(
        chosen,
        read_label(chosen),
        fullest.lemma,
        tuple(form for form in frequency if form != fullest.lemma),
        merge_names([member.name for member in members if member.name is not None]),
        tuple(group),
    )


def _make_ids_unique(clusters: list[Cluster]) -> list[Cluster]:
    """Return the clusters with equal ids told apart: by the patronymic, else by a number."""
    ids = [cluster.id for cluster in clusters]
    if len(set(ids)) == len(ids):
        return clusters
    counted = Counter(ids)
    taken: set[str] = set()
    unique = []
    for cluster in clusters:
        full = cluster.id if counted[cluster.id] == 1 else make_person_key(cluster.name, patronymic=True) or cluster.id
        candidates = (full if number == 1 else f"{full} {number}" for number in count(1))
        free = next(candidate for candidate in candidates if candidate not in taken)
        taken.add(free)
        unique.append(cluster._replace(id=free))
    return unique


def _rank(mention: Mention) -> tuple[bool, int, bool]:
    """Return how much a name tells; a person's in Russian letters above one that is not, a diminutive last.

    A place's adjective, «Московский», tells less than its name.
    """
    if mention.label == "PER":
        return not is_latin(mention.lemma), measure_fullness(mention.name), not is_diminutive(mention.name)
    return not _is_adjective(mention), len(mention.lemma.split()), True


def _is_adjective(mention: Mention) -> bool:
    return mention.label == "LOC" and find_adjective_stem(mention.lemma.lower()) is not None


def _choose_id(members: Iterable[Mention], keys: Iterable[str]) -> str:
    """Return the key that tells most: of people the most frequent with first name and surname."""
    counted: Counter[str] = Counter()
    ranks: dict[str, tuple[bool, ...]] = {}  # complete, in the script of its label's names, no diminutive or adjective
    for member, key in zip(members, keys, strict=True):
        full = make_person_key(member.name)
        name = full or key
        counted[name] += 1
        bare = name.partition(":")[2]
        is_complete = full is not None or is_country(bare) or is_international(bare)
        in_usual_script = is_latin(member.lemma) == (member.label == "ORG")
        ranks[name] = is_complete, in_usual_script, not is_diminutive(member.name) and not _is_adjective(member)

    def rank(name: str) -> tuple[object, ...]:
        is_complete, *others = ranks[name]
        size = (counted[name], -len(name.split())) if is_complete else (len(name.split()), len(name))
        return is_complete, *others, *size

    return max(counted, key=rank)  # of equals the first in the text


def merge_names(names: Sequence[NameParts]) -> NameParts | None:
    """Return each part from the fullest name that has it; `None` without names.

    >>> merge_names([NameParts(last="Котов", initials="Б."), NameParts("Борис", "Котов")])
    NameParts(first='Борис', last='Котов', patronymic=None, nickname=None, initials=None)
    """
    if not names:
        return None
    ranked = sorted(names, key=lambda name: (-measure_fullness(name), is_latin(name.last or ""), is_diminutive(name)))
    parts = (next((part for part in parts if part), None) for parts in zip(*ranked, strict=True))
    return _drop_initials(NameParts(*parts))


def _drop_initials(name: NameParts) -> NameParts:
    """Return the name without initials if the first name is known."""
    return name._replace(initials=None) if name.first and name.initials else name
