"""A person's name in Latin and in Cyrillic letters: the keys that both spellings have in common."""

import re
from collections.abc import Iterator
from itertools import islice, product

from ner_news.caches import word_cache
from ner_news.linking.name_folding import fold
from ner_news.linking.phonetic_keys import is_latin, to_consonants, to_cyrillic
from ner_news.linking.table_lines import read_words
from ner_news.linking.thresholds import LEAST_CONSONANTS, SPELLINGS_COMPARED
from ner_news.names import NameParts

_SOUNDS = {
    **{letters: letters for letters in ("shch", "sch", "tch", "sh", "zh", "kh", "ph", "ts", "ck", "qu")},  # as ever
    "gh": ("г", ""), "ch": ("ч", "к"), "th": ("т", "с"), "ng": ("нг", "н"), "c": ("к", "с", ""), "g": ("г", "ж"),
    "h": ("", "х"), "j": ("ж", "", "х"), "w": ("в", ""), "x": ("кс", "с"), "q": ("к", "с"), "š": ("ш",), "č": ("ч",),
    "ć": ("ч",), "ç": ("с",), "ž": ("ж",), "ł": ("л",), "ñ": ("н",), "ß": ("с",),
}  # fmt: skip
"""Letters that are read in several ways in several languages; after the rules of practical transcription."""
_PIECES = re.compile(f"{'|'.join(_SOUNDS)}|.")


def make_script_keys(name: NameParts) -> Iterator[tuple[str, str]]:
    """Yield keys of a first name and a surname that its spelling in the other script has too.

    A surname alone has keys where it has consonants enough.

    >>> elon, musk = NameParts("Elon", "Musk"), NameParts("Илон", "Маск")
    >>> set(make_script_keys(elon)) & set(make_script_keys(musk))
    {('лн', 'мск')}
    >>> michael = set(make_script_keys(NameParts("Michael", "Johnson")))
    >>> michael.isdisjoint(make_script_keys(NameParts("Майкл", "Джонсон")))
    False
    """
    firsts, lasts = _read_sounds(fold(name.first or "")), _read_sounds(fold(name.last or ""))
    for first, last in product(firsts, lasts):
        if len(last) >= LEAST_CONSONANTS or (name.first and last and len(first) + len(last) > LEAST_CONSONANTS):
            yield first, last


@word_cache(maxsize=1024)
def _read_sounds(word: str) -> tuple[str, ...]:
    """Return the consonants of a folded word in each way that it can be read, and its Latin form where tables know it.

    >>> _read_sounds("gates"), _read_sounds("джон")
    (('ктс', 'стс'), ('сн', '=john'))
    """
    known = read_words("foreign_given").get(word, frozenset())
    if not is_latin(word):
        return to_consonants(word), *(f"={latin}" for latin in sorted(known))
    pieces = (_SOUNDS.get(piece, piece) for piece in _PIECES.findall(word))
    options = ((to_cyrillic(piece),) if isinstance(piece, str) else piece for piece in pieces)
    spellings = islice(product(*options), SPELLINGS_COMPARED)
    read = dict.fromkeys(to_consonants("".join(spelling)) for spelling in spellings)
    return *read, *((f"={word}",) if known else ())
