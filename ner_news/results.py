"""From plain values to the typed results at the door."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from ner_news.dates import ResolvedDate, grain_of_value, parse_value
from ner_news.lemmas import Decision, Lemma
from ner_news.linking import Cluster, Mention
from ner_news.models import AnySpan, Date, Entity, Explanation, Interval, Organization, Person, PersonName, Place
from ner_news.names import NameParts
from ner_news.own import OwnSpan
from ner_news.places import locate
from ner_news.prepare import Clean
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
        is_known = fact.start is not None or fact.end is not None
        value = fact.value if is_known else None
        return Mention(span.label, fact.lemma, value=value, start=span.start, stop=span.stop)
    return Mention(span.label, fact.text, fact.name, gender=fact.gender, start=span.start, stop=span.stop)


def entity(cluster: Cluster) -> Entity:
    """The typed entity; its document hands it its spans."""
    return Entity(
        id=cluster.id,
        label=cluster.label,
        lemma=cluster.lemma,
        aliases=cluster.aliases,
        name=_person_name(cluster.name) if cluster.name else None,
    )


def typed_span(clean: Clean, span: PlainSpan, facts: Mapping[PlainSpan, Fact], ids: Mapping[PlainSpan, str]) -> AnySpan:
    """The model of the span's label, the spans inside it included, with offsets in the source."""
    fact = facts[span]
    start, stop = clean.to_source(span.start, span.stop)
    common: dict[str, Any] = {
        "start": start,
        "stop": stop,
        "text": clean.source[start:stop],
        "entity": ids[span],
        "score": span.score,
    }
    if isinstance(fact, ResolvedDate):
        return _date(fact, common)
    if span.label == "PER":
        name = _person_name(fact.name or NameParts())
        return Person(lemma=fact.text, name=name, gender=fact.gender, **common)
    if span.label == "ORG":
        inner = tuple(typed_span(clean, part, facts, ids) for part in span.inner)
        return Organization(lemma=fact.text, inner=inner, **common)
    location = locate(fact.text)
    return Place(lemma=fact.text, country=location.country, kind=location.kind, **common)


def explanation(span: AnySpan, decision: Decision) -> Explanation:
    """What decided about the lemma of a span."""
    return Explanation(
        span=span,
        rules=decision.rules,
        context=decision.context,
        document=decision.document,
        candidates=decision.candidates,
    )


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
