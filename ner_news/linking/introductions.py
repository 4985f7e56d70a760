"""Names that a text itself introduces: «Организация … (ОДКБ)», «Thomas Schäfer» in brackets, «далее — Компания»."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from ner_news.linking.canonical import canonical, is_international
from ner_news.linking.mentions import Mention, is_long
from ner_news.linking.spelling import is_latin

_OPENS = re.compile(
    r"[»\"”]?\s{0,3}\(\s{0,3}(?P<word>(?:далее(?:\s+по\s+тексту)?|сокращ[её]нно|сокр\.|англ\.|нем\.|фр\.|также)\s{0,3}"
    r"[—–:-]?\s{0,3})?[«\"“]?"
)
_CLOSES = re.compile(r"[»\"”]?\s{0,3}\)")
_ENDS = re.compile(r"[»\"”]?\s{0,3}[,;)]")
_GAP = 5
"""Characters from a name to the bracket behind it."""
_FARTHEST = 40
"""Characters between a name and the one it introduces."""


def introduced(mentions: Sequence[Mention], text: str) -> Iterator[tuple[int, int]]:
    """Places of a mention and of the other name for it that stands in brackets behind it."""
    opened = [place for place, mention in enumerate(mentions) if "(" in text[mention.stop : mention.stop + _GAP]]
    if not opened:
        return
    ordered = sorted(range(len(mentions)), key=lambda place: mentions[place].start)
    starts = [mentions[place].start for place in ordered]
    for full in {mentions[place].stop: place for place in reversed(opened)}.values():
        stop = mentions[full].stop
        for place in ordered[bisect_right(starts, stop) : bisect_right(starts, stop + _FARTHEST)]:
            if _introduces(mentions[full], mentions[place], text):
                yield full, place


def _introduces(full: Mention, other: Mention, text: str) -> bool:
    if (
        full.label != other.label
        or is_long(full.lemma)
        or is_long(other.lemma)
        or not 0 < other.start - full.stop <= _FARTHEST
    ):
        return False
    opens = _OPENS.fullmatch(text, full.stop, other.start)
    if not opens:
        return False
    if opens["word"]:
        return _ENDS.match(text, other.stop) is not None
    return _CLOSES.match(text, other.stop) is not None and _is_other_name(full, other)


def _is_other_name(full: Mention, other: Mention) -> bool:
    """Whether a name in brackets without a word of introduction is the same in another script or its letters."""
    scripts = is_latin(full.lemma), is_latin(other.lemma)
    if full.label == "PER":
        return scripts[0] != scripts[1]
    if any(is_international(canonical(mention.label, mention.lemma)) for mention in (full, other)):
        return False
    is_foreign = scripts == (False, True) or (scripts == (True, False) and not other.lemma.isupper())
    return is_foreign or (other.lemma.isupper() and _has_letters(full.lemma.upper(), other.lemma))


def _has_letters(text: str, letters: str) -> bool:
    """Whether the letters come in a text in their order, the first one first."""
    rest = iter(text)
    return text[:1] == letters[:1] and all(letter in rest for letter in letters)
