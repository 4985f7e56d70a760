"""One given span as its fields, whoever wrote it."""

from collections.abc import Iterable, Mapping, Sequence
from numbers import Real
from operator import index
from typing import Any, NamedTuple

from ner_news.errors import InputError
from ner_news.given.label_names import label_of
from ner_news.spans import Label

STARTS = ("start_char", "start")
STOPS = ("end_char", "stop", "end")
LABELS = ("label_", "label", "entity_group", "type")
"""spaCy's spans have `start`, `end` and `label` too, but these are no offsets and no text: its own names come first."""
INNER = ("inner", "nested")


class SpanFields(NamedTuple):
    """What is said of a span; nothing is checked against a text yet."""

    start: int
    stop: int
    label: Label | None
    score: float
    inner: Sequence[Any]


def read_fields(given: Any) -> SpanFields:
    """Return the fields of a tuple, a mapping or an object; `InputError` tells what is wrong with it.

    >>> read_fields({"start": 0, "end": 6, "entity_group": "LOC", "score": 0.9, "word": "Москва"})
    SpanFields(start=0, stop=6, label='LOC', score=0.9, inner=[])
    >>> read_fields((0, 6)).label is None
    True
    """
    if isinstance(given, (list, tuple)) and not hasattr(given, "_fields"):
        if len(given) not in (2, 3):
            raise InputError("a tuple must be (start, stop) or (start, stop, label)")
        start, stop, label = (*given, None)[:3]
        return SpanFields(_to_offset("start", start), _to_offset("stop", stop), _to_label(label), 1.0, [])
    return SpanFields(
        _to_offset("start", _find(given, STARTS)),
        _to_offset("stop", _find(given, STOPS)),
        _to_label(_find(given, LABELS)),
        _to_score(_find(given, ("score",))),
        [part for name in INNER for part in to_list(_find(given, (name,)))],
    )


def _find(given: Any, names: Iterable[str]) -> Any:
    """Return the value under the first of the names that there is; `None` without one."""
    for name in names:
        value = given.get(name) if isinstance(given, Mapping) else getattr(given, name, None)
        if value is not None:
            return value
    return None


def to_list(spans: Any) -> list[Any]:
    """Return the spans as a list, `None` as an empty one; `TypeError` for what is no row of spans."""
    if spans is None:
        return []
    if isinstance(spans, (str, bytes, Mapping)) or not isinstance(spans, Iterable):
        raise TypeError(f"spans must be a list of spans, not {type(spans).__name__}")
    return list(spans)


def _to_offset(name: str, value: Any) -> int:
    if value is None:
        raise InputError(f"there is no {name!r} in it")
    if isinstance(value, bool) or not _is_whole(value):
        raise InputError(f"{name}={value!r} must be a whole number")
    return index(value)


def _is_whole(value: Any) -> bool:
    """Tell whether it is an `int`, or one of numpy's."""
    try:
        index(value)
    except TypeError:
        return False
    return True


def _to_label(value: Any) -> Label | None:
    if not isinstance(value, (str, type(None))):
        raise InputError(f"label={value!r} must be text or None")
    return label_of(value)


def _to_score(value: Any) -> float:
    if value is None:
        return 1.0
    if isinstance(value, bool) or not isinstance(value, Real) or not 0 <= float(value) <= 1:
        raise InputError(f"score={value!r} must be a number from 0 to 1")
    return float(value)
