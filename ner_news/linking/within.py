"""Entities within one document."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from ner_news.linking.keys import FoldedName, compatible, fold, fold_name
from ner_news.names import NameParts
from ner_news.spans import Label


class Mention(NamedTuple):
    """What linking looks at in a span."""

    label: Label
    lemma: str
    name: NameParts | None = None
    """A person's parts."""
    value: str | None = None
    """A date's value: dates are one when their values are."""


class Cluster(NamedTuple):
    """One entity: its id, what it is called, and which mentions are of it."""

    id: str
    """The label and the folded lemma, or a date's value: `PER:эмомали рахмон`, `DATE:2021-09`."""
    label: Label
    lemma: str
    """The fullest of the mentions' lemmas; among equals the most frequent, then the first."""
    aliases: tuple[str, ...]
    name: NameParts | None
    mentions: tuple[int, ...]
    """Places in the sequence that was linked, ascending."""


def link(mentions: Sequence[Mention]) -> list[Cluster]:
    """The entities of a document, in the order of their first mention; each mention is in exactly one.

    Mentions are of one thing when label and normal form are equal. People are also when their name parts allow it:
    a surname goes with the full name, unless several bearers of that surname are in the text; so does a first name
    that no surname equals.

    >>> full, short = Mention("PER", "Эмомали Рахмон", NameParts("Эмомали", "Рахмон")), NameParts(last="Рахмон")
    >>> [cluster] = link([full, Mention("PER", "Рахмон", short)])
    >>> cluster.id, cluster.lemma, cluster.aliases
    ('PER:эмомали рахмон', 'Эмомали Рахмон', ('Рахмон',))
    """
    same: dict[str, list[int]] = {}
    for place, mention in enumerate(mentions):
        same.setdefault(_key(mention), []).append(place)
    groups = _people_joined(mentions, same.values())
    return [_cluster(mentions, sorted(group)) for group in sorted(groups, key=min)]


def _key(mention: Mention) -> str:
    """Equal for mentions whose normal forms are."""
    return f"{mention.label}:{mention.value or fold(mention.lemma)}"


class _Group(NamedTuple):
    """Mentions that are one so far, and their distinct names."""

    places: list[int]
    names: list[FoldedName]


def _people_joined(mentions: Sequence[Mention], groups: Iterable[list[int]]) -> list[list[int]]:
    """The groups of equal lemmas, shorter names of people moved to the one fuller name that they can stand for."""
    joined: list[list[int]] = []
    bearers: dict[str, list[_Group]] = {}
    for places in sorted(groups, key=lambda places: (-_fullness(mentions[places[0]].name), places[0])):
        first = mentions[places[0]]
        if first.label != "PER":
            joined.append(places)
            continue
        name = fold_name(first.name)
        bearer = _only_bearer(name, bearers)
        if bearer is not None:
            bearer.places.extend(places)
            if name not in bearer.names:
                bearer.names.append(name)
            continue
        joined.append(places)
        group = _Group(places, [name])
        for door in name.doors():
            bearers.setdefault(door, []).append(group)
    return joined


def _only_bearer(name: FoldedName, bearers: Mapping[str, list[_Group]]) -> _Group | None:
    """The one group that the name can belong to: of its surname, or for a word alone of its first name.

    Two are enough to know that there is no one: a text full of one surname costs no more than another.
    """
    known = bearers.get(next(name.doors(), ""), [])
    if word := name.lone_word:
        known = bearers.get(word, [])
        fitting = (group for group in known if group.names[0].last == word)
        found = list(islice(fitting, 2)) or known[:2]
    else:
        found = list(islice((group for group in known if all(compatible(name, own) for own in group.names)), 2))
    return found[0] if len(found) == 1 else None


def _fullness(name: NameParts | None) -> int:
    """How much of a person a name tells: a written part weighs more than an initial."""
    if name is None:
        return 0
    return 2 * sum(part is not None for part in name) - (name.initials is not None)


def _cluster(mentions: Sequence[Mention], group: list[int]) -> Cluster:
    members = [mentions[place] for place in group]
    frequency = Counter(member.lemma for member in members)
    fullest = max(members, key=lambda member: (_fullness(member.name), frequency[member.lemma]))
    names = [member.name for member in members if member.name is not None]
    return Cluster(
        _key(fullest),
        fullest.label,
        fullest.lemma,
        tuple(form for form in frequency if form != fullest.lemma),
        _merged(names) if names else None,
        tuple(group),
    )


def _merged(names: Sequence[NameParts]) -> NameParts:
    """Each part from the fullest name that has it; initials only while no first name is known."""
    ranked = sorted(names, key=_fullness, reverse=True)
    merged = NameParts(*(next((part for part in parts if part), None) for parts in zip(*ranked, strict=True)))
    return merged._replace(initials=None) if merged.first else merged
