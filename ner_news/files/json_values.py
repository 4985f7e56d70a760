"""The values of a file of JSON: those of an array, or values one after another, each with where it ends."""

import json
import re
from collections.abc import Iterator
from typing import Any

_BETWEEN = re.compile(r"[\s,]*")
_SPACE = re.compile(r"\s*")


def iterate_values(text: str) -> Iterator[tuple[Any, int]]:
    """Yield the values with the offsets of their ends; `json.JSONDecodeError` names the first fault.

    >>> [value for value, _ in iterate_values('[{"text": "Минск"}, {"text": "Киев"}]')]
    [{'text': 'Минск'}, {'text': 'Киев'}]
    >>> [value for value, _ in iterate_values('{"text": "Минск"}\\n{"text": "Киев"}')]
    [{'text': 'Минск'}, {'text': 'Киев'}]
    """
    decoder = json.JSONDecoder()
    place = _skip(_SPACE, text, 0)
    is_array = text.startswith("[", place)
    place += is_array
    while (place := _skip(_BETWEEN, text, place)) < len(text):
        if is_array and text[place] == "]":
            _refuse_rest(text, place + 1)
            return
        value, place = decoder.raw_decode(text, place)
        yield value, place
    if is_array:
        raise json.JSONDecodeError("the array does not end", text, place)


def _skip(pattern: re.Pattern[str], text: str, place: int) -> int:
    match = pattern.match(text, place)
    return match.end() if match else place


def _refuse_rest(text: str, place: int) -> None:
    rest = _skip(_SPACE, text, place)
    if rest < len(text):
        raise json.JSONDecodeError("something stands after the array", text, rest)
