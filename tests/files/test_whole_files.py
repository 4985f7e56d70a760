"""Files that appear whole, and devices and links that stay what they are."""

import os
import stat
import threading
from pathlib import Path

import pytest

from ner_news import Corpus, CorpusError
from ner_news.files.whole_files import whole_file


def test_a_file_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "out"
    target.write_text("old", encoding="utf-8")
    with pytest.raises(FileNotFoundError), whole_file(target):
        pass  # nothing was written
    assert target.read_text(encoding="utf-8") == "old"
    with whole_file(target) as part:
        part.write_text("new", encoding="utf-8")
    assert target.read_text(encoding="utf-8") == "new"
    assert list(tmp_path.iterdir()) == [target]


def test_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "there").touch()
    (tmp_path / "link").symlink_to(tmp_path / "there")
    with whole_file(tmp_path / "link") as part:
        part.write_text("new", encoding="utf-8")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "there").read_text(encoding="utf-8") == "new"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes with names")
def test_a_pipe_is_written_and_stays_one(tmp_path: Path) -> None:
    target, read = tmp_path / "pipe", []
    os.mkfifo(target)
    reader = threading.Thread(target=lambda: read.append(target.read_text(encoding="utf-8")))
    reader.start()
    with whole_file(target) as part:
        part.write_text("new", encoding="utf-8")
    reader.join()
    assert read == ["new"]
    assert stat.S_ISFIFO(target.stat().st_mode)
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes with names")
def test_a_corpus_takes_the_place_of_no_pipe_and_waits_for_none(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    for make in (lambda: Corpus(path), lambda: Corpus().save(path)):
        with pytest.raises(CorpusError, match="is no file"):
            make()
    assert stat.S_ISFIFO(path.stat().st_mode)
    assert list(tmp_path.iterdir()) == [path]
