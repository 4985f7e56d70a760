"""Letters as the name is written: the form of a dictionary in the capitals and with the ё of the text."""

import re

_SPACES = re.compile(r"\s+")


def write_like(written: str, form: str) -> str:
    """The form in lower case, with the capitals and the ё of the written word as far as the two agree.

    >>> write_like("МИДа", "мид")
    'МИД'
    >>> write_like("Соединенных", "соединённые")
    'Соединенные'
    >>> write_like("Нью-Йорке", "нью-йорк")
    'Нью-Йорк'
    """
    written_parts, parts = written.split("-"), form.split("-")
    if len(written_parts) != len(parts):
        return _write_part(written, form)
    return "-".join(map(_write_part, written_parts, parts))


def count_shared(one: str, other: str) -> int:
    """How many letters two words begin with alike.

    >>> count_shared("химок", "химки")
    3
    """
    for place, (ours, theirs) in enumerate(zip(one, other, strict=False)):
        if ours != theirs:
            return place
    return min(len(one), len(other))


def collapse(text: str) -> str:
    """One space for each run of spaces and newlines.

    >>> collapse("Совет  Европы")
    'Совет Европы'
    """
    return _SPACES.sub(" ", text)


def _write_part(written: str, form: str) -> str:
    if written == form:
        return written
    shared = count_shared(_fold(written), _fold(form))
    rest = form[shared:]
    if len(written) > 1 and written.isupper():
        rest = rest.upper()
    elif not shared and written[:1].isupper():
        rest = rest.capitalize()
    return written[:shared] + rest


def _fold(word: str) -> str:
    # The lower case of «İ» is longer: then only what is equal as written is shared.
    lower = word.lower() if len(word.lower()) == len(word) else word
    return lower.replace("ё", "е")
