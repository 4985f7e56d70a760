"""Joining lines that were cut to a width, as in mail and plain-text archives."""

from itertools import pairwise

from ner_news.prepare.clean import Clean, replace_text

NARROWEST, WIDEST = 40, 120
"""Widths that texts are wrapped to, in characters. A line that is longer was not cut, a shorter one may be a list's."""
LEAST = 3
"""Full lines that a text must have, by eye."""
SHARE = 0.6
"""The share of lines with another directly below that must be full, by eye; a line is full if the next word
would have made it wider than the text."""


def with_lines_joined(clean: Clean) -> Clean:
    """Join the lines of a text that was wrapped to a width, so that names are whole again.

    In such a text a line goes on if the first word of the next had no room in it, or begins with a small letter. A text
    with few full lines, such as a post or a list, stays as it is.
    """
    text = clean.text
    if text.count("\n") < LEAST:
        return clean
    lines = text.split("\n")
    width = max(map(len, lines))
    if not NARROWEST <= width <= WIDEST:
        return clean
    followed = [bool(line.strip() and after.strip()) for line, after in pairwise(lines)]
    full = [follows and _is_full(*pair, width) for follows, pair in zip(followed, pairwise(lines), strict=True)]
    if sum(full) < max(LEAST, SHARE * sum(followed)):
        return clean
    gaps = [
        " " if is_full or (follows and after[0].islower()) else "\n"
        for is_full, follows, after in zip(full, followed, lines[1:], strict=True)
    ]
    return replace_text(clean, "".join(part for pair in zip(lines, [*gaps, ""], strict=True) for part in pair))


def _is_full(line: str, after: str, width: int) -> bool:
    return len(line.rstrip()) + 1 + len(after.split(maxsplit=1)[0]) > width
