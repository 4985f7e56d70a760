"""What the words beside a name say of its case and gender: «христианке Асие Биби», «Захарова заявила», «в Бонне»."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from ner_news.caches import word_cache
from ner_news.characters import OPENING_QUOTES
from ner_news.lemmas.context_words import SKIPPED
from ner_news.lemmas.hints import (
    CASES_OF,
    Hint,
    Level,
    hint_before,
    is_modifier,
    is_noun,
    object_hint,
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
_HEARD = _FARTHEST_TITLE + 2
_CLOSING = frozenset('»"”“')
_STARTS = frozenset(".!?…;:()—–-•*|/·")
_JOINING = frozenset(("и", ","))
_NOMINATIVE = SLOTS["nomn", ""]
_START = Hint("", ((_NOMINATIVE, 1.0), (ALL_SLOTS, 0.5)))
_LINE = Hint("", ((_NOMINATIVE, 1.0), (ALL_SLOTS, 0.1)))
"""A name by itself on a line of a longer text."""


def read_context(text: str, tokens: Tokens, span: PlainSpan) -> Context:
    """The hints of the words before and after a span, of its own line: headlines have no full stop.

    >>> from ner_news.segment import tokenize
    >>> text = "Адвокат христианки Асии Биби молчит."
    >>> [hint.word for hint in read_context(text, tokenize(text), PlainSpan(19, 28, "PER"))]
    ['христианки', 'молчит']
    """
    first, last = bisect_right(tokens.stops, span.start), bisect_left(tokens.starts, span.stop)
    if first <= 0 and last >= len(tokens):
        return ()
    words, words_after = _words_before(text, tokens, first), _words_after(text, tokens, last)
    if not words and not words_after:
        return (_LINE,) if span.label == "PER" else ()
    before = _before(words, span.label, is_joined=words_after[:1] != [] and words_after[0] in _JOINING)
    is_joined = span.label != "PER" or (bool(words) and words[-1] in _JOINING)
    after = _after(words_after, span.label, is_joined)
    return tuple([hint for hint in (before, after) if hint])


def _words_before(text: str, tokens: Tokens, first: int) -> Sequence[str]:
    """Those of the line that may be heard."""
    earliest = max(0, first - _HEARD)
    if earliest < first:
        line = text.rfind("\n", tokens.stops[earliest], tokens.starts[first]) if first < len(tokens) else -1
        earliest = bisect_left(tokens.starts, line, earliest)
    return tokens.texts[earliest:first]


def _words_after(text: str, tokens: Tokens, last: int) -> Sequence[str]:
    """Those of the line that may be heard."""
    latest = min(len(tokens), last + _HEARD)
    if 0 < last < latest:
        line = text.find("\n", tokens.stops[last - 1], tokens.starts[latest - 1])
        latest = latest if line < 0 else bisect_left(tokens.starts, line, last, latest)
    return tokens.texts[last:latest]


# Of the levels that words of some sort have, not of words.
@word_cache(maxsize=4096)
def weigh(levels: tuple[Level, ...], slot: int) -> float:
    """How well one slot fits a hint.

    >>> weigh(((SLOTS["gent", ""], 1.0), (ALL_SLOTS, 0.1)), SLOTS["nomn", "masc"])
    0.1
    """
    return next((fit for slots, fit in levels if slots & slot), 0.0)


def _before(words: Sequence[str], label: Label, *, is_joined: bool) -> Hint | None:
    place = len(words) - 1
    if place >= 0 and words[place] in OPENING_QUOTES:
        place -= 1
    if place < 0 or words[place] in _STARTS:
        return _START if label == "PER" else None
    if label == "PER" and place and (found := object_hint(words[place - 1], words[place])):
        return found
    if label == "PER" and not is_joined and (found := object_hint("", words[place])):
        return found
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


def _after(words: Sequence[str], label: Label, is_joined: bool) -> Hint | None:
    place = 1 if words and words[0] in _CLOSING else 0
    if place + 1 < len(words) and words[place] == "," and label == "PER":
        return relative(words[place + 1])
    for _ in range(2):
        if place < len(words) and words[place] in SKIPPED:
            place += 1
    return verb_after(words[place], is_joined=is_joined) if place < len(words) else None
