"""Short names of organizations and places: abbreviations, heads alone, names without their country."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ner_news.caches import word_cache
from ner_news.linking.link_vocabulary import HEADS, LOOSE, SMALL
from ner_news.linking.mention_keys import Mention
from ner_news.linking.name_folding import fold
from ner_news.linking.name_tables import loose_names
from ner_news.linking.named_after import find_adjective_stem, make_adjective_stems
from ner_news.linking.normalization import is_country, is_international, is_organization
from ner_news.linking.phonetic_keys import is_latin, to_consonants, to_cyrillic, to_phonetic
from ner_news.linking.thresholds import (
    ABBREVIATED_WORDS,
    HEADED_WORDS,
    LEAST_CONSONANTS,
    LEAST_SYLLABIC,
    LEAST_SYLLABLE,
    PRINCIPAL_RATIO,
    SYLLABICS_COMPARED,
)

_ADJECTIVE = ("ий", "ой", "ый", "ая", "яя", "ое", "ее")


def find_short_forms(mentions: Sequence[Mention], keys: Mapping[str, list[int]]) -> Iterator[tuple[str, str]]:
    """Yield pairs of keys: a name, and the fuller one in the text that it is short for, the only one or the principal.

    `keys` has the indices of the mentions of each key.
    """
    aliases = AliasIndex(has_latin=any(is_latin(key.partition(":")[2]) for key in keys))
    for key, indices in keys.items():
        aliases.add(key, {mentions[index].lemma for index in indices})
    fuller: dict[str, str] = {}
    for key in sorted(keys, key=lambda key: (-len(key.split()), key)):
        candidates = aliases.find_candidates(key, mentions[keys[key][0]].lemma)
        found = {fuller.get(other, other) for other in candidates} - {key}
        ranked = sorted(found, key=lambda other: (-len(keys[other]), other))
        if len(ranked) == 1 or (ranked and len(keys[ranked[0]]) >= PRINCIPAL_RATIO * len(keys[ranked[1]])):
            fuller[key] = ranked[0]
            yield key, ranked[0]


class AliasIndex:
    """An index of names by the shorter ones that they may be called by."""

    def __init__(self, *, has_latin: bool) -> None:
        self._has_latin = has_latin
        self._by_head: defaultdict[str, set[str]] = defaultdict(set)
        self._by_initials: defaultdict[str, set[str]] = defaultdict(set)
        self._by_syllable: defaultdict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
        self._by_consonants: defaultdict[str, set[str]] = defaultdict(set)
        self._by_sound: defaultdict[str, set[str]] = defaultdict(set)
        self._by_adjective: defaultdict[str, set[str]] = defaultdict(set)
        self._keys: set[str] = set()

    def add(self, key: str, lemmas: Iterable[str]) -> None:
        """Add a name by its key and its lemmas."""
        label, _, name = key.partition(":")
        self._keys.add(key)
        if label == "ORG":
            for head in _find_heads(name):
                self._by_head[f"{label}:{head}"].add(key)
        if label == "LOC" and " " not in name and find_adjective_stem(name) is None:
            for stem in make_adjective_stems(name):
                self._by_adjective[stem].add(key)
        if self._has_latin and not is_latin(name):
            self._by_consonants[f"{label}:{_to_consonants(name)}"].add(key)
            self._by_sound[f"{label}:{to_phonetic(name)}"].add(key)
        for lemma in lemmas:
            if words := _find_abbreviated_words(lemma):
                self._add_abbreviations(label, key, words)

    def _add_abbreviations(self, label: str, key: str, words: tuple[str, ...]) -> None:
        initials = "".join(word[0] for word in words)
        self._by_initials[f"{label}:{initials}"].add(key)
        if len(initials) > 2:  # the country in the end is often left out: «Следственный комитет России», СК
            self._by_initials[f"{label}:{initials[:-1]}-"].add(key)
        self._by_syllable[f"{label}:{words[0][:LEAST_SYLLABLE]}"].append((key, words))

    def find_candidates(self, key: str, lemma: str) -> set[str]:
        """Return the keys of names that this one may be short for, by the first of six ways that finds any."""
        label, _, name = key.partition(":")
        if not self._can_be_short(key, name):
            return set()
        ways = (self._find_whole, self._find_head, self._find_initials, self._find_syllables, self._find_other_script)
        if label == "LOC" and (stem := find_adjective_stem(name)):
            return self._by_adjective.get(stem, set()) - {key}
        for find in ways:
            if others := find(label, name, lemma) - {key}:
                return others
        return set()

    def _can_be_short(self, key: str, name: str) -> bool:
        """Whether there is anything that the name could be short for; mostly there is not."""
        return (
            key in self._by_head
            or (" " not in name and bool(self._by_initials))
            or (self._has_latin and is_latin(name))
            or name in LOOSE
            or key in loose_names()
            or "-" in name
            or (key.startswith("LOC:") and find_adjective_stem(name) is not None)
        )

    def _find_head(self, label: str, name: str, _: str) -> set[str]:
        """Find «Комитет защиты озёр» for «Комитет»."""
        return self._by_head.get(f"{label}:{name}", set())

    def _find_whole(self, label: str, name: str, _: str) -> set[str]:
        """Find «США» for «Америка», «Сазерленд Спрингс» for «Сазерленд-Спрингс»."""
        if f"{label}:{name.replace('-', ' ')}" in self._keys and "-" in name:
            return {f"{label}:{name.replace('-', ' ')}"}
        if wholes := loose_names().get(f"{label}:{name}", frozenset()) & self._keys:
            return set(wholes)
        whole, others = LOOSE.get(name, ("", ()))
        apart = any(f"{label}:{other}" in self._keys for other in others)
        return {f"{label}:{whole}"} & self._keys if whole and not apart else set()

    def _find_initials(self, label: str, name: str, lemma: str) -> set[str]:
        """Find «Следственный комитет» for «СК»."""
        letters = name.replace("-", "")
        if is_organization(name) or not lemma.isupper() or not 1 < len(letters) <= ABBREVIATED_WORDS or " " in letters:
            return set()
        return self._by_initials.get(f"{label}:{letters}") or self._by_initials.get(f"{label}:{letters}-", set())

    def _find_syllables(self, label: str, name: str, _: str) -> set[str]:
        """Find «Государственный лесной фонд» for «Гослесфонд»."""
        if len(name) < LEAST_SYLLABIC or " " in name:
            return set()
        fuller = self._by_syllable.get(f"{label}:{name[:LEAST_SYLLABLE]}", [])[:SYLLABICS_COMPARED]
        return {key for key, words in fuller if _is_of_syllables(name, words)}

    def _find_other_script(self, label: str, name: str, _: str) -> set[str]:
        """Find «Вольво» for «Volvo»."""
        if not is_latin(name):
            return set()
        found = self._by_sound.get(f"{label}:{to_phonetic(to_cyrillic(name))}", set())
        if not found and len(_to_consonants(name)) >= LEAST_CONSONANTS:
            found = self._by_consonants.get(f"{label}:{_to_consonants(name)}", set())
        return found


@word_cache(maxsize=2048)
def _find_abbreviated_words(lemma: str) -> tuple[str, ...]:
    """Return the words that an abbreviation of a name is made of; none where there is one alone, or too many."""
    if " " not in lemma and "-" not in lemma:
        return ()
    words = tuple(word for word in fold(lemma).replace("-", " ").split() if word not in SMALL)
    return words if 1 < len(words) <= ABBREVIATED_WORDS else ()


@word_cache(maxsize=2048)
def _find_heads(name: str) -> tuple[str, ...]:
    """Return what a name may be called by alone: a kind of organization, or all but the country or a kind behind.

    «Совет» for «Совет коллективной безопасности», «МИД» for «МИД России», «Большой» for «Большой театр», «Суд» and
    «суд Пакистана» for «Верховный суд Пакистана».
    """
    words = name.split()
    return (*_find_beginnings(words), *_find_kinds(words)) if 1 < len(words) <= HEADED_WORDS else ()


def _find_beginnings(words: list[str]) -> Iterator[str]:
    """Yield beginnings of a name that end in a kind, or that only a country or a kind follows."""
    for stop in range(1, len(words)):
        is_kind = words[stop - 1] in HEADS
        is_before_country = is_country(" ".join(words[stop:])) and not is_international(" ".join(words[:stop]))
        is_before_country = is_before_country and not words[stop - 1].endswith(_ADJECTIVE)
        is_before_kind = stop == len(words) - 1 and words[stop] in HEADS and words[0].endswith(_ADJECTIVE)
        if is_kind or is_before_country or is_before_kind:
            yield " ".join(words[:stop])


def _find_kinds(words: list[str]) -> Iterator[str]:
    """Yield what begins with a kind behind adjectives, and the last word of two in Latin letters."""
    kind = next((index for index, word in enumerate(words) if word in HEADS), 0)
    if kind and all(word.endswith(_ADJECTIVE) for word in words[:kind]):
        yield " ".join(words[kind:])
        yield words[kind]
        if kind > 1:
            yield " ".join([words[0], *words[kind:]])
    if len(words) == 2 and all(map(is_latin, words)):
        yield words[1]


def _to_consonants(name: str) -> str:
    return " ".join(map(to_consonants, name.replace("-", " ").split()))


def _is_of_syllables(short: str, words: Sequence[str]) -> bool:
    """Whether a name is made of the beginnings of words, two letters or more of each, the last one whole or not.

    >>> _is_of_syllables("госдума", ["государственная", "дума"])
    True
    """
    if not words:
        return not short
    pairs = enumerate(zip(short, words[0], strict=False))
    longest = next((index for index, (a, b) in pairs if a != b), min(len(short), len(words[0])))
    return any(_is_of_syllables(short[cut:], words[1:]) for cut in range(longest, LEAST_SYLLABLE - 1, -1))
