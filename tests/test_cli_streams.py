"""The command line where the shell gives it closed streams, full disks, old encodings and hostile names."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

NEWS = '{"id": 1, "text": "В Минске ждут → ☃"}\n'
FAILING = '{"id": 2}\n'
BASH = "/bin/bash"

pytestmark = pytest.mark.skipif(not Path(BASH).exists(), reason="needs bash")


def run(folder: Path, command: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run a command of the shell, where `ner` is the command line; nothing is ever a traceback."""
    script = f"ner() {{ '{sys.executable}' -m ner_news.cli \"$@\"; }}; {command}"
    root = str(Path(__file__).parents[1])
    done = subprocess.run(
        [BASH, "-c", script], cwd=folder, capture_output=True, encoding="utf-8", errors="backslashreplace", timeout=60,
        env={**os.environ, "PYTHONPATH": root, **environment}, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert "Traceback" not in done.stderr + done.stdout
    return done


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "ok.jsonl").write_text(NEWS, encoding="utf-8")
    (tmp_path / "some.jsonl").write_text(NEWS + FAILING, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-", "2>/dev/full"])
@pytest.mark.parametrize("workers", [1, 2])
def test_a_closed_stream_harms_no_file(closed: str, workers: int, folder: Path) -> None:
    done = run(folder, f"ner extract some.jsonl -o out.jsonl --workers {workers} {closed}")
    assert done.returncode == 1
    [line] = (folder / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["text"] == json.loads(NEWS)["text"]
    assert sorted(path.name for path in folder.iterdir()) == ["ok.jsonl", "out.jsonl", "some.jsonl"]
    if "2>" not in closed:
        assert "there is no 'text'" in done.stderr


@pytest.mark.parametrize(
    "command", ["extract <&-", "extract ok.jsonl >&-", "show ok.jsonl >&-", "show <&-", "--version >&-"]
)
def test_a_closed_stream_that_is_needed_is_told(command: str, folder: Path) -> None:
    done = run(folder, f"ner {command}")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "Error: a standard stream that is needed is closed\n"


@pytest.mark.parametrize("command", ["extract no-file", "extract --nonsense", "train", "convert a b"])
@pytest.mark.parametrize("stream", ["2>/dev/full", "2>&-"])
def test_the_exit_code_does_not_need_a_message(command: str, stream: str, folder: Path) -> None:
    done = run(folder, f"ner {command} {stream}")
    assert (done.returncode, done.stdout) == (2, "")


OLD = {"PYTHONIOENCODING": "cp1251"}, {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}


@pytest.mark.parametrize("environment", OLD)
def test_signs_that_an_encoding_lacks_are_written_out(environment: dict[str, str], folder: Path) -> None:
    shown = run(folder, "ner show ok.jsonl", **environment)
    assert shown.returncode == 0
    assert "\\u2192 \\u2603" in shown.stdout
    assert run(folder, "ner extract ok.jsonl -o out.jsonl -q", **environment).returncode == 0
    assert "→ ☃" in (folder / "out.jsonl").read_text(encoding="utf-8")
    missing = run(folder, "ner extract '☃'", **environment)
    assert (missing.returncode, len(missing.stderr.splitlines())) == (2, 1)


FED = [
    "ner extract s.jsonl >> s.jsonl",
    "ner extract . >> s.jsonl",
    "ner extract --from jsonl < s.jsonl >> s.jsonl",
    "ner show s.jsonl >> s.jsonl",
    "ner convert s.jsonl /dev/stdout --to jsonl >> s.jsonl",
]


@pytest.mark.parametrize("command", FED)
def test_no_output_feeds_itself(command: str, folder: Path) -> None:
    (folder / "s.jsonl").write_text(NEWS, encoding="utf-8")
    done = run(folder, command)
    assert done.returncode == 2
    assert "the output would overwrite the input" in done.stderr
    assert (folder / "s.jsonl").read_text(encoding="utf-8") == NEWS


def test_errors_do_not_feed_the_input(folder: Path) -> None:
    before = (folder / "some.jsonl").read_text(encoding="utf-8")
    assert run(folder, "ner extract some.jsonl 2>> some.jsonl").returncode == 2
    said = (folder / "some.jsonl").read_text(encoding="utf-8").removeprefix(before)
    assert said == "Error: standard error: the output would overwrite the input\n"


UNNAMED = ["extract ''", "show ''", "convert '' out.jsonl", "convert ok.jsonl ''", "mask '' -o a --key b"]
UNNAMED += [f"extract ok.jsonl {option} ''" for option in ("-o", "--gazetteer", "--model", "--corpus")]


@pytest.mark.parametrize("command", UNNAMED)
def test_a_file_needs_a_name(command: str, folder: Path) -> None:
    done = run(folder, f"ner {command}")
    assert (done.returncode, done.stdout, done.stderr) == (2, "", "Error: '': a file needs a name\n")


def test_a_pipe_in_a_folder_is_named_and_left_alone(folder: Path) -> None:
    os.mkfifo(folder / "pipe.jsonl")
    done = run(folder, "ner extract . -q")
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 2
    assert "pipe.jsonl: is no file" in done.stderr


def test_a_pipe_that_is_asked_for_is_shown(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    done = run(folder, "cat ok.jsonl > pipe & ner show --from jsonl pipe; wait")
    assert (done.returncode, done.stdout.splitlines()[1]) == (0, "В [Минске place] ждут → ☃")


HOSTILE = "a\x1b[31m\nforged: \x9b1m.jsonl"


def test_no_name_of_a_file_or_field_steers_a_terminal_or_forges_a_line(folder: Path) -> None:
    (folder / "in").mkdir()
    (folder / "in" / HOSTILE).write_text(
        '{"x\\u001b[1m\\ny": 1, "text": ""}\n{"x\\u001b[1m\\nz": 1}\n{', encoding="utf-8"
    )
    for command in ("extract in", "show in", f"extract $'{'no' + HOSTILE}'", f"convert $'{HOSTILE}' out.jsonl"):
        done = run(folder, f"ner {command}")
        assert done.returncode in (1, 2)
        assert done.stderr
        assert "\x1b" not in done.stderr
        assert "\x9b" not in done.stderr
        assert all(line.startswith(("in/a", "Error: ")) for line in done.stderr.splitlines())


def test_no_label_of_a_brat_file_steers_a_terminal(folder: Path) -> None:
    (folder / "brat").mkdir()
    (folder / "brat" / "a.txt").write_text("Минск", encoding="utf-8")
    for line in ("T1\tLOC\x1b[31m 0 4\tМинск", "T1\tLOC\x1b[31m 0 5\tМинск", "T1\tLOC\x1b[31m"):
        (folder / "brat" / "a.ann").write_text(f"{line}\n", encoding="utf-8")
        for command in ("convert brat out.jsonl", "train --gold full:brat --held-out 0 -o out.pack", "show brat"):
            assert "\x1b" not in run(folder, f"ner {command}").stderr
