"""What counts of a file that grew until its process was killed."""

from pathlib import Path
from zlib import crc32

import pytest

from ner_news import InputError
from ner_news.articles import Journal, journal, read_journal


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """An entry after each piece."""
    monkeypatch.setattr(journal, "ENTRY_SECONDS", 0.0)


def test_a_file_appears_when_it_is_done(tmp_path: Path) -> None:
    target = tmp_path / "out"
    with Journal(target, {}) as file:
        file.write(b"one ", {"records": 1})
        assert not target.exists()
        file.write(b"two", {"records": 2})
        file.finish()
    assert target.read_bytes() == b"one two"
    assert list(tmp_path.iterdir()) == [target]


def test_a_torn_end_is_cut_off(tmp_path: Path) -> None:
    target = tmp_path / "out"
    with Journal(target, {"a": 1}) as file:
        file.write(b"one ", {"records": 1})
    with (tmp_path / "out.part").open("ab") as part:
        part.write(b"tw")
    earlier = read_journal(target)
    assert earlier == ({"a": 1}, 4, {"records": 1}, crc32(b"one "))
    with Journal(target, {"a": 1}, earlier) as file:
        file.write(b"two", {"records": 2})
        file.finish()
    assert target.read_bytes() == b"one two"


def test_what_is_less_than_was_entered_does_not_count(tmp_path: Path) -> None:
    target = tmp_path / "out"
    with Journal(target, {}) as file:
        file.write(b"one ", {"records": 1})
    assert read_journal(target)
    (tmp_path / "out.part").write_bytes(b"on")
    assert read_journal(target) is None
    (tmp_path / "out.part").unlink()
    assert read_journal(target) is None


@pytest.mark.parametrize("entry", ["", "{", "[]", '{"key": {}, "size": "a", "figures": {}}'])
def test_a_damaged_journal_does_not_count(tmp_path: Path, entry: str) -> None:
    (tmp_path / "out.part").write_bytes(b"one")
    (tmp_path / "out.journal").write_text(entry, encoding="utf-8")
    assert read_journal(tmp_path / "out") is None


def test_a_run_that_begins_anew_forgets_the_earlier_one(tmp_path: Path) -> None:
    target = tmp_path / "out"
    with Journal(target, {}) as file:
        file.write(b"one ", {"records": 1})
    with Journal(target, {}):
        assert read_journal(target) is None


def test_the_end_of_a_link_is_written(tmp_path: Path) -> None:
    (tmp_path / "out").symlink_to(tmp_path / "there")
    (tmp_path / "there").touch()
    with Journal(tmp_path / "out", {}) as file:
        file.write(b"one", {})
        file.finish()
    assert (tmp_path / "out").is_symlink()
    assert (tmp_path / "there").read_bytes() == b"one"


def test_a_part_that_was_changed_is_told(tmp_path: Path) -> None:
    target, part = tmp_path / "out", tmp_path / "out.part"
    for _ in range(2):  # a run that was resumed goes on counting
        with Journal(target, {}, read_journal(target)) as file:
            file.write(b"one two", {"records": 1})
    content = part.read_bytes()
    for place in range(len(content)):
        part.write_bytes(content[:place] + b"x" + content[place + 1 :])
        with pytest.raises(InputError, match=r"out\.part: is damaged"):
            read_journal(target)
    part.write_bytes(content + b"torn")
    assert read_journal(target)


def test_a_journal_with_another_number_does_not_count(tmp_path: Path) -> None:
    with Journal(tmp_path / "out", {}) as file:
        file.write(b"one", {"records": 1})
    entry = tmp_path / "out.journal"
    entry.write_text(entry.read_text(encoding="ascii").replace('"records": 1', '"records": 2'), encoding="ascii")
    assert read_journal(tmp_path / "out") is None
