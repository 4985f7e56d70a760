"""One name in other letters: spelling variants of foreign names, Latin and Cyrillic."""

import re

from ner_news.caches import word_cache

_VOWELS = str.maketrans("эёыйяю", "ееииау", "ьъ'")
_VOICELESS = str.maketrans("бвгджз", "пфктшс")
_TWICE = re.compile(r"([^\W\d_])\1+")

_FROM_LATIN = (
    ("sch", "ш"), ("tch", "ч"), ("shch", "щ"), ("sh", "ш"), ("ch", "ч"), ("zh", "ж"), ("kh", "х"), ("ph", "ф"),
    ("th", "т"), ("ts", "ц"), ("ck", "к"), ("x", "кс"), ("qu", "кв"), ("c", "к"), ("q", "к"), ("w", "в"), ("j", "ж"),
    ("b", "б"), ("d", "д"), ("f", "ф"), ("g", "г"), ("h", ""), ("k", "к"), ("l", "л"), ("m", "м"), ("n", "н"),
    ("p", "п"), ("r", "р"), ("s", "с"), ("t", "т"), ("v", "в"), ("z", "з"), ("y", "и"), ("i", "и"), ("e", "е"),
    ("a", "а"), ("o", "о"), ("u", "у"),
)  # fmt: skip
_ALIKE = str.maketrans("шщчжцхгзбвд", "сссссккспфт", "аеиоуэыйяюёьъ'’-")
"""What stays of a word when ways of writing it over from another script are not told apart: classes of consonants."""

LONGEST = 40
"""Letters of a name that slips are looked for in: each of its letters makes a key."""

LEAST = 3
"""Consonants, without which two words of two scripts are not compared."""


@word_cache(maxsize=4096)
def sound(word: str) -> str:
    """A folded word as it is heard, roughly: «Мэй» and «Мей», «Азия» and «Асия» are one.

    >>> sound("мэй") == sound("мей"), sound("азия") == sound("асия"), sound("рааб") == sound("раб")
    (True, True, True)
    >>> sound("захаров") == sound("захарова")
    False
    """
    plain = _TWICE.sub(r"\1", word.translate(_VOWELS))
    return plain[:1] + plain[1:].translate(_VOICELESS) if len(plain) > 1 else plain


@word_cache(maxsize=4096)
def skeleton(word: str) -> str:
    """The classes of the consonants of a folded word, equal for a name in Latin and in Cyrillic letters.

    >>> skeleton("schäfer") == skeleton("шефер"), skeleton("ryanair") == skeleton("райанэир")
    (True, True)
    """
    word = in_cyrillic(word)
    return _TWICE.sub(
        r"\1", "".join(letter for letter in word.translate(_ALIKE) if "а" <= letter <= "я" or letter.isdigit())
    )


def in_cyrillic(word: str) -> str:
    """A folded word with each Latin letter, or run of them, written over.

    >>> in_cyrillic("fide"), in_cyrillic("ansa")
    ('фиде', 'анса')
    """
    for latin, cyrillic in _FROM_LATIN if is_latin(word) else ():
        word = word.replace(latin, cyrillic)
    return word


def is_latin(text: str) -> bool:
    """Whether the first letter of a text is Latin.

    >>> is_latin("Ryanair"), is_latin("Райанэйр"), is_latin("1")
    (True, False, False)
    """
    first = text[:1] if text[:1].isalpha() else next((letter for letter in text if letter.isalpha()), "")
    return "a" <= first.lower() <= "z" or "À" <= first <= "ɏ"


def near(word: str) -> list[str]:
    """Keys of which words a letter apart have one in common: the word, and it without any one letter.

    >>> set(near("туск")) & set(near("трск"))
    {'тск'}
    """
    if len(word) > LONGEST:
        return [word]
    return [word, *(word[:place] + word[place + 1 :] for place in range(len(word)))]
