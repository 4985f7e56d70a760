"""A span as its words and the gaps between them, of which a lemma is made."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from ner_news.characters import OPENING_QUOTES
from ner_news.lemmas.morphology.dictionary import is_generic_noun, may_be_first_name
from ner_news.lemmas.morphology.letter_case import collapse_spaces, is_headline, lower_capitals
from ner_news.lemmas.morphology.name_vocabulary import APOSTROPHES, CLUBS
from ner_news.morph import LONGEST_WORD, PROPER_GRAMMEMES, look_up
from ner_news.segment import Tokens
from ner_news.spans import LONGEST_NAME, PlainSpan

_USUAL_WORD = 12
"""Letters, by eye."""


class SpanWords(NamedTuple):
    """The words of a span; equal ones have equal candidates, so they serve as a key."""

    label: str
    words: tuple[str, ...]
    """Tokens as written, punctuation too; those of a headline in capitals as in a sentence."""
    gaps: tuple[str, ...]
    """The characters before each word, one space at most; empty before the first."""
    is_quoted: bool = False
    """Whether the name is in quotes after a generic noun: «партии «Яблоко»»."""
    is_after_and: bool = False
    """Whether a person of several words stands after «и»: «Сергей и Юлия Скрипали»."""

    @property
    def is_too_long(self) -> bool:
        """Whether it is longer than names are, as a given one may be; such is its own lemma and not remembered."""
        return len(self.words) > LONGEST_NAME or sum(map(len, self.words)) > LONGEST_NAME * _USUAL_WORD


def split_span(text: str, tokens: Tokens, span: PlainSpan) -> SpanWords:
    """Return the words of a span; tokens that cross its edges are cut there.

    >>> from ner_news.segment import tokenize
    >>> split_span("в Новом  Уренгое", tokenize("в Новом  Уренгое"), PlainSpan(2, 16, "LOC"))
    SpanWords(label='LOC', words=('Новом', 'Уренгое'), gaps=('', ' '), is_quoted=False, is_after_and=False)
    >>> split_span("партии «Яблоко»", tokenize("партии «Яблоко»"), PlainSpan(8, 14, "ORG")).is_quoted
    True
    """
    words: list[str] = []
    gaps: list[str] = []
    end = span.start
    first, last = bisect_right(tokens.stops, span.start), bisect_left(tokens.starts, span.stop)
    for index in range(first, last):
        start, stop = max(tokens.starts[index], span.start), min(tokens.stops[index], span.stop)
        gaps.append(collapse_spaces(text[end:start]) if words else "")
        words.append(text[start:stop])
        end = stop
    is_quoted = span.label != "PER" and _is_quoted(tokens.texts, first)
    if any(map(_is_in_capitals, words)):
        words = lower_capitals(words, span.label, is_headline(tokens.texts, first, last))
    is_after_and = span.label == "PER" and len(words) > 1 and _is_after_first_name(tokens.texts, first)
    return _rejoin_apostrophes(SpanWords(span.label, tuple(words), tuple(gaps), is_quoted, is_after_and))


def _is_in_capitals(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _is_quoted(tokens: Sequence[str], first: int) -> bool:
    quote = first if first < len(tokens) and tokens[first] in OPENING_QUOTES else first - 1
    if quote < 1 or tokens[quote] not in OPENING_QUOTES:
        return False
    return is_generic_noun(tokens[quote - 1]) or tokens[quote - 1].lower() in CLUBS


def _is_after_first_name(tokens: Sequence[str], first: int) -> bool:
    """Return whether «и» stands before, and a first name by itself before that: not «Путин и Нарендра Моди»."""
    if first < 2 or tokens[first - 1] not in ("и", "И"):
        return False
    return may_be_first_name(tokens[first - 2]) and (first == 2 or not _may_be_name(tokens[first - 3]))


def _may_be_name(word: str) -> bool:
    """Return whether a word with a capital is no common one that only begins a sentence: «Мать»."""
    found = look_up(word)
    is_common = bool(found) and all(one.grammemes.isdisjoint(PROPER_GRAMMEMES) for one in found)
    return word[:1].isupper() and not is_common


def _rejoin_apostrophes(span: SpanWords) -> SpanWords:
    """Join the words that the tokens cut at an apostrophe: «Кот-д’Ивуар», «О’Нил»."""
    if APOSTROPHES.isdisjoint(span.words):
        return span
    words, gaps = list(span.words[:1]), list(span.gaps[:1])
    for word, gap in zip(span.words[1:], span.gaps[1:], strict=True):
        if not gap and len(words[-1]) < LONGEST_WORD and _are_parts(words[-1], word):
            words[-1] += word
        else:
            words.append(word)
            gaps.append(gap)
    return span._replace(words=tuple(words), gaps=tuple(gaps))


def _are_parts(before: str, after: str) -> bool:
    letter, sign = (after[:1], before[-1:]) if before[-1:] in APOSTROPHES else (before[-1:], after[:1])
    return letter.isalpha() and sign in APOSTROPHES and len(before) + len(after) > 1


def join_words(words: Sequence[str], gaps: Sequence[str]) -> str:
    """Return the words with their gaps as one string.

    >>> join_words(["Новый", "Уренгой"], ["", " "])
    'Новый Уренгой'
    """
    return "".join(gap + word for gap, word in zip(gaps, words, strict=True))
