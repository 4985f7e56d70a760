"""Documents without a recognizer: mentions are written down, linking is the real one."""

import random
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from ner_news.linking import Mention, link
from ner_news.models import AnySpan, Document, Organization, Person, PersonName, Place
from ner_news.names import NameParts
from ner_news.results import to_entity


def document(name: str | int | None, *mentions: str, published: str | None = None) -> Document:
    """A document with mentions written as «PER Эмомали Рахмон»; a person of one word has a surname alone.

    The words of its text are the mentions, «. » between them.
    """
    spans: list[AnySpan] = []
    plain: list[Mention] = []
    text = ""
    for written in mentions:
        label, _, lemma = written.partition(" ")
        parts = _parts(lemma) if label == "PER" else None
        start, text = len(text), text + lemma
        plain.append(Mention(label, lemma, parts, start=start, stop=len(text)))  # type: ignore[arg-type]
        spans.append(_span(label, start, lemma, parts))
        text += ". "
    clusters = link(plain, text)
    ids = {place: cluster.id for cluster in clusters for place in cluster.mentions}
    return Document(
        id=name,
        text=text,
        published=published and datetime.fromisoformat(published),  # type: ignore[arg-type]
        spans=tuple(span.model_copy(update={"entity": ids[place]}) for place, span in enumerate(spans)),
        entities=tuple(map(to_entity, clusters)),
    )


def _parts(lemma: str) -> NameParts:
    *given, last = lemma.split()
    first, patronymic = [*given, None, None][:2]
    return NameParts(first, last, patronymic)


def _span(label: str, start: int, lemma: str, parts: NameParts | None) -> AnySpan:
    fields: dict[str, Any] = {"start": start, "stop": start + len(lemma), "text": lemma, "lemma": lemma}
    if parts is not None:
        return Person(name=PersonName(**parts._asdict()), **fields)
    return Organization(**fields) if label == "ORG" else Place(**fields)


FIRST = "Иван Пётр Анна Мария Глеб Нина Олег Зоя".split()
LAST = "Котов Зайцев Лисин Волков Ким Шевченко".split()
PATRONYMIC = "Ильич Львович".split()
THINGS = (
    "LOC Россия", "LOC РФ", "LOC США", "LOC Америка", "LOC Англия", "LOC Великобритания", "LOC Шотландия", "LOC Минск",
    "ORG МИД", "ORG МИД РФ", "ORG МИД Чехии", "ORG Комитет охраны озёр", "ORG КОО", "ORG Комитет", "ORG Volvo",
    "ORG Вольво", "ORG Верховный суд Чехии", "ORG Верховный суд", "ORG Водоканалстрой", "ORG Водоканалсторй",
)  # fmt: skip


def news(count: int, seed: int = 1) -> Iterator[Document]:
    """Documents in which few people and things meet under many names, namesakes and slips among them."""
    chance = random.Random(seed)
    for number in range(count):
        mentions = [chance.choice(THINGS) for _ in range(chance.randrange(6))]
        for _ in range(chance.randrange(4)):
            first, last = chance.choice(FIRST), chance.choice(LAST)
            patronymic = chance.choice(PATRONYMIC)
            full = [f"{first} {last}", f"{first} {patronymic} {last}", last, f"{first} {last}а"]
            mentions += [f"PER {name}" for name in chance.sample(full, chance.randrange(1, 3))]
        chance.shuffle(mentions)
        day = f"2021-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
        yield document(number, *mentions, published=chance.choice([day, None]))
