"""Files before and after a corpus is written."""

import sqlite3
from pathlib import Path

import pytest

from ner_news import CorpusError
from ner_news.corpus.connection import connect, copy_to_file, is_vacant, remove_stale_log


def test_a_path_is_vacant_until_a_corpus_is_there(tmp_path: Path) -> None:
    path = tmp_path / "news.corpus"
    assert is_vacant(path)
    path.touch()
    assert is_vacant(path)
    connect(path).close()
    assert not is_vacant(path)
    path.write_text("notes", encoding="utf-8")
    with pytest.raises(CorpusError, match="no corpus"):
        is_vacant(path)


def test_a_log_goes_only_with_its_corpus(tmp_path: Path) -> None:
    path, log = tmp_path / "news.corpus", tmp_path / "news.corpus-wal"
    log.touch()
    path.write_text("a corpus", encoding="utf-8")
    remove_stale_log(path)
    assert log.exists()
    path.unlink()
    remove_stale_log(path)
    assert not log.exists()


@pytest.mark.parametrize("is_there", [True, False])
def test_a_copy_holds_all(tmp_path: Path, is_there: bool) -> None:
    path = tmp_path / "copy.corpus"
    if is_there:
        connect(path).close()
    source = connect(None)
    source.execute("INSERT INTO documents (id, digest, body, checksum) VALUES ('7', 'x', x'', 0)")
    copy_to_file(source, path)
    copy = sqlite3.connect(path)
    assert copy.execute("SELECT id, digest FROM documents").fetchall() == [("7", "x")]
    copy.close()
    assert [file.name for file in tmp_path.iterdir()] == ["copy.corpus"]
