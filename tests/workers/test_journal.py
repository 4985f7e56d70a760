"""What counts of a file that grew until its process was killed."""

from pathlib import Path

import pytest

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
    assert earlier == ({"a": 1}, 4, {"records": 1})
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
