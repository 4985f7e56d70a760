import pickle
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from ner_news import Gazetteer, GazetteerEntry, InputError
from ner_news.segment import tokenize

# Each name, then forms of it that are found and, after a bar, those of something else that are not.
CASES = {
    "Совет Волжской комиссии": "Совета Волжской комиссии, Советом Волжской комиссии | совета Волжской комиссии",
    "Волгаэкострой": "Волгаэкострой, Волгаэкостроя, Волгаэкострою, Волгаэкостроем, Волгаэкострое",
    "Корнеева": "Корнеева, Корнеевой, Корнееву | Корнеевым, Корнеевых, корнеевой",
    "Ильдар Сабиров": "Ильдара Сабирова, Ильдару Сабирову, Ильдаром Сабировым | Ильдары Сабировой",
    "Пётр Загорский": "Петра Загорского, Петром Загорским, Петр Загорский",
    "Саша Чёрный": "Саши Черного, Сашу Чёрного",
    "Лев Толстой": "Льва Толстого, Львом Толстым | льва толстого",
    "Олег Кожемяко": "Олега Кожемяко, Олегу Кожемяко",
    "ООО «Ромашка»": 'ООО «Ромашка», ООО «Ромашки», ООО Ромашка, ООО "Ромашка" | ООО ромашка',
    "ГАЗ": "ГАЗ, ГАЗа, ГАЗом | Газа, газа",
    "МИД": "МИДа, МИДу | Мида",
    "Белый дом": "Белого дома, Белым домом | белого дома, Белые дома",
    "Единая Россия": "Единой России, Единую Россию, «Единой России»",
    "Ростов-на-Дону": "Ростова-на-Дону, Ростове-на-Дону | Ростов",
    "Нью-Йорк": "Нью-Йорка, Нью-Йорком | Йорка",
    "Соединённые Штаты": "Соединенных Штатов, Соединёнными Штатами",
    "Химки": "Химок, Химках",
    "Асия Биби": "Асии Биби, Асию Биби, Асией Биби",
    "Ричард Гренелл": "Ричарда Гренелла, Ричардом Гренеллом, Ричарде Гренелле",
    "Скрипаль": "Скрипаля, Скрипалем",
    "Джейкоб Рис-Могг": "Джейкоба Рис-Могга",
    "Северо-Кавказский округ": "Северо-Кавказского округа, Северо-Кавказском округе",
    "Жумабаев": "Жумабаева, Жумабаевым | Жумабаевой",
    "Ryanair": "Ryanair | RyanairX",
    "А. В. Петров": "А. В. Петрова, А.В. Петрову | Петров",
    "минцифры": "минцифры, Минцифры",
}


@pytest.mark.parametrize("name", CASES)
def test_a_name_is_found_in_all_its_forms(name: str) -> None:
    gazetteer = Gazetteer({name: "ORG"})
    forms, _, others = CASES[name].partition(" | ")
    for form in forms.split(", "):
        text = f"Вот и {form}."
        [found] = gazetteer.find(text, tokenize(text))
        assert text[found.start : found.stop].strip("«»") == form.strip("«»")
    for other in filter(None, others.split(", ")):
        text = f"Вот и {other}."
        assert gazetteer.find(text, tokenize(text)) == []


def found(gazetteer: Gazetteer, text: str) -> list[str]:
    return [text[start:stop] for start, stop, _ in gazetteer.find(text, tokenize(text))]


def test_the_longest_name_is_found() -> None:
    gazetteer = Gazetteer({"Всемирный банк": "ORG", "Всемирный банк развития Волги": "ORG", "Волга": "LOC"})
    assert found(gazetteer, "Всемирного банка развития Волги") == ["Всемирного банка развития Волги"]
    assert found(gazetteer, "Всемирного банка развития Оки и Волги") == ["Всемирного банка", "Волги"]


def test_a_name_may_cross_a_line_but_no_paragraph() -> None:
    gazetteer = Gazetteer({"Белый дом": "ORG"})
    assert found(gazetteer, "Белого\nдома") == ["Белого\nдома"]
    assert found(gazetteer, "Белого\n\nдома") == []


def test_quotes_are_closed() -> None:
    gazetteer = Gazetteer({"ООО Ромашка": "ORG", "Лютик": "ORG"})
    assert found(gazetteer, "ООО «Ромашка», «Лютик»") == ["ООО «Ромашка»", "Лютик"]


@pytest.mark.parametrize("ending", ["csv", "semicolons.csv", "tabs.tsv", "jsonl"])
def test_files_are_read(ending: str, tmp_path: Path) -> None:
    delimiter = {"semicolons.csv": ";", "tabs.tsv": "\t"}.get(ending, ",")
    content = "name,label,lemma,entity\nСамара,LOC,,Q894\nРомашка,ORG,ООО «Ромашка»,\n".replace(",", delimiter)
    if ending == "jsonl":
        content = '{"name": "Самара", "label": "LOC", "entity": "Q894"}\n\n'
        content += '{"name": "Ромашка", "label": "ORG", "lemma": "ООО «Ромашка»", "entity": null}\n'
    (tmp_path / f"a.{ending}").write_text(content, encoding="utf-8-sig")
    names = (GazetteerEntry("Самара", "LOC", "Самара", "Q894"), GazetteerEntry("Ромашка", "ORG", "ООО «Ромашка»"))
    assert Gazetteer(tmp_path / f"a.{ending}").names == Gazetteer(str(tmp_path / f"a.{ending}")).names == names
    assert Gazetteer(names).names == names


BAD: dict[str, Any] = {
    "'NAME' of 'Самара' is not known": {"Самара": "NAME"},
    "'DATE' of": {"9 мая": "DATE"},
    "is there twice": [GazetteerEntry("Самара", "LOC", "Самара"), GazetteerEntry("Самара", "ORG", "Самара")],
    "'Q1' is LOC for 'Самара'": [
        GazetteerEntry("Самара", "LOC", "Самара", "Q1"),
        GazetteerEntry("Волга", "ORG", "Волга", "Q1"),
    ],
    "it has no word": {"«»": "ORG"},
    "a name is text": [{"name": 5, "label": "ORG"}],
    r"gazetteer\[1\]: a record must have": [GazetteerEntry("Самара", "LOC", "Самара"), "Волга"],
}


@pytest.mark.parametrize("reason", BAD)
def test_what_cannot_be_read_is_named(reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        Gazetteer(BAD[reason])


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("name,label\nСамара,LOC\nВолга,\n", r"a\.csv:3: label=None of 'Волга'"),
        ("имя,тип\nСамара,LOC\n", r"a\.csv:2: a name is text"),
        ("", None),
        (b"\xff", "cannot be read"),
    ],
)
def test_a_file_is_named_with_its_line(content: str | bytes, reason: str | None, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(content if isinstance(content, bytes) else content.encode())
    if reason is None:
        assert len(Gazetteer(tmp_path / "a.csv")) == 0
    else:
        with pytest.raises(InputError, match=reason):
            Gazetteer(tmp_path / "a.csv")
    with pytest.raises(InputError, match=r"none\.csv: cannot be read: No such file"):
        Gazetteer(tmp_path / "none.csv")
    (tmp_path / "a.jsonl").write_text('{"name": "Самара", "label": "LOC"}\n{\n', encoding="utf-8")
    with pytest.raises(InputError, match=r"a\.jsonl:2: cannot be read"):
        Gazetteer(tmp_path / "a.jsonl")


def test_it_pickles() -> None:
    gazetteer = pickle.loads(pickle.dumps(Gazetteer({"Самара": "LOC"})))
    assert found(gazetteer, "В Самаре") == ["Самаре"]


@pytest.mark.parametrize("text", ["Ка Ка ", "« Ка", "Ка\n", "ка"])
def test_time_is_linear_in_the_text(text: str) -> None:
    """Also where every word could begin a name."""
    gazetteer = Gazetteer({"Ка " * 20 + "Лом": "ORG", "Ка «" * 5 + "Дом": "ORG"})
    times = []
    for count in (4_000, 16_000):
        long = text * count
        tokens = tokenize(long)
        begun = process_time()
        assert gazetteer.find(long, tokens) == []
        times.append(process_time() - begun)
    assert times[1] < 10 * times[0] + 0.05
