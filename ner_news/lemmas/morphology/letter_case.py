"""Letters written as the text writes them: the capitals and the ё of a name, and names in capitals, «ВСТРЕЧА ПУТИНА».

Abbreviations keep their capitals: «ОДКБ».
"""

import re
from collections.abc import Sequence

from ner_news.lemmas.morphology.name_vocabulary import LINKS, PARTICLES
from ner_news.morph import LONGEST_WORD, PROPER_GRAMMEMES, Parse, look_up
from ner_news.spans import Label

_SPACES = re.compile(r"\s+")
_PLAIN = re.compile(rf"[А-ЯЁа-яё][а-яё]{{1,{LONGEST_WORD - 1}}}")
_ROMAN = re.compile(r"[IVXLC]+")
_VOWEL = re.compile("[АЕЁИОУЫЭЮЯ]")
_LONG_WORD = 4
"""In letters: shorter words in capitals may be abbreviations, «США»."""
_NEAR = 3
"""Words on each side that tell a headline from a lone abbreviation; by eye."""
_LONGEST_ABBREVIATION = 5
"""In letters: longer words in capitals that the dictionary has are no abbreviations."""


def write_like(written: str, form: str) -> str:
    """Return the form in lower case, with the capitals and the ё of the written word as far as the two agree.

    >>> write_like("Химок", "химки")
    'Химки'
    >>> write_like("МИДа", "мид")
    'МИД'
    >>> write_like("Соединенных", "соединённые")
    'Соединенные'
    >>> write_like("Нью-Йорке", "нью-йорк")
    'Нью-Йорк'
    """
    if written.lower() == form:
        return written
    written_parts, parts = written.split("-"), form.split("-")
    if len(written_parts) != len(parts):
        return _write_part(written, form)
    return "-".join(map(_write_part, written_parts, parts))


def count_shared(one: str, other: str) -> int:
    """Return how many letters two words begin with alike.

    >>> count_shared("химок", "химки")
    3
    """
    shared = min(len(one), len(other))
    while one[:shared] != other[:shared]:  # from the end, for there the forms of one word differ
        shared -= 1
    return shared


def collapse_spaces(text: str) -> str:
    """Return the text with one space for each run of spaces and newlines.

    >>> collapse_spaces("Совет  Европы")
    'Совет Европы'
    """
    return text if text in ("", " ") else _SPACES.sub(" ", text)


def without_yo(word: str) -> str:
    """Return the word with е for ё, as most texts write it.

    >>> without_yo("соединённые")
    'соединенные'
    """
    return word.replace("ё", "е")


def is_plain(word: str) -> bool:
    """Return whether a word is Russian letters and nothing else, with no capitals after the first.

    >>> is_plain("Химки"), is_plain("МИД"), is_plain("Нью-Йорк"), is_plain("S7"), is_plain("О")
    (True, False, False, False, False)
    """
    return _PLAIN.fullmatch(word) is not None


def _write_part(written: str, form: str) -> str:
    shared = count_shared(_lower_without_yo(written), _lower_without_yo(form))
    rest = form[shared:]
    if len(written) > 1 and written.isupper():
        rest = rest.upper()
    elif not shared and written[:1].isupper():
        rest = rest.capitalize()
    return written[:shared] + rest


def _lower_without_yo(word: str) -> str:
    lower = word.lower()
    # The lower case of «İ» is longer: then only what is equal as written is shared.
    return without_yo(lower if len(lower) == len(word) else word)


def is_headline(words: Sequence[str], first: int, last: int) -> bool:
    """Return whether the words beside these are in capitals too; short ones alone may be abbreviations.

    >>> is_headline("ВЗРЫВ В УФЕ".split(), 2, 3), is_headline("Цены в США выросли".split(), 2, 3)
    (True, False)
    """
    near = [*words[max(0, first - _NEAR) : first], *words[last : last + _NEAR]]
    beside = [word for word in near if word.isalpha()]
    return all(map(str.isupper, beside)) and any(len(word) >= _LONG_WORD for word in beside)


def lower_capitals(words: Sequence[str], label: Label, headline: bool) -> list[str]:
    """Return the words of a name, those in capitals as in a sentence.

    >>> lower_capitals(["УРСУЛЫ", "ФОН", "ДЕР", "ЛЯЙЕН"], "PER", False)
    ['Урсулы', 'фон', 'дер', 'Ляйен']
    >>> lower_capitals(["МИДА", "РОССИИ"], "ORG", False)
    ['МИДА', 'России']
    """
    followed = [*words[1:], ""]
    lowered: list[str] = []
    for index, (word, following) in enumerate(zip(words, followed, strict=True)):
        is_kept = len(word) < 2 or not word.isupper() or _ROMAN.fullmatch(word) or following == "."
        if is_kept or not (_is_name(word) if label == "PER" else _is_word(word, label, headline)):
            lowered.append(word)
        else:
            lowered.append(_write_in_lower_case(word, label, is_first=index == 0))
    return lowered


def _is_name(word: str) -> bool:
    return _VOWEL.search(word) is not None and (len(word) > 2 or word.lower() in PARTICLES)


def _is_word(word: str, label: Label, headline: bool) -> bool:
    found = look_up(word)
    if any(_is_abbreviation(word, one) for one in found):
        return False
    if not headline and any("Orgn" in one.grammemes for one in found):  # «РОСНАНО», «АЛРОСА»
        return False
    is_place = any("Geox" in one.grammemes for one in found)
    if headline:
        return bool(found) or "-" in word or (len(word) > _LONGEST_ABBREVIATION and _VOWEL.search(word) is not None)
    long = len(word) > _LONGEST_ABBREVIATION
    return (is_place and (label == "LOC" or long)) or (long and bool(found)) or (label == "LOC" and "-" in word)


def _is_abbreviation(word: str, found: Parse) -> bool:
    """Return whether a reading is one of letters: «США»; «ГДР» too, though the dictionary says only that it stays."""
    if "Abbr" in found.grammemes:
        return True
    is_name = not found.grammemes.isdisjoint(("Geox", "Orgn"))
    return is_name and "Fixd" in found.grammemes and len(word) <= _LONG_WORD and len(_VOWEL.findall(word)) < 2


def _write_in_lower_case(word: str, label: Label, is_first: bool) -> str:
    lower = word.lower()
    if label == "PER":
        return lower if lower in PARTICLES and not is_first else _title(lower)
    found = look_up(lower)
    if found and found[0].pos in ("PREP", "CONJ"):
        return lower
    is_proper = (
        label == "LOC" or is_first or not found or any(not one.grammemes.isdisjoint(PROPER_GRAMMEMES) for one in found)
    )
    return _title(lower) if is_proper else lower


def _title(lower: str) -> str:
    first, *rest = lower.split("-")
    return "-".join([first.capitalize(), *(part if part in LINKS else part.capitalize() for part in rest)])
