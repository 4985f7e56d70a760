"""The ids of a corpus put into a document."""

from collections.abc import Iterable, Mapping

from ner_news.models import AnySpan, Document, Entity, Organization, Place


def replace_ids(document: Document, ids: Mapping[str, str]) -> Document:
    """Return the document with other ids of its entities; entities that get the same id become one."""
    spans = tuple(_replace_in_spans(document.spans, ids))
    groups: dict[str, list[Entity]] = {}
    for entity in document.entities:
        groups.setdefault(ids.get(entity.id, entity.id), []).append(entity)
    entities = tuple(_merge_entities(name, group) for name, group in groups.items())
    return Document(id=document.id, text=document.text, published=document.published, spans=spans, entities=entities)


def _replace_in_spans(spans: Iterable[AnySpan], ids: Mapping[str, str]) -> Iterable[AnySpan]:
    for span in spans:
        changes: dict[str, object] = {"entity": ids.get(span.entity, span.entity) if span.entity else None}
        if isinstance(span, (Organization, Place)):
            changes["inner"] = tuple(_replace_in_spans(span.inner, ids))
        yield span.model_copy(update=changes)


def _merge_entities(name: str, group: list[Entity]) -> Entity:
    """Return one entity made of several, with the longest lemma, all forms and all roles."""
    best = max(group, key=lambda entity: (len(entity.lemma.split()), len(entity.lemma)))
    forms = dict.fromkeys(form for entity in group for form in (entity.lemma, *entity.aliases))
    aliases = tuple(form for form in forms if form != best.lemma)
    roles = tuple(dict.fromkeys(role for entity in group for role in entity.roles))
    return best.model_copy(update={"id": name, "aliases": aliases, "roles": roles})
