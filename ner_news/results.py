"""The last step of the pipeline: typed results out of plain values, with offsets in the source."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from ner_news.dates import ResolvedDate
from ner_news.legal_forms import find_legal_form
from ner_news.lemmas import Decision, Lemma
from ner_news.linking import Cluster
from ner_news.models import AnySpan, Date, Entity, Explanation, Interval, Organization, Person, PersonName, Place, Role
from ner_news.names import NameParts
from ner_news.places import Location
from ner_news.prepare import Clean
from ner_news.roles import FoundRole
from ner_news.spans import PlainSpan

Fact: TypeAlias = Lemma | ResolvedDate
"""What is known of a span beside its offsets and its label."""


def to_span(
    clean: Clean,
    span: PlainSpan,
    facts: Mapping[PlainSpan, Fact],
    ids: Mapping[PlainSpan, str],
    locations: Mapping[PlainSpan, Location],
) -> AnySpan:
    """Return the model of the span's label, spans inside it included, with offsets in the source.

    `ids` has the id of each span's entity, `locations` what is known of each place. For «Рах<b>мон</b>» the span's text
    is «Рах<b>мон»; a given span stands just where it was given.
    """
    fact = facts[span]
    start, stop = span.source or clean.to_source(span.start, span.stop)
    shared: dict[str, Any] = {
        "start": start,
        "stop": stop,
        "text": clean.source[start:stop],
        "entity": ids[span],
        "score": span.score,
    }
    if isinstance(fact, ResolvedDate):
        return _to_date(fact, shared)
    if span.label == "PER":
        name = _to_person_name(fact.name or NameParts())
        return Person(lemma=fact.text, name=name, gender=fact.gender, **shared)
    inner = tuple(to_span(clean, part, facts, ids, locations) for part in span.inner)
    if span.label == "ORG":
        form = find_legal_form(clean.text, span.start, span.stop)
        return Organization(lemma=fact.text, inner=inner, legal_form=form, **shared)
    location = locations[span]
    return Place(lemma=fact.text, country=location.country, kind=location.kind, inner=inner, **shared)


def with_roles(clean: Clean, span: AnySpan, roles: Sequence[FoundRole]) -> AnySpan:
    """Return the model of a person with the roles found beside the name."""
    return span.model_copy(update={"roles": tuple(_to_role(clean, role) for role in roles)}) if roles else span


def _to_role(clean: Clean, role: FoundRole) -> Role:
    start, stop = clean.to_source(role.start, role.stop)
    return Role(start=start, stop=stop, text=clean.source[start:stop], lemma=role.lemma)


def to_entity(cluster: Cluster, roles: Iterable[str] = ()) -> Entity:
    """Return the typed entity of a cluster, with the roles of its mentions; its document hands it its spans."""
    return Entity(
        id=cluster.id,
        label=cluster.label,
        lemma=cluster.lemma,
        aliases=cluster.aliases,
        name=_to_person_name(cluster.name) if cluster.name else None,
        roles=tuple(role for role, _ in Counter(roles).most_common()),
    )


def to_explanation(span: AnySpan, decision: Decision) -> Explanation:
    """Return the typed explanation of a span's lemma."""
    return Explanation(
        span=span,
        rules=decision.rules,
        context=decision.context,
        document=decision.document,
        candidates=decision.candidates,
        features=decision.features,
    )


def _to_date(fact: ResolvedDate, shared: Mapping[str, Any]) -> Date:
    return Date(
        lemma=fact.lemma,
        value=fact.value,
        grain=fact.grain,
        interval=Interval(start=fact.start, end=fact.end),
        mod=fact.mod,
        anchor=fact.anchor,
        zone=fact.zone,
        recurs=fact.recurs,
        **shared,
    )


def _to_person_name(name: NameParts) -> PersonName:
    return PersonName(**name._asdict())
