"""Annotated files are checked before anything is trained."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from ner_news.errors import GoldError
from ner_news.export.annotated import GoldSpan
from ner_news.files import write_lines
from ner_news.training.gold import Labels
from ner_news.training.gold_readers import read_gold
from ner_news.training.sources import read_texts

TEXT = "Рахмон прибыл в Душанбе 16 сентября."
GOOD = [{"start": 0, "stop": 6, "label": "PER"}, {"start": 16, "stop": 23, "label": "LOC"}]


def written(folder: Path, *records: Any) -> Path:
    path = folder / "gold.jsonl"
    lines = [record if isinstance(record, str) else json.dumps(record, ensure_ascii=False) for record in records]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        (
            {"text": TEXT, "spans": [{"start": 0, "stop": 99, "label": "PER"}]},
            "0:99 PER does not lie in the text of",
        ),
        ({"text": TEXT, "spans": [{"start": -1, "stop": 6, "label": "PER"}]}, "-1:6 PER does not lie"),
        ({"text": TEXT, "spans": [{"start": 6, "stop": 6, "label": "PER"}]}, "6:6 PER does not lie"),
        (
            {"text": TEXT, "spans": [{"start": 0, "stop": 7, "label": "PER"}]},
            "«Рахмон » begins or ends with",
        ),
        ({"text": TEXT, "spans": [*GOOD, {"start": 3, "stop": 9, "label": "ORG"}]}, "0:6 PER «Рахмон» and 3:9 ORG"),
        ({"text": TEXT, "spans": [*GOOD, GOOD[0]]}, "0:6 PER «Рахмон» and 0:6 PER «Рахмон» overlap"),
        ({"text": TEXT, "spans": [{"start": 0, "stop": 6, "label": "HUMAN"}]}, "'HUMAN' is not known; known: PER, ORG"),
        ({"text": TEXT, "spans": [{"start": 0.5, "stop": 6, "label": "PER"}]}, "whole numbers"),
        ({"text": TEXT, "spans": [{"start": False, "stop": 6, "label": "PER"}]}, "whole numbers"),
        ({"text": TEXT, "spans": ["PER"]}, "a span must be an object, not 'PER'"),
        ({"text": TEXT, "spans": None}, "'spans' must be a list, not NoneType"),
        ({"text": TEXT}, "'spans' must be a list"),
        ({"text": "Иван\nПетров", "spans": [{"start": 0, "stop": 11, "label": "PER"}]}, "crosses a line"),
        ({"text": TEXT, "spans": [], "nested": [{"start": 9, "stop": 3, "label": "FACILITY"}]}, "9:3 FACILITY"),
        ('{"text": "Да", "spans": [], "id": ' + "1" * 5000 + "}", "not JSON"),
        ({"text": 7, "spans": []}, "'text', a string"),
        ([], "'text', a string"),
        ("{", "not JSON"),
        ({"id": "a", "text": TEXT, "spans": []}, "the id 'a' was there before"),
    ],
)
def test_a_fault_is_named_with_file_line_and_reason(record: Any, reason: str, tmp_path: Path) -> None:
    path = written(tmp_path, {"id": "a", "text": TEXT, "spans": GOOD}, record)
    with pytest.raises(GoldError) as raised:
        read_gold(path, Labels(silent=frozenset(["FACILITY"])))
    assert str(raised.value).startswith(f"{path}:2: ")
    assert reason in str(raised.value)


def test_good_documents_come_sorted(tmp_path: Path) -> None:
    path = written(tmp_path, {"id": 7, "text": TEXT, "spans": GOOD[::-1]}, "", {"text": TEXT, "spans": []})
    [one, two] = read_gold(path, Labels())
    assert (one.id, one.spans) == ("7", (GoldSpan(0, 6, "PER"), GoldSpan(16, 23, "LOC")))
    assert (two.id, two.spans) == (f"{path}:3", ())


def test_labels_can_be_silent_or_ignored(tmp_path: Path) -> None:
    spans = [*GOOD, {"start": 24, "stop": 35, "label": "TIME"}]
    nested = [{"start": 14, "stop": 23, "label": "FACILITY"}, {"start": 24, "stop": 26, "label": "FACILITY"}]
    path = written(tmp_path, {"text": TEXT, "spans": spans, "nested": nested})
    [document] = read_gold(path, Labels(ignored=frozenset(["TIME"])))
    assert [span.label for span in document.spans] == ["PER", "LOC"]
    [document] = read_gold(path, Labels(silent=frozenset(["FACILITY"]), ignored=frozenset(["TIME"])))
    assert document.spans[-1] == GoldSpan(24, 26, "FACILITY")  # the other one overlaps a place
    assert len(document.spans) == 3


def test_a_date_inside_a_name_is_dropped(tmp_path: Path) -> None:
    text = "Движение 26 июля победило."
    spans = [{"start": 0, "stop": 16, "label": "ORG"}, {"start": 9, "stop": 16, "label": "DATE"}]
    [document] = read_gold(written(tmp_path, {"text": text, "spans": spans}), Labels())
    assert [span.label for span in document.spans] == ["ORG"]


@pytest.mark.parametrize("name", ["gold.jsonl.zst", "gold.jsonl.GZ"])
def test_files_are_unpacked_as_their_names_say(name: str, tmp_path: Path) -> None:
    if name.endswith(".zst"):
        pytest.importorskip("zstandard", reason="needs pip install 'ner-news[zstd]'")
    write_lines(tmp_path / name, [json.dumps({"text": TEXT, "spans": GOOD})])
    assert len(read_gold(tmp_path / name, Labels())) == 1


@pytest.mark.parametrize("ending", ["", ".gz", ".zst"])
def test_columns_are_known_with_any_packing(ending: str, tmp_path: Path) -> None:
    if ending == ".zst":
        pytest.importorskip("zstandard", reason="needs pip install 'ner-news[zstd]'")
    for name in ("gold.tsv", "gold.txt", "gold.conll"):
        write_lines(tmp_path / (name + ending), ["Минск B-LOC"])
        assert [document.text for document in read_gold(tmp_path / (name + ending), Labels())] == ["Минск"]


def test_packed_files_and_other_bytes(tmp_path: Path) -> None:
    packed = tmp_path / "gold.jsonl.gz"
    packed.write_bytes(gzip.compress(json.dumps({"text": TEXT, "spans": GOOD}).encode()))
    assert len(read_gold(packed, Labels())) == 1
    (tmp_path / "bad.jsonl").write_bytes(b'{"text": "\xff", "spans": []}')
    with pytest.raises(GoldError, match=r"bad\.jsonl:1: not UTF-8: byte 10 is 0xff"):
        read_gold(tmp_path / "bad.jsonl", Labels())
    packed.write_bytes(packed.read_bytes()[:40])
    with pytest.raises(GoldError, match=r"gold\.jsonl\.gz:1: cannot be read"):
        read_gold(packed, Labels())
    packed.write_bytes(b"plain")
    with pytest.raises(GoldError, match=r"gold\.jsonl\.gz:1: cannot be read"):
        read_gold(packed, Labels())


def brat(folder: Path, notes: str) -> Path:
    folder.mkdir()
    (folder / "one.txt").write_text(TEXT, encoding="utf-8")
    (folder / "one.ann").write_text(notes, encoding="utf-8")
    return folder


def test_a_brat_folder_is_read(tmp_path: Path) -> None:
    folder = brat(tmp_path / "brat", "T1\tPER 0 6\tРахмон\nR1\tIS_A Arg1:T1 Arg2:T2\nT2\tLOC 16 23\tДушанбе\n")
    [document] = read_gold(folder, Labels())
    assert (document.id, document.spans) == ("one", (GoldSpan(0, 6, "PER"), GoldSpan(16, 23, "LOC")))


@pytest.mark.parametrize(
    ("notes", "reason"),
    [
        ("#1\tnote\nT1\tPER 1 7\tРахмон\n", r"one\.ann:2: the text has «ахмон » at 1:7, not «Рахмон»"),
        ("T1\tPER 0 3;4 6\tРах он\n", r"one\.ann:1: not a text-bound annotation of one piece"),
        ("#1\tnote\nT1\tHUMAN 0 6\tРахмон\n", r"one\.ann:2.*'HUMAN' is not known"),
        ("T1\tPER 0 6\tРахмон\r\nT2\tORG 3 6\tмон\r\n", "overlap"),
    ],
)
def test_a_fault_of_a_brat_folder_is_named(notes: str, reason: str, tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=reason):
        read_gold(brat(tmp_path / "brat", notes), Labels())


def test_conll_columns_are_read(tmp_path: Path) -> None:
    path = tmp_path / "gold.conll"
    path.write_text(
        "-DOCSTART- O\n\nЭмомали N B-PER\nРахмон N I-PER\nприбыл V O\n\nВ P O\nДушанбе N S-LOC\n-DOCSTART- O\nДа O\n",
        encoding="utf-8",
    )
    [one, two] = read_gold(path, Labels())
    assert one.text.strip() == "Эмомали Рахмон прибыл\nВ Душанбе"
    assert [one.text[span.start : span.stop] for span in one.spans] == ["Эмомали Рахмон", "Душанбе"]
    assert (two.text, two.spans) == ("Да", ())


@pytest.mark.parametrize(
    ("columns", "reason"),
    [
        ("Да O\nРахмон I-PER\n", ":2: the tag I-PER of «Рахмон» goes on what was not begun"),
        ("Да O\nРахмон\n", r":2: not a token with a tag"),
    ],
)
def test_a_fault_of_columns_is_named(columns: str, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "gold.conll"
    path.write_text(columns, encoding="utf-8")
    with pytest.raises(GoldError, match=reason):
        read_gold(path, Labels())


def test_what_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="there is no such file"):
        read_gold(tmp_path / "none.jsonl", Labels())
    (tmp_path / "empty").mkdir()
    with pytest.raises(GoldError, match=r"holds no \.txt file"):
        read_gold(tmp_path / "empty", Labels())


def test_texts_without_gold_are_drawn_by_chance(tmp_path: Path) -> None:
    path = written(tmp_path, *({"text": f"{number} {TEXT * 10}"} for number in range(20)), {"text": "Коротко."})
    texts = read_texts(path, 5, seed=1)
    assert len(set(texts)) == 5
    assert texts == read_texts(path, 5, seed=1) != read_texts(path, 5, seed=2)
    assert len(read_texts(path, 100, seed=1)) == 20
    with pytest.raises(GoldError, match="no text has 250 letters"):
        read_texts(written(tmp_path, {"text": "Коротко."}), 5, seed=1)
    with pytest.raises(GoldError, match=r"gold\.jsonl:1: a line must be"):
        read_texts(written(tmp_path, {"body": TEXT}), 5, seed=1)


def test_names_inside_names_are_layers_and_a_label_can_be_read_as_another(tmp_path: Path) -> None:
    text = "Совет Госдумы РФ у моста Кирова"
    place = [{"start": 17, "stop": 31, "label": "FACILITY"}]
    nested = [
        {"start": 6, "stop": 16, "label": "ORG"},
        {"start": 14, "stop": 16, "label": "LOC"},
        {"start": 25, "stop": 31, "label": "PER"},
        {"start": 0, "stop": 5, "label": "ORG"},
        {"start": 19, "stop": 24, "label": "ORG"},  # no capital, no name
    ]
    record = {"text": text, "spans": [{"start": 0, "stop": 16, "label": "ORG"}], "nested": nested + place}
    path = written(tmp_path, record, {"text": "Дождь.", "spans": []})
    labels = Labels(renamed={"FACILITY": "LOC"})
    first, second = read_gold(path, labels)
    layers = {
        scheme: [(text[span.start : span.stop], span.label) for span in spans]
        for scheme, spans in first.layers("full").items()
    }
    assert layers == {
        "full": [("Совет Госдумы РФ", "ORG"), ("у моста Кирова", "LOC")],
        "full-1": [("Совет", "ORG"), ("Госдумы РФ", "ORG"), ("Кирова", "PER")],
        "full-2": [("РФ", "LOC")],
    }
    assert second.layers("full") == {"full": (), "full-1": (), "full-2": ()}  # nothing is inside, which is known


def test_roles_are_read_from_people(tmp_path: Path) -> None:
    roles = [{"start": 0, "stop": 9, "text": "президент"}]
    record = {"text": "президент Рахмон", "spans": [{"start": 10, "stop": 16, "label": "PER", "roles": roles}]}
    [document] = read_gold(written(tmp_path, record), Labels(), "roles")
    assert document.layers("roles") == {"roles": (GoldSpan(0, 9, "ROLE"),)}
