"""What the words beside a name say of its case and gender: «христианке Асие Биби», «Захарова заявила», «в Бонне»."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache

from ner_news.lemmas.context_words import SKIPPED
from ner_news.lemmas.hints import (
    CASES_OF,
    Hint,
    Level,
    hint_before,
    is_modifier,
    is_noun,
    relative,
    title_of,
    verb_after,
)
from ner_news.lemmas.readings import ALL_SLOTS, SLOTS
from ner_news.segment import Tokens
from ner_news.spans import Label, PlainSpan

Context = tuple[Hint, ...]

_FARTHEST_TITLE = 6
"""Words between a title and the name: «президента Российской Федерации Владимира Путина»."""
_QUOTES = frozenset('«"“„')
_CLOSING = frozenset('»"”“')
_STARTS = frozenset(".!?…;:()—–-•*|/·")
_JOINING = frozenset(("и", ","))
_NOMINATIVE = SLOTS["nomn", ""]
_START = Hint("", ((_NOMINATIVE, 1.0), (ALL_SLOTS, 0.5)))


def read_context(tokens: Tokens, span: PlainSpan) -> Context:
    """The hints of the words before and after a span.

    >>> from ner_news.segment import tokenize
    >>> text = "Адвокат христианки Асии Биби молчит."
    >>> [hint.word for hint in read_context(tokenize(text), PlainSpan(19, 28, "PER"))]
    ['христианки', 'молчит']
    """
    first, last = bisect_right(tokens.stops, span.start), bisect_left(tokens.starts, span.stop)
    is_alone = first <= 0 and last >= len(tokens)
    before = None if is_alone else _before(tokens.texts, first, span.label)
    is_joined = span.label != "PER" or (first > 0 and tokens.texts[first - 1] in _JOINING)
    after = _after(tokens.texts, last, span.label, is_joined)
    return tuple([hint for hint in (before, after) if hint])


# Of the levels that words of some sort have, not of words.
@lru_cache(maxsize=4096)
def weigh(levels: tuple[Level, ...], slot: int) -> float:
    """How well one slot fits a hint.

    >>> weigh(((SLOTS["gent", ""], 1.0), (ALL_SLOTS, 0.1)), SLOTS["nomn", "masc"])
    0.1
    """
    return next((fit for slots, fit in levels if slots & slot), 0.0)


def _before(words: Sequence[str], first: int, label: Label) -> Hint | None:
    place = first - 1
    if place >= 0 and words[place] in _QUOTES:
        place -= 1
    if place < 0 or words[place] in _STARTS:
        return _START if label == "PER" else None
    hint = hint_before(words[place], label)
    if hint or label != "PER":
        return hint
    return _far_title(words, place)


def _far_title(words: Sequence[str], place: int) -> Hint | None:
    """The title that words which depend on it divide from its bearer: «министра обороны России Сергея Шойгу»."""
    is_loose = False  # «посол Японии [в] России Масахару Коно»: a noun of another case needs its preposition
    for near in range(place, max(place - _FARTHEST_TITLE, -1), -1):
        word = words[near]
        title = title_of(word) if near < place and not is_loose else None
        if title:
            return title
        if word in CASES_OF:
            is_loose = False
        elif not is_modifier(word):
            if is_loose or not is_noun(word):
                return None
            is_loose = True
    return None


def _after(words: Sequence[str], last: int, label: Label, is_joined: bool) -> Hint | None:
    place = last
    if place < len(words) and words[place] in _CLOSING:
        place += 1
    if place + 1 < len(words) and words[place] == "," and label == "PER":
        return relative(words[place + 1])
    for _ in range(2):
        if place < len(words) and words[place] in SKIPPED:
            place += 1
    return verb_after(words[place], is_joined=is_joined) if place < len(words) else None
