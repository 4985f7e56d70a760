"""The tables of other names, from the texts in `tables`: which names are one, and which can stand for another.

A line is `name: other; other/of other; ~loose`. The name is the one that ids use; the others are folded to it wherever
they stand, a second form after a slash too (a genitive, where no other case is met). What `~` marks is also a name of
other things («Первый»): it stands for this one only in a text that has this one by a surer name. `#` begins a comment.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from ner_news.linking import countries
from ner_news.linking.name_folding import fold
from ner_news.linking.table_lines import read_lines

Words = tuple[str, ...]

UNIQUE = ("world", "federal", "companies", "brands", "media", "culture")
"""Tables of organizations of which there is one, not one in each country."""
RUSSIAN = ("federal", "companies")
"""Tables of organizations of Russia, whose country goes without saying: «Роскосмос России»."""


def split_words(name: str) -> Words:
    """Return the folded words of a name, commas and brackets aside.

    >>> split_words("Республика Саха (Якутия)")
    ('республика', 'саха', 'якутия')
    """
    return tuple(fold(name).translate(_SIGNS).split())


_SIGNS = str.maketrans(",()", "   ")


@cache
def country_rows() -> tuple[tuple[str, str, str], ...]:
    """Return the code, the names and the stems of adjectives of each line of the countries."""
    rows = []
    for line in countries.ROWS.strip().splitlines():
        code, _, rest = line.partition(": ")
        names, _, adjectives = rest.partition(" | ")
        rows.append((code, names, adjectives))
    return tuple(rows)


@cache
def country_names() -> Mapping[Words, Words]:
    """Return the normalized name of each name of a country."""
    first: dict[str, Words] = {}
    table: dict[Words, Words] = {}
    for code, names, _ in country_rows():
        for form in read_forms(names):
            table[form] = first.setdefault(code, form)
    return table


@cache
def country_stems() -> Mapping[str, str]:
    """Return the country of each stem of an adjective."""
    return {
        stem: " ".join(country_names()[next(read_forms(names))])
        for _, names, stems in country_rows()
        for stem in stems.split()
    }


@cache
def place_names() -> Mapping[Words, Words]:
    """Return the name that ids use of each name that a place, or an organization taken for one, has."""
    return {**read_table("places"), **read_table("world"), **country_names()}


@cache
def organization_names() -> Mapping[Words, Words]:
    """Return the name that ids use of each name in an organization's, its country's too."""
    tables = (read_table(name) for name in ("national", *UNIQUE))
    return {form: name for table in (country_names(), *tables) for form, name in table.items()}


@cache
def normalized_names(*tables: str) -> frozenset[Words]:
    """Return the names that ids use of these tables."""
    return frozenset(tuple(name.split()) for table in tables for name, _ in read_lines(table))


@cache
def longest_names() -> Mapping[str, int]:
    """Return how many words the longest name in any table has, by its first word."""
    longest: dict[str, int] = {}
    for form in (*place_names(), *organization_names()):
        longest[form[0]] = max(longest.get(form[0], 0), len(form))
    return longest


@cache
def loose_names() -> Mapping[str, frozenset[str]]:
    """Return what each name can stand for that is a name of other things too, keys with their labels."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for table in ("places", "national", *UNIQUE):
        label = "LOC" if table == "places" else "ORG"
        for name, others in read_lines(table):
            for form in others.split("; "):
                if form.startswith("~"):
                    found[f"{label}:{' '.join(split_words(form[1:]))}"].add(f"{label}:{name}")
    return {form: frozenset(names) for form, names in found.items()}


@cache
def read_table(table: str) -> Mapping[Words, Words]:
    """Return the name that ids use for each name of a table that is surely one of it, itself too."""
    lines = [(tuple(name.split()), others) for name, others in read_lines(table)]
    return {form: name for name, others in lines for form in (name, *read_forms(others))}


def read_forms(names: str) -> Iterator[Words]:
    """Yield the folded words of names written «A; B/of B», those marked as loose left out."""
    for name in names.split("; "):
        if not name.startswith("~"):
            yield from map(split_words, name.split("/"))
