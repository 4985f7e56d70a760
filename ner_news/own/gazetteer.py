"""Names of a list, found in all their forms, in time linear in the text however long the list.

The names stand in a trie of words. A word of a text goes where it stands itself and where one of its nominatives
stands: «Совета Волжской комиссии» is found by «Совет Волжской комиссии», for «совет» is a nominative of «Совета», and
«Захаровой» by «Захарова» but not by «Захаров». Of a word that no dictionary knows the regular forms count too: guesses
at «Асии» and «Гренелла» miss «Асия» and «Гренелл».
"""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from ner_news.caches import word_cache
from ner_news.characters import CLOSING_QUOTES, QUOTES
from ner_news.errors import InputError
from ner_news.morph import look_up, nominative, parse
from ner_news.own.names import Names, OwnName, read_names
from ner_news.segment import Tokens, tokenize

END = "\n"
"""Where a name ends, for no word is a newline: the names as written that come to there."""
ENDINGS = {
    "а": ("ы", "и", "е", "у", "ой", "ей"),
    "я": ("и", "е", "ю", "ей"),
    "й": ("я", "ю", "ем", "е", "и"),
    "ь": ("я", "ю", "ем", "е", "и", "ью"),
}
"""Of the oblique cases, by the last letter of the nominative, which they replace."""
AFTER_CONSONANT = ("а", "у", "ом", "ем", "е")
SHORTEST_DECLINED = 3
CONSONANTS = frozenset("бвгджзклмнпрстфхцчшщ")

Node = dict[str, Any]
"""Of the trie: from a word to the next node, from `END` to names."""

# A word's nominatives take some 500 bytes.
_WORDS_KEPT = 16_384


class FoundName(NamedTuple):
    """A name of the list at its place, `text[start:stop]`."""

    start: int
    stop: int
    own: OwnName


class Gazetteer:
    """A list of names to be found; see `read_names` for what it is made from. It pickles.

    A word that has a capital in the list must have it in the text, and one in capitals must be in capitals: «ГАЗ» is
    not in «Газа». Quotes in a name may stand or be missing.

    >>> gazetteer = Gazetteer({"ООО «Ромашка»": "ORG"})
    >>> text = "Директора ООО «Ромашка» ждут."
    >>> [found.own.label for found in gazetteer.find(text, tokenize(text))]
    ['ORG']
    """

    def __init__(self, source: Names) -> None:
        self.names = tuple(read_names(source))
        self._root: Node = {}
        self._regular: dict[str, set[str]] = {}
        """From a form of words that no dictionary knows to these words."""
        for own in self.names:
            self._add(own)
        self._firsts = frozenset(word[0] for word in self._root)
        """The letters that names begin with: no nominative begins otherwise than its word."""

    def __len__(self) -> int:
        return len(self.names)

    def _add(self, own: OwnName) -> None:
        words = tuple(token for token in tokenize(own.name).texts if token not in QUOTES)
        if not words:
            raise InputError(f"{own.name!r} is no name: it has no word")
        node = self._root
        for word in words:
            folded = _fold(word)
            for form in _regular_forms(word):
                self._regular.setdefault(form, set()).add(folded)
            node = node.setdefault(folded, {})
        node.setdefault(END, []).append((words, own))

    def find(self, text: str, tokens: Tokens) -> list[FoundName]:
        """The names in a text, sorted and apart: from the left, each time the longest."""
        found = []
        place = 0
        while place < len(tokens):
            last, name = self._longest(text, tokens, place)
            if name is not None:
                found.append(name)
            place = last + 1
        return found

    def _longest(self, text: str, tokens: Tokens, first: int) -> tuple[int, FoundName | None]:
        """The longest name that begins with this token, and its last token; the token itself without one."""
        if _fold(tokens.texts[first][0]) not in self._firsts:
            return first, None
        best: tuple[int, FoundName | None] = first, None
        nodes = [self._root]
        words: list[str] = []
        for place in _words(text, tokens, first):
            word = tokens.texts[place]
            words.append(word)
            forms = _forms(word).union(self._regular.get(_fold(word), ()))
            nodes = [node[form] for node in nodes for form in forms if form in node]
            if not nodes:
                break
            own = next((own for node in nodes for own in _fitting(node, words)), None)
            if own is not None:
                last = _closed(tokens.texts, first, place)
                best = last, FoundName(tokens.starts[first], tokens.stops[last], own)
        return best


def _words(text: str, tokens: Tokens, first: int) -> Iterator[int]:
    """The places of the words from one on, quotes left out, up to the end of the paragraph."""
    for place in range(first, len(tokens)):
        if place > first and text.count("\n", tokens.stops[place - 1], tokens.starts[place]) > 1:
            return
        if place == first or tokens.texts[place] not in QUOTES:
            yield place


def _fitting(node: Node, words: Sequence[str]) -> Iterator[OwnName]:
    """The names that end here and have their capitals in the text."""
    for written, own in node.get(END, ()):
        if all(map(_has_capitals, words, written)):
            yield own


def _has_capitals(word: str, written: str) -> bool:
    if len(written) > 1 and written.isupper():
        return word[: max(2, len(written) - 1)].isupper()  # «МИДа», and for a vowel dropped at the end
    return word[0].isupper() or not written[0].isupper()


def _closed(tokens: Sequence[str], first: int, last: int) -> int:
    """The last token, or the quote after it where one that it closes was opened inside."""
    opened = sum(token in QUOTES for token in tokens[first : last + 1])
    return last + 1 if opened % 2 and last + 1 < len(tokens) and tokens[last + 1] in CLOSING_QUOTES else last


@word_cache(maxsize=_WORDS_KEPT)
def _forms(word: str) -> frozenset[str]:
    """The word itself and its nominatives, folded."""
    return frozenset({_fold(word), *(_fold(nominative(reading)) for reading in parse(word))})


def _regular_forms(word: str) -> list[str]:
    """The oblique cases, folded, of a word that no dictionary knows; none where it has none or is known."""
    folded = _fold(word)
    if any(reading.case == "nomn" for reading in look_up(word)) or len(folded) < SHORTEST_DECLINED:
        return []
    if folded[-1] in CONSONANTS:
        return [folded + ending for ending in AFTER_CONSONANT]
    return [folded[:-1] + ending for ending in ENDINGS.get(folded[-1], ())]


def _fold(word: str) -> str:
    """Without case, ё and hyphens, which guesses at a form may drop."""
    return word.lower().replace("ё", "е").replace("-", "") or word
