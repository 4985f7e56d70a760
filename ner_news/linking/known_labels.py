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

    A surname that somebody bears in the text stays: «Олег Тинькофф … Тинькофф».

    >>> correct_labels("Сбера ждут", [PlainSpan(0, 5, "LOC")])[0].label
    'ORG'
    >>> correct_labels("Форда ждут", [PlainSpan(0, 5, "PER")])[0].label
    'PER'
    """
    wrong = {span: _find_business(text[span.start : span.stop]) for span in names if span.label in ("PER", "LOC")}
    if not any(wrong.values()):
        return list(names)
    people = [split_words(text[span.start : span.stop]) for span in names if span.label == "PER"]
    borne = {_forms().get(words[-1]) for words in people if len(words) > 1}
    return [span._replace(label="ORG") if (name := wrong.get(span)) and name not in borne else span for span in names]


def _find_business(written: str) -> str | None:
    """Return the name of the tables that a word is a form of, if it is a name of nothing else."""
    words = split_words(written)
    name = _forms().get(words[0]) if len(words) == 1 else None
    is_other = name and any(not _OTHERS.isdisjoint(reading.grammemes) for reading in look_up(name))
    return None if is_other else name


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
