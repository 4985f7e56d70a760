"""The lines of the tables of names, and tables of which each line is a word and those that belong to it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files


def read_lines(table: str) -> Iterator[tuple[str, str]]:
    """Yield what stands before and behind the colon of each line; `#` begins a comment.

    >>> next(read_lines("given"))
    ('артем', 'артемий')
    """
    written = (files("ner_news.linking") / "tables" / f"{table}.txt").read_text(encoding="utf-8")
    for line in written.splitlines():
        if line and not line.startswith("#"):
            name, _, others = line.partition(": ")
            yield name, others


@cache
def read_words(table: str) -> Mapping[str, frozenset[str]]:
    """Return the words that belong to each, in both directions.

    >>> sorted(read_words("diminutives")["саша"])
    ['александр', 'александра']
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name, others in read_lines(table):
        for form in others.split():
            found[form].add(name)
            found[name].add(form)
    return {form: frozenset(names) for form, names in found.items()}
