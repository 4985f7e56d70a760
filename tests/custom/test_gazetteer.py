import pickle
import tracemalloc
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from ner_news import Gazetteer, GazetteerEntry, InputError, OptionError
from ner_news.custom.gazetteer_files import read_entries
from ner_news.segment import tokenize
from ner_news.spans import LONGEST_NAME
from tests.steps import steps

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
        ("имя,тип\nСамара,LOC\n", r"a\.csv: the first line must name the columns .*; is 'имя' the name\?"),
        ("name,label\nСамара,дата\n", r"a\.csv:2: label='DATE' of 'Самара' is not known"),
        ("", r"a\.csv: holds no name"),
        (b"\xff", "cannot be read"),
    ],
)
def test_a_file_is_named_with_its_line(content: str | bytes, reason: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(InputError, match=reason):
        Gazetteer(tmp_path / "a.csv")
    with pytest.raises(InputError, match=r"none\.csv: cannot be read: No such file"):
        Gazetteer(tmp_path / "none.csv")
    (tmp_path / "a.jsonl").write_text('{"name": "Самара", "label": "LOC"}\n{\n', encoding="utf-8")
    with pytest.raises(InputError, match=r"a\.jsonl:2: cannot be read"):
        Gazetteer(tmp_path / "a.jsonl")


def test_labels_may_be_called_otherwise() -> None:
    words = {"Ромашка": "компания", "Самара": "GPE", "Кама": "Place", "Ким": "человек"}
    assert [entry.label for entry in Gazetteer(words).names] == ["ORG", "LOC", "LOC", "PER"]


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


def test_a_name_has_as_many_words_as_names_have() -> None:
    """With one of 2,000 words 20,000 characters took 17.7 s."""
    longest = " ".join(["Ка"] * LONGEST_NAME)
    assert found(Gazetteer({longest: "ORG"}), longest) == [longest]
    with pytest.raises(InputError, match=f"{LONGEST_NAME + 1} words"):
        Gazetteer({f"{longest} Ка": "ORG"})


def test_the_steps_of_a_long_name_that_nearly_begins_everywhere_are_bounded() -> None:
    gazetteer = Gazetteer({" ".join(["Альфа Бета"] * 19 + ["Гамма"]): "ORG"})
    counts = []
    for text in ("Альфа Бета " * 100, "Альфа Бета " * 200):
        tokens = tokenize(text)
        counts.append(steps(lambda text=text, tokens=tokens: gazetteer.find(text, tokens)))  # type: ignore[misc]
    assert counts[1] < 2.3 * counts[0]
    assert counts[1] < 400 * 40 * 10


def test_a_large_gazetteer_takes_little_memory() -> None:
    """Of words that no dictionary knows each form was kept: 100,000 names took 632 MB."""
    letters = "бвгджзклмн"
    names = {
        "".join(f"{letters[int(digit)]}а" for digit in f"{number:05}").title() + "к": "ORG" for number in range(5_000)
    }
    Gazetteer({"Самара": "LOC"})  # loads the dictionary
    tracemalloc.start()
    gazetteer = Gazetteer(names)
    taken, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert taken < 1_000 * len(gazetteer)


@pytest.mark.parametrize(
    "names", [["Совет", "Совет Европы"], ["Совет Европы", "Совет"], ["Совет", "Совет", "Совет Европы"]]
)
def test_a_name_that_another_begins_with_is_found(names: list[str]) -> None:
    gazetteer = Gazetteer([{"name": name, "label": "ORG"} for name in names])
    assert found(gazetteer, "Совета Европы, Совета России") == ["Совета Европы", "Совета"]


UNREAD = {
    "a column of ids": ("a.csv", "name,label,id\nСамара,LOC,Q894\n", "'id' (is it 'entity'?)"),
    "a field of JSON": ("a.jsonl", '{"name": "Самара", "label": "LOC", "qid": "Q894"}\n', "'qid' (is it 'entity'?)"),
    "a misspelt one": ("a.json", '[{"name": "Самара", "label": "LOC", "lema": "Самара"}]', "'lema' (is it 'lemma'?)"),
}


@pytest.mark.parametrize(("name", "content", "named"), UNREAD.values(), ids=UNREAD)
def test_a_column_that_is_not_read_is_named_once(
    name: str, content: str, named: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert [entry.name for entry in Gazetteer(tmp_path / name).names] == ["Самара"]
    [message] = caplog.messages
    assert message.endswith(f"not read: {named}")
    with pytest.raises(InputError, match="not read"):
        Gazetteer(tmp_path / name, strict=True)


def test_a_list_of_names_needs_a_label(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Самара\n\nНижний Новгород\n", encoding="utf-8")
    names = ("Самара", "Нижний Новгород")
    assert Gazetteer(tmp_path / "a.txt", label="LOC").names == tuple(
        GazetteerEntry(name, "LOC", name) for name in names
    )
    assert Gazetteer(names, label="LOC").names == Gazetteer(tmp_path / "a.txt", label="LOC").names
    with pytest.raises(InputError, match="--gazetteer-label"):
        Gazetteer(tmp_path / "a.txt")
    with pytest.raises(OptionError, match="'DATE'"):
        Gazetteer(names, label="DATE")


@pytest.mark.parametrize("content", ["Самара,LOC\nВолга,LOC\n", "Самара\n", "PK\x03\x04…"])
def test_a_gazetteer_without_a_head_is_refused(content: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=r"a\.csv: (the first line must name the columns|is no text)"):
        Gazetteer(tmp_path / "a.csv")


@pytest.mark.parametrize("facts", [None, 5, ["PER"], [], (), {"label": None}])
def test_facts_of_a_dict_that_are_none_are_named(facts: Any) -> None:
    with pytest.raises(InputError, match="'Путин'"):
        Gazetteer({"Путин": facts})


def test_a_dict_may_leave_labels_to_the_default() -> None:
    assert [entry.label for entry in read_entries({"Путин": None, "Минск": "LOC"}, label="PER")] == ["PER", "LOC"]
