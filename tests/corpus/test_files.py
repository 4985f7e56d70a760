"""Files that are no corpus of ours: told, and left as they are."""

import sqlite3
from pathlib import Path

import pytest

from ner_news import Corpus, CorpusError
from ner_news.corpus.schema import APPLICATION, SCHEMA, TABLES, VERSION
from tests.corpus.documents import document, news


@pytest.fixture
def corpus_file(tmp_path: Path) -> Path:
    path = tmp_path / "news.corpus"
    with Corpus(path) as corpus:
        corpus.extend(news(200))
        corpus.entities()
    return path


def refused(path: Path, reason: str) -> None:
    """The file is refused for that reason, with its name, to open and to save into, and is the same afterwards."""
    before = path.read_bytes()
    files = sorted(path.parent.iterdir())
    with pytest.raises(CorpusError, match=reason) as told:
        Corpus(path).entities()
    assert str(path) in str(told.value)
    assert path.read_bytes() == before
    assert sorted(path.parent.iterdir()) == files


@pytest.mark.parametrize("contents", [b"hello", b"SQLite format 3\x00", b"\x00" * 5000, b"{}\n" * 1000])
def test_a_file_that_is_no_database(tmp_path: Path, contents: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(contents)
    refused(path, "no corpus of ner_news")
    with pytest.raises(CorpusError, match="no corpus"):
        Corpus().save(path)
    assert path.read_bytes() == contents


def test_a_database_of_something_else(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE documents (number INTEGER)")
    connection.close()
    refused(path, "no corpus of ner_news")


@pytest.mark.parametrize("version", [VERSION - 1, VERSION + 1])
def test_another_version(corpus_file: Path, version: int) -> None:
    connection = sqlite3.connect(corpus_file)
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
    refused(corpus_file, f"version {version}; this ner_news reads version {VERSION}: add its documents to a new one")


@pytest.mark.parametrize("share", [0.3, 0.7, 0.99])
def test_a_file_cut_short(corpus_file: Path, share: float) -> None:
    contents = corpus_file.read_bytes()
    corpus_file.write_bytes(contents[: int(len(contents) * share)])
    refused(corpus_file, "damaged")


@pytest.mark.parametrize("place", [0.2, 0.5, 0.8])
def test_pages_overwritten(corpus_file: Path, place: float) -> None:
    contents = bytearray(corpus_file.read_bytes())
    start = int(len(contents) * place) // 4096 * 4096
    contents[start : start + 8192] = b"\xa5" * 8192
    corpus_file.write_bytes(contents)
    refused(corpus_file, "damaged")


def test_a_corpus_without_its_tables(corpus_file: Path) -> None:
    connection = sqlite3.connect(corpus_file)
    connection.execute("DROP TABLE spans")
    connection.close()
    refused(corpus_file, "damaged")


def test_no_folder_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="no such folder"):
        Corpus(tmp_path / "nowhere" / "news.corpus")
    with pytest.raises(CorpusError, match=tmp_path.name):
        Corpus(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_becomes_a_corpus(tmp_path: Path) -> None:
    path = tmp_path / "news.corpus"
    path.touch()
    with Corpus(path) as corpus:
        assert corpus.add(document(1, "LOC Минск"))
    with Corpus(path) as corpus:
        assert len(corpus) == 1


def test_the_file_is_one_and_has_the_schema_that_is_told(corpus_file: Path) -> None:
    assert list(corpus_file.parent.iterdir()) == [corpus_file]
    connection = sqlite3.connect(corpus_file)
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION,)
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    assert tables == list(TABLES)
    assert all(f"CREATE TABLE {table} (" in SCHEMA for table in tables)
    connection.close()


@pytest.mark.parametrize("is_open", [True, False])
def test_to_save_over_a_corpus_leaves_nothing_of_it(tmp_path: Path, is_open: bool) -> None:
    """Its log is a file of its own while somebody has it open, and after a kill."""
    path = tmp_path / "news.corpus"
    earlier = Corpus(path)
    earlier.extend(news(30))
    if not is_open:
        earlier.close()
    fresh = Corpus()
    fresh.extend([document("new", "LOC Минск")])
    fresh.save(path)
    assert [len(corpus) for corpus in (Corpus(path), fresh)] == [1, 1]
    assert [entity.id for entity in Corpus(path).entities()] == ["LOC:минск"]


def test_a_log_without_its_corpus_is_no_news(tmp_path: Path) -> None:
    path, log = tmp_path / "news.corpus", tmp_path / "news.corpus-wal"
    with Corpus(path) as corpus:
        corpus.extend(news(30))
        content = log.read_bytes()
    assert content
    for write in (lambda: Corpus(path), lambda: Corpus().save(path)):
        path.unlink()
        log.write_bytes(content)
        write()
        assert len(Corpus(path)) == 0
