"""What may stand between a name and a role, and between two roles of a row."""

from ner_news.morph import parse
from ner_news.roles.role_words import AND, DASHES, MARKUP, QUOTES
from ner_news.segment import Tokens

LONGEST_LINK = 3
"""Tokens between two members of a row: «, а также»."""

_OPENING = QUOTES - {"»"}


def skip_back(tokens: Tokens, place: int) -> int:
    """Return where a role before a name ends: quotes and signs of markup may be between.

    >>> from ner_news.segment import tokenize
    >>> skip_back(tokenize("певица «Нюша»"), 2)
    1
    """
    while place and (_is_opening(tokens, place - 1) or tokens.texts[place - 1] in MARKUP):
        place -= 1
    return place


def is_one_of(tokens: Tokens, place: int) -> bool:
    """Tell whether «один из» stands before a place, with adjectives between: «одним из старейших тренеров».

    >>> from ner_news.segment import tokenize
    >>> is_one_of(tokenize("одним из старейших тренеров"), 3), is_one_of(tokenize("семь тренеров"), 1)
    (True, False)
    """
    while place and any(found.pos in ("ADJF", "PRTF") for found in parse(tokens.texts[place - 1])):
        place -= 1
    before = tokens.texts[max(0, place - 2) : place]
    return before[1:] == ["из"] and any(found.normal == "один" for found in parse(before[0]))


def _is_opening(tokens: Tokens, place: int) -> bool:
    """Tell whether a token is a quote that opens; one of two equal quotes does where it touches what follows."""
    is_glued = place and tokens.stops[place - 1] == tokens.starts[place]
    has_gap = place + 1 < len(tokens) and tokens.stops[place] < tokens.starts[place + 1]
    return tokens.texts[place] in _OPENING and not (is_glued and has_gap)


def skip_sign(tokens: Tokens, place: int) -> int | None:
    """Return where a role behind a name begins, after a comma, a dash or a bracket; `None` where there is none.

    >>> from ner_news.segment import tokenize
    >>> skip_sign(tokenize("Иванов, депутат"), 1), skip_sign(tokenize("Иванов и депутат"), 1)
    (2, None)
    """
    while place < len(tokens) and (tokens.texts[place] in "»”" or tokens.texts[place] in MARKUP):
        place += 1
    is_sign = place < len(tokens) and (tokens.texts[place] in ",(" or tokens.texts[place] in DASHES)
    return place + 1 if is_sign else None


def skip_link_back(tokens: Tokens, place: int) -> int:
    """Return where the role before another in a row ends: «и», a comma or nothing may be between.

    >>> from ner_news.segment import tokenize
    >>> skip_link_back(tokenize("певица, а также актриса"), 4)
    1
    """
    counts = (count for count in range(1, LONGEST_LINK + 1) if _is_link(tokens, place - count, place))
    return place - max(counts, default=0)


def skip_link(tokens: Tokens, place: int) -> int:
    """Return where the role behind another in a row begins.

    >>> from ner_news.segment import tokenize
    >>> skip_link(tokenize("певица и актриса"), 1)
    2
    """
    counts = (count for count in range(1, LONGEST_LINK + 1) if _is_link(tokens, place, place + count))
    return place + max(counts, default=0)


def _is_link(tokens: Tokens, first: int, last: int) -> bool:
    return 0 <= first < last <= len(tokens) and AND.issuperset(tokens.texts[first:last])
