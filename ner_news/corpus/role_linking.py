"""Lone surnames of a corpus that the roles in their document give to one of several bearers: «тренер Иванов»."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import itemgetter

from ner_news.linking import Link, choose_bearer, fold_last, read_traits
from ner_news.names import NameParts

_LONE = """
SELECT roles.document, roles.meant, names.last, roles.lemma FROM roles JOIN names ON names.number = roles.meant
WHERE names.first IS NULL AND names.last IS NOT NULL ORDER BY roles.document, roles.meant
"""
_FULL = """
SELECT entity, names.last, roles.lemma FROM roles
JOIN names ON names.number = roles.meant AND names.first IS NOT NULL AND names.last IS NOT NULL
JOIN appearances ON appearances.document = roles.document AND appearances.meant = roles.meant
"""


def find_bearers(connection: sqlite3.Connection) -> Iterator[tuple[int, int, Link]]:
    """Yield document and name of each lone surname of which roles tell whose it is, with that entity's number."""
    bearers = _count_traits(connection)
    for (document, meant, last), rows in groupby(connection.execute(_LONE), key=itemgetter(0, 1, 2)):
        known = bearers.get(fold_last(NameParts(last=last)), {})
        link = choose_bearer([role for *_, role in rows], known) if len(known) > 1 else None
        if link is not None:
            yield document, meant, link


def _count_traits(connection: sqlite3.Connection) -> Mapping[str, Mapping[str, Counter[str]]]:
    """Return how many documents say what of the entities of each surname, whose numbers are written as text."""
    found: defaultdict[str, defaultdict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for entity, last, role in connection.execute(_FULL):
        found[fold_last(NameParts(last=last))][str(entity)].update(read_traits(role))
    return found
