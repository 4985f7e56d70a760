"""Documents of any content, for round trips."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from hypothesis import strategies as st

from ner_news.export import AnnotatedText, GoldSpan
from ner_news.models import AnySpan, Date, Document, Entity, Interval, Organization, Person, PersonName, Place, Role
from ner_news.spans import walk

LETTERS = st.characters(exclude_categories=["Cs"])
WORD = st.text(st.characters(categories=["L", "N", "P", "S", "M"]), min_size=1, max_size=8)
GAP = st.text(st.sampled_from(" \n\t\r\u00a0\u2028.,😀\x00\x85"), max_size=3)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Words, some of them spans, with anything between them."""
    text, spans = draw(GAP), []
    for word in draw(st.lists(st.lists(WORD, min_size=1, max_size=3).map(" ".join), max_size=6)):
        label = draw(st.sampled_from(["", "PER", "ORG", "LOC", "DATE"]))
        if label:
            spans.append(span(label, len(text), word, draw(st.integers(0, 100)) / 100))
        text += word + draw(GAP)
    text += draw(st.text(LETTERS, max_size=5))
    return Document(
        id=draw(st.none() | st.integers() | st.text(max_size=5)),
        text=text,
        published=draw(st.none() | st.datetimes(min_value=datetime(1000, 1, 1))),
        spans=tuple(spans),
        entities=entities_of(spans),
    )


def entities_of(spans: Sequence[AnySpan]) -> tuple[Entity, ...]:
    """An entity for each id of the spans."""
    entities = {
        each.entity: Entity(
            id=str(each.entity), label=each.label, lemma=each.lemma, roles=("a",) * (each.label == "PER")
        )
        for each in walk(spans)
    }
    return tuple(entities.values())


def span(label: str, start: int, text: str, score: float = 1.0) -> AnySpan:
    common: dict[str, Any] = {
        "start": start,
        "stop": start + len(text),
        "text": text,
        "lemma": text.upper(),
        "entity": f"{label}:{text}",
        "score": score,
    }
    if label == "PER":
        role = Role(start=start, stop=start + len(text), text=text, lemma=text.lower())
        return Person(name=PersonName(first=text), gender="femn", roles=(role,) * (score > 0), **common)
    if label == "LOC":
        return Place(country="RU", kind="city", **common)
    if label == "DATE":
        day = Interval(start=datetime(2021, 9, 16), end=datetime(2021, 9, 17))
        return Date(value="2021-09-16", grain="day", interval=day, **common)
    parts = [part for part in text.split(" ")[:1] if part and part != text]
    return Organization(inner=tuple(span("LOC", start, part) for part in parts), **common)


def gold(document: Document) -> set[GoldSpan]:
    """All spans, with those inside others, as offsets and labels."""
    found = set()
    for each in document.spans:
        found.add(GoldSpan(each.start, each.stop, each.label))
        found |= {GoldSpan(part.start, part.stop, part.label) for part in getattr(each, "inner", ())}
    return found


def spans_of(annotated: AnnotatedText) -> set[GoldSpan]:
    return {*annotated.spans, *annotated.nested}
