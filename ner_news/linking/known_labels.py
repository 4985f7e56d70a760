"""Labels that the tables know better than the network: «Сбер» is a bank, «Озон» a shop, in all their cases."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from ner_news.linking.name_tables import country_names, read_table, split_words
from ner_news.morph import look_up
from ner_news.spans import PlainSpan

BUSINESS = ("companies", "brands", "federal")
"""Tables whose names are hardly anything but organizations."""

SHORTEST = 4
"""Letters of a name in lower-case letters that is declined: «ВТБ» is not, by eye."""

_HARD = ("", "а", "у", "ом", "е")
_IN_A = ("а", "ы", "и", "е", "у", "ой")
_OTHERS = frozenset(("Name", "Surn", "Patr", "Geox"))


def correct_labels(text: str, names: Sequence[PlainSpan]) -> list[PlainSpan]:
    """Return the names, people and places as organizations where their one word is in the tables and nothing else.

    >>> correct_labels("Сбера ждут", [PlainSpan(0, 5, "LOC")])[0].label
    'ORG'
    >>> correct_labels("Форда ждут", [PlainSpan(0, 5, "PER")])[0].label
    'PER'
    """
    return [
        span._replace(label="ORG")
        if span.label in ("PER", "LOC") and _is_business(text[span.start : span.stop])
        else span
        for span in names
    ]


def _is_business(written: str) -> bool:
    words = split_words(written)
    if len(words) != 1 or words[0] not in _forms():
        return False
    return not any(not _OTHERS.isdisjoint(reading.grammemes) for reading in look_up(_forms()[words[0]]))


@cache
def _forms() -> Mapping[str, str]:
    """Return the folded name of each form of the tables' names of one word, without those of countries and places."""
    others = {**country_names(), **read_table("places")}
    names = {form[0] for table in BUSINESS for form in read_table(table) if len(form) == 1 and form not in others}
    return {form: name for name in sorted(names) for form in _decline(name)}


def _decline(name: str) -> Iterator[str]:
    yield name
    if len(name) >= SHORTEST and name.isalpha() and "а" <= name[-1] <= "я":
        stem = name[:-1] if name.endswith("а") else name
        endings = _IN_A if name.endswith("а") else () if name[-1] in "еёиоуыэюяьй" else _HARD
        yield from (stem + ending for ending in endings)
