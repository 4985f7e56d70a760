"""Names of one organization or place: abbreviations, heads alone, names told with the country and without."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ner_news.caches import word_cache
from ner_news.linking import words
from ner_news.linking.canonical import is_country, is_international, is_known
from ner_news.linking.keys import fold
from ner_news.linking.mentions import Mention
from ner_news.linking.spelling import LEAST, in_cyrillic, is_latin, skeleton, sound

PRINCIPAL = 2
"""Of several full names a text means by a head alone the one that it has this many times as often as the next."""

LONGEST_ABBREVIATION = 12
"""Letters of one that stands for the first letters of words."""

LONGEST_NAME = 24
"""Words of a name that may have a head."""

LEAST_SYLLABLES = 5
"""Letters of an abbreviation of first syllables, «Госдума»."""

_ADJECTIVE = ("ий", "ой", "ый", "ая", "яя", "ое", "ее")

LOOKED_AT = 8
"""Names that such an abbreviation is compared with."""


def short_for(mentions: Sequence[Mention], keys: Mapping[str, list[int]]) -> Iterator[tuple[str, str]]:
    """Pairs of keys, a name and the one in the text that it is short for: the only one, or the principal."""
    doors = _Doors(has_latin=any(is_latin(key.partition(":")[2]) for key in keys))
    for key, places in keys.items():
        doors.open(key, {mentions[place].lemma for place in places})
    fuller: dict[str, str] = {}
    for key in sorted(keys, key=lambda key: (-len(key.split()), key)):
        found = {fuller.get(other, other) for other in doors.candidates(key, mentions[keys[key][0]].lemma)} - {key}
        ranked = sorted(found, key=lambda other: (-len(keys[other]), other))
        if len(ranked) == 1 or (ranked and len(keys[ranked[0]]) >= PRINCIPAL * len(keys[ranked[1]])):
            fuller[key] = ranked[0]
            yield key, ranked[0]


class _Doors:
    """Keys of longer names under what they may be called for short."""

    def __init__(self, *, has_latin: bool) -> None:
        self._has_latin = has_latin
        self._heads: defaultdict[str, set[str]] = defaultdict(set)
        self._initials: defaultdict[str, set[str]] = defaultdict(set)
        self._syllables: defaultdict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
        self._skeletons: defaultdict[str, set[str]] = defaultdict(set)
        self._sounds: defaultdict[str, set[str]] = defaultdict(set)
        self._keys: set[str] = set()

    def open(self, key: str, lemmas: Iterable[str]) -> None:
        label, _, name = key.partition(":")
        self._keys.add(key)
        if label == "ORG":
            for head in _heads(name):
                self._heads[f"{label}:{head}"].add(key)
        if self._has_latin and not is_latin(name):
            self._skeletons[f"{label}:{_skeleton(name)}"].add(key)
            self._sounds[f"{label}:{sound(name)}"].add(key)
        for lemma in lemmas:
            if telling := _telling(lemma):
                self._open_abbreviations(label, key, telling)

    def _open_abbreviations(self, label: str, key: str, telling: tuple[str, ...]) -> None:
        whole = "".join(word[0] for word in telling)
        self._initials[f"{label}:{whole}"].add(key)
        if len(whole) > 2:  # the country in the end is often left out: «Следственный комитет России», СК
            self._initials[f"{label}:{whole[:-1]}-"].add(key)
        self._syllables[f"{label}:{telling[0][:2]}"].append((key, telling))

    def candidates(self, key: str, lemma: str) -> set[str]:
        """Keys of names that this one may be short for, of the first kind of shortness that finds any."""
        label, _, name = key.partition(":")
        if not self._is_shortening(key, name):
            return set()
        for find in (self._of_whole, self._of_head, self._of_initials, self._of_syllables, self._of_other_script):
            found = find(label, name, lemma)
            if found and (others := found - {key}):
                return others
        return set()

    def _is_shortening(self, key: str, name: str) -> bool:
        """Whether there is anything that the name could be short for; mostly there is nothing."""
        return (
            key in self._heads
            or (" " not in name and bool(self._initials))
            or (self._has_latin and is_latin(name))
            or name in words.LOOSE
            or "-" in name
        )

    def _of_head(self, label: str, name: str, _: str) -> set[str]:
        return self._heads.get(f"{label}:{name}", set())

    def _of_whole(self, label: str, name: str, _: str) -> set[str]:
        if f"{label}:{name.replace('-', ' ')}" in self._keys and "-" in name:
            return {f"{label}:{name.replace('-', ' ')}"}
        whole, others = words.LOOSE.get(name, ("", ()))
        apart = any(f"{label}:{other}" in self._keys for other in others)
        return {f"{label}:{whole}"} & self._keys if whole and not apart else set()

    def _of_initials(self, label: str, name: str, lemma: str) -> set[str]:
        letters = name.replace("-", "")
        if is_known(name) or not lemma.isupper() or not 1 < len(letters) <= LONGEST_ABBREVIATION or " " in letters:
            return set()
        return self._initials.get(f"{label}:{letters}") or self._initials.get(f"{label}:{letters}-", set())

    def _of_syllables(self, label: str, name: str, _: str) -> set[str]:
        if len(name) < LEAST_SYLLABLES or " " in name:
            return set()
        known = self._syllables.get(f"{label}:{name[:2]}", [])[:LOOKED_AT]
        return {key for key, telling in known if _is_of_syllables(name, telling)}

    def _of_other_script(self, label: str, name: str, _: str) -> set[str]:
        """Cyrillic names of what is written in Latin letters here."""
        if not is_latin(name):
            return set()
        found = self._sounds.get(f"{label}:{sound(in_cyrillic(name))}", set())
        if not found and len(_skeleton(name)) >= LEAST:
            found = self._skeletons.get(f"{label}:{_skeleton(name)}", set())
        return found


@word_cache(maxsize=2048)
def _telling(lemma: str) -> tuple[str, ...]:
    """The words that an abbreviation of a name is made of; none where there is one alone, or too many."""
    if " " not in lemma and "-" not in lemma:
        return ()
    telling = tuple(word for word in fold(lemma).replace("-", " ").split() if word not in words.SMALL)
    return telling if 1 < len(telling) <= LONGEST_ABBREVIATION else ()


@word_cache(maxsize=2048)
def _heads(name: str) -> tuple[str, ...]:
    """What a name may be called by alone."""
    found = name.split()
    return tuple(_find_heads(found)) if 1 < len(found) <= LONGEST_NAME else ()


def _find_heads(found: list[str]) -> Iterator[str]:
    """What a name may be called by alone: a kind of organization, or all but the country or a kind behind.

    «Совет» for «Совет коллективной безопасности», «МИД» for «МИД России», «Большой» for «Большой театр», «Суд» and
    «суд Пакистана» for «Верховный суд Пакистана».
    """
    for stop in range(1, len(found)):
        is_kind = found[stop - 1] in words.HEADS
        is_whole = is_country(" ".join(found[stop:])) and not is_international(" ".join(found[:stop]))
        is_whole = is_whole and not found[stop - 1].endswith(_ADJECTIVE)
        calls_kind = stop == len(found) - 1 and found[stop] in words.HEADS and found[0].endswith(_ADJECTIVE)
        if is_kind or is_whole or calls_kind:
            yield " ".join(found[:stop])
    kind = next((place for place, word in enumerate(found) if word in words.HEADS), 0)
    if kind and all(word.endswith(_ADJECTIVE) for word in found[:kind]):
        yield " ".join(found[kind:])
        yield found[kind]
        if kind > 1:
            yield " ".join([found[0], *found[kind:]])
    if len(found) == 2 and all(map(is_latin, found)):
        yield found[1]


def _skeleton(name: str) -> str:
    return " ".join(map(skeleton, name.replace("-", " ").split()))


def _is_of_syllables(short: str, telling: Sequence[str]) -> bool:
    """Whether a word is made of the beginnings of words, two letters or more of each, the last one whole or not.

    >>> _is_of_syllables("госдума", ["государственная", "дума"])
    True
    """
    if not telling:
        return not short
    word = telling[0]
    longest = next((n for n, (a, b) in enumerate(zip(short, word, strict=False)) if a != b), min(len(short), len(word)))
    return any(_is_of_syllables(short[cut:], telling[1:]) for cut in range(longest, 1, -1))
