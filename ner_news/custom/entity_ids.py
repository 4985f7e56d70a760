"""Ids that a user gave, in place of those that linking made."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ner_news.errors import InputError
from ner_news.linking import Cluster, Mention


def with_custom_ids(clusters: Sequence[Cluster], mentions: Sequence[Mention], ids: Mapping[int, str]) -> list[Cluster]:
    """Return the clusters under the ids that a user gave some of their mentions, in the order of first mentions.

    `ids` has the id by the index of the mention. A cluster with one such id takes it, a cluster with
    several is split, and clusters with the same id are merged, whatever linking decided.

    >>> mentions = [Mention("LOC", "Питер"), Mention("LOC", "Петербург")]
    >>> apart = [Cluster(each.lemma, "LOC", each.lemma, (), None, (index,)) for index, each in enumerate(mentions)]
    >>> [(cluster.id, cluster.mentions) for cluster in with_custom_ids(apart, mentions, {0: "Q656", 1: "Q656"})]
    [('Q656', (0, 1))]
    """
    merged: dict[str, Cluster] = {}
    for cluster in clusters:
        for part in _split(cluster, mentions, ids):
            merged[part.id] = _merge(merged[part.id], part) if part.id in merged else part
    return sorted(merged.values(), key=lambda cluster: cluster.mentions[0])


def _split(cluster: Cluster, mentions: Sequence[Mention], ids: Mapping[int, str]) -> Iterator[Cluster]:
    """Yield the cluster under its only custom id, or a cluster for each of several."""
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for index in cluster.mentions:
        groups[ids.get(index, cluster.id)].append(index)
    custom = [entity for entity in groups if entity != cluster.id]
    if len(custom) < 2:
        lemma = next((mentions[index].lemma for index in cluster.mentions if index in ids), cluster.lemma)
        yield _with_lemma(cluster._replace(id=(custom or [cluster.id])[0]), lemma)
        return
    for entity, indices in groups.items():
        lemma, *aliases = dict.fromkeys(mentions[index].lemma for index in indices)
        name = next((mentions[index].name for index in indices if mentions[index].name), None)
        yield Cluster(entity, cluster.label, lemma, tuple(aliases), name, tuple(indices))


def _merge(one: Cluster, other: Cluster) -> Cluster:
    if one.label != other.label:
        raise InputError(f"{one.id!r} is the id of {one.label} and of {other.label} names")
    indices = tuple(sorted((*one.mentions, *other.mentions)))
    aliases = (*one.aliases, other.lemma, *other.aliases)
    return _with_lemma(one._replace(aliases=aliases, mentions=indices, name=one.name or other.name), one.lemma)


def _with_lemma(cluster: Cluster, lemma: str) -> Cluster:
    """Return the cluster under that lemma, its other forms as aliases."""
    forms = dict.fromkeys((cluster.lemma, *cluster.aliases))
    return cluster._replace(lemma=lemma, aliases=tuple(form for form in forms if form != lemma))
