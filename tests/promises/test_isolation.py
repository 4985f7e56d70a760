"""In a stream one bad record is reported with its place and does not end the rest."""

import json
import subprocess
import sys
from pathlib import Path

GOOD = [{"id": number, "text": "В Минске ждут."} for number in range(3)]
BAD = {
    "{": "not JSON",
    "[1]": "must be a JSON object",
    '{"id": 1}': "there is no 'text'",
    '{"text": 5}': "text must be str, not int",
    '{"text": "а", "published": "вчера"}': "вчера",
    '{"text": "а", "id": [1]}': "id must be str or int",
    "[" * 100_000: "",
    '{"id": ' + "9" * 5000 + "}": "",
}


def test_one_bad_record_does_not_end_the_rest(tmp_path: Path) -> None:
    lines = []
    for bad in BAD:
        lines += [*map(json.dumps, GOOD), bad]
    (tmp_path / "news.jsonl").write_bytes("\n".join([*lines, json.dumps(GOOD[0])]).encode() + b"\n\xff\n")
    command = Path(sys.executable).with_name("ner-news")
    done = subprocess.run([command, "extract", "news.jsonl"], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == len(GOOD) * len(BAD) + 1
    reports = done.stderr.decode().splitlines()
    assert len(reports) == len(BAD) + 1
    for number, (report, reason) in enumerate(zip(reports, [*BAD.values(), "not UTF-8"], strict=True), start=1):
        place = 4 * number if number <= len(BAD) else 4 * len(BAD) + 2
        assert report.startswith(f"news.jsonl:{place}: ")
        assert reason in report
