import errno
import gzip
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from ner_news import Corpus
from ner_news.articles import Journal
from ner_news.cli import main
from ner_news.extraction import ExtractionOptions
from ner_news.extraction.resuming import run_key
from ner_news.files.lines import CHUNK

COMMAND = Path(sys.executable).with_name("ner-news")
EXAMPLES = Path(__file__).parents[1] / "examples"


def run(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)


def records(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def lemmas(record: dict[str, Any]) -> list[str]:
    return [span["lemma"] for span in record["spans"]]


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.jsonl"
    lines = [
        {"id": "a", "text": "Ангелу Меркель ждут в Душанбе.", "published": "2021-09-16T16:02"},
        {"id": 2, "text": "В Минске ждут.", "other": [1]},
        {"text": "В Москве ждут."},
    ]
    path.write_text("\n\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8")
    return path


def test_json_lines_give_a_line_each(news: Path) -> None:
    result = run("extract", news)
    assert result.exit_code == 0
    first, second, third = records(result)
    assert (first["id"], first["published"]) == ("a", "2021-09-16T16:02:00")
    assert lemmas(first) == ["Ангела Меркель", "Душанбе"]
    assert (second["id"], second["published"], lemmas(second)) == (2, None, ["Минск"])
    assert third["id"] == f"{news}:5"


def test_plain_text_is_one_article_named_by_its_file() -> None:
    result = run("extract", EXAMPLES / "article.txt", "--published", "2024-05-14")
    assert result.exit_code == 0
    [record] = records(result)
    assert record["id"] == str(EXAMPLES / "article.txt")
    assert record["published"] == "2024-05-14T00:00:00"
    assert "Ильдар Сабиров" in lemmas(record)


def test_standard_input_is_read() -> None:
    assert lemmas(records(run("extract", stdin="Ангелу Меркель ждут в Душанбе."))[0]) == ["Ангела Меркель", "Душанбе"]
    result = run("extract", "-", "--from", "jsonl", stdin='{"text": "Минск"}\n{"text": "Москва"}\n')
    assert list(map(lemmas, records(result))) == [["Минск"], ["Москва"]]


def test_output_goes_to_a_file(news: Path, tmp_path: Path) -> None:
    result = run("extract", news, "-o", tmp_path / "out.jsonl")
    assert (result.exit_code, result.stdout) == (0, "")
    written = (tmp_path / "out.jsonl").read_text(encoding="utf-8")
    assert written == run("extract", news).stdout


def test_a_corpus_gives_its_ids_to_all_articles(tmp_path: Path) -> None:
    corpus = tmp_path / "news.corpus"
    lines = '{"id": 1, "text": "Меркель ждут в Минске."}\n{"id": 2, "text": "Приехала Ангела Меркель."}\n'
    result = run("extract", "--from", "jsonl", "--corpus", corpus, stdin=lines)
    assert [record["id"] for record in records(result)] == [1, 2]
    assert [record["spans"][0]["entity"] for record in records(result)] == ["PER:ангела меркель"] * 2
    again = run("extract", "--from", "jsonl", "--corpus", corpus, stdin=lines)
    assert (again.exit_code, again.stdout) == (0, result.stdout)


def test_an_article_that_a_corpus_refuses_does_not_end_the_rest(tmp_path: Path) -> None:
    lines = '{"id": 1, "text": "Минск"}\n{"id": 1, "text": "Москва"}\n{"id": 2, "text": "Киев"}\n'
    result = run("extract", "--from", "jsonl", "--corpus", tmp_path / "news.corpus", stdin=lines)
    assert result.exit_code == 1
    assert list(map(lemmas, records(result))) == [["Минск"], ["Киев"]]
    assert result.stderr.startswith("-:2: ")
    assert "holds another document of the id 1" in result.stderr


def test_a_file_that_is_no_corpus_is_misuse(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("notes", encoding="utf-8")
    result = run("extract", "--corpus", path, stdin="Минск")
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"{path}: is no corpus" in result.stderr
    assert path.read_text(encoding="utf-8") == "notes"


def test_the_scheme_is_passed_on() -> None:
    text = "Министерство финансов России ждёт."
    full, bare = (records(run("extract", "--scheme", scheme, stdin=text))[0] for scheme in ("full", "names"))
    assert lemmas(full) == ["Министерство финансов России"]
    assert lemmas(bare) == ["Министерство финансов", "Россия"]


def test_own_names_are_found(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text("name,label,entity\nРомашка,ORG,Q1\n", encoding="utf-8")
    [record] = records(run("extract", "--gazetteer", tmp_path / "own.csv", stdin="Ждут Ромашку."))
    assert (lemmas(record), record["spans"][0]["entity"]) == (["Ромашка"], "Q1")
    assert run("extract", "--gazetteer", tmp_path / "none.csv", stdin="").exit_code == 2


GIVEN = [
    {"id": 1, "text": "МИД Германии ждёт Рахмона.", "spans": [{"start": 0, "stop": 12, "label": "NAME"}],
     "nested": [{"start": 4, "stop": 12, "label": "NAME"}, {"start": 18, "end": 25, "label": "person"}]},
    {"id": 2, "text": "Минск", "spans": []},
    {"id": 3, "text": "Минск", "spans": [[0, 6, "LOC"]]},
    {"id": 4, "text": "Минск"},
]  # fmt: skip


def write_lines(path: Path, lines: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    return path


@pytest.mark.parametrize("workers", [1, 2])
def test_names_may_be_given(tmp_path: Path, workers: int) -> None:
    path = write_lines(tmp_path / "given.jsonl", GIVEN)
    result = run("extract", path, "--spans-from-input", "--workers", str(workers))
    assert result.exit_code == 1
    first, second = records(result)
    assert lemmas(first) == ["МИД Германии", "Рахмон"]
    assert lemmas({"spans": first["spans"][0]["inner"]}) == ["Германия"]
    assert second["spans"] == []
    assert result.stderr.splitlines()[:2] == [
        f"{path}:3: span 0, [0, 6, 'LOC']: it does not lie in the text of 5 characters",
        f"{path}:4: there is no 'spans' among the fields ['id', 'text'], but names are to be given",
    ]
    plain = run("extract", path)
    assert plain.exit_code == 0
    assert lemmas(records(plain)[1]) == ["Минск"]


@pytest.mark.parametrize("ending", ["csv", "parquet", "jsonl.gz"])
def test_what_was_written_can_be_given_again(ending: str, tmp_path: Path) -> None:
    """In each format documents are written as they can be read: their spans are given ones."""
    path, written = write_lines(tmp_path / "given.jsonl", GIVEN[:2]), tmp_path / f"written.{ending}"
    assert run("extract", path, "--spans-from-input", "-o", written, "-q").exit_code == 0
    again = run("extract", written, "--spans-from-input")
    assert again.exit_code == 0
    assert [record["spans"] for record in records(again)] == [
        record["spans"] for record in records(run("extract", path, "--spans-from-input"))
    ]


def test_spans_that_are_no_json_are_named(tmp_path: Path) -> None:
    path = tmp_path / "given.csv"
    path.write_text("text,spans\nМинск,0-5\n", encoding="utf-8")
    result = run("extract", path, "--spans-from-input")
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"{path}:2: spans" in result.stderr


def test_a_table_is_for_reading() -> None:
    result = run("extract", "--format", "table", stdin="Ангелу Меркель ждут в Душанбе 16.09.2021. [/b]")
    assert result.exit_code == 0
    words = "label text lemma LOC 2021-09-16".split()
    for word in (*words, "Ангелу Меркель", "Ангела Меркель", "Душанбе", "16 сентября 2021 года"):
        assert word in result.stdout


BROKEN = [
    ("not json", "not JSON"),
    ('"text"', "JSON object"),
    ('{"id": 1}', "'text'"),
    ('{"text": null}', "not null"),
    ('{"text": 5}', "text must be str, not int"),
    ('{"text": "", "id": {}}', "id must be str or int"),
    ('{"text": "", "published": "вчера"}', "'вчера'"),
    ('{"text": "", "published": 2021}', "2021 is no time in Unix seconds"),
    ('{"text": "", "published": [2021]}', "list"),
    ("[" * 100_000, "news.jsonl:2"),
    (b'{"text": "\xff"}', "not UTF-8"),
]


@pytest.mark.parametrize(("line", "reason"), BROKEN, ids=[reason for _, reason in BROKEN])
def test_a_bad_line_is_named_and_the_others_go_on(line: str | bytes, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    middle = line if isinstance(line, bytes) else line.encode()
    path.write_bytes(
        b"\n".join(['{"id": 1, "text": "Минск"}'.encode(), middle, '{"id": 3, "text": "Москва"}'.encode()])
    )
    result = run("extract", path)
    assert result.exit_code == 1
    assert [record["id"] for record in records(result)] == [1, 3]
    [message] = result.stderr.splitlines()
    assert message.startswith(f"{path}:2: ")
    assert reason in message


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    for name, content in {"a.jsonl": '{"text": "Минск"}', "a.txt": "Минск"}.items():
        (tmp_path / name).write_text(content, encoding="utf-8-sig")
        assert records(run("extract", tmp_path / name))[0]["text"] == "Минск"


def test_a_text_file_of_another_encoding_is_named(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_bytes("Москва".encode("cp1251"))
    (tmp_path / "new.txt").write_text("Минск", encoding="utf-8")
    result = run("extract", tmp_path / "old.txt", tmp_path / "new.txt")
    assert result.exit_code == 1
    assert "old.txt: not UTF-8: byte 0 is 0xcc" in result.stderr
    assert [record["text"] for record in records(result)] == ["Минск"]


def test_half_a_surrogate_gets_through(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "Минск \\ud800"}')
    for form in ("jsonl", "table"):
        assert run("extract", tmp_path / "a.jsonl", "--format", form).exit_code == 0
    assert records(run("extract", tmp_path / "a.jsonl"))[0]["text"] == "Минск \ud800"


MISUSES = {
    "a missing file": (["extract", "no-such.txt"], "no-such.txt"),
    "an unknown model": (["extract", "--model", "bert", "-"], "bert"),
    "an unreadable time": (["extract", "--published", "вчера", "-"], "вчера"),
    "an unwritable output": (["extract", "-", "-o", "no/such/folder/out"], "no/such/folder/out"),
}


@pytest.mark.parametrize(("arguments", "named"), MISUSES.values(), ids=MISUSES)
def test_misuse_is_one_line_and_code_2(arguments: list[str], named: str) -> None:
    result = run(*arguments, stdin="")
    assert result.exit_code == 2
    [message] = result.stderr.splitlines()
    assert named in message


def test_a_folder_needs_files_to_read(tmp_path: Path) -> None:
    (tmp_path / "notes.md").touch()
    result = run("extract", tmp_path)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"{tmp_path}: is a folder without files in .jsonl" in result.stderr


@pytest.mark.parametrize("arguments", [["extract", "--scheme", "short"], ["extract", "--nonsense"], ["nonsense"]])
def test_an_unknown_option_is_code_2(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


def test_the_output_must_not_be_the_input(news: Path) -> None:
    before = news.read_bytes()
    assert run("extract", news, "-o", news).exit_code == 2
    assert news.read_bytes() == before


def test_the_output_must_not_be_the_redirected_input(news: Path) -> None:
    before = news.read_bytes()
    with news.open("rb") as stdin:
        done = subprocess.run([COMMAND, "extract", "-o", news], stdin=stdin, capture_output=True, check=False)
    assert done.returncode == 2
    assert news.read_bytes() == before


def test_a_pipe_is_a_file_too(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "news")
    with subprocess.Popen([COMMAND, "extract", tmp_path / "news"], stdout=subprocess.PIPE) as running:
        (tmp_path / "news").write_text("В Минске ждут.", encoding="utf-8")
        assert running.stdout is not None
        assert lemmas(json.loads(running.stdout.read())) == ["Минск"]


@pytest.mark.parametrize("form", ["jsonl", "table"])
def test_a_full_disk_is_one_line(news: Path, form: str) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    with Path("/dev/full").open("wb") as full:
        command = [str(COMMAND), "extract", str(news), "--format", form]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert b"Traceback" not in done.stderr


def test_a_reader_that_leaves_early_is_no_error_to_talk_about(news: Path) -> None:
    done = subprocess.run(f"{COMMAND} extract {news} | head -c 5", shell=True, capture_output=True, check=True)
    assert done.stdout == b'{"id"'
    assert done.stderr.endswith(b"news.jsonl:3: not read: 'other'\n")
    assert done.stderr.count(b"\n") == 1


def test_version_and_help() -> None:
    assert run("--version").stdout.startswith("ner-news, version ")
    assert "extract" in run("--help").stdout
    for option in ("--scheme", "--published", "--format", "Exit codes"):
        assert option in run("extract", "--help").stdout


def test_it_runs_as_a_command(news: Path) -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("ner-news"), "extract", news], capture_output=True, check=True
    )
    assert len(done.stdout.splitlines()) == 3
    assert done.stderr.endswith(b"news.jsonl:3: not read: 'other'\n")
    assert done.stderr.count(b"\n") == 1


def test_it_runs_as_a_module() -> None:
    done = subprocess.run([sys.executable, "-m", "ner_news", "--version"], capture_output=True, check=True)
    assert done.stdout.startswith(b"ner-news, version ")


def test_the_articles_may_be_pages() -> None:
    page = "<p>Эмомали <b>Рахмона</b> ждут"
    [record] = records(run("extract", "--text-format", "auto", stdin=page))
    assert [(span["text"], span["lemma"]) for span in record["spans"]] == [("Эмомали <b>Рахмона", "Эмомали Рахмон")]
    [plain] = records(run("extract", stdin=page))
    assert plain["spans"] != record["spans"]


@pytest.mark.parametrize("kind", ["text", "jsonl"])
def test_records_that_are_too_large_are_named_and_skipped(kind: str, tmp_path: Path) -> None:
    small, large = (json.dumps({"text": "В Минске ждут. " * times}) for times in (1, 20_000))
    (tmp_path / "news").write_text(f"{large}\n{small}\n{large}", encoding="utf-8")
    result = run("extract", "--from", kind, "--max-bytes", "200", tmp_path / "news")
    assert result.exit_code == 1
    assert len(records(result)) == (1 if kind == "jsonl" else 0)
    places = [f"{tmp_path / 'news'}:1: ", f"{tmp_path / 'news'}:3: "] if kind == "jsonl" else [f"{tmp_path / 'news'}: "]
    for line, place in zip(result.stderr.splitlines(), places, strict=True):
        assert line.startswith(place)
        assert "more than the 200 allowed" in line


@pytest.mark.parametrize("size", [-1, 0, 1])
def test_a_record_may_have_just_as_many_bytes_as_allowed(size: int, tmp_path: Path) -> None:
    line = json.dumps({"text": "В Минске ждут."}).encode()
    (tmp_path / "news.jsonl").write_bytes(line + b"\n" + line + b"\n")
    result = run("extract", "--max-bytes", str(len(line) + size), tmp_path / "news.jsonl")
    assert len(records(result)) == (0 if size < 0 else 2)


def test_show_marks_names_in_the_text_with_labels_in_words() -> None:
    result = run("show", stdin="МИД Германии ждёт\u00a0Ангелу Меркель 16.09.2021. [/b] \x1b[31m")
    assert result.exit_code == 0
    marked = "[[МИД organization] [Германии place] organization] ждёт [Ангелу Меркель person] [16.09.2021 date]. [/b]"
    assert marked in " ".join(result.stdout.split())
    assert "\x1b" not in result.stdout


def test_show_writes_a_page(news: Path, tmp_path: Path) -> None:
    assert run("show", news, "-o", tmp_path / "page.html").exit_code == 0
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert page.count('<div class="ner-text">') == 3
    assert "2021-09-16 16:02" in page


def test_show_shows_documents_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "Минск", "spans": [], "entities": []}', encoding="utf-8")
    (tmp_path / "b.jsonl").write_text('{"text": "Минск"}', encoding="utf-8")
    assert run("show", tmp_path / "a.jsonl").stdout.split() == ["Минск"]
    assert "[Минск place]" in run("show", tmp_path / "b.jsonl").stdout


def test_show_names_what_cannot_be_read(news: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl").write_text('{"id": 1}\n{"text": "Минск"}\n', encoding="utf-8")
    result = run("show", tmp_path / "bad.jsonl")
    assert (result.exit_code, "bad.jsonl:1: there is no 'text'" in result.stderr) == (1, True)
    assert "[Минск place]" in result.stdout
    assert run("show", tmp_path / "none.txt").exit_code == 2
    assert run("show", news, "-o", tmp_path / "no" / "page.html").exit_code == 2


def test_convert_writes_other_formats_and_reads_them(news: Path, tmp_path: Path) -> None:
    run("extract", news, "-o", tmp_path / "out.jsonl")
    for name in ("out.conll", "brat", "tasks.json", "spans.csv", "again.jsonl"):
        result = run("convert", tmp_path / "out.jsonl", tmp_path / name)
        assert (result.exit_code, result.output) == (0, "")
    assert (tmp_path / "again.jsonl").read_bytes() == (tmp_path / "out.jsonl").read_bytes()
    assert "Меркель\tI-PER" in (tmp_path / "out.conll").read_text(encoding="utf-8")
    assert (tmp_path / "brat" / "a.ann").read_text(encoding="utf-8").startswith("T1\tPER 0 14\tАнгелу Меркель\n")
    for name in ("out.conll", "brat", "tasks.json"):
        assert run("convert", tmp_path / name, tmp_path / "back.jsonl").exit_code == 0
        lines = (tmp_path / "back.jsonl").read_text(encoding="utf-8").splitlines()
        assert {"start": 0, "stop": 14, "label": "PER"} in [json.loads(line)["spans"][0] for line in lines]


def test_convert_names_what_it_cannot_do(news: Path, tmp_path: Path) -> None:
    for arguments, reason in (
        (["none.jsonl", "a.csv"], "none.jsonl:0: there is no such file"),
        ([news, tmp_path / "a.csv"], "'spans' must be a list"),
        ([news, "a.doc"], "'.doc'"),
        ([news, news], "overwrite"),
        (["a.csv", "a.jsonl"], "'csv'"),
    ):
        result = run("convert", *arguments)
        assert result.exit_code == 2
        [message] = result.stderr.splitlines()
        assert reason in message


@pytest.mark.parametrize("size", [-1, 0, 1])
@pytest.mark.parametrize("kind", ["text", "jsonl"])
def test_what_follows_a_record_that_is_too_large_is_read(kind: str, size: int, tmp_path: Path) -> None:
    """Whatever the number of its pieces."""
    line = json.dumps({"text": "В Минске ждут."}).encode() + b"\n"
    (tmp_path / "news").write_bytes(b"x" * (len(line) + 1 + CHUNK - 1 + size) + b"\n" + line + line)
    result = run("extract", "--from", kind, "--max-bytes", str(len(line)), tmp_path / "news")
    assert len(records(result)) == (2 if kind == "jsonl" else 0)
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize("ending", ["", ".part", ".journal"])
@pytest.mark.parametrize("option", [None, "--gazetteer", "--corpus"])
def test_nothing_that_is_read_is_overwritten(option: str | None, ending: str, news: Path, tmp_path: Path) -> None:
    used = tmp_path / f"out.jsonl{ending}"
    if option == "--corpus":
        Corpus(used).close()
    else:
        used.write_text('{"text": "Минск", "name": "Минск", "label": "LOC"}\n', encoding="utf-8")
    content = used.read_bytes()
    arguments = [used] if option is None else [news, option, used]
    result = run("extract", "--from", "jsonl", "-o", tmp_path / "out.jsonl", *arguments)
    assert (result.exit_code, result.stderr) == (2, f"Error: {used}: the output would overwrite the input\n")
    assert used.read_bytes() == content


@pytest.mark.parametrize("option", ["corpus", "spans_from_input"])
def test_a_run_with_an_option_is_not_gone_on_with_without_it(
    option: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    news = write_lines(tmp_path / "given.jsonl", GIVEN[:2])
    options: dict[str, list[str | Path]] = {
        "corpus": ["--corpus", tmp_path / "c"],
        "spans_from_input": ["--spans-from-input"],
    }

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Journal, "finish", full)
        assert run("extract", news, "-o", tmp_path / "out.jsonl", *options[option]).exit_code == 2
    assert (tmp_path / "out.jsonl.journal").exists()
    result = run("extract", news, "-o", tmp_path / "out.jsonl", "--resume")
    assert (result.exit_code, f"was begun with other {option}" in result.stderr) == (2, True)


def test_what_lies_behind_links_is_read_or_named(news: Path, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / "in" / folder).mkdir(parents=True)
    (tmp_path / "in" / "a" / "one.jsonl").write_bytes(news.read_bytes())
    (tmp_path / "in" / "a" / "round").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "b" / "gone.jsonl").symlink_to(tmp_path / "none.jsonl")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "two.jsonl").write_bytes(news.read_bytes())
    (tmp_path / "in" / "c").symlink_to(tmp_path / "elsewhere")
    result = run("extract", tmp_path / "in")
    assert len(records(result)) == 2 * len(records(run("extract", news)))
    gone = tmp_path / "in" / "b" / "gone.jsonl"
    assert (result.exit_code, result.stderr) == (1, f"{gone}: cannot be opened: No such file or directory\n")


def test_show_reads_what_stands_beside_documents(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        '{"text": "Киев", "spans": [], "entities": []}\n{"text": "Минск", "spans": []}\n', encoding="utf-8"
    )
    assert run("show", tmp_path / "a.jsonl").stdout.split("\n")[:3] == ["Киев", "", "[Минск place]"]


def test_convert_packs_and_keeps_what_was_there_until_it_is_done(news: Path, tmp_path: Path) -> None:
    run("extract", news, "-o", tmp_path / "out.jsonl")
    assert run("convert", tmp_path / "out.jsonl", tmp_path / "out.jsonl.gz").exit_code == 0
    assert gzip.decompress((tmp_path / "out.jsonl.gz").read_bytes()) == (tmp_path / "out.jsonl").read_bytes()
    before = (tmp_path / "out.jsonl.gz").read_bytes()
    (tmp_path / "bad.jsonl").write_bytes((tmp_path / "out.jsonl").read_bytes() + b"{")
    assert run("convert", tmp_path / "bad.jsonl", tmp_path / "out.jsonl.gz").exit_code == 2
    assert (tmp_path / "out.jsonl.gz").read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} >= {"out.jsonl", "out.jsonl.gz", "bad.jsonl"}
    assert not list(tmp_path.glob("*.out.jsonl.gz"))


def test_a_record_has_a_bound_that_is_told(tmp_path: Path) -> None:
    large = "д" * 5_000_001
    (tmp_path / "a.txt").write_text(large, encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(json.dumps({"text": large}, ensure_ascii=False), encoding="utf-8")
    (tmp_path / "c.csv").write_text(f'id,text\n1,"{large}\n', encoding="utf-8")
    (tmp_path / "d.csv").write_text(f'id,text\n1,"{large}"\n2,Минск\n', encoding="utf-8")
    result = run("extract", tmp_path)
    assert [record["text"] for record in records(result)] == ["Минск"]
    *bounded, _ = (line for line in result.stderr.splitlines() if "c.csv" not in line)
    assert len(bounded) == 2
    assert all("more than the 10,000,000 allowed by --max-bytes" in line for line in bounded)
    assert f"{tmp_path / 'c.csv'}:2: broken quoting: " in result.stderr


@pytest.mark.parametrize("change", [lambda part: b"x" + part[1:], lambda part: part[:-9] + bytes(9)])
def test_a_damaged_part_is_not_gone_on_with(change: Any, news: Path, tmp_path: Path) -> None:
    target, part = tmp_path / "out.jsonl", tmp_path / "out.jsonl.part"
    arguments = ("extract", news, "-o", target, "--resume", "-q")
    assert run(*arguments).exit_code == 0
    options = ExtractionOptions(files=(str(news),), output=str(target), resume=True, quiet=True)
    with Journal(target, run_key(options, [str(news)])) as journal:
        journal.write(target.read_bytes(), {})
        journal.enter()
    content = part.read_bytes()
    part.write_bytes(change(content))
    result = run(*arguments)
    assert result.exit_code == 2
    assert f"{part}: is damaged" in result.stderr
    assert part.read_bytes() == change(content)
