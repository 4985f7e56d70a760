"""Names of one person: shorter ones go to the fuller name that they can stand for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, islice
from typing import NamedTuple

from ner_news.caches import word_cache
from ner_news.categories import Gender
from ner_news.linking.keys import FoldedName, compatible, fold, fold_name
from ner_news.linking.mentions import Mention
from ner_news.linking.spelling import near
from ner_news.morph import look_up
from ner_news.names import NameParts

PRINCIPAL = 2
"""Of several bearers of a surname a text means by it the one that it names this many times as often as the next."""

LOOKED_AT = 16
"""Bearers that a name is compared with: a text full of one surname costs no more than another."""

OF_ONE_NAME = 64
"""Bearers of a first name, or of a surname and an initial, that a name is compared with."""

LONGEST_NAME = 6
"""Words of a name whose pairs are looked at."""

LEAST_LETTERS = 4
"""Of a first name or a surname that another may differ from by a letter."""


class Bearer(NamedTuple):
    """Mentions that are of one person so far, and their distinct names."""

    places: list[int]
    names: list[FoldedName]
    written: NameParts
    """The first of the names, as written."""
    gender: Gender | None


def join_people(mentions: Sequence[Mention], groups: Iterable[list[int]]) -> list[list[int]]:
    """The groups of people of equal names, joined where they are of one person.

    Fuller names come first, so that each name finds those that it can be short for: by its parts, by its words inside
    a longer name, by one letter, and last a word alone, which may be a surname or a first name.
    """
    people = People()
    for places in sorted(groups, key=lambda places: (_size(mentions[places[0]]), places[0])):
        people.add(places, mentions[places[0]].name or NameParts(), _gender(mentions[place] for place in places))
    return [bearer.places for bearer in people.bearers]


class People:
    """Those met so far in one text, by the keys under which others look for them."""

    def __init__(self) -> None:
        self.bearers: list[Bearer] = []
        self._doors: defaultdict[str, list[Bearer]] = defaultdict(list)
        self._pairs: defaultdict[tuple[str, str], list[Bearer]] = defaultdict(list)
        self._near: dict[tuple[str, str], list[Bearer]] = {}

    def add(self, places: list[int], written: NameParts, gender: Gender | None) -> None:
        """Puts mentions of one name to the person they are of, who may be a new one."""
        name = fold_name(written)
        bearer = self._find(name, written, gender)
        if bearer is None:
            bearer = Bearer(places, [], written, gender)
            self.bearers.append(bearer)
        else:
            bearer.places.extend(places)
        if name not in bearer.names:
            bearer.names.append(name)
            self._open_doors(bearer, name, gender)

    def _find(self, name: FoldedName, written: NameParts, gender: Gender | None) -> Bearer | None:
        if word := name.lone_word:
            return self._of_lone_word(word, gender)
        return self._of_parts(name) or self._inside_longer(name) or self._of_near_name(name, written, gender)

    def _open_doors(self, bearer: Bearer, name: FoldedName, gender: Gender | None) -> None:
        for door in name.doors():
            _append(self._doors[door], bearer)
        words = f"{name.first} {name.last}".split()
        if len(words) > 2 and not _is_given(bearer.written.last):
            for pair in combinations(words[:LONGEST_NAME], 2):
                _append(self._pairs[pair], bearer)
        if gender and name.is_full:
            for pair in near_pairs(name):
                self._near.setdefault(pair, []).append(bearer)

    def _of_parts(self, name: FoldedName) -> Bearer | None:
        known = self._doors.get(next(name.doors(), ""), [])
        if not known and name.first and not name.last:  # «Борис Николаевич» where only «Борис Ельцин» was told
            known = self._doors.get(name.first, [])
        fitting = (bearer for bearer in known[:OF_ONE_NAME] if all(compatible(name, own) for own in bearer.names))
        return _only(fitting)

    def _inside_longer(self, name: FoldedName) -> Bearer | None:
        """«Реджеп Эрдоган» in «Реджеп Тайип Эрдоган», «Асия Биби» in «Христианка Асия Биби»."""
        return _only(iter(self._pairs.get((name.first, name.last), [])))

    def _of_near_name(self, name: FoldedName, written: NameParts, gender: Gender | None) -> Bearer | None:
        """A person of that gender whose first name or surname is the same but for a letter, as a slip makes it."""
        if not gender or not name.is_full:
            return None
        found: list[Bearer] = []
        for pair in near_pairs(name):
            for bearer in self._near.get(pair, [])[:LOOKED_AT]:
                if (
                    bearer.gender == gender
                    and bearer not in found
                    and is_slip(written, bearer.written, same_gender=True)
                ):
                    found.append(bearer)
        return found[0] if len(found) == 1 else None

    def _of_lone_word(self, word: str, gender: Gender | None) -> Bearer | None:
        """Who bears a word alone: those of that surname before those of that first name; of several the principal."""
        known = self._doors.get(word) or self._doors.get(" ".join(word.split("-")[::-1]), [])
        if not known and word.count(" ") == 1:  # «Де Ниро» beside «Роберт Де Ниро»
            first, last = word.split()
            known = self._pairs.get((first, last), [])
        fitting = [bearer for bearer in known if any(name.last == word for name in bearer.names)][:LOOKED_AT]
        return _principal(fitting or known[:LOOKED_AT], gender)


def fullness(name: NameParts | None) -> int:
    """How much of a person a name tells: a written part weighs more than an initial."""
    if name is None:
        return 0
    return 2 * (len(name) - name.count(None)) - (name.initials is not None)


def _size(mention: Mention) -> tuple[int, int]:
    """Fuller names are smaller, and of those the ones of more words."""
    return -fullness(mention.name), -len(mention.lemma.split())


def _append(bearers: list[Bearer], bearer: Bearer) -> None:
    if not any(own is bearer for own in bearers[-LOOKED_AT:]):
        bearers.append(bearer)


def _only(bearers: Iterator[Bearer]) -> Bearer | None:
    """The one that there is: two are enough to know that there is no one."""
    found = list(islice(bearers, 2))
    return found[0] if len(found) == 1 else None


def _principal(bearers: list[Bearer], gender: Gender | None) -> Bearer | None:
    """The only bearer, of that gender if the word tells it, or the one whom the text is about."""
    if len(bearers) > 1 and gender:
        bearers = [bearer for bearer in bearers if bearer.gender in (gender, None)] or bearers
    ranked = sorted(bearers, key=lambda bearer: -len(bearer.places))
    if len(ranked) == 1 or (ranked and len(ranked[0].places) >= PRINCIPAL * len(ranked[1].places)):
        return ranked[0]
    return None


def _gender(mentions: Iterable[Mention]) -> Gender | None:
    """What most of the mentions tell; what looks like a first name alone may be a foreign surname and tells nothing."""
    told = [mention.gender for mention in mentions if mention.gender and mention.name and mention.name.last]
    return max(sorted(set(told)), key=told.count, default=None)


@word_cache(maxsize=1024)  # of some 4 kB each
def near_pairs(name: FoldedName) -> tuple[tuple[str, str], ...]:
    """Keys that names have in common when one part is equal and the other is but for a letter."""
    firsts = near(name.first) if len(name.first) >= LEAST_LETTERS else []
    lasts = near(name.last) if len(name.last) >= LEAST_LETTERS else []
    return *((form, f"-{name.last}") for form in firsts), *((f"{name.first}-", form) for form in lasts)


def is_slip(one: NameParts, other: NameParts, *, same_gender: bool = False) -> bool:
    """Whether full names that are a letter apart are of one person.

    They are not when both of the words that differ are in the dictionary: «Мария» and «Марина» are two. Of two forms of
    one word, «Сулим» and «Сулима», one is a wrong normal form, if it is known that both are of a man, or of a woman.

    >>> is_slip(NameParts("Дональт", "Туск"), NameParts("Дональд", "Туск"))
    True
    >>> is_slip(NameParts("Мария", "Попова"), NameParts("Марина", "Попова"))
    False
    """
    if one.patronymic and other.patronymic and fold(one.patronymic) != fold(other.patronymic):
        return False
    pairs = [(fold(a or ""), fold(b or "")) for a, b in ((one.first, other.first), (one.last, other.last))]
    differing = [pair for pair in pairs if pair[0] != pair[1]]
    return bool(differing) and all(_is_misspelt(*pair, same_gender) for pair in differing)


def _is_misspelt(one: str, other: str, same_gender: bool) -> bool:
    known = [{reading.normal for reading in look_up(word)} for word in (one, other)]
    is_one_word = same_gender and not known[0].isdisjoint(known[1])
    return one.isalpha() and other.isalpha() and (is_one_word or not all(known))


def _is_given(word: str | None) -> bool:
    """Whether the dictionary knows a word as a given name; as a surname it is then one that stands by mistake."""
    return any("Name" in reading.grammemes for reading in look_up(word or ""))
