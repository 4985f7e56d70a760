"""A span as its words and what stands between them: all that a lemma is made of."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from ner_news.characters import OPENING_QUOTES
from ner_news.lemmas.capitals import calm, is_headline
from ner_news.lemmas.dictionary import is_kind
from ner_news.lemmas.spelling import collapse
from ner_news.lemmas.words import APOSTROPHES
from ner_news.morph import LONGEST_WORD
from ner_news.segment import Tokens
from ner_news.spans import PlainSpan


class Pieces(NamedTuple):
    """The words of a span; equal pieces have equal candidates, so they serve as a key."""

    label: str
    words: tuple[str, ...]
    """Tokens as written, punctuation too; those of a headline in capitals as in a sentence."""
    gaps: tuple[str, ...]
    """What stands before each word, one space at most; empty before the first."""
    is_called: bool = False
    """In quotes after what it is: «партии «Яблоко»»."""
    is_joined: bool = False
    """A person after «и»: «Сергей и Юлия Скрипали»."""


def cut(text: str, tokens: Tokens, span: PlainSpan) -> Pieces:
    """The pieces of a span; tokens that cross its edges are cut there.

    >>> from ner_news.segment import tokenize
    >>> cut("в Новом  Уренгое", tokenize("в Новом  Уренгое"), PlainSpan(2, 16, "LOC"))
    Pieces(label='LOC', words=('Новом', 'Уренгое'), gaps=('', ' '), is_called=False, is_joined=False)
    >>> cut("партии «Яблоко»", tokenize("партии «Яблоко»"), PlainSpan(8, 14, "ORG")).is_called
    True
    """
    words: list[str] = []
    gaps: list[str] = []
    end = span.start
    first, last = bisect_right(tokens.stops, span.start), bisect_left(tokens.starts, span.stop)
    for place in range(first, last):
        start, stop = max(tokens.starts[place], span.start), min(tokens.stops[place], span.stop)
        gaps.append(collapse(text[end:start]) if words else "")
        words.append(text[start:stop])
        end = stop
    is_called = span.label != "PER" and _is_called(tokens.texts, first)
    if any(map(_is_loud, words)):
        words = calm(words, span.label, is_headline(tokens.texts, first, last))
    is_joined = span.label == "PER" and len(words) > 1 and first > 0 and tokens.texts[first - 1] in ("и", "И")
    return _mend(Pieces(span.label, tuple(words), tuple(gaps), is_called, is_joined))


def _is_loud(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _is_called(tokens: Sequence[str], first: int) -> bool:
    quote = first if first < len(tokens) and tokens[first] in OPENING_QUOTES else first - 1
    return quote > 0 and tokens[quote] in OPENING_QUOTES and is_kind(tokens[quote - 1])


def _mend(pieces: Pieces) -> Pieces:
    """Put together what the tokens cut at an apostrophe: «Кот-д’Ивуар», «О’Нил»."""
    if APOSTROPHES.isdisjoint(pieces.words):
        return pieces
    words, gaps = list(pieces.words[:1]), list(pieces.gaps[:1])
    for word, gap in zip(pieces.words[1:], pieces.gaps[1:], strict=True):
        if not gap and len(words[-1]) < LONGEST_WORD and _are_parts(words[-1], word):
            words[-1] += word
        else:
            words.append(word)
            gaps.append(gap)
    return pieces._replace(words=tuple(words), gaps=tuple(gaps))


def _are_parts(before: str, after: str) -> bool:
    letter, sign = (after[:1], before[-1:]) if before[-1:] in APOSTROPHES else (before[-1:], after[:1])
    return letter.isalpha() and sign in APOSTROPHES and len(before) + len(after) > 1


def join(words: Sequence[str], gaps: Sequence[str]) -> str:
    """The words with their gaps.

    >>> join(["Новый", "Уренгой"], ["", " "])
    'Новый Уренгой'
    """
    return "".join(gap + word for gap, word in zip(gaps, words, strict=True))
