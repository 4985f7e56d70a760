"""Roles that tell people of one surname apart: «губернатор Иванов» and «тренер Иванов»."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from ner_news.caches import word_cache
from ner_news.linking.mention_keys import Mention
from ner_news.linking.name_counts import Link, find_dominant
from ner_news.linking.name_folding import fold, fold_name
from ner_news.morph import look_up
from ner_news.names import NameParts

_SENTENCE_END = re.compile(r"[.!?…]\s|\n")

LONGEST_SENTENCE = 1000
"""Characters between two mentions of one sentence. A bound."""

MOST_ROLES = 16
"""Of one surname in a document that are compared. A bound."""


# Roles come again within a text and between texts.
@word_cache(maxsize=4096)
def read_traits(role: str) -> frozenset[str]:
    """Return what of a role's lemma counts: all of it, and its noun alone.

    >>> sorted(read_traits("Первый министр культуры"))
    ['министр', 'первый министр культуры']
    """
    words = fold(role).split()
    nouns = (word for word in words if any(found.pos == "NOUN" for found in look_up(word)))
    return frozenset((" ".join(words), next(nouns, words[0]))) if words else frozenset()


def collect_traits(mentions: Sequence[Mention], indices: Sequence[int]) -> frozenset[str]:
    """Return what counts of the roles of some mentions."""
    return frozenset(trait for index in indices for role in mentions[index].roles for trait in read_traits(role))


def tell_namesakes(mentions: Sequence[Mention], keys: Sequence[str], text: str) -> list[str]:
    """Return the keys, those of a lone surname with a noun of its roles where they are of several people.

    They are where one sentence has the surname twice with other roles, or where the text has several bearers in full.

    >>> name, text = NameParts(last="Иванов"), "Губернатор Иванов и тренер Иванов."
    >>> roles = {11: "губернатор", 27: "тренер"}
    >>> each = [Mention("PER", "Иванов", name, start=start, stop=start + 6, roles=(roles[start],)) for start in roles]
    >>> tell_namesakes(each, ["PER:иванов"] * 2, text)
    ['PER:иванов губернатор', 'PER:иванов тренер']
    """
    told: defaultdict[str, list[int]] = defaultdict(list)
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for index, (mention, key) in enumerate(zip(mentions, keys, strict=True)):
        if mention.label == "PER" and mention.name:
            name = fold_name(mention.name)
            if name.is_full:
                bearers[name.last].add(name.first)
            elif mention.roles and name.lone_word:
                told[key].append(index)
    apart = list(keys)
    for key, indices in told.items():
        groups = _group(mentions, indices)
        surname = fold_name(mentions[indices[0]].name).lone_word
        if len(groups) > 1 and (len(bearers[surname]) > 1 or _share_sentence(mentions, groups, text)):
            for noun, members in groups.items():
                for index in members:
                    apart[index] = f"{key} {noun}"
    return apart


def is_told_apart(key: str, name: NameParts | None) -> bool:
    """Tell whether a lone surname's key has a role, so that no other document explains it.

    >>> is_told_apart("PER:иванов тренер", NameParts(last="Иванов"))
    True
    """
    written = fold((name and (name.last or name.first)) or "")
    return key.startswith(f"PER:{written} ")


def choose_bearer(roles: Iterable[str], bearers: Mapping[str, Counter[str]]) -> Link | None:
    """Return whose a surname with roles is, by how many documents say the same of each: whole roles before nouns.

    >>> said = {"PER:петр иванов": Counter({"губернатор": 3}), "PER:олег иванов": Counter({"тренер": 1})}
    >>> choose_bearer(["тренер"], said)
    Link(entity='PER:олег иванов', confidence=0.5)
    """
    traits = {trait for role in roles for trait in read_traits(role)}
    for trait in sorted(traits, key=lambda trait: (-len(trait.split()), trait)):
        if counted := Counter({entity: said[trait] for entity, said in bearers.items() if said[trait]}):
            return find_dominant(counted)
    return None


def _group(mentions: Sequence[Mention], indices: Sequence[int]) -> dict[str, list[int]]:
    """Return the mentions by what their roles have in common, each under the shortest of it that came first."""
    groups: list[tuple[str, set[str], list[int]]] = []
    for index in indices:
        traits = collect_traits(mentions, [index])
        fitting = next((group for group in groups if not group[1].isdisjoint(traits)), None)
        if fitting is None and len(groups) < MOST_ROLES:
            groups.append((min(traits, key=lambda trait: (len(trait), trait)), set(traits), [index]))
        elif fitting is not None:
            fitting[1].update(traits)
            fitting[2].append(index)
    return {name: members for name, _, members in groups}


def _share_sentence(mentions: Sequence[Mention], groups: Mapping[str, Sequence[int]], text: str) -> bool:
    """Tell whether two neighbours of different groups stand in one sentence."""
    ordered = sorted((index, noun) for noun, members in groups.items() for index in members)
    return any(
        noun != other and _is_one_sentence(text, mentions[index].stop, mentions[following].start)
        for (index, noun), (following, other) in pairwise(ordered)
    )


def _is_one_sentence(text: str, start: int, stop: int) -> bool:
    return start < stop <= len(text) and stop - start < LONGEST_SENTENCE and not _SENTENCE_END.search(text, start, stop)
