"""Ids that a user gave, in place of those that linking made."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ner_news.errors import InputError
from ner_news.linking import Cluster, Mention


def with_own_ids(clusters: Sequence[Cluster], mentions: Sequence[Mention], own: Mapping[int, str]) -> list[Cluster]:
    """The clusters under the ids that a user gave some of their mentions, in the order of their first mention.

    `own` has the id by the place of the mention. The other mentions of a cluster go with the id when it is the only one
    there; mentions of two ids are two things, and those of one id one thing, whatever linking thought.

    >>> mentions = [Mention("LOC", "Питер"), Mention("LOC", "Петербург")]
    >>> apart = [Cluster(each.lemma, "LOC", each.lemma, (), None, (place,)) for place, each in enumerate(mentions)]
    >>> [(found.id, found.mentions) for found in with_own_ids(apart, mentions, {0: "Q656", 1: "Q656"})]
    [('Q656', (0, 1))]
    """
    merged: dict[str, Cluster] = {}
    for cluster in clusters:
        for part in _split(cluster, mentions, own):
            merged[part.id] = _merge(merged[part.id], part) if part.id in merged else part
    return sorted(merged.values(), key=lambda cluster: cluster.mentions[0])


def _split(cluster: Cluster, mentions: Sequence[Mention], own: Mapping[int, str]) -> Iterator[Cluster]:
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for place in cluster.mentions:
        groups[own.get(place, cluster.id)].append(place)
    ids = [name for name in groups if name != cluster.id]
    if len(ids) < 2:
        lemma = next((mentions[place].lemma for place in cluster.mentions if place in own), cluster.lemma)
        yield _called(cluster._replace(id=(ids or [cluster.id])[0]), lemma)
        return
    for name, places in groups.items():
        lemmas = dict.fromkeys(mentions[place].lemma for place in places)
        lemma, *aliases = lemmas
        known = next((mentions[place].name for place in places if mentions[place].name), None)
        yield Cluster(name, cluster.label, lemma, tuple(aliases), known, tuple(places))


def _merge(one: Cluster, other: Cluster) -> Cluster:
    if one.label != other.label:
        raise InputError(f"{one.id!r} is the id of {one.label} and of {other.label} names")
    places = tuple(sorted((*one.mentions, *other.mentions)))
    aliases = (*one.aliases, other.lemma, *other.aliases)
    return _called(one._replace(aliases=aliases, mentions=places, name=one.name or other.name), one.lemma)


def _called(cluster: Cluster, lemma: str) -> Cluster:
    """The cluster under that lemma, its other forms as aliases."""
    forms = dict.fromkeys((cluster.lemma, *cluster.aliases))
    return cluster._replace(lemma=lemma, aliases=tuple(form for form in forms if form != lemma))
