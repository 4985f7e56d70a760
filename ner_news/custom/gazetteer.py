"""A trie of names, found in a text in all their forms, in time linear in the text however many the names.

A word of a text follows the branch of its own form and those of its nominatives: «Совета Волжской комиссии» is found by
«Совет Волжской комиссии», for «совет» is a nominative of «Совета», and «Захаровой» by «Захарова» but not by «Захаров».
Words that no dictionary knows are found by their regular oblique forms too: the guesses at nominatives of «Асии» and
«Гренелла» miss «Асия» and «Гренелл».
"""

import reprlib
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from ner_news.caches import word_cache
from ner_news.characters import CLOSING_QUOTES, QUOTES
from ner_news.custom.gazetteer_files import GazetteerEntry, GazetteerSource, read_entries
from ner_news.errors import InputError
from ner_news.morph import look_up, nominative, parse
from ner_news.segment import Tokens, tokenize
from ner_news.spans import LONGEST_NAME, Label

END = "\n"
"""The key in a node of the names that end there, as written; no word is a newline."""
ENDINGS = {
    "а": ("ы", "и", "е", "у", "ой", "ей"),
    "я": ("и", "е", "ю", "ей"),
    "й": ("я", "ю", "ем", "е", "и"),
    "ь": ("я", "ю", "ем", "е", "и", "ью"),
}
"""Endings of the oblique cases by the last letter of the nominative, which they replace."""
AFTER_CONSONANT = ("а", "у", "ом", "ем", "е")
SHORTEST_DECLINED = 3
"""Letters of the shortest word that gets regular forms; by eye: shorter ones are mostly abbreviations."""
CONSONANTS = frozenset("бвгджзклмнпрстфхцчшщ")

Node = dict[str, Any]
"""A node of the trie: it leads from a word to the next node, or to the entries that end with the word where no name is
longer; and from `END` to the entries that end before. A dictionary for each entry would take half of the memory."""

# A word's nominatives take some 500 bytes, so these take 8 MB at most.
_WORDS_KEPT = 16_384


class GazetteerMatch(NamedTuple):
    """An entry whose name was found at `text[start:stop]`."""

    start: int
    stop: int
    entry: GazetteerEntry


class Gazetteer:
    """Names to be found in texts; see `read_entries` for what it is made from. It pickles.

    `label` is that of names without one, `encoding` that of a file, where it is not Unicode's. Columns that are not
    read are named in the log, and errors where `strict`.

    A word that has a capital in the gazetteer must have it in the text, and one in capitals must be in capitals: «ГАЗ»
    is not found in «Газа». Quotes of a name may be there or not. A name of more than forty words is an `InputError`.

    >>> gazetteer = Gazetteer({"ООО «Ромашка»": "ORG"})
    >>> text = "Директора ООО «Ромашка» ждут."
    >>> [match.entry.label for match in gazetteer.find(text, tokenize(text))]
    ['ORG']
    """

    def __init__(
        self, source: GazetteerSource, *, label: Label | None = None, encoding: str | None = None, strict: bool = False
    ) -> None:
        self.names = tuple(read_entries(source, label=label, encoding=encoding, strict=strict))
        self._root: Node = {}
        self._unknown: set[str] = set()
        """The folded words that no dictionary knows, which are found in regular forms."""
        for entry in {entry.name: entry for entry in reversed(self.names)}.values():  # of equal names the first
            self._add(entry)
        self._firsts = frozenset(word[0] for word in self._root)
        """The letters that names begin with: a nominative begins with the same letter as each of its forms."""

    def __len__(self) -> int:
        return len(self.names)

    def _add(self, entry: GazetteerEntry) -> None:
        words = _split_name(entry.name)
        if not 0 < len(words) <= LONGEST_NAME:
            name = reprlib.repr(entry.name)
            raise InputError(f"{name} is no name: it has {len(words) or 'no'} words, of {LONGEST_NAME} at most")
        folded = list(map(_fold, words))
        self._unknown.update(fold for word, fold in zip(words, folded, strict=True) if _is_unknown(word, fold))
        *before, last = folded
        node = self._root
        for word in before:
            following = node.setdefault(word, {})
            if isinstance(following, list):
                following = node[word] = {END: following}
            node = following
        if isinstance(node.get(last), dict):
            node, last = node[last], END
        node.setdefault(last, []).append(entry)

    def find(self, text: str, tokens: Tokens) -> list[GazetteerMatch]:
        """Return the names in a text from left to right, at each place the longest, without overlaps."""
        found = []
        index = 0
        forms = _Forms(self._unknown)
        while index < len(tokens):
            last, match = self._find_longest(text, tokens, index, forms)
            if match is not None:
                found.append(match)
            index = last + 1
        return found

    def _find_longest(
        self, text: str, tokens: Tokens, first: int, forms: "_Forms"
    ) -> tuple[int, GazetteerMatch | None]:
        """Return the longest name that begins with a token, after the index of its last token; `first` without one."""
        if _fold(tokens.texts[first][0]) not in self._firsts:
            return first, None
        best: tuple[int, GazetteerMatch | None] = first, None
        nodes = [self._root]
        words: list[str] = []
        for index in _find_words(text, tokens, first):
            word = tokens.texts[index]
            words.append(word)
            reached = [node[form] for node in nodes for form in forms[word] if form in node]
            entry = next((entry for branch in reached for entry in _find_entries(branch, words)), None)
            if entry is not None:
                last = _include_quote(tokens.texts, first, index)
                best = last, GazetteerMatch(tokens.starts[first], tokens.stops[last], entry)
            nodes = [branch for branch in reached if isinstance(branch, dict)]
            if not nodes:
                break
        return best


class _Forms(dict[str, frozenset[str]]):
    """What each word of a text may be a form of, folded; each is looked up once."""

    def __init__(self, unknown: set[str]) -> None:
        super().__init__()
        self._unknown = unknown

    def __missing__(self, word: str) -> frozenset[str]:
        regular = self._unknown.intersection(_find_regular_nominatives(_fold(word))) if self._unknown else ()
        self[word] = found = _find_nominatives(word).union(regular)
        return found


def _find_words(text: str, tokens: Tokens, first: int) -> Iterator[int]:
    """Yield the indices of the tokens from one on, quotes left out, up to the end of the paragraph."""
    for index in range(first, len(tokens)):
        if index > first and text.count("\n", tokens.stops[index - 1], tokens.starts[index]) > 1:
            return
        if index == first or tokens.texts[index] not in QUOTES:
            yield index


def _find_entries(branch: Node | list[GazetteerEntry], words: Sequence[str]) -> Iterator[GazetteerEntry]:
    """Yield the entries whose names end here and have their capitals in the text."""
    for entry in branch if isinstance(branch, list) else branch.get(END, ()):
        if all(map(_has_capitals, words, _split_name(entry.name))):
            yield entry


def _split_name(name: str) -> list[str]:
    return [token for token in tokenize(name).texts if token not in QUOTES]


def _has_capitals(word: str, written: str) -> bool:
    if len(written) > 1 and written.isupper():
        return word[: max(2, len(written) - 1)].isupper()  # «МИДа», and for a vowel dropped at the end
    return word[0].isupper() or not written[0].isupper()


def _include_quote(tokens: Sequence[str], first: int, last: int) -> int:
    """Return the index of the last token, or of the quote behind it that closes one inside the name."""
    opened = sum(token in QUOTES for token in tokens[first : last + 1])
    return last + 1 if opened % 2 and last + 1 < len(tokens) and tokens[last + 1] in CLOSING_QUOTES else last


@word_cache(maxsize=_WORDS_KEPT)
def _find_nominatives(word: str) -> frozenset[str]:
    """Return the word itself and its nominatives, folded."""
    return frozenset({_fold(word), *(_fold(nominative(reading)) for reading in parse(word))})


def _is_unknown(word: str, folded: str) -> bool:
    """Tell whether a word is to be found in regular forms: the dictionary has no nominative of this form."""
    return len(folded) >= SHORTEST_DECLINED and all(reading.case != "nomn" for reading in look_up(word))


def _find_regular_nominatives(folded: str) -> Iterator[str]:
    """Yield the words of which this is a regular oblique form, whatever words there are."""
    for last, endings in (*ENDINGS.items(), ("", AFTER_CONSONANT)):
        for ending in endings:
            stem = folded.removesuffix(ending)
            if stem != folded and (last or stem[-1:] in CONSONANTS):
                yield stem + last


def _fold(word: str) -> str:
    """Return the word without case, ё and hyphens, which guesses at a form may drop."""
    return word.lower().replace("ё", "е").replace("-", "") or word
