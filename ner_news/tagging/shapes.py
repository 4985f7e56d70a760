"""The outline of a word as slovnet's networks see it: alphabet and case, or the punctuation mark itself.

The classes and their names are those of the trained weights, so they follow slovnet to the letter.
"""

import re

MARKS = "!#$%&()[]\\/*+,.:;<=>?@^_{|}~-‐−‒⁃–—―`\"'«»„“ʼʻ”№…"

_START = re.compile(
    rf"(?P<RU>[а-яё]+)|(?P<EN>[a-z]+)|(?P<NUM>[+-]?\d+)|(?P<PUNCT>[{re.escape(MARKS)}]+)", re.IGNORECASE
)


def shape(word: str) -> str:
    """Return the name of the word's outline.

    >>> [shape(word) for word in ("ОДКБ", "Рахмон", "Касым-Жомарт", "в", "«", "2021", "...")]
    ['RU_XX', 'RU_Xx', 'RU_Xx-Xx', 'RU_x', 'PUNCT_«', 'NUM', 'PUNCT_OTHER']
    """
    if "А" <= word[:1] <= "я":  # most words: the pattern would say the same at twice the cost
        return f"RU_{_case(word)}"
    match = _START.match(word)
    kind = match.lastgroup if match else None
    if kind in ("RU", "EN"):
        return f"{kind}_{_case(word)}"
    if kind == "PUNCT":
        return f"PUNCT_{word}" if len(word) == 1 else "PUNCT_OTHER"
    return kind or "OTHER"


def _case(word: str) -> str:
    if len(word) == 1:
        return "X" if word.isupper() else "x"
    if word.islower():
        return "xx"
    if word.isupper():
        return "XX"
    if _is_title(word):
        return "Xx"
    left, dash, right = word.partition("-")
    return "Xx-Xx" if dash and _is_title(left) and _is_title(right) else "OTHER"


def _is_title(word: str) -> bool:
    return len(word) > 1 and word[0].isupper() and word[1:].islower()
