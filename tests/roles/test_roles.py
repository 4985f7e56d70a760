"""Roles in own sentences: `[Name]` is a person; roles are told by grammar or in the places that a network gives."""

import json
import re
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from ner_news import Extractor
from ner_news.columns import rows_of
from ner_news.lemmas import lemmatize
from ner_news.render import build_span_table
from ner_news.roles import find_roles
from ner_news.segment import tokenize
from ner_news.spans import PlainSpan
from ner_news.tagging import RolePlaces

MARK = re.compile(r"\[([^]]+)\]")
CASES = json.loads((Path(__file__).parents[1] / "cases" / "roles-texts.json").read_text(encoding="utf-8"))


def find(marked: str, roles: list[str] | None = None, likely: list[str] | None = None) -> dict[str, list[str]]:
    """The lemmas of the roles of each person, by the name as written; `roles` are places that a network tells."""
    text = MARK.sub(r"\1", marked)
    people = [
        PlainSpan(match.start() - 2 * number, match.end() - 2 * number - 2, "PER")
        for number, match in enumerate(MARK.finditer(marked))
    ]
    tokens = tokenize(text)
    places = None
    if roles is not None:
        sure, probable = (
            [(text.index(role), text.index(role) + len(role)) for role in each] for each in (roles, likely or roles)
        )
        places = RolePlaces(sure, probable)
    found = find_roles(text, tokens, dict(zip(people, lemmatize(text, tokens, people), strict=True)), places)
    for person_roles in found.values():
        assert all(0 <= role.start < role.stop <= len(text) for role in person_roles)
    return {text[span.start : span.stop]: [role.lemma for role in each] for span, each in found.items()}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_grammar_alone_finds_the_roles(case: dict[str, object]) -> None:
    assert find(str(case["text"])) == case["roles"]


def test_a_network_tells_the_places() -> None:
    assert find("Ждут главу Минспорта [Олега Зотова].", []) == {}
    assert find("Ждут [Олега Зотова], главу Минспорта.", ["главу Минспорта"]) == {"Олега Зотова": ["глава Минспорта"]}


def test_between_signs_behind_a_name_no_network_has_to_tell() -> None:
    assert find("Ждут [Олега Зотова], главу Минспорта.", []) == {"Олега Зотова": ["глава Минспорта"]}
    assert find("[Зотов] и [Гусаров], депутаты Хурала, ушли.", []) == {
        "Зотов": ["депутат Хурала"],
        "Гусаров": ["депутат Хурала"],
    }
    assert find("Ждут [Олега Зотова], врача и повара.", []) == {}
    assert find("[Зотов] — известный тренер Тувы.", ["тренер Тувы"]) == {"Зотов": ["тренер Тувы"]}


def test_a_likely_place_needs_grammar() -> None:
    assert find("Ждут министра [Зотова].", [], ["министра"]) == {"Зотова": ["министр"]}
    assert find("Ждут завод [Зотова].", [], ["завод"]) == {}


def test_edges_of_a_place_are_mended() -> None:
    assert find("Ждут [Олега Зотова], главу «Луча».", ["главу «Луча"]) == {"Олега Зотова": ["глава «Луча»"]}
    assert find("Новый главный тренер [Зотов] уволен.", ["тренер"]) == {"Зотов": ["главный тренер"]}
    assert find("Врач и депутат [Зотов] уволен.", ["Врач и депутат"]) == {"Зотов": ["врач", "депутат"]}
    assert find("Управляющий фабрикой [Зотов] уехал.", ["Управляющий фабрикой"]) == {"Зотов": ["управляющий фабрикой"]}
    assert find("Ведающий финансами вице-мэр [Зотов].", ["Ведающий финансами вице-мэр"]) == {"Зотов": ["вице-мэр"]}
    assert find("Ушла заведующая кафедрой физики [Анна Зотова].", ["заведующая кафедрой физики"]) == {
        "Анна Зотова": ["заведующая кафедрой физики"]
    }
    assert find("Посол от штата Небраска [Зотов].", ["штата Небраска"]) == {"Зотов": ["посол от штата Небраска"]}
    assert find("Он заболел COVID-19 [Зотов].", ["COVID-19"]) == {}
    assert find("Председательство министра [Зотова].", ["Председательство министра"]) == {"Зотова": ["министр"]}


def test_documents_carry_roles_and_entities_gather_them() -> None:
    text = "Мэр Читы Олег Зотов ушёл. Позже депутат Зотов вернулся. Мэр Читы Олег Зотов заболел."
    spans = [(9, 19, "PER"), (40, 45, "PER"), (65, 75, "PER")]
    document = Extractor(model="slovnet")(text, spans=spans)
    assert [text[role.start : role.stop] for span in document.people for role in span.roles] == [
        "Мэр Читы",
        "депутат",
        "Мэр Читы",
    ]
    assert document.entities[0].roles == ("мэр Читы", "депутат")
    assert type(document).from_json(document.to_json()) == document


def test_tables_and_displays_show_roles_beside_the_name() -> None:
    text = "Мэр Читы Олег Зотов ушёл."
    document = Extractor(model="slovnet")(text, spans=[(9, 19, "PER")])
    assert [row["roles"] for row in rows_of([document], "spans")] == ["мэр Читы"]
    assert [row["roles"] for row in rows_of([document], "entities")] == ["мэр Читы"]
    assert "roles: мэр Читы" in document._repr_html_()
    assert "мэр Читы" in document.entities[0]._repr_html_()
    stream = StringIO()
    Console(file=stream, width=120).print(build_span_table(document))
    assert "Олег Зотов, мэр Читы" in stream.getvalue()


def test_offsets_count_in_the_source() -> None:
    text = "<p>Ждут <b>мэра</b> <i>Читы</i> Олега Зотова</p>"
    start = text.index("Олега")
    [person] = Extractor(model="slovnet")(text, format="html", spans=[(start, start + 12, "PER")]).people
    [role] = person.roles
    assert text[role.start : role.stop] == role.text == "мэра</b> <i>Читы"
    assert role.lemma == "мэр Читы"


def test_the_article_of_the_project_tells_who_everyone_is(shared: Path) -> None:
    line = (shared / "eval" / "gold" / "article-odkb.jsonl").read_text(encoding="utf-8").splitlines()[0]
    document = Extractor()(json.loads(line)["text"])
    assert {entity.lemma: entity.roles for entity in document.entities if entity.label == "PER"} == {
        "Эмомали Рахмон": ("президент Таджикистана",),
        "Станислав Зась": ("генеральный секретарь ОДКБ",),
        "Никол Пашинян": ("премьер-министр Армении",),
        "Александр Лукашенко": ("президент Белоруссии",),
        "Касым-Жомарт Токаев": ("президент Казахстана",),
        "Садыр Жапаров": ("президент Киргизии",),
        "Владимир Путин": ("президент России",),
    }


SENTENCES = (
    "Об этом сообщает {}.",
    "Встреча прошла без {}.",
    "Награду вручили {}.",
    "На вокзале встретили {}.",
    "Переговоры провели с {}.",
    "Книга рассказывает о {}.",
)
MAN = ("Олег Зотов", "Олега Зотова", "Олегу Зотову", "Олега Зотова", "Олегом Зотовым", "Олеге Зотове")
WOMAN = ("Анна Зотова", "Анны Зотовой", "Анне Зотовой", "Анну Зотову", "Анной Зотовой", "Анне Зотовой")


def test_roles_have_their_nominative_in_all_six_cases() -> None:
    lines = (Path(__file__).parents[1] / "cases" / "roles-declined.jsonl").read_text(encoding="utf-8").splitlines()
    texts, wanted = [], []
    for forms in (json.loads(line)["forms"] for line in lines):
        is_woman = forms[0].split()[0].endswith(("ица", "ая", "иса", "ша", "ка"))
        for sentence, form, name in zip(SENTENCES, forms, WOMAN if is_woman else MAN, strict=True):
            texts.append(sentence.format(f"{form} {name}"))
            wanted.append(forms[0].removeprefix("новая "))  # what describes is none of the office
    found = [
        [role.lemma for person in document.people for role in person.roles] for document in Extractor().pipe(texts)
    ]
    wrong = [text for text, lemmas, lemma in zip(texts, found, wanted, strict=True) if lemmas != [lemma]]
    assert len(texts) >= 120
    assert len(wrong) <= 0.03 * len(texts), wrong
