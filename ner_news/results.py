"""From plain values to the typed results at the door."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from ner_news.dates import ResolvedDate, parse_value
from ner_news.lemmas import Lemma
from ner_news.linking import Cluster, Mention
from ner_news.models import AnySpan, Date, Entity, Interval, Organization, Person, PersonName, Place
from ner_news.names import NameParts
from ner_news.own import OwnSpan, grain_of_value
from ner_news.spans import PlainSpan

Fact: TypeAlias = Lemma | ResolvedDate
"""What is known of a span beside its place."""


def own_fact(text: str, own: OwnSpan, fact: Lemma | None) -> Fact:
    """What is known of an own span; `fact` is what the package says of its form."""
    if own.value is not None:
        start, end = parse_value(own.value)
        lemma = own.lemma or text[own.start : own.stop]
        return ResolvedDate(own.value, grain_of_value(own.value), start, end, None, "absolute", lemma)
    fact = fact or Lemma(text[own.start : own.stop])
    return fact._replace(text=own.lemma) if own.lemma else fact


def mention(span: PlainSpan, fact: Fact) -> Mention:
    """What linking looks at."""
    if isinstance(fact, ResolvedDate):
        return Mention(span.label, fact.lemma, value=fact.value)
    return Mention(span.label, fact.text, fact.name)


def entity(cluster: Cluster) -> Entity:
    """The typed entity; its document hands it its spans."""
    return Entity(
        id=cluster.id,
        label=cluster.label,
        lemma=cluster.lemma,
        aliases=cluster.aliases,
        name=_person_name(cluster.name) if cluster.name else None,
    )


def typed_span(text: str, span: PlainSpan, facts: Mapping[PlainSpan, Fact], ids: Mapping[PlainSpan, str]) -> AnySpan:
    """The model of the span's label, the spans inside it included."""
    fact = facts[span]
    common: dict[str, Any] = {
        "start": span.start,
        "stop": span.stop,
        "text": text[span.start : span.stop],
        "entity": ids[span],
        "score": span.score,
    }
    if isinstance(fact, ResolvedDate):
        return _date(fact, common)
    if span.label == "PER":
        name = _person_name(fact.name or NameParts())
        return Person(lemma=fact.text, name=name, gender=fact.gender, **common)
    if span.label == "ORG":
        inner = tuple(typed_span(text, part, facts, ids) for part in span.inner)
        return Organization(lemma=fact.text, inner=inner, **common)
    return Place(lemma=fact.text, **common)


def _date(fact: ResolvedDate, common: Mapping[str, Any]) -> Date:
    return Date(
        lemma=fact.lemma,
        value=fact.value,
        grain=fact.grain,
        interval=Interval(start=fact.start, end=fact.end),
        mod=fact.mod,
        anchor=fact.anchor,
        **common,
    )


def _person_name(name: NameParts) -> PersonName:
    return PersonName(**name._asdict())
