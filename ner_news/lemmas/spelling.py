"""Letters as the name is written: the form of a dictionary in the capitals and with the ё of the text."""

import re

from ner_news.morph import LONGEST_WORD

_SPACES = re.compile(r"\s+")
_PLAIN = re.compile(rf"[А-ЯЁа-яё][а-яё]{{1,{LONGEST_WORD - 1}}}")


def write_like(written: str, form: str) -> str:
    """The form in lower case, with the capitals and the ё of the written word as far as the two agree.

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
    """How many letters two words begin with alike.

    >>> count_shared("химок", "химки")
    3
    """
    shared = min(len(one), len(other))
    while one[:shared] != other[:shared]:  # from the end, for there the forms of one word differ
        shared -= 1
    return shared


def collapse(text: str) -> str:
    """One space for each run of spaces and newlines.

    >>> collapse("Совет  Европы")
    'Совет Европы'
    """
    return text if text in ("", " ") else _SPACES.sub(" ", text)


def is_plain(word: str) -> bool:
    """Whether a word is Russian letters and nothing else, with no capitals after the first.

    >>> is_plain("Химки"), is_plain("МИД"), is_plain("Нью-Йорк"), is_plain("S7"), is_plain("О")
    (True, False, False, False, False)
    """
    return _PLAIN.fullmatch(word) is not None


def _write_part(written: str, form: str) -> str:
    shared = count_shared(_fold(written), _fold(form))
    rest = form[shared:]
    if len(written) > 1 and written.isupper():
        rest = rest.upper()
    elif not shared and written[:1].isupper():
        rest = rest.capitalize()
    return written[:shared] + rest


def _fold(word: str) -> str:
    lower = word.lower()
    # The lower case of «İ» is longer: then only what is equal as written is shared.
    return (lower if len(lower) == len(word) else word).replace("ё", "е")
