"""Mentions and dates with the sentences that they stand in."""

from datetime import datetime

from ner_news import Corpus, Date, Document, Entity, Interval, Person, PersonName
from ner_news.dates import grain_of_value, parse_value
from tests.corpus.documents import document


def test_mentions_come_with_their_sentences() -> None:
    corpus = Corpus()
    corpus.add(document("a", "LOC Минск", "PER Анна Ким", "PER Ким"))
    assert [(mention.text, mention.sentence) for mention in corpus.mentions("PER:анна ким")] == [
        ("Анна Ким", "Анна Ким."),
        ("Ким", "Ким."),
    ]


def test_any_text_is_kept() -> None:
    text = "\ud800 Ким\x00 ушёл.\r\nКим \U0001f600 пришёл."
    name = PersonName(last="Ким")
    spans = [
        Person(start=start, stop=start + 3, text="Ким", lemma="Ким", name=name, entity="PER:ким") for start in (2, 14)
    ]
    entity = Entity(id="PER:ким", label="PER", lemma="Ким", name=name)
    corpus = Corpus()
    corpus.add(Document(id=1, text=text, spans=tuple(spans), entities=(entity,)))
    assert [mention.sentence for mention in corpus.mentions("PER:ким")] == [text[:12], text[14:]]


def dated(name: str, *values: str, published: str | None = None) -> Document:
    """A document with a sentence for each date."""
    text = "".join(f"Было {value}. " for value in values)
    spans, entities = [], []
    for value in values:
        start, interval = text.index(f" {value}.") + 1, Interval(**parse_value(value)._asdict())
        spans.append(
            Date(
                start=start,
                stop=start + len(value),
                text=value,
                lemma=value,
                entity=f"DATE:{value}",
                value=value,
                grain=grain_of_value(value),
                interval=interval,
            )
        )
        entities.append(Entity(id=f"DATE:{value}", label="DATE", lemma=value))
    moment = None if published is None else datetime.fromisoformat(published)
    return Document(id=name, text=text, published=moment, spans=tuple(spans), entities=tuple(entities))


def test_dates_come_in_the_order_of_the_calendar() -> None:
    corpus = Corpus()
    corpus.add(dated("b", "2024-05", "2021", "XXXX-05-09", "../2020", published="2024-06-01"))
    corpus.add(dated("a", "2024-05-02", "2021", published="2024-07-01"))
    assert [(date.value, date.mention.document, date.mention.sentence) for date in corpus.dates()] == [
        ("2021", "b", "Было 2021."),
        ("2021", "a", "Было 2021."),
        ("2024-05", "b", "Было 2024-05."),
        ("2024-05-02", "a", "Было 2024-05-02."),
    ]


def test_dates_between_two_times() -> None:
    corpus = Corpus()
    corpus.add(dated("a", "2020/..", "2021-12-31", "2022", "2022-06-10", "2023-01-01"))
    assert [date.value for date in corpus.dates(since="2022-01-01", until="2022-05-01")] == ["2020/..", "2022"]
    assert [date.value for date in corpus.dates(since="2022-06-10")] == ["2020/..", "2022", "2022-06-10", "2023-01-01"]
    assert [date.value for date in corpus.dates(until="2021-12-31")] == ["2020/..", "2021-12-31"]
    assert corpus.dates(until="1999-01-01") == []
