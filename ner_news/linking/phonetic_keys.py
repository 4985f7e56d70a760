"""Keys that are equal for the spellings of one foreign name, in Latin and in Cyrillic letters."""

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
"""Classes of consonants that transliterations do not keep apart; vowels and signs are dropped."""


@word_cache(maxsize=4096)
def to_phonetic(word: str) -> str:
    """Return a folded word as it roughly sounds: «Мэй» and «Мей», «Азия» and «Асия» are one.

    >>> to_phonetic("мэй"), to_phonetic("азия") == to_phonetic("асия"), to_phonetic("рааб")
    ('меи', True, 'рап')
    >>> to_phonetic("захаров") == to_phonetic("захарова")
    False
    """
    plain = _TWICE.sub(r"\1", word.translate(_VOWELS))
    return plain[:1] + plain[1:].translate(_VOICELESS) if len(plain) > 1 else plain


@word_cache(maxsize=4096)
def to_consonants(word: str) -> str:
    """Return the classes of the consonants of a folded word, equal for a name in Latin and in Cyrillic letters.

    >>> to_consonants("schäfer") == to_consonants("шефер"), to_consonants("ryanair") == to_consonants("райанэир")
    (True, True)
    """
    word = to_cyrillic(word).replace("дж", "ж")
    return _TWICE.sub(
        r"\1", "".join(letter for letter in word.translate(_ALIKE) if "а" <= letter <= "я" or letter.isdigit())
    )


def to_cyrillic(word: str) -> str:
    """Return a folded word with each Latin letter, or group of them, transliterated.

    >>> to_cyrillic("fide"), to_cyrillic("ansa")
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
