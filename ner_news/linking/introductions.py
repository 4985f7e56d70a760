"""Second names that a text introduces itself: «Организация … (ОДКБ)», «(Thomas Schäfer)», «(далее — Компания)»."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from ner_news.linking.mention_keys import Mention, is_too_long
from ner_news.linking.normalization import is_international, normalize
from ner_news.linking.phonetic_keys import is_latin
from ner_news.linking.thresholds import BRACKET_GAP, INTRODUCTION_GAP

_OPENS = re.compile(
    r"[»\"”]?\s{0,3}\(\s{0,3}(?P<word>(?:далее(?:\s+по\s+тексту)?|сокращ[её]нно|сокр\.|англ\.|нем\.|фр\.|также)\s{0,3}"
    r"[—–:-]?\s{0,3})?[«\"“]?"
)
_CLOSES = re.compile(r"[»\"”]?\s{0,3}\)")
_ENDS = re.compile(r"[»\"”]?\s{0,3}[,;)]")


def find_introductions(mentions: Sequence[Mention], text: str) -> Iterator[tuple[int, int]]:
    """Yield the indices of a mention and of the other name for it that stands in brackets behind it."""
    bracketed = [
        index for index, mention in enumerate(mentions) if "(" in text[mention.stop : mention.stop + BRACKET_GAP]
    ]
    if not bracketed:
        return
    ordered = sorted(range(len(mentions)), key=lambda index: mentions[index].start)
    starts = [mentions[index].start for index in ordered]
    for full in {mentions[index].stop: index for index in reversed(bracketed)}.values():
        stop = mentions[full].stop
        for index in ordered[bisect_right(starts, stop) : bisect_right(starts, stop + INTRODUCTION_GAP)]:
            if _introduces(mentions[full], mentions[index], text):
                yield full, index


def _introduces(full: Mention, other: Mention, text: str) -> bool:
    if (
        full.label != other.label
        or is_too_long(full.lemma)
        or is_too_long(other.lemma)
        or not 0 < other.start - full.stop <= INTRODUCTION_GAP
    ):
        return False
    opens = _OPENS.fullmatch(text, full.stop, other.start)
    if not opens:
        return False
    if opens["word"]:
        return _ENDS.match(text, other.stop) is not None
    return _CLOSES.match(text, other.stop) is not None and _is_other_name(full, other)


def _is_other_name(full: Mention, other: Mention) -> bool:
    """Whether a name in brackets, without a word of introduction, is the same in another script or abbreviated."""
    scripts = is_latin(full.lemma), is_latin(other.lemma)
    if full.label == "PER":
        return scripts[0] != scripts[1]
    if any(is_international(normalize(mention.label, mention.lemma)) for mention in (full, other)):
        return other.lemma == "".join(word[0] for word in full.lemma.upper().split())
    is_foreign = scripts == (False, True) or (scripts == (True, False) and not other.lemma.isupper())
    return is_foreign or (other.lemma.isupper() and _has_letters(full.lemma.upper(), other.lemma))


def _has_letters(text: str, letters: str) -> bool:
    """Whether a text begins with the first letter and has the others behind it in their order."""
    rest = iter(text)
    return text[:1] == letters[:1] and all(letter in rest for letter in letters)
