"""Entities within one document."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ner_news.linking.keys import compatible, fold
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
    """The label and a number in order of first mention: `PER-1`."""
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
    a surname goes with the full name, unless several bearers of that surname are in the text.

    >>> full, short = Mention("PER", "Эмомали Рахмон", NameParts("Эмомали", "Рахмон")), NameParts(last="Рахмон")
    >>> [cluster] = link([full, Mention("PER", "Рахмон", short)])
    >>> cluster.id, cluster.lemma, cluster.aliases
    ('PER-1', 'Эмомали Рахмон', ('Рахмон',))
    """
    same: dict[tuple[str, str], list[int]] = {}
    for place, mention in enumerate(mentions):
        same.setdefault((mention.label, mention.value or fold(mention.lemma)), []).append(place)
    groups = _people_joined(mentions, same.values())
    numbers: Counter[Label] = Counter()
    clusters = []
    for group in sorted(groups, key=min):
        label = mentions[group[0]].label
        numbers[label] += 1
        clusters.append(_cluster(f"{label}-{numbers[label]}", mentions, sorted(group)))
    return clusters


def _people_joined(mentions: Sequence[Mention], groups: Iterable[list[int]]) -> list[list[int]]:
    """The groups of equal lemmas, shorter names of people moved to the one fuller name that they can stand for."""
    joined: list[list[int]] = []
    bearers: dict[str, list[list[int]]] = {}  # by surname
    for group in sorted(groups, key=lambda group: (-_fullness(mentions[group[0]].name), group[0])):
        name = mentions[group[0]].name
        if name is None or name.last is None:
            joined.append(group)
            continue
        known = bearers.setdefault(fold(name.last), [])
        fitting = [other for other in known if all(compatible(name, mentions[k].name or name) for k in other)]
        if len(fitting) == 1:
            fitting[0].extend(group)
        else:
            known.append(group)
            joined.append(group)
    return joined


def _fullness(name: NameParts | None) -> int:
    """How much of a person a name tells: a written part weighs more than an initial."""
    if name is None:
        return 0
    return 2 * sum(part is not None for part in name) - (name.initials is not None)


def _cluster(entity: str, mentions: Sequence[Mention], group: list[int]) -> Cluster:
    lemmas = Counter(mentions[place].lemma for place in group)
    fullness = {mentions[place].lemma: _fullness(mentions[place].name) for place in reversed(group)}
    lemma = max(lemmas, key=lambda form: (fullness[form], lemmas[form]))
    names = [name for place in group if (name := mentions[place].name) is not None]
    return Cluster(
        entity,
        mentions[group[0]].label,
        lemma,
        tuple(form for form in lemmas if form != lemma),
        _merged(names) if names else None,
        tuple(group),
    )


def _merged(names: Sequence[NameParts]) -> NameParts:
    """Each part from the fullest name that has it; initials only while no first name is known."""
    ranked = sorted(names, key=_fullness, reverse=True)
    merged = NameParts(*(next((part for part in parts if part), None) for parts in zip(*ranked, strict=True)))
    return merged._replace(initials=None) if merged.first else merged
