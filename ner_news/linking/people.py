"""Names of people in a text: shorter and misspelt ones go to the fuller name that they can stand for."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, islice
from typing import NamedTuple

from ner_news.categories import Gender
from ner_news.linking.mention_keys import Mention
from ner_news.linking.misspellings import delete_name_letters, is_misspelling
from ner_news.linking.name_folding import FoldedName, are_compatible, fold_name, is_diminutive
from ner_news.linking.phonetic_keys import is_latin
from ner_news.linking.role_evidence import collect_traits
from ner_news.linking.scripts import make_script_keys
from ner_news.linking.thresholds import BEARERS_COMPARED, NAMESAKES_COMPARED, PAIRED_WORDS, PRINCIPAL_RATIO
from ner_news.morph import look_up
from ner_news.names import NameParts


class PersonCluster(NamedTuple):
    """Mentions that are of one person so far, and their distinct names."""

    indices: list[int]
    names: list[FoldedName]
    written: NameParts
    """The first of the names, as written."""
    gender: Gender | None
    traits: set[str]
    """What counts of the roles."""


def join_people(mentions: Sequence[Mention], by_key: Mapping[str, list[int]]) -> list[list[int]]:
    """Return the groups of mentions of equal names, by their keys, joined where they are of one person.

    Fuller names come first, so that each name finds those that it can be short for: by its parts, by its words inside
    a longer name, by one letter, and last a word alone, which may be a surname or a first name.
    """
    groups = list(by_key.values())
    has_latin = any(is_latin(mentions[group[0]].lemma) for group in groups)
    index = PersonIndex(has_latin=has_latin)
    for group in sorted(groups, key=lambda group: (_sort_key(mentions[group[0]]), group[0])):
        gender = _majority_gender(mentions[each] for each in group)
        index.add(group, mentions[group[0]].name or NameParts(), gender, collect_traits(mentions, group))
    return [cluster.indices for cluster in index.clusters]


class PersonIndex:
    """The people of a text met so far, by the blocking keys of their names."""

    def __init__(self, *, has_latin: bool) -> None:
        self._has_latin = has_latin
        self.clusters: list[PersonCluster] = []
        self._by_key: defaultdict[str, list[PersonCluster]] = defaultdict(list)
        self._by_pair: defaultdict[tuple[str, str], list[PersonCluster]] = defaultdict(list)
        self._by_misspelling: defaultdict[tuple[str, str], list[PersonCluster]] = defaultdict(list)
        self._by_script: defaultdict[tuple[str, str], list[PersonCluster]] = defaultdict(list)

    def add(
        self, indices: list[int], written: NameParts, gender: Gender | None, traits: frozenset[str] = frozenset()
    ) -> None:
        """Add mentions of one name to the cluster of their person, who may be a new one."""
        name = fold_name(written)
        cluster = self._find(name, written, gender, traits)
        if cluster is None:
            cluster = PersonCluster(indices, [], written, gender, set(traits))
            self.clusters.append(cluster)
        else:
            cluster.indices.extend(indices)
            cluster.traits.update(traits)
        if name not in cluster.names:
            cluster.names.append(name)
            self._add_keys(cluster, name, written, gender)

    def _find(
        self, name: FoldedName, written: NameParts, gender: Gender | None, traits: frozenset[str]
    ) -> PersonCluster | None:
        if word := name.lone_word:
            return self._find_by_word(word, gender, traits) or self._find_in_other_script(written, gender)
        return (
            self._find_by_parts(name)
            or self._find_longer(name)
            or self._find_by_other_first(name, gender)
            or self._find_in_other_script(written, gender)
            or self._find_misspelt(name, written, gender)
        )

    def _add_keys(self, cluster: PersonCluster, name: FoldedName, written: NameParts, gender: Gender | None) -> None:
        for key in name.blocking_keys():
            _append_once(self._by_key[key], cluster)
        words = f"{name.first} {name.last}".split()
        if len(words) > 2 and not _is_given_name(cluster.written.last):
            for pair in combinations(words[:PAIRED_WORDS], 2):
                _append_once(self._by_pair[pair], cluster)
        if gender and name.is_full:
            for pair in delete_name_letters(name):
                self._by_misspelling[pair].append(cluster)
        if self._has_latin:
            for pair in make_script_keys(written):
                _append_once(self._by_script[pair], cluster)
            if name.is_full:
                for pair in make_script_keys(NameParts(last=written.last)):
                    _append_once(self._by_script[pair], cluster)

    def _find_by_parts(self, name: FoldedName) -> PersonCluster | None:
        """Find the only person none of whose names speaks against this one."""
        known = self._by_key.get(next(name.blocking_keys(), ""), [])
        if not known and name.first and not name.last:  # «Борис Николаевич» where only «Борис Ельцин» was told
            known = self._by_key.get(name.first, [])
        return _find_only(
            cluster
            for cluster in known[:NAMESAKES_COMPARED]
            if all(are_compatible(name, other) for other in cluster.names)
        )

    def _find_longer(self, name: FoldedName) -> PersonCluster | None:
        """Find «Реджеп Тайип Эрдоган» for «Реджеп Эрдоган», «Христианка Асия Биби» for «Асия Биби»."""
        return _find_only(self._by_pair.get((name.first, name.last), []))

    def _find_by_other_first(self, name: FoldedName, gender: Gender | None) -> PersonCluster | None:
        """Find «Александр Котов» for «Саша Котов», of a man and a woman the one of its gender."""
        if not name.is_full:
            return None
        found: list[PersonCluster] = []
        for other in name.other_firsts():
            known = self._by_key.get(f"{name.last} {other.first}", [])[:NAMESAKES_COMPARED]
            compatible = (each for each in known if all(are_compatible(other, one) for one in each.names))
            found += (each for each in compatible if each not in found and _agree(gender, each.gender))
        return _find_only(found)

    def _find_in_other_script(self, written: NameParts, gender: Gender | None) -> PersonCluster | None:
        """Find «Илон Маск» for «Elon Musk», and the other way round."""
        if not self._has_latin:
            return None
        found: list[PersonCluster] = []
        for pair in make_script_keys(written):
            for cluster in self._by_script.get(pair, [])[:BEARERS_COMPARED]:
                is_other = _is_latin_name(cluster.written) != _is_latin_name(written)
                if is_other and cluster not in found and _agree(gender, cluster.gender):
                    found.append(cluster)
        return _find_only(found)

    def _find_misspelt(self, name: FoldedName, written: NameParts, gender: Gender | None) -> PersonCluster | None:
        """Find the only person of that gender whose first name or surname differs by a letter, misspelt."""
        if not gender or not name.is_full:
            return None
        found: list[PersonCluster] = []
        for pair in delete_name_letters(name):
            for cluster in self._by_misspelling.get(pair, [])[:BEARERS_COMPARED]:
                is_new = cluster.gender == gender and cluster not in found
                if is_new and is_misspelling(written, cluster.written, same_gender=True):
                    found.append(cluster)
        return _find_only(found)

    def _find_by_word(self, word: str, gender: Gender | None, traits: frozenset[str]) -> PersonCluster | None:
        """Find whose a word alone is: people of that surname before those of that first name; of several the principal.

        «Де Ниро» is looked for in «Роберт Де Ниро» too.
        """
        known = self._by_key.get(word) or self._by_key.get(" ".join(word.split("-")[::-1]), [])
        if not known and word.count(" ") == 1:
            first, last = word.split()
            known = self._by_pair.get((first, last), [])
        bearers = [cluster for cluster in known if any(name.last == word for name in cluster.names)]
        bearers = (bearers or known)[:BEARERS_COMPARED]
        return _find_by_traits(bearers, traits) or _find_principal(_without_namesakes(bearers, traits), gender)


def measure_fullness(name: NameParts | None) -> int:
    """Return how much of a person a name tells: a written part weighs more than an initial.

    >>> measure_fullness(NameParts("Борис", "Котов")), measure_fullness(NameParts(last="Котов", initials="Б."))
    (4, 3)
    """
    if name is None:
        return 0
    return 2 * (len(name) - name.count(None)) - (name.initials is not None)


def _sort_key(mention: Mention) -> tuple[int, bool, int]:
    """Return what puts fuller names first, of those diminutives last, and of the others the ones of more words."""
    return -measure_fullness(mention.name), is_diminutive(mention.name), -len(mention.lemma.split())


def _append_once(clusters: list[PersonCluster], cluster: PersonCluster) -> None:
    if not any(other is cluster for other in clusters[-BEARERS_COMPARED:]):
        clusters.append(cluster)


def _agree(one: Gender | None, other: Gender | None) -> bool:
    """Whether neither gender speaks against the other."""
    return one == other or one is None or other is None


def _is_latin_name(name: NameParts) -> bool:
    return is_latin(name.last or name.first or "")


def _find_only(clusters: Iterable[PersonCluster]) -> PersonCluster | None:
    """Return the one that there is, `None` of several: two are enough to know."""
    found = list(islice(clusters, 2))
    return found[0] if len(found) == 1 else None


def _find_by_traits(clusters: list[PersonCluster], traits: frozenset[str]) -> PersonCluster | None:
    """Return the person who has most of these roles, `None` where none or several do."""
    ranked = sorted(((len(traits & cluster.traits), -place) for place, cluster in enumerate(clusters)), reverse=True)
    is_sure = ranked and ranked[0][0] and (len(ranked) == 1 or ranked[0][0] > ranked[1][0])
    return clusters[-ranked[0][1]] if is_sure else None


def _without_namesakes(clusters: list[PersonCluster], traits: frozenset[str]) -> list[PersonCluster]:
    """Return the people of fuller names; a lone surname with other roles is a namesake: «тренер Иванов»."""
    return [cluster for cluster in clusters if not traits or not cluster.traits or cluster.names[0].is_full]


def _find_principal(clusters: list[PersonCluster], gender: Gender | None) -> PersonCluster | None:
    """Return the only person, of that gender if the word tells it, or the one whom the text is about."""
    if len(clusters) > 1 and gender:
        clusters = [cluster for cluster in clusters if cluster.gender in (gender, None)] or clusters
    ranked = sorted(clusters, key=lambda cluster: -len(cluster.indices))
    if len(ranked) == 1 or (ranked and len(ranked[0].indices) >= PRINCIPAL_RATIO * len(ranked[1].indices)):
        return ranked[0]
    return None


def _majority_gender(mentions: Iterable[Mention]) -> Gender | None:
    """Return the gender of most mentions; of a first name alone, which may be a foreign surname, none counts."""
    told = [mention.gender for mention in mentions if mention.gender and mention.name and mention.name.last]
    return max(sorted(set(told)), key=told.count, default=None)


def _is_given_name(word: str | None) -> bool:
    """Whether the dictionary knows a word as a given name; as a surname it is then one that stands by mistake."""
    return any("Name" in reading.grammemes for reading in look_up(word or ""))
