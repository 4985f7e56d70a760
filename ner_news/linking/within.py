"""Entities within one document."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ner_news.linking.keys import compatible, fold, lone_word
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


def _people_joined(mentions: Sequence[Mention], groups: Iterable[list[int]]) -> list[list[int]]:
    """The groups of equal lemmas, shorter names of people moved to the one fuller name that they can stand for."""
    joined: list[list[int]] = []
    bearers: dict[str, list[list[int]]] = {}  # groups by surname and by first name
    for group in sorted(groups, key=lambda group: (-_fullness(mentions[group[0]].name), group[0])):
        name = mentions[group[0]].name
        fitting = [] if name is None else _fitting(name, mentions, bearers)
        if len(fitting) == 1:
            fitting[0].extend(group)
        else:
            joined.append(group)
            for part in {fold(part) for part in (name.first, name.last) if part} if name else ():
                bearers.setdefault(part, []).append(group)
    return joined


def _fitting(name: NameParts, mentions: Sequence[Mention], bearers: Mapping[str, list[list[int]]]) -> list[list[int]]:
    """The groups that a name can belong to: of its surname, or for a word alone of its first name."""
    word = lone_word(name)
    known = bearers.get(word or fold(name.last or ""), [])
    if word is not None:
        surnames = [group for group in known if fold(_name(mentions, group).last or "") == word]
        return surnames or known
    return [group for group in known if all(compatible(name, _name(mentions, [place])) for place in group)]


def _name(mentions: Sequence[Mention], group: Sequence[int]) -> NameParts:
    """The name that a group began with, its fullest."""
    return mentions[group[0]].name or NameParts()


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
