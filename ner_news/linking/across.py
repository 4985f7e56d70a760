"""Linking across documents: which names are of one entity, told from counts over all documents.

The answer is a function of the set of documents: of how many documents each name names something in, and how many use
one name for another. It does not depend on their order, nor on who read them. In this order names are moved to others:

1. people whose first name and surname sound the same are one, unless their patronymics tell them apart; of
   several patronymics the dominant one goes without saying;
2. a rare name that is a frequent one but for a letter, for words around it or for its script, is that one;
3. a name that documents use for one other name at least twice as often as for all others together is that one;
   a surname alone that none explains goes to its bearer of whom the same can be said.

What moves by 2 and 3 has a confidence below 1. Names that do not move are their own entity.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from ner_news.linking.link_vocabulary import HEADS
from ner_news.linking.mention_keys import make_person_key
from ner_news.linking.name_counts import Link, NameCount, UsageCount, find_dominant
from ner_news.linking.name_folding import FoldedName, fold_name
from ner_news.linking.normalization import is_international, is_organization
from ner_news.linking.rare_names import link_misspellings
from ner_news.linking.role_evidence import is_told_apart
from ner_news.linking.thresholds import UNEXPLAINED_RATIO


def resolve(counts: Iterable[NameCount], usages: Iterable[UsageCount]) -> dict[str, Link]:
    """Return the entity of each name.

    >>> from ner_news.names import NameParts
    >>> full = NameCount("PER:дональд трамп", "PER", 3, NameParts("Дональд", "Трамп"))
    >>> bare = NameCount("PER:трамп", "PER", 1, NameParts(last="Трамп"))
    >>> resolve([full, bare], [])["PER:трамп"]
    Link(entity='PER:дональд трамп', confidence=0.75)
    """
    names = {name.key: name for name in sorted(counts, key=lambda name: name.key)}
    ids = _make_person_ids(names.values())
    weights: Counter[str] = Counter()
    for key, name in names.items():
        weights[ids.get(key, key)] += name.documents
    moves = link_misspellings(names, ids, weights)
    for key, move in _find_explained(names, ids, weights, usages):
        moves.setdefault(key, move)
    return {key: _follow_moves(ids.get(key, key), moves) for key in names}


def _follow_moves(start: str, moves: Mapping[str, Link]) -> Link:
    """Return where moves lead in the end; a circle ends at its first name in the order of letters."""
    key, confidence, seen = start, 1.0, [start]
    while key in moves:
        key, share = moves[key]
        if key in seen:
            key = min(seen[seen.index(key) :])
            break
        seen.append(key)
        confidence *= share
    return Link(key, 1.0 if key == start else round(confidence, 4))


def _make_person_ids(counts: Iterable[NameCount]) -> dict[str, str]:
    """Return the id of each full name: its most frequent spelling, with the patronymic where there are several."""
    alike: defaultdict[tuple[str, str], list[tuple[NameCount, FoldedName]]] = defaultdict(list)
    for name in counts:
        folded = fold_name(name.name)
        if name.label == "PER" and folded.is_full:
            alike[folded.first, folded.last].append((name, folded))
    ids: dict[str, str] = {}
    for group in alike.values():
        ids.update(_make_namesake_ids(group))
    return ids


def _make_namesake_ids(group: list[tuple[NameCount, FoldedName]]) -> Iterator[tuple[str, str]]:
    """Yield the ids of people of one name: the dominant patronymic is left out; without one, bare names are apart."""
    by_patronymic: defaultdict[str, list[NameCount]] = defaultdict(list)
    for name, folded in group:
        by_patronymic[folded.patronymic].append(name)
    bare = by_patronymic.pop("", [])
    counted = Counter(
        {patronymic: sum(name.documents for name in names) for patronymic, names in by_patronymic.items()}
    )
    dominant = find_dominant(counted)
    for patronymic, names in by_patronymic.items():
        if dominant is None or patronymic != dominant.entity:
            yield from _share_best_key(names, patronymic=True)
    yield from _share_best_key([*bare, *(by_patronymic[dominant.entity] if dominant else [])], patronymic=False)


def _share_best_key(names: list[NameCount], *, patronymic: bool) -> Iterator[tuple[str, str]]:
    counted: Counter[str] = Counter()
    for name in names:
        counted[make_person_key(name.name, patronymic=patronymic) or name.key] += name.documents
    best = min(counted, key=lambda spelling: (-counted[spelling], spelling), default="")
    yield from ((name.key, best) for name in names)


def _find_explained(
    names: Mapping[str, NameCount], ids: Mapping[str, str], weights: Mapping[str, int], usages: Iterable[UsageCount]
) -> Iterator[tuple[str, Link]]:
    """Yield where names move that other documents use for fuller ones, and surnames that no document explains."""
    meant: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for usage in usages:
        key, entity = ids.get(usage.name, usage.name), ids.get(usage.meant, usage.meant)
        if key != entity and not _is_self_explanatory(usage.name):
            meant[key][entity] += usage.documents
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for key, name in names.items():
        folded = fold_name(name.name)
        if name.label == "PER" and folded.is_full:
            bearers[folded.last].add(ids[key])
    for key, name in names.items():
        folded = fold_name(name.name)
        if folded.lone_word and is_told_apart(key, name.name):
            continue
        counted = Counter({entity: weights[entity] for entity in bearers.get(folded.lone_word, ())})
        for entity, documents in meant.get(ids.get(key, key), {}).items():
            counted[entity] = max(counted[entity], documents)
        if UNEXPLAINED_RATIO * sum(counted.values()) < name.documents:
            continue
        if link := find_dominant(counted):
            yield ids.get(key, key), link


def _is_self_explanatory(key: str) -> bool:
    """Whether no other document can tell what a name means: «ООН» is known, and «Совет» is another thing in each."""
    label, _, name = key.partition(":")
    return is_international(name) or (label == "ORG" and name in HEADS and not is_organization(name))
