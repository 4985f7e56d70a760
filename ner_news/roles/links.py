"""What may stand between a name and a role, and between two roles of a row."""

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
    while place and (tokens.texts[place - 1] in _OPENING or tokens.texts[place - 1] in MARKUP):
        place -= 1
    return place


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
