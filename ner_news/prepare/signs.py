"""Tables of characters that are noise in Russian news, and of those that are meant by them."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

CYRILLIC = "\u0400-\u0482\u048a-\u052f"
LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
GREEK = "\u0370-\u03ff"

# Controls that are no white space, soft hyphens, fillers, zero-width and direction signs, variation selectors, tags.
INVISIBLE = (
    "\\x00-\\x08\\x0e-\\x1b\\x7f-\\x84\\x86-\\x90\\x98-\\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff"
)

# All that Unicode calls a space, the blank of Braille and the filler of Hangul.
SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u2800\u3164"

MARKS = "\u0300-\u034e\u0350-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
BREVE_AND_DIAERESIS = "\u0306\u0308"  # of й and ё; any other mark over a Russian letter is a stress or an ornament

PUNCTUATION_VARIANTS = {
    '"': "\u201f\u2033\u301d\u301e\uff02\u275d\u275e\u02ee",
    "\u2019": "\u201b\u02bc\u02b9\u2032\uff07\u275b\u275c",
    "-": "\u2010\u2011\u2212\ufe63\uff0d",  # hyphens that must not break, the minus
    "\u2013": "\u2012",
    "\u2014": "\u2015\ufe58\u2e3a",
}
"""Other characters for a quote, an apostrophe or a dash. The kinds that Russian news use stay as they are."""

WINDOWS = dict(zip(range(0x91, 0x98), "\u2018\u2019\u201c\u201d\u2022\u2013\u2014", strict=True))
"""Quotes and dashes of the code pages 1251 and 1252 that were taken for controls."""

# Emoji, arrows, frames, half surrogates, private signs, ©®™: a word that touches one is a word all the same.
PICTURES = (
    "©®™\u2122\u2190-\u21ff\u2300-\u23ff\u2500-\u27bf\u2900-\u297f\u2b00-\u2bff\u3030\ud800-\uf8ff\U0001f000-\U0001faff"
)

LOOK_ALIKE = {
    "acekopxyABCEHKMOPTXYijsIJS": "асекорхуАВСЕНКМОРТХУіјѕІЈЅ",
}
"""Latin letters and the Cyrillic ones that look the same; replaced in both directions."""

LOOK_ALIKE_TOO = {
    "ëËïÏ": "ёЁїЇ",
    "áàéèóòýÁÀÉÈÓÒÝ": "ааееооуААЕЕООУ",
    "ΑΒΕΗΚΜΟΡΤΧΥορ": "АВЕНКМОРТХУор",
}
"""Latin letters with marks and Greek ones: replaced by Cyrillic ones only, so that no ё is lost."""

WORDS_OF_ONE_LETTER = "acokyACOKYB"
INITIALS = "ABCEHKMOPTXY"

COMPATIBLE = ((0xFB00, 0xFB06), (0xFF01, 0xFF5E), (0x2160, 0x217F), (0x1D400, 0x1D7FF))
"""Ligatures, full-width signs, Roman numerals in one sign, mathematical letters: written out."""


def pairs(table: Mapping[str, str]) -> dict[str, str]:
    """Return a table of strings as one of single letters."""
    return {left: right for lefts, rights in table.items() for left, right in zip(lefts, rights, strict=True)}


@cache
def same_length() -> dict[int, str]:
    """Return the spaces, quotes and dashes that one other character replaces."""
    quotes = {ord(sign): kind for kind, signs in PUNCTUATION_VARIANTS.items() for sign in signs}
    return {**quotes, **WINDOWS, **{ord(space): " " for space in SPACES}}


@cache
def written_out() -> dict[str, str]:
    """Return compatible characters and the plain ones they stand for.

    >>> written_out()["ﬁ"], written_out()["Ⅻ"]
    ('fi', 'XII')
    """
    signs = [chr(code) for first, last in COMPATIBLE for code in range(first, last + 1)]
    return {sign: unicodedata.normalize("NFKC", sign) for sign in signs if ord(sign) not in same_length()}


@cache
def to_cyrillic() -> dict[int, str]:
    """Return the table from letters that look Cyrillic to Cyrillic ones."""
    return str.maketrans(pairs({**LOOK_ALIKE, **LOOK_ALIKE_TOO}))


@cache
def to_latin() -> dict[int, str]:
    """Return the table from Cyrillic letters that look Latin to Latin ones."""
    return str.maketrans({right: left for left, right in pairs(LOOK_ALIKE).items()})


def one_of(signs: str) -> re.Pattern[str]:
    """Compile a pattern of any of the signs, which may have ranges."""
    return re.compile(f"[{signs}]")
