"""Fields of records and columns of tables that nothing reads: each is named once, and what it may stand for."""

import logging
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from ner_news.errors import InputError

NAMED = 100
"""Fields that are named at most, by eye: an endless stream may have endlessly many."""

OTHERS_CALL_IT: Mapping[str, str] = {
    **dict.fromkeys("body content articlebody description article fulltext full_text текст".split(), "text"),
    **dict.fromkeys(
        "date datepublished pubdate published_at created created_at datetime timestamp time дата".split(), "published"
    ),
    **dict.fromkeys("url link guid uid doc_id docid document_id".split(), "id"),
    **dict.fromkeys("entities ents annotations".split(), "spans"),
    **dict.fromkeys("id qid wikidata entity_id uri".split(), "entity"),
    **dict.fromkeys("type tag category kind entity_group тип".split(), "label"),
    **dict.fromkeys("title surface имя название".split(), "name"),
    **dict.fromkeys("normal norm canonical".split(), "lemma"),
}
"""Names in RSS 2.0, Atom, schema.org's NewsArticle, trafilatura, Wikidata's exports and spaCy's patterns, in lower
case. `id` is a field of articles and, in gazetteers, where articles have no say, another name of `entity`."""

log = logging.getLogger("ner_news")


class UnreadFields:
    """What is known of the fields of one stream or file, and which others were named already.

    `hints` tell what would read a field.

    >>> UnreadFields(["text", "published"], strict=True).check(["text", "date"], "item 0")
    Traceback (most recent call last):
    ...
    ner_news.errors.InputError: not read: 'date' (is it 'published'?)
    """

    def __init__(self, known: Iterable[str], *, strict: bool = False, hints: Mapping[str, str] | None = None) -> None:
        self._known = frozenset(known)
        self._hints = hints or {}
        self._strict = strict
        self._named: set[object] = set()

    def check(self, fields: Iterable[object], place: str) -> None:
        """Name the fields of a record that are not known and were not named; `InputError` for any where strict."""
        present = set(fields)
        strange = present - self._known
        fresh = strange if self._strict else strange - self._named
        if not fresh or (len(self._named) >= NAMED and not self._strict):
            return
        missing = self._known - present
        names = ", ".join(f"{name!r}{self._hint(name, missing)}" for name in sorted(fresh, key=str))
        reason = f"not read: {names}"
        if self._strict:
            raise InputError(reason)
        self._named |= fresh
        log.warning("%s: %s", place, reason)

    def _hint(self, name: object, missing: Iterable[str]) -> str:
        known = self._hints.get(str(name))
        return f" ({known})" if known else _guess(name, missing)


def find_other_name(names: Iterable[object], field: str) -> str | None:
    """Return the first of the names by which others call a field; `None` where there is none.

    >>> find_other_name(["url", "Body"], "text")
    'Body'
    """
    return next((str(name) for name in names if OTHERS_CALL_IT.get(_fold(name)) == field), None)


def _fold(name: object) -> str:
    return str(name).strip().lower().replace("-", "_")


def _guess(name: object, missing: Iterable[str]) -> str:
    """Return the question whether one of the missing fields is meant; nothing where none is like the name."""
    missing = list(missing)
    meant = OTHERS_CALL_IT.get(_fold(name))
    near = [meant] if meant in missing else get_close_matches(_fold(name), missing, n=1)
    return f" (is it {near[0]!r}?)" if near else ""
