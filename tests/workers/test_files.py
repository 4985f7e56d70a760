"""`ner-news extract` from files of every kind to files of every kind."""

import csv
import gzip
import io
import json
import os
import resource
import signal
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import ner_news
from ner_news import Document, Extractor
from ner_news.cli import main
from ner_news.files import compress_pieces, decompress
from tests.endurance.archive import below
from tests.workers.work import end

pa = pytest.importorskip("pyarrow", reason="needs pip install 'ner-news[arrow]'")
zstandard = pytest.importorskip("zstandard", reason="needs pip install 'ner-news[zstd]'")
parquet = pytest.importorskip("pyarrow.parquet")

RECORDS = [
    {"id": str(number), "text": f'Рахмон прибыл в Душанбе {number % 28 + 1} мая, «сказал»;\nон, "да".'}
    for number in range(70)
]
NAMES = ("news.jsonl", "news.jsonl.gz", "news.jsonl.zst", "news.csv", "news.csv.gz", "news.csv.zst", "news.parquet")
HERE = {**os.environ, "PYTHONPATH": str(Path(ner_news.__file__).parents[1])}

EAGER = "from ner_news.articles import journal; journal.ENTRY_SECONDS = 0.0; from ner_news.cli import main; main()"
"""The command line with an entry in the journal after each batch."""


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["extract", *map(str, arguments)])


def write(path: Path, records: list[dict[str, Any]], delimiter: str = ",") -> Path:
    """Records in a file as its name says."""
    if path.suffix == ".parquet":
        parquet.write_table(pa.Table.from_pylist(records), path, row_group_size=16)
        return path
    if ".csv" in path.name:
        stream = io.StringIO(newline="")
        writer = csv.DictWriter(stream, list(records[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(records)
        content = stream.getvalue()
    else:
        content = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    path.write_bytes(compress_pieces(path.suffix)(content.encode()))
    return path


def read(path: Path) -> list[dict[str, Any]]:
    """The records of a file that `extract` wrote, in the form of its lines of JSON."""
    if path.suffix == ".parquet":
        return list(parquet.read_table(path).to_pylist())
    content = path.read_bytes()
    if path.suffix == ".gz":
        content = gzip.decompress(content)
    if path.suffix == ".zst":
        content = zstandard.ZstdDecompressor().stream_reader(io.BytesIO(content), read_across_frames=True).read()
    if ".csv" not in path.name:
        return [json.loads(line) for line in content.splitlines()]
    rows = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    return [{**row, "spans": json.loads(row["spans"]), "entities": json.loads(row["entities"])} for row in rows]


@pytest.fixture(scope="module")
def expected() -> list[Document]:
    return list(Extractor().pipe(RECORDS))


@pytest.mark.parametrize("name", NAMES)
def test_every_kind_of_file_is_read(name: str, tmp_path: Path, expected: list[Document]) -> None:
    result = run(write(tmp_path / name, RECORDS), "-q")
    assert (result.exit_code, result.stderr) == (0, "")
    assert [Document.from_json(line) for line in result.stdout.splitlines()] == expected


@pytest.mark.parametrize("name", NAMES)
def test_every_kind_of_file_is_written_by_any_number_of_workers(
    name: str, tmp_path: Path, expected: list[Document]
) -> None:
    source = write(tmp_path / "in.jsonl", RECORDS)
    for workers in (1, 2):
        (tmp_path / str(workers)).mkdir()
        assert run(source, "-o", tmp_path / str(workers) / name, "--workers", str(workers)).exit_code == 0
    assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "2" / name).read_bytes()
    found = read(tmp_path / "2" / name)
    assert [record["id"] for record in found] == [record["id"] for record in RECORDS]
    assert [record["text"] for record in found] == [document.text for document in expected]
    assert [[span["lemma"] for span in record["spans"]] for record in found] == [
        [span.lemma for span in document.spans] for document in expected
    ]
    assert [[entity["id"] for entity in record["entities"]] for record in found] == [
        [entity.id for entity in document.entities] for document in expected
    ]


def test_a_folder_is_read_in_the_order_of_its_paths(tmp_path: Path) -> None:
    for place, name in enumerate(("a/b.jsonl.gz", "a/c.csv", "d.parquet")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        write(tmp_path / name, RECORDS[place : place + 1])
    (tmp_path / "a" / "notes.md").write_text("Не статья", encoding="utf-8")
    result = run(tmp_path, "--workers", "2")
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["0", "1", "2"]


@pytest.mark.parametrize("name", ["news.jsonl", "news.csv", "news.parquet"])
def test_columns_have_any_names(name: str, tmp_path: Path) -> None:
    records = [{"body": "Вчера в Минске", "key": "k", "when": "2021-09-16"}]
    columns = ["--text-column", "body", "--id-column", "key", "--published-column", "when"]
    [line] = run(write(tmp_path / name, records), *columns).stdout.splitlines()
    document = Document.from_json(line)
    assert (document.id, document.dates[0].value) == ("k", "2021-09-15")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_has_any_of_the_usual_delimiters(delimiter: str, tmp_path: Path) -> None:
    source = write(tmp_path / "news.csv", RECORDS[:3], delimiter)
    assert [json.loads(line)["text"] for line in run(source).stdout.splitlines()] == [
        record["text"] for record in RECORDS[:3]
    ]


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-40])


def quote(path: Path) -> None:
    path.write_bytes(b'id,text\r\n1,"a"\r\n2,"b" c\r\n3,"d"\r\n')


def rename(path: Path) -> None:
    write(path, [{"body": "Минск"}])


FAULTS: dict[str, tuple[str, Callable[[Path], None], int, str]] = {
    "gzip that is cut off": ("bad.jsonl.gz", cut, 1, "bad.jsonl.gz:{}: after it the file cannot be read: "),
    "zstd that is cut off": ("bad.jsonl.zst", cut, 0, "bad.jsonl.zst: the file cannot be read: a frame is cut off"),
    "zstd that is none": ("bad.jsonl.zst", quote, 0, "bad.jsonl.zst: the file cannot be read: damaged: "),
    "gzip that is none": ("bad.jsonl.gz", quote, 0, "bad.jsonl.gz: the file cannot be read: Not a gzipped file"),
    "broken quoting": ("bad.csv", quote, 1, "bad.csv:3: broken quoting: "),
    "CSV without texts": ("bad.csv", rename, 0, "bad.csv:1: there is no column 'text' among ['body']"),
    "Parquet without texts": ("bad.parquet", rename, 0, "bad.parquet: there is no column 'text' among ['body']"),
    "Parquet that is cut off": ("bad.parquet", cut, 0, "bad.parquet: no Parquet file, or a damaged one: "),
}


@pytest.mark.parametrize(("name", "harm", "least", "told"), FAULTS.values(), ids=FAULTS)
@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_bad_file_is_named_and_the_others_go_on(
    name: str, harm: Callable[[Path], None], least: int, told: str, workers: str, tmp_path: Path
) -> None:
    good, bad = write(tmp_path / "good.jsonl", RECORDS[:2]), write(tmp_path / name, RECORDS)
    harm(bad)
    result = run(good, bad, good, "--workers", workers)
    assert result.exit_code == 1
    [complaint] = result.stderr.splitlines()
    found = [json.loads(line)["id"] for line in result.stdout.splitlines()]
    assert found[:2] == found[-2:] == ["0", "1"]
    assert len(found) - 4 >= least
    assert complaint.startswith(f"{tmp_path}/{told.format(len(found) - 4)}"), complaint


def test_a_bad_row_is_named_and_the_others_go_on(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"text,published\nA,\n\xff,\nB,yesterday\nC,,\n,\nD\n")
    result = run(tmp_path / "a.csv")
    places = [line.removeprefix(f"{tmp_path}/").split(": ")[0] for line in result.stderr.splitlines()]
    assert places == ["a.csv:3", "a.csv:4", "a.csv:5"]
    assert [json.loads(line)["text"] for line in result.stdout.splitlines()] == ["A", "", "D"]
    write(tmp_path / "b.parquet", [{"text": "A"}, {"text": None}, {"text": "B"}])
    result = run(tmp_path / "b.parquet")
    assert result.stderr == f"{tmp_path}/b.parquet:2: text must be str, not null\n"


def test_a_summary_tells_what_was_done(tmp_path: Path) -> None:
    source = write(tmp_path / "news.jsonl", [*RECORDS[:3], {"body": ""}])
    summary = run(source, "-o", tmp_path / "out.jsonl").stderr.splitlines()[-1]
    assert summary.startswith("3 articles, 1 failed, 9 spans, ")
    assert summary.endswith(" characters a second")


def test_a_corpus_is_filled_by_workers_too(tmp_path: Path) -> None:
    source = write(tmp_path / "news.jsonl", [*RECORDS, {"body": ""}])
    one, two = (run(source, "--corpus", tmp_path / f"{workers}.corpus", "--workers", workers) for workers in ("1", "2"))
    assert one.exit_code == two.exit_code == 1
    assert one.stdout == two.stdout
    assert len(one.stdout.splitlines()) == len(RECORDS)
    assert (
        one.stderr == two.stderr == f"{source}:71: there is no 'text' among the fields ['body']; --text-column body?\n"
    )


def test_parquet_needs_a_file(tmp_path: Path) -> None:
    result = run(write(tmp_path / "news.jsonl", RECORDS), "--format", "parquet")
    assert (result.exit_code, result.stderr) == (2, "Error: parquet is written to a file: -o news.parquet\n")


def start(*arguments: str | Path, limit: int | None = None) -> "subprocess.Popen[bytes]":
    def bound() -> None:
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    command = [sys.executable, "-c", EAGER, "extract", *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=HERE, preexec_fn=bound)


def many(path: Path) -> Path:
    """Enough to be killed amid."""
    return write(path, [{**RECORDS[number % 70], "id": str(number)} for number in range(1500)])


@pytest.mark.parametrize("workers", ["1", "2"])
@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz", "out.parquet"])
def test_a_killed_run_goes_on(name: str, workers: str, tmp_path: Path) -> None:
    source, target, whole = many(tmp_path / "news.jsonl"), tmp_path / name, tmp_path / f"whole.{name}"
    assert run(source, "-o", whole).exit_code == 0
    command = (source, "-o", target, "--workers", workers, "--resume")
    part, kills, size = tmp_path / f"{name}.part", 0, 0
    for _ in range(4):
        with start(*command) as running:
            while running.poll() is None and not (part.exists() and part.stat().st_size > size + 20_000 * kills):
                time.sleep(0.003)
            processes = [running.pid, *below(running.pid)]
            running.kill()
        assert end(processes)
        kills += running.returncode == -signal.SIGKILL
        size = part.stat().st_size if part.exists() else size
    assert kills >= 2
    assert not target.exists() or kills < 4
    with start(*command) as running:
        complaints = running.communicate()[1].decode()
    assert running.returncode == 0, complaints
    assert complaints.startswith("1,500 articles, 0 failed")
    assert target.read_bytes() == whole.read_bytes()
    assert {path.name for path in tmp_path.iterdir()} == {source.name, target.name, whole.name}


def test_a_worker_killed_from_outside_costs_nothing(tmp_path: Path) -> None:
    source = many(tmp_path / "news.jsonl")
    assert run(source, "-o", tmp_path / "whole.jsonl").exit_code == 0
    with start(source, "-o", tmp_path / "out.jsonl", "--workers", "2") as running:
        while not (tmp_path / "out.jsonl.part").exists() or not (tmp_path / "out.jsonl.part").stat().st_size:
            time.sleep(0.003)
        os.kill(next(below(running.pid)), signal.SIGKILL)
        complaints = running.communicate()[1].decode()
    assert (running.returncode, complaints.split(",")[0]) == (0, "1")
    assert (tmp_path / "out.jsonl").read_bytes() == (tmp_path / "whole.jsonl").read_bytes()


@pytest.mark.parametrize("name", ["out.jsonl", "out.parquet"])
def test_after_a_full_disk_a_run_goes_on(name: str, tmp_path: Path) -> None:
    source, target = write(tmp_path / "news.jsonl", RECORDS), tmp_path / name
    assert run(source, "-o", tmp_path / f"whole.{name}").exit_code == 0
    limit = 50_000
    with start(source, "-o", target, limit=limit) as running:
        complaints = running.communicate()[1].decode().splitlines()
    assert (running.returncode, len(complaints)) == (2, 1)
    assert complaints[0].startswith(f"Error: {target}: ")
    assert not target.exists()
    figures = json.loads((tmp_path / f"{name}.journal").read_text(encoding="ascii"))["figures"]
    assert 0 < figures["records"] < len(RECORDS)
    assert run(source, "-o", target, "--resume").exit_code == 0
    assert target.read_bytes() == (tmp_path / f"whole.{name}").read_bytes()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 64 KB, for who may mount one."""
    (tmp_path / "disk").mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "none", str(tmp_path / "disk")]
    try:
        mounted = subprocess.run(mount, capture_output=True, check=False).returncode == 0
    except OSError:
        mounted = False
    if not mounted:
        pytest.skip("no small file system can be mounted here; the tests beside this one bound files instead")
    yield tmp_path / "disk"
    subprocess.run(["umount", str(tmp_path / "disk")], check=True)


def test_a_full_disk_is_one_line_and_what_was_finished_stays(small_disk: Path, tmp_path: Path) -> None:
    source, target = write(tmp_path / "news.jsonl", RECORDS), small_disk / "out.jsonl"
    with start(source, "-o", target) as running:
        complaints = running.communicate()[1].decode()
    assert (running.returncode, complaints) == (2, f"Error: {target}: No space left on device\n")
    figures = json.loads((small_disk / "out.jsonl.journal").read_text(encoding="ascii"))["figures"]
    part = (small_disk / "out.jsonl.part").read_bytes().split(b"\n")
    whole = [Document.from_json(line).id for line in part[: int(figures["articles"])]]
    assert whole == [record["id"] for record in RECORDS[: len(whole)]]
    assert 0 < len(whole) < len(RECORDS)


def test_a_run_on_other_files_or_with_other_options_does_not_go_on(tmp_path: Path) -> None:
    source, target = write(tmp_path / "news.jsonl", RECORDS), tmp_path / "out.jsonl"
    with start(source, "-o", target, limit=50_000) as running:
        running.communicate()
    assert "was begun with other scheme:" in run(source, "-o", target, "--resume", "--scheme", "names").stderr
    write(source, RECORDS[:50])
    changed = run(source, "-o", target, "--resume")
    assert (changed.exit_code, changed.stderr) == (
        2,
        f"Error: {target}.part was begun with other inputs: begin anew without --resume\n",
    )
    assert run(source, "-o", target).exit_code == 0
    assert len(target.read_text(encoding="utf-8").splitlines()) == 50


def test_what_cannot_go_on_says_so(tmp_path: Path) -> None:
    for arguments in (["-", "-o", tmp_path / "out"], [write(tmp_path / "news.jsonl", RECORDS)]):
        assert "--resume goes from files to a file" in run(*arguments, "--resume").stderr


def test_a_row_that_python_cannot_hold_is_named_and_the_others_go_on(tmp_path: Path) -> None:
    texts = pa.array([b"A", b"\xff", b"B", b"C"], pa.binary()).view(pa.string())
    times = pa.array([0, 0, 400_000_000_000, 0], pa.int64()).cast(pa.timestamp("s"))
    parquet.write_table(pa.table({"text": texts, "published": times}), tmp_path / "a.parquet")
    result = run(tmp_path / "a.parquet")
    assert result.exit_code == 1
    assert [json.loads(line)["text"] for line in result.stdout.splitlines()] == ["A", "C"]
    places = [line.removeprefix(f"{tmp_path}/").split(": ")[0] for line in result.stderr.splitlines()]
    assert places == ["a.parquet:2", "a.parquet:3"]


def test_rows_of_parquet_may_be_too_large_too(tmp_path: Path) -> None:
    source = write(tmp_path / "a.parquet", [{"text": "Минск"}, {"text": "Минск" * 100}])
    result = run(source, "--max-bytes", "10")
    assert (result.exit_code, len(result.stdout.splitlines())) == (1, 1)
    assert result.stderr == f"{source}:2: 1,000 bytes, more than the 10 allowed by --max-bytes\n"


@pytest.mark.parametrize("time", ["0001-01-01T00:00:00+03:00", "9999-12-31T23:59:59-03:00"])
def test_a_time_that_utc_does_not_have_is_the_nearest(time: str, tmp_path: Path) -> None:
    source = write(tmp_path / "a.jsonl", [{"text": "Минск", "published": time}])
    assert run(source, "-o", tmp_path / "out.parquet").exit_code == 0
    assert [row["published"].year for row in read(tmp_path / "out.parquet")] == [int(time[:4])]


def test_parquet_and_tables_are_packed_as_their_names_say_or_refused(tmp_path: Path) -> None:
    source = write(tmp_path / "a.jsonl", RECORDS[:1])
    refused = run(source, "-o", tmp_path / "out.parquet.gz")
    assert (refused.exit_code, "name the file without .gz" in refused.stderr) == (2, True)
    assert run(source, "--format", "table", "-o", tmp_path / "out.txt.gz").exit_code == 0
    assert b"Rahmon" not in (packed := gzip.decompress((tmp_path / "out.txt.gz").read_bytes()))
    assert "Рахмон" in packed.decode()


def test_one_letter_over_and_over_takes_little_memory_and_time(tmp_path: Path) -> None:
    lines = b"".join(b'{"text": "%s"}\n' % (b"a" * 1000) for _ in range(40_000))
    source = tmp_path / "a.jsonl.zst"
    source.write_bytes(zstandard.ZstdCompressor(level=19).compress(lines))
    tracemalloc.start()
    with source.open("rb") as stream:
        size = sum(map(len, decompress(stream, ".zst")))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (size, peak < 30_000_000) == (len(lines), True)


def test_two_runs_do_not_write_one_file(tmp_path: Path) -> None:
    source, target = many(tmp_path / "news.jsonl"), tmp_path / "out.jsonl"
    with start(source, "-o", target) as running:
        while not (tmp_path / "out.jsonl.part").exists() or not (tmp_path / "out.jsonl.part").stat().st_size:
            time.sleep(0.003)
        second = run(source, "-o", target)
        assert (second.exit_code, second.stderr) == (2, f"Error: {target}.part: another run writes this file\n")
        assert running.wait() == 0
    assert len(target.read_bytes().splitlines()) == 1500
