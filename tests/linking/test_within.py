import sys
import time
from types import FrameType

import pytest

from ner_news import caches
from ner_news.categories import Gender
from ner_news.linking import Mention, link
from ner_news.names import NameParts
from ner_news.spans import Label
from tests.steps import steps


def person(text: str) -> Mention:
    """«first last», «last», «X. last», «first patronymic last», «first -» or «first and-more! last».

    A first name in -а or -я is a woman's, another a man's.
    """
    *given, last = text.split()
    surname = None if last == "-" else last
    initials = " ".join(part for part in given if part.endswith(".")) or None
    words = " ".join(part for part in given if not part.endswith("."))
    first, patronymic = (words.split("! ")[0].rstrip("!"), None) if "!" in words else [*words.split(), None, None][:2]
    lemma = text.removesuffix(" -").replace("!", "")
    if first and first.split()[-1].endswith("вич"):
        first, patronymic = first.split()
    gender: Gender | None = ("femn" if first.endswith(("а", "я")) else "masc") if first else None
    return Mention("PER", lemma, NameParts(first, surname, patronymic, initials=initials), gender=gender)


GROUPS = {
    "a surname goes with its full name": (["Эмомали Рахмон", "Рахмон"], ["AA"]),
    "also before it": (["Рахмон", "Эмомали Рахмон"], ["AA"]),
    "with patronymic too": (["Владимир Владимирович Путин", "Путин", "Владимир Путин"], ["AAA"]),
    "initials fit the name": (["В. В. Путин", "Владимир Путин", "В. Путин"], ["AAA"]),
    "initials can be against it": (["А. Путин", "Владимир Путин"], ["AB"]),
    "two bearers stay apart, and the bare surname with them": (["Дональд Трамп", "Иванка Трамп", "Трамп"], ["ABC"]),
    "initials choose among two": (["Дональд Трамп", "Иванка Трамп", "И. Трамп"], ["ABB"]),
    "ё and case do not matter": (["Сергей Королёв", "КОРОЛЕВ"], ["AA"]),
    "a first name alone goes with its one bearer": (["Анна Иванова", "Анна -", "Иванова"], ["AAA"]),
    "but not with one of two": (["Анна Иванова", "Анна Петрова", "Анна -"], ["ABC"]),
    "a lone word may be a surname that looks like a first name": (["Эмомали Рахмон", "Рахмон -"], ["AA"]),
    "a surname is asked before a first name": (["Эмомали Рахмон", "Рахмон Ибрагимов", "Рахмон -"], ["ABA"]),
    "an initial beside a surname that begins like it": (["Виктор Васильев", "Пётр Васильев", "В. Васильев"], ["ABA"]),
    "other surnames are others": (["Иван Петров", "Петровский"], ["AB"]),
    "a bare surname is the one whom the text is about": (["Рем Трамп", "Рем Трамп", "Ия Трамп", "Трамп"], ["AABA"]),
    "other patronymics are others": (["Иван Ильич Петров", "Иван Львович Петров", "Иван Петров"], ["ABC"]),
    "first name and patronymic": (["Борис Львович Котов", "Борис Львович! -"], ["AA"]),
    "the same where the patronymic was not told before": (["Борис Котов", "Борис Львович! -"], ["AA"]),
    "or where two have the first name": (["Борис Котов", "Борис Лисин", "Борис Львович! -"], ["ABC"]),
    "an initial that sounds otherwise": (["Юрий Котов", "Ю. Котов", "Яков Ким", "Е. Ким"], ["AABC"]),
    "words before a name": (["Анна Котова", "Депутатка Анна! Котова"], ["AA"]),
    "a middle name": (["Реджеп Тайип! Эрдоган", "Реджеп Эрдоган"], ["AA"]),
    "another middle name": (["Реджеп Тайип! Эрдоган", "Реджеп Али! Эрдоган", "Реджеп Эрдоган"], ["ABC"]),
    "as it is heard": (["Тереза Мэй", "Тереза Мей", "Доминик Рааб", "Доминик Раб"], ["AABB"]),
    "given names in two ways": (["Наталья Котова", "Наталия Котова"], ["AA"]),
    "a slip of a letter": (["Глеб Кшиштофов", "Глеб Кшиштоффов", "Глеб Кшиштопов"], ["AAA"]),
    "names of the dictionary are no slips": (["Мария Попова", "Марина Попова"], ["AB"]),
    "a woman and a man": (["Александр Ким", "Александра Ким"], ["AB"]),
    "a hyphen": (["Асия Норин", "Асия-Норин -"], ["AA"]),
}


@pytest.mark.parametrize(("names", "expected"), GROUPS.values(), ids=GROUPS)
def test_people(names: list[str], expected: list[str]) -> None:
    clusters = link([person(name) for name in names])
    letters = {place: chr(ord("A") + number) for number, cluster in enumerate(clusters) for place in cluster.mentions}
    assert ["".join(letters[place] for place in range(len(names)))] == expected


def test_equal_forms_of_one_label_are_one() -> None:
    mentions = [
        Mention("ORG", "Талибан"),
        Mention("LOC", "Москва"),
        Mention("ORG", "«ТАЛИБАН»"),
        Mention("ORG", "Москва"),
    ]
    assert [(cluster.id, cluster.mentions) for cluster in link(mentions)] == [
        ("ORG:талибан", (0, 2)),
        ("LOC:москва", (1,)),
        ("ORG:москва", (3,)),
    ]


def test_dates_are_one_when_their_values_are() -> None:
    one, other = (
        Mention("DATE", "16 сентября 2021 года", value="2021-09-16"),
        Mention("DATE", "16.09", value="2021-09-16"),
    )
    assert [cluster.mentions for cluster in link([one, other])] == [(0, 1)]


def test_an_entity_is_called_by_its_fullest_form_and_has_all_parts() -> None:
    [cluster] = link([person(name) for name in ("Путин", "В. Путин", "Владимир Владимирович Путин", "Путин")])
    assert cluster.lemma == "Владимир Владимирович Путин"
    assert cluster.aliases == ("Путин", "В. Путин")
    assert cluster.name == NameParts("Владимир", "Путин", "Владимирович")


def test_namesakes_of_one_document_have_ids_of_their_own() -> None:
    names = ["Иван Ильич Котов", "Иван Львович Котов", "Иван Котов"]
    ids = ["PER:иван ильич котов", "PER:иван львович котов", "PER:иван котов"]
    assert [cluster.id for cluster in link([person(name) for name in names])] == ids


def test_names_without_known_parts_stay_apart() -> None:
    assert [cluster.mentions for cluster in link([Mention("PER", "X"), Mention("PER", "Y", NameParts())])] == [
        (0,),
        (1,),
    ]


def test_many_bearers_of_one_surname_are_compared_with_few() -> None:
    """The work is counted: comparing all with all would be two million times."""
    people = [person(f"Иван{number} Петров") for number in range(1000)]
    people += [person(f"Иван Иванович{number} Петров") for number in range(1000)]
    people += [person("Пётр Ильич Петров")._replace(lemma=f"Петров {number}") for number in range(1000)]
    calls = 0

    def count(frame: FrameType, event: str, _: object) -> None:
        nonlocal calls
        calls += event == "call" and frame.f_code.co_name == "are_compatible"

    sys.setprofile(count)
    try:
        clusters = link([*people, person("Петров")])
    finally:
        sys.setprofile(None)
    assert len(clusters) == 2002
    assert 0 < calls < 10_000


@pytest.mark.parametrize("long", ["а" * 100_000, "Иван " * 20_000, "а-" * 50_000], ids=["letters", "words", "hyphens"])
@pytest.mark.parametrize("label", ["PER", "ORG", "LOC"])
def test_long_names_are_no_burden(label: Label, long: str) -> None:
    start = time.process_time()
    parts = NameParts(long, f"{long}б") if label == "PER" else None
    assert len(link([Mention(label, long, parts, gender="masc"), Mention(label, "Минск")], f"{long} (")) == 2
    assert time.process_time() - start < 5


def test_many_people_of_one_first_name_are_no_burden() -> None:
    """Four times as many take less than six times as many steps."""

    def linked(count: int) -> int:
        people = [person(f"Иван Икс{number}вич Котов{number}") for number in range(count)]
        people += [person(f"Иван Игрек{number}вич! -") for number in range(count)]
        assert len(link(people)) == 2 * count
        caches.clear_all()
        return steps(lambda: link(people))

    assert linked(1000) < 6 * linked(250)


def test_nothing_gives_nothing() -> None:
    assert link([]) == []
