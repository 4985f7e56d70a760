"""A document with names inside names of all depths, and a place with a person inside."""

from typing import Any

from ner_news.models import Document, Entity, Organization, Person, Place

TEXT = "Комитет Госдумы РФ заседал на улице Маршала Жукова, потом Жуков ушёл."


def make_nested_document() -> Document:
    """Return the document; «Госдумы РФ», «Госдумы» and «РФ» are one flat list."""
    duma, russia = "ORG:госдума россия", "LOC:россия"
    zhukov = "PER:жуков"
    committee = Organization(
        **_at("Комитет Госдумы РФ"),
        lemma="Комитет Госдумы РФ",
        entity="ORG:комитет госдума россия",
        inner=(
            Organization(**_at("Госдумы РФ"), lemma="Госдума РФ", entity=duma),
            Organization(**_at("Госдумы"), lemma="Госдума", entity=duma),
            Place(**_at("РФ"), lemma="РФ", entity=russia, country="RU", kind="country"),
        ),
    )
    street = Place(
        **_at("улице Маршала Жукова"),
        lemma="улица Маршала Жукова",
        entity="LOC:улица маршала жукова",
        kind="street",
        inner=(Person(**_at("Маршала Жукова"), lemma="Маршал Жуков", entity=zhukov),),
    )
    spans = (committee, street, Person(**_at("Жуков ", 5), lemma="Жуков", entity=zhukov))
    names = {each.entity: each for span in spans for each in (span, *getattr(span, "inner", ()))}
    entities = tuple(Entity(id=str(key), label=each.label, lemma=each.lemma) for key, each in names.items())
    return Document(text=TEXT, spans=spans, entities=entities)


def _at(text: str, length: int | None = None) -> dict[str, Any]:
    start = TEXT.index(text)
    written = text[:length]
    return {"start": start, "stop": start + len(written), "text": written}
