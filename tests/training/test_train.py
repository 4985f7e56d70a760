"""A toy training from the command line: files in, a model file out."""

import json
import random
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner, Result

pytest.importorskip("torch", reason="needs pip install 'ner-news[train]'")

from ner_news import Extractor, OptionError
from ner_news.cli import main
from ner_news.files import write_lines
from ner_news.tagging.pack import read_pack
from tests.drawing import undraw

FIRST = "Ильдар Мирон Рената Глеб Агния Савелий Камилла Тимур".split()
LAST = "Сабиров Ожегов Лапин Крутых Вершинин Заславский Мерц Туманян".split()
CITIES = "Нальчик Вологда Тула Псков Рязань Ереван Пермь Курск".split()
FIRMS = "Вектор Альтаир Заря Гранит Сокол Маяк Прогресс Рубин".split()
SENTENCES = (
    "[{first} {last}|PER] приехал в город [{city}|LOC].",
    "Компания «[{firm}|ORG]» наняла юриста.",
    "По словам директора, [{last}|PER] доволен.",
    "Город [{city}|LOC] ждёт гостей, пишет «[{firm}|ORG]».",
    "Погода не изменится, дождя не будет.",
)


def toy(path: Path, count: int, seed: int) -> Path:
    rng = random.Random(seed)
    with path.open("w", encoding="utf-8") as stream:
        for number in range(count):
            drawing = " ".join(
                rng.choice(SENTENCES).format(
                    first=rng.choice(FIRST), last=rng.choice(LAST), city=rng.choice(CITIES), firm=rng.choice(FIRMS)
                )
                for _ in range(10)
            )
            text, spans = undraw(drawing)
            fields = [{"start": span.start, "stop": span.stop, "label": span.label} for span in spans]
            print(json.dumps({"id": number, "text": text, "spans": fields}, ensure_ascii=False), file=stream)
    return path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["train", *map(str, arguments)])


@pytest.fixture(scope="module")
def toys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("toys")
    toy(folder / "full.jsonl", 60, seed=1)
    toy(folder / "names.jsonl", 60, seed=2)
    toy(folder / "dev.jsonl", 20, seed=3)
    toy(folder / "texts.jsonl", 20, seed=4)
    return folder


def test_a_toy_training_learns_and_its_pack_is_read(toys: Path) -> None:
    out = toys / "own.pack"
    options: list[str | Path] = ["--dev", toys / "dev.jsonl", "--dev", f"names:{toys / 'dev.jsonl'}", "--epochs", "3"]
    result = run("--gold", toys / "full.jsonl", "--gold", f"names:{toys / 'names.jsonl'}", "-o", out, *options)
    assert result.exit_code == 0, result.output
    records = [json.loads(line) for line in (toys / "own.log.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [record["epoch"] for record in records if "epoch" in record] == [1, 2, 3]
    assert records[-1]["figures"]["full"]["exact PER+ORG+LOC"] > 0.95
    assert "exact PER+ORG+LOC" in result.output
    people = Extractor(model=out)("Рената Туманян приехала в город Тула.").people
    assert [person.text for person in people] == ["Рената Туманян"]


def test_teachers_label_texts_and_the_same_seed_gives_the_same_pack(toys: Path) -> None:
    packs = []
    for name in ("one", "two"):
        out = toys / f"{name}.pack"
        result = run(
            "--gold", toys / "full.jsonl", "-o", out, "--unlabelled", toys / "texts.jsonl", "--epochs", "1",
            "--held-out", "0", "--calibration-from", toys / "own.pack",
        )  # fmt: skip
        assert result.exit_code == 0, result.output
        packs.append(read_pack(out))
    one, two = packs
    assert one.settings == two.settings
    assert one.settings["calibration"] == read_pack(toys / "own.pack").settings["calibration"]
    assert all(np.array_equal(one.arrays[name], two.arrays[name]) for name in one.arrays)
    log = (toys / "one.log.jsonl").read_text(encoding="utf-8")
    assert [json.loads(line).get("training") for line in log.splitlines()][1:5] == [
        "teacher 1", "teacher 2", "one",
    ]  # fmt: skip


def test_a_scheme_of_ones_own_and_untyped_names_beside_it(toys: Path, tmp_path: Path) -> None:
    untyped = tmp_path / "untyped.jsonl"
    records = [json.loads(line) for line in (toys / "names.jsonl").read_text(encoding="utf-8").splitlines()]
    for record in records:
        record["spans"] = [span | {"label": "NAME"} for span in record["spans"]]
    write_lines(untyped, [json.dumps(record, ensure_ascii=False) for record in records])
    out = tmp_path / "own.pack"
    result = run(
        "--gold", f"mine:{toys / 'full.jsonl'}", "--gold", f"marked:{untyped}", "-o", out, "--epochs", "3",
        "--repeat", "untyped.jsonl=0.5", "--teachers", "1", "--dev", f"mine:{toys / 'dev.jsonl'}", "--held-out", "0",
    )  # fmt: skip
    assert result.exit_code == 0, result.output
    people = Extractor(model=out, scheme="mine")("Рената Туманян приехала в город Тула.").people
    assert [person.text for person in people] == ["Рената Туманян"]
    with pytest.raises(OptionError, match=r"'marked'.*mine"):
        Extractor(model=out, scheme="marked")


def test_a_bad_file_stops_before_any_training(toys: Path) -> None:
    bad = toys / "bad.jsonl"
    bad.write_text('{"text": "Да", "spans": [{"start": 0, "stop": 5, "label": "PER"}]}\n', encoding="utf-8")
    result = run("--gold", toys / "full.jsonl", "--dev", bad, "-o", toys / "never.pack")
    assert result.exit_code == 1
    assert f"{bad}:1: the span 0:5 PER does not lie in the text of 2 characters" in result.output
    assert not (toys / "never.pack").exists()
    assert not (toys / "never.log.jsonl").exists()


def test_nothing_to_train_or_to_measure_is_named(toys: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.jsonl").touch()
    toy(tmp_path / "one.jsonl", 1, seed=5)
    cases: list[tuple[list[str | Path], str]] = [
        (["--gold", tmp_path / "empty.jsonl"], "no document is left to train the scheme 'full' on"),
        (["--gold", tmp_path / "one.jsonl"], "no document is left"),
        (["--gold", toys / "full.jsonl", "--held-out", "1"], "no document is left"),
        (["--gold", f"names:{toys / 'names.jsonl'}", "--dev", toys / "dev.jsonl"], "none to train it"),
    ]
    for options, reason in cases:
        result = run(*options, "-o", tmp_path / "own.pack")
        assert result.exit_code == 1
        assert reason in result.output
        assert not (tmp_path / "own.log.jsonl").exists()


def test_one_document_is_enough_where_nothing_is_held_out(tmp_path: Path) -> None:
    gold = toy(tmp_path / "one.jsonl", 1, seed=5)
    result = run("--gold", gold, "--held-out", "0", "--repeat", "full=0.3", "--epochs", "1", "-o", tmp_path / "own.v1")
    assert result.exit_code == 0, result.output
    assert "nothing was held out" in result.output
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.jsonl", "own.v1", "own.v1.log.jsonl"]


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["--gold", __file__, "--part", "20"], "must be less than --held-out 20"),
        (["--gold", __file__, "--calibration-from", __file__], "--held-out 0"),
        (["--gold", __file__, "--repeat", "names=3"], "names what no --gold has: names"),
        (["--gold", __file__, "--silent", "PER"], "PER is what a network is for"),
        (["--gold", __file__, "-o", __file__], "would be overwritten"),
        (["--gold", __file__, "-o", ""], "a file needs a name"),
        (["--gold", "none.jsonl"], "there is no such file"),
        (["--gold", "long:none.jsonl"], "one of your own"),
        (["--gold", __file__, "--repeat", "names"], "is not like names=3"),
        (["--gold", __file__, "--repeat", "names=0"], "is not like names=3"),
    ],
)
def test_misuse_is_named(options: list[str], reason: str, tmp_path: Path) -> None:
    result = run("-o", tmp_path / "own.pack", *options)
    assert result.exit_code == 2
    assert reason in result.output.replace("\n", " ")
