"""The questions that a corpus answers, each with its SQL.

Each function takes `ask`, which links all documents, runs a query and returns its rows. The tables are described in
`schema`; a query with `LIMIT :limit` is unlimited where its limit is `None`.
"""

import json
from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from typing import Any, TypeAlias

from ner_news.corpus.records import CorpusEntity, CorpusRole
from ner_news.dates import Moment, parse_moment
from ner_news.errors import OptionError
from ner_news.linking import fold_key, make_possible_keys
from ner_news.spans import LABELS

Ask: TypeAlias = Callable[..., list[tuple[Any, ...]]]
"""Takes a query and, by their names, its values."""


def find_entities(ask: Ask, label: str | None, since: Moment, until: Moment, limit: int | None) -> list[CorpusEntity]:
    """Return the entities of a label in the documents published between two times, those of the most documents first.

    `OptionError` names a label that there is not, `InputError` and `TypeError` a time that cannot be read.
    """
    _check_label(label)
    query = """
        SELECT entities.id, label, lemma, COUNT(DISTINCT document) AS places, SUM(appearances.mentions) AS often
        FROM appearances JOIN entities ON entities.number = entity JOIN documents ON documents.number = document
        WHERE (:label IS NULL OR label = :label)
        AND (:since IS NULL OR published >= :since) AND (:until IS NULL OR published <= :until)
        GROUP BY entity ORDER BY places DESC, often DESC, entities.id LIMIT :limit
    """
    first, last = format_time("since", since, time.min), format_time("until", until, time.max)
    found = [CorpusEntity(*row) for row in ask(query, label=label, since=first, until=last, limit=limit)]
    return _add_roles(ask, found, first, last)


def find_people(ask: Ask, role: str | None, since: Moment, until: Moment, limit: int | None) -> list[CorpusEntity]:
    """Return the people of whom documents published between two times say a role, those of the most documents first."""
    if role is None:
        return find_entities(ask, "PER", since, until, limit)
    query = """
        SELECT entities.id, label, entities.lemma, COUNT(DISTINCT roles.document) AS places,
            SUM(appearances.mentions) AS often
        FROM roles JOIN appearances ON appearances.document = roles.document AND appearances.meant = roles.meant
        JOIN entities ON entities.number = entity JOIN documents ON documents.number = roles.document
        WHERE instr(' ' || roles.lemma || ' ', ' ' || :role || ' ') > 0
        AND (:since IS NULL OR published >= :since) AND (:until IS NULL OR published <= :until)
        GROUP BY entity ORDER BY places DESC, often DESC, entities.id LIMIT :limit
    """
    first, last = format_time("since", since, time.min), format_time("until", until, time.max)
    rows = ask(query, role=" ".join(role.split()), since=first, until=last, limit=limit)
    return _add_roles(ask, [CorpusEntity(*row) for row in rows], first, last)


def _add_roles(
    ask: Ask, entities: list[CorpusEntity], since: str | None = None, until: str | None = None
) -> list[CorpusEntity]:
    """Return the entities with what the documents published then say of the people among them."""
    people = [entity.id for entity in entities if entity.label == "PER"]
    query = """
        SELECT entities.id, roles.lemma, COUNT(DISTINCT roles.document) AS places,
            MIN(published), MAX(published) AS late
        FROM json_each(:people) JOIN entities ON entities.id = value
        JOIN appearances ON appearances.entity = entities.number
        JOIN roles ON roles.document = appearances.document AND roles.meant = appearances.meant
        JOIN documents ON documents.number = roles.document
        WHERE (:since IS NULL OR published >= :since) AND (:until IS NULL OR published <= :until)
        GROUP BY entities.number, roles.lemma ORDER BY places DESC, late DESC, roles.lemma
    """
    roles: dict[str, list[CorpusRole]] = {}
    rows = ask(query, people=json.dumps(people), since=since, until=until) if people else []
    for name, lemma, documents, *times in rows:
        roles.setdefault(name, []).append(CorpusRole(lemma, documents, *map(_read_day, times)))
    return [entity._replace(roles=tuple(roles.get(entity.id, ()))) for entity in entities]


def _read_day(published: str | None) -> date | None:
    return None if published is None else date.fromisoformat(published[:10])


def find_entity(ask: Ask, name: str) -> CorpusEntity | None:
    """Return the entity of that id, `None` where there is none."""
    query = "SELECT id, label, lemma, documents, mentions FROM entities WHERE id IN (:id, :folded)"
    found = [CorpusEntity(*row) for row in ask(query, id=name, folded=fold_key(name))]
    return next(iter(_add_roles(ask, found)), None)


def find_by_name(ask: Ask, name: str, label: str | None, limit: int | None) -> list[CorpusEntity]:
    """Return the entities of a whole name, of a form in the texts, or of words in a name, as `find_entities` sorts."""
    _check_label(label)
    if not name.strip():
        return []
    query = """
        WITH found AS (
            SELECT number FROM names WHERE key IN (SELECT value FROM json_each(:keys))
            OR instr(' ' || substr(key, instr(key, ':') + 1), ' ' || :folded) > 0
        )
        SELECT id, label, lemma, documents, mentions FROM entities
        WHERE (:label IS NULL OR label = :label) AND number IN (
            SELECT entity FROM appearances WHERE meant IN found
            UNION SELECT entity FROM spans JOIN appearances USING (document, meant)
            WHERE spans.name IN found OR spans.text IN (SELECT value FROM json_each(:forms))
        )
        ORDER BY documents DESC, entities.mentions DESC, id LIMIT :limit
    """
    forms = json.dumps(sorted({name, name.lower(), name.title(), name.upper(), name.capitalize()}))
    keys, folded = json.dumps(make_possible_keys(name)), fold_key(f"ORG:{name}").partition(":")[2]
    rows = ask(query, keys=keys, folded=folded, forms=forms, label=label, limit=limit)
    return _add_roles(ask, [CorpusEntity(*row) for row in rows])


def find_companions(ask: Ask, name: str, label: str | None, limit: int | None) -> list[tuple[CorpusEntity, int]]:
    """Return the other entities in the documents of one, each with the number of shared documents."""
    _check_label(label)
    query = """
        SELECT entities.id, entities.label, entities.lemma, entities.documents, entities.mentions,
            COUNT(DISTINCT other.document) AS shared
        FROM entities AS own JOIN appearances AS here ON here.entity = own.number
        JOIN appearances AS other ON other.document = here.document AND other.entity <> here.entity
        JOIN entities ON entities.number = other.entity
        WHERE own.id IN (:id, :folded) AND (:label IS NULL OR entities.label = :label)
        GROUP BY other.entity ORDER BY shared DESC, entities.id LIMIT :limit
    """
    rows = ask(query, id=name, folded=fold_key(name), label=label, limit=limit)
    found = _add_roles(ask, [CorpusEntity(*row[:5]) for row in rows])
    return [(entity, row[5]) for entity, row in zip(found, rows, strict=True)]


def find_pairs(ask: Ask, names: Iterable[str]) -> list[tuple[str, str, int]]:
    """Return the pairs of these ids that share documents, each with the number of them."""
    query = """
        WITH wanted AS (
            SELECT DISTINCT entities.id, document FROM json_each(:names)
            JOIN entities ON entities.id = value JOIN appearances ON entity = entities.number
        )
        SELECT one.id, other.id, COUNT(*) AS shared FROM wanted AS one
        JOIN wanted AS other ON other.document = one.document AND other.id > one.id
        GROUP BY one.id, other.id ORDER BY shared DESC, one.id, other.id
    """
    keys = json.dumps(sorted({key for name in names for key in (name, fold_key(name))}))
    return [(one, other, count) for one, other, count in ask(query, names=keys)]


def count_days(ask: Ask, name: str) -> list[tuple[date, int]]:
    """Return the days on which documents of an entity were published, each with the number of documents."""
    query = """
        SELECT substr(published, 1, 10) AS day, COUNT(DISTINCT document)
        FROM entities JOIN appearances ON entity = entities.number JOIN documents ON documents.number = document
        WHERE entities.id IN (:id, :folded) AND published IS NOT NULL GROUP BY day ORDER BY day
    """
    return [(date.fromisoformat(day), count) for day, count in ask(query, id=name, folded=fold_key(name))]


def count_labels(ask: Ask) -> dict[str, int]:
    """Return the number of entities of each label."""
    return dict(ask("SELECT label, COUNT(*) FROM entities GROUP BY label"))


def find_first_and_last_day(ask: Ask) -> tuple[date, date] | None:
    """Return the days of the first and the last publication, `None` where no document has a time."""
    [(first, last)] = ask("SELECT MIN(published), MAX(published) FROM documents")
    return None if first is None else (date.fromisoformat(first[:10]), date.fromisoformat(last[:10]))


def find_entity_ids(ask: Ask, name: str) -> dict[str, str]:
    """Return the entities of one document, their ids in the corpus by the keys of their names."""
    query = """
        SELECT names.key, entities.id FROM documents JOIN appearances ON appearances.document = documents.number
        JOIN names ON names.number = meant JOIN entities ON entities.number = entity WHERE documents.id = :id
    """
    return dict(ask(query, id=name))


def _check_label(label: str | None) -> None:
    if label is not None and label not in LABELS:
        raise OptionError("label", label, LABELS)


def format_time(option: str, value: Moment, time_of_day: time) -> str | None:
    """Return a bound as the file writes times, `None` for none; a day without a time has the one given.

    >>> format_time("since", "01.05.2024", time.min)
    '2024-05-01T00:00:00'
    """
    found = parse_moment(value, option)
    if found is None:
        return None
    return (found if isinstance(found, datetime) else datetime.combine(found, time_of_day)).isoformat()
