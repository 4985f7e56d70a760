"""Entities within one document."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import count
from typing import NamedTuple

from ner_news.linking.canonical import is_country, is_international
from ner_news.linking.introductions import introduced
from ner_news.linking.mentions import Mention, is_long, key, person_key
from ner_news.linking.people import fullness, join_people
from ner_news.linking.spelling import is_latin
from ner_news.linking.things import short_for
from ner_news.names import NameParts
from ner_news.spans import Label


class Cluster(NamedTuple):
    """One entity: its id, what it is called, and which mentions are of it."""

    id: str
    """The label and the canonical form of its lemma, or a date's value: `PER:эмомали рахмон`, `DATE:2021-09`."""
    label: Label
    lemma: str
    """The fullest of the mentions' lemmas; among equals the most frequent, then the first."""
    aliases: tuple[str, ...]
    name: NameParts | None
    mentions: tuple[int, ...]
    """Places in the sequence that was linked, ascending."""


def link(mentions: Sequence[Mention], text: str = "") -> list[Cluster]:
    """The entities of a document, in the order of their first mention; each mention is in exactly one.

    Mentions are of one thing when label and normal form are equal, other names of countries and organizations counted
    as equal; when the text introduces one name for another («(далее — Банк)»); and when a name can be short for just
    one fuller name in the text, or for one that it has most in view. Else they stay apart.

    >>> full, short = Mention("PER", "Эмомали Рахмон", NameParts("Эмомали", "Рахмон")), NameParts(last="Рахмон")
    >>> [cluster] = link([full, Mention("PER", "Рахмон", short)])
    >>> cluster.id, cluster.lemma, cluster.aliases
    ('PER:эмомали рахмон', 'Эмомали Рахмон', ('Рахмон',))
    """
    keys = [key(mention) for mention in mentions]
    people: dict[str, list[int]] = {}
    things: dict[str, list[int]] = {}
    first: dict[str, int] = {}
    for place, (name, mention) in enumerate(zip(keys, mentions, strict=True)):
        first.setdefault(name, place)
        if mention.label != "DATE" and not is_long(mention.lemma):
            (people if mention.label == "PER" else things).setdefault(name, []).append(place)
    sets = _Sets([first[name] for name in keys])
    for group in join_people(mentions, people.values()):
        sets.join(group)
    for short, full in short_for(mentions, things):
        sets.join((first[full], first[short]))
    for pair in introduced(mentions, text):
        sets.join(pair)
    return _apart([_cluster(mentions, keys, group) for group in sets.groups()])


class _Sets:
    """Places joined so far."""

    def __init__(self, above: list[int]) -> None:
        self._above = above
        """Of each place an earlier one of its set, or itself."""

    def join(self, places: Sequence[int]) -> None:
        top = min(map(self._top, places))
        for place in places:
            self._above[self._top(place)] = top

    def _top(self, place: int) -> int:
        while self._above[place] != place:
            self._above[place] = self._above[self._above[place]]
            place = self._above[place]
        return place

    def groups(self) -> list[list[int]]:
        """Each set's places, ascending, in the order of the first."""
        found: dict[int, list[int]] = {}
        for place in range(len(self._above)):
            found.setdefault(self._top(place), []).append(place)
        return list(found.values())


def _cluster(mentions: Sequence[Mention], keys: Sequence[str], group: list[int]) -> Cluster:
    members = [mentions[place] for place in group]
    _, lemma, name, *_ = members[0]
    if all(member.lemma == lemma and member.name == name for member in members[1:]):  # most; a third of the time saved
        own = person_key(name) if name else None
        return Cluster(own or keys[group[0]], members[0].label, lemma, (), name and _known(name), tuple(group))
    frequency = Counter(member.lemma for member in members)
    fullest = max(members, key=lambda member: (*_rank(member), frequency[member.lemma]))
    return Cluster(
        _id(members, [keys[place] for place in group]),
        fullest.label,
        fullest.lemma,
        tuple(form for form in frequency if form != fullest.lemma),
        merged([member.name for member in members if member.name is not None]),
        tuple(group),
    )


def _apart(clusters: list[Cluster]) -> list[Cluster]:
    """Namesakes of one document get ids of their own: with the patronymic, else with a number."""
    ids = [cluster.id for cluster in clusters]
    if len(set(ids)) == len(ids):
        return clusters
    counted = Counter(ids)
    taken: set[str] = set()
    out = []
    for cluster in clusters:
        own = cluster.id if counted[cluster.id] == 1 else person_key(cluster.name, patronymic=True) or cluster.id
        names = (own if number == 1 else f"{own} {number}" for number in count(1))
        free = next(name for name in names if name not in taken)
        taken.add(free)
        out.append(cluster._replace(id=free))
    return out


def _rank(mention: Mention) -> tuple[bool, int]:
    """How much a name tells; a person's in Russian letters before one that is not."""
    if mention.label == "PER":
        return not is_latin(mention.lemma), fullness(mention.name)
    return True, len(mention.lemma.split())


def _id(members: Iterable[Mention], keys: Iterable[str]) -> str:
    """The key that tells most: of people the one that is named most often with first name and surname."""
    counted: Counter[str] = Counter()
    ranks: dict[str, tuple[bool, bool]] = {}  # tells all, is in the script that its kind is mostly written in
    for member, own in zip(members, keys, strict=True):
        full = person_key(member.name)
        name = full or own
        counted[name] += 1
        bare = name.partition(":")[2]
        tells_all = full is not None or is_country(bare) or is_international(bare)
        ranks[name] = tells_all, is_latin(member.lemma) == (member.label == "ORG")

    def telling(name: str) -> tuple[object, ...]:
        is_full, in_right_script = ranks[name]
        size = (counted[name], -len(name.split())) if is_full else (len(name.split()), len(name))
        return is_full, in_right_script, *size

    return max(counted, key=telling)  # of equals the first in the text


def merged(names: Sequence[NameParts]) -> NameParts | None:
    """Each part from the fullest name that has it."""
    if not names:
        return None
    ranked = sorted(names, key=fullness, reverse=True)
    return _known(NameParts(*(next((part for part in parts if part), None) for parts in zip(*ranked, strict=True))))


def _known(name: NameParts) -> NameParts:
    """The name with initials only while no first name is known."""
    return name._replace(initials=None) if name.first and name.initials else name
