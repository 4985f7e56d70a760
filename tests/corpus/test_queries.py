"""Questions by themselves: the bounds of a time, labels, and what is asked of an empty corpus."""

from datetime import date, datetime

import pytest

from ner_news import Corpus, CorpusRole, Document, Entity, OptionError, Person, PersonName, Role
from ner_news.corpus import queries
from tests.corpus.documents import document


@pytest.fixture
def ask() -> queries.Ask:
    corpus = Corpus()
    corpus.add(document("morning", "LOC Минск", published="2021-03-01T09:00"))
    corpus.add(document("evening", "LOC Минск", "PER Анна Ким", published="2021-03-01T21:00"))
    corpus.add(document("undated", "LOC Минск", "ORG МИД"))
    return corpus._ask


@pytest.mark.parametrize(
    ("since", "until", "documents"),
    [
        (None, None, 3),
        (date(2021, 3, 1), date(2021, 3, 1), 2),
        (datetime(2021, 3, 1, 12), None, 1),
        (None, datetime(2021, 3, 1, 9), 1),
        (datetime(2021, 3, 1, 21), date(2021, 3, 1), 1),
    ],
)
def test_a_day_is_whole_and_a_time_is_itself(
    ask: queries.Ask, since: date | None, until: date | None, documents: int
) -> None:
    [minsk] = queries.find_entities(ask, "LOC", since, until, None)
    assert minsk.documents == documents


def test_nothing_lies_before_the_first_time(ask: queries.Ask) -> None:
    assert queries.find_entities(ask, None, None, date(2021, 2, 28), None) == []


def test_pairs_are_those_of_the_ids_asked_for(ask: queries.Ask) -> None:
    names = ["LOC:минск", "PER:анна ким", "ORG:мид", "PER:никто"]
    assert queries.find_pairs(ask, names) == [("LOC:минск", "ORG:мид", 1), ("LOC:минск", "PER:анна ким", 1)]
    assert queries.find_pairs(ask, names[1:]) == []


def test_counts_and_days(ask: queries.Ask) -> None:
    assert queries.count_labels(ask) == {"LOC": 1, "ORG": 1, "PER": 1}
    assert queries.count_days(ask, "LOC:минск") == [(date(2021, 3, 1), 2)]
    assert queries.find_first_and_last_day(ask) == (date(2021, 3, 1), date(2021, 3, 1))
    assert queries.find_first_and_last_day(Corpus()._ask) is None


def test_labels_are_checked_before_anything_is_asked() -> None:
    def fail(query: str, **values: object) -> list[tuple[object, ...]]:
        raise AssertionError(query, values)

    with pytest.raises(OptionError, match="'PERSON'"):
        queries.find_entities(fail, "PERSON", None, None, None)
    with pytest.raises(OptionError, match="'PERSON'"):
        queries.find_companions(fail, "PER:анна ким", "PERSON", None)


def test_people_are_asked_for_by_their_roles() -> None:
    corpus = Corpus()
    told = [("губернатор Тувы", date(2021, 3, 1)), ("губернатор Тувы", date(2021, 5, 2)), ("министр", date(2021, 6, 3))]
    for number, (role, day) in enumerate(told):
        text = f"{role} Олег Зотов"
        said = Role(start=0, stop=len(role), text=role, lemma=role)
        person = Person(
            start=len(role) + 1,
            stop=len(text),
            text="Олег Зотов",
            lemma="Олег Зотов",
            name=PersonName(first="Олег", last="Зотов"),
            entity="PER:олег зотов",
            roles=(said,),
        )
        entity = Entity(id="PER:олег зотов", label="PER", lemma="Олег Зотов", name=person.name)
        published = datetime(day.year, day.month, day.day)
        corpus.add(Document(id=number, text=text, published=published, spans=(person,), entities=(entity,)))
    known = corpus.entity("PER:олег зотов")
    assert known is not None
    assert known.roles == (
        CorpusRole("губернатор Тувы", 2, date(2021, 3, 1), date(2021, 5, 2)),
        CorpusRole("министр", 1, date(2021, 6, 3), date(2021, 6, 3)),
    )
    assert [(found.id, found.documents) for found in corpus.people("губернатор")] == [("PER:олег зотов", 2)]
    [minister] = corpus.people("министр", since=date(2021, 6, 1))
    assert minister.roles == known.roles[1:]
    assert corpus.people("губернатор", since=date(2021, 6, 1)) == corpus.people("убернатор") == []
    assert corpus.people() == corpus.entities("PER")


@pytest.mark.parametrize("name", ["минск", "МИНСК", "Мин", "Minsk"])
def test_an_entity_is_found_by_any_of_its_names(ask: queries.Ask, name: str) -> None:
    assert [entity.id for entity in queries.find_by_name(ask, name, "LOC", None)] == ["LOC:минск"]


def test_an_entity_is_found_by_a_part_of_its_name_and_not_by_others(ask: queries.Ask) -> None:
    assert [entity.id for entity in queries.find_by_name(ask, "Ким", None, None)] == ["PER:анна ким"]
    assert [entity.id for entity in queries.find_by_name(ask, "министерство иностранных дел", None, None)] == [
        "ORG:мид"
    ]
    assert [queries.find_by_name(ask, name, None, None) for name in ("инск", " ", "Котов")] == [[], [], []]


def test_ids_may_have_capitals(ask: queries.Ask) -> None:
    assert queries.find_entity(ask, "loc:МИНСК") == queries.find_entity(ask, "LOC:минск")
    assert queries.count_days(ask, "LOC:Минск") == [(date(2021, 3, 1), 2)]
    assert queries.find_pairs(ask, ["LOC:Минск", "PER:Анна Ким"]) == [("LOC:минск", "PER:анна ким", 1)]


def with_role(number: int, role: str, name: str) -> Document:
    """A document of a person with a role."""
    *given, last = name.split()
    parts = PersonName(first=given[0] if given else None, last=last)
    key, start = f"PER:{name.lower().replace('ё', 'е')}", len(role) + 1
    said = Role(start=0, stop=len(role), text=role, lemma=role)
    stop = start + len(name)
    person = Person(start=start, stop=stop, text=name, lemma=name, name=parts, entity=key, roles=(said,))
    entity = Entity(id=key, label="PER", lemma=name, name=parts, roles=(role,))
    return Document(id=number, text=f"{role} {name}", spans=(person,), entities=(entity,))


@pytest.mark.parametrize(
    ("role", "bearer"),
    [
        ("тренер", "PER:олег иванов"),
        ("губернатор", "PER:петр иванов"),
        ("губернатор Тувы", "PER:петр иванов"),
        ("тренер сборной", "PER:олег иванов"),
        ("певец", "PER:петр иванов"),  # no role tells: the one of most documents
    ],
)
def test_roles_tell_whose_a_surname_is(role: str, bearer: str) -> None:
    corpus = Corpus()
    known = [("губернатор", "Пётр Иванов")] * 5 + [("тренер", "Олег Иванов")]
    corpus.extend(with_role(number, *each) for number, each in enumerate(known))
    corpus.add(with_role(9, role, "Иванов"))
    assert [mention.document for mention in corpus.mentions(bearer)][-1] == 9
    assert 0 < list(corpus.mentions(bearer))[-1].confidence < 1


def test_whole_roles_tell_more_than_their_nouns() -> None:
    corpus = Corpus()
    known = [("мэр Читы", "Пётр Серов")] * 5 + [("мэр Тувы", "Олег Серов")]
    corpus.extend(with_role(number, *each) for number, each in enumerate(known))
    corpus.add(with_role(9, "мэр Тувы", "Серов"))
    assert [mention.document for mention in corpus.mentions("PER:олег серов")] == [5, 9]
