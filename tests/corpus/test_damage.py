"""Damaged corpora: each is told, and left as it is; what is not damaged can be read."""

import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from ner_news import Corpus, CorpusError, Document
from ner_news.models import Role
from tests.corpus.damage import DAMAGES, ROWS, run
from tests.corpus.documents import document, news

ROOT = Path(__file__).parents[2]


def with_roles(documents: Iterator[Document]) -> Iterator[Document]:
    """The documents with a role of the first person."""
    for each in documents:
        if each.people:
            first = each.people[0]
            role = Role(start=first.start, stop=first.stop, text=first.text, lemma="президент")
            spans = tuple(span.model_copy(update={"roles": (role,)} if span is first else None) for span in each.spans)
            yield each.model_copy(update={"spans": spans})
        else:
            yield each


def answers(corpus: Corpus) -> list[object]:
    """All that a corpus can be asked."""
    entities = corpus.entities()
    mentions = [list(corpus.mentions(entity.id)) for entity in entities]
    return [
        entities,
        mentions,
        len(corpus),
        corpus.people("президент"),
        [corpus.timeline(each.id) for each in entities],
    ]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("whole") / "news.corpus"
    with Corpus(path) as corpus:
        corpus.extend(with_roles(news(60)))
        corpus.entities()
    return path


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damage_is_told_or_changes_nothing(name: str, whole: Path, tmp_path: Path) -> None:
    path = tmp_path / "news.corpus"
    with Corpus(whole) as corpus:
        expected = answers(corpus)
    for seed in range(8):
        shutil.copy(whole, path)
        DAMAGES[name](path, random.Random(seed))
        before = path.read_bytes()
        with suppress(CorpusError), Corpus(path) as corpus:
            assert answers(corpus) == expected
        assert path.read_bytes() == before
        assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(("table", "change"), ROWS)
def test_a_changed_row_is_told(table: str, change: str, whole: Path, tmp_path: Path) -> None:
    path = tmp_path / "news.corpus"
    shutil.copy(whole, path)
    run(path, f"UPDATE {table} SET {change}")
    if path.read_bytes() == whole.read_bytes():
        pytest.fail("the change changes nothing")
    with pytest.raises(CorpusError, match="damaged"):
        Corpus(path)


@pytest.mark.parametrize("planted", ["trigger", "view", "table", "index"])
def test_what_is_none_of_its_own_is_told(planted: str, whole: Path, tmp_path: Path) -> None:
    path = tmp_path / "news.corpus"
    shutil.copy(whole, path)
    run(path, {
        "trigger": "CREATE TRIGGER planted AFTER INSERT ON documents BEGIN DELETE FROM spans; END",
        "view": "CREATE VIEW planted AS SELECT * FROM spans",
        "table": "CREATE TABLE planted (number)",
        "index": "CREATE UNIQUE INDEX planted ON documents (published)",
    }[planted])  # fmt: skip
    with pytest.raises(CorpusError, match=f"the {planted} planted is none of its own"):
        Corpus(path)


LOST = [
    [f"DELETE FROM {table} WHERE {key} = 3" for table, key in (("documents", "number"), ("spans", "document"))],
    ["DELETE FROM names WHERE number = (SELECT meant FROM spans)"],
    ["UPDATE names SET number = number + 1000"],
    ["DELETE FROM appearances"],
    ["DELETE FROM state"],
    ["INSERT INTO state SELECT * FROM state"],
    ["INSERT INTO names (key, label, checksum) VALUES ('PER:x', 'PER', 0)"],
]


@pytest.mark.parametrize("statements", LOST)
def test_rows_that_are_lost_or_added_are_told(statements: list[str], whole: Path, tmp_path: Path) -> None:
    path = tmp_path / "news.corpus"
    shutil.copy(whole, path)
    run(path, *statements)
    with pytest.raises(CorpusError, match="damaged"):
        Corpus(path)


def test_a_trigger_that_is_planted_meanwhile_does_not_run(whole: Path, tmp_path: Path) -> None:
    path = tmp_path / "news.corpus"
    shutil.copy(whole, path)
    with Corpus(path) as corpus:
        expected = answers(corpus)
        run(path, "CREATE TRIGGER planted AFTER INSERT ON documents BEGIN DELETE FROM spans; END")
        with pytest.raises(CorpusError, match="a trigger was added"):
            corpus.add(document("new", "LOC Минск"))
        assert answers(corpus) == expected


def test_what_sqlite_learns_of_a_file_is_no_damage(whole: Path, tmp_path: Path) -> None:
    path = tmp_path / "news.corpus"
    shutil.copy(whole, path)
    run(path, "ANALYZE")
    with Corpus(path) as corpus:
        assert len(corpus) == 60


def test_an_index_that_disagrees_with_its_table_is_told(whole: Path, tmp_path: Path) -> None:
    """The index knows a row by the id that it had before."""
    path = tmp_path / "news.corpus"
    shutil.copy(whole, path)
    with Corpus(path) as corpus:
        corpus.add(document("seven", "LOC Минск"))
        expected = answers(corpus)
    content = path.read_bytes()
    old, told = b'"seven"', 0
    places = [place for place in range(len(content)) if content.startswith(old, place)]
    for place in places:  # in the table, in the index, and where a row once stood
        path.write_bytes(content[:place] + b'"eight"' + content[place + len(old) :])
        try:
            with Corpus(path) as corpus:
                assert answers(corpus) == expected
        except CorpusError:
            told += 1
    assert told == 2


def test_a_damaged_file_keeps_the_log_of_a_killed_writer(whole: Path, tmp_path: Path) -> None:
    path, log = tmp_path / "news.corpus", tmp_path / "news.corpus-wal"
    shutil.copy(whole, path)
    with Corpus(path) as corpus:
        corpus.add(document("more", "LOC Минск"))
        pieces = path.read_bytes(), log.read_bytes()
    spoilt = bytearray(pieces[0])
    spoilt[-4096:] = bytes(4096)
    path.write_bytes(spoilt)
    log.write_bytes(pieces[1])
    with pytest.raises(CorpusError, match="damaged"):
        Corpus(path)
    assert (path.read_bytes(), log.read_bytes()) == (bytes(spoilt), pieces[1])


def test_a_full_disk_is_told_as_that(tmp_path: Path) -> None:
    path = tmp_path / "news.corpus"
    with Corpus(path) as corpus:
        corpus.add(document(0, "LOC Минск"))
        before = answers(corpus)
        [pages] = corpus._connection.execute("PRAGMA page_count").fetchone()
        corpus._connection.execute(f"PRAGMA max_page_count = {pages}")  # SQLite's error is that of a full disk
        large = document(1, *(f"PER Иван {letter}{'о' * 60}в" for letter in map(chr, range(0x410, 0x450))))
        for _ in range(2):
            with pytest.raises(CorpusError, match="full") as told:
                corpus.add(large)
            assert "rollback" not in str(told.value)
        assert answers(corpus) == before
        corpus._connection.execute("PRAGMA max_page_count = 1000000")
        assert corpus.add(large)


READ = """
import os, sys
from pathlib import Path
from ner_news import Corpus, CorpusError
from tests.corpus.documents import document
Corpus().find("Минск")  # all that is to be loaded
if os.geteuid() == 0:
    os.setuid(65534)
path = Path(sys.argv[1])
assert not os.access(path, os.W_OK)
corpus = Corpus(path)
print(len(corpus), len(corpus.entities()), len(corpus.find("Минск")), len(list(corpus.mentions("LOC:минск"))))
try:
    corpus.add(document("new", "LOC Минск"))
except CorpusError as error:
    print(error)
corpus.save(sys.argv[2])
"""


@pytest.mark.parametrize("is_linked", [True, False])
@pytest.mark.skipif(not hasattr(os, "setuid"), reason="needs rights as Unix has them")
def test_a_corpus_that_cannot_be_written_can_be_read(is_linked: bool) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "closed"
        folder.mkdir()
        os.chmod(name, 0o777)
        path, copy = folder / "news.corpus", Path(name) / "copy.corpus"
        with Corpus(path) as corpus:
            corpus.extend(news(30))
            expected = f"{len(corpus)} {len(corpus.entities())} 1 {len(list(corpus.mentions('LOC:минск')))}"
        if not is_linked:
            with Corpus(path) as corpus:
                corpus.add(document("unlinked", "LOC Гродно"))
            count, entities, *rest = expected.split()
            expected = " ".join([str(int(count) + 1), str(int(entities) + 1), *rest])
        path.chmod(0o444)
        folder.chmod(0o555)
        try:
            command = [sys.executable, "-c", READ, str(path), str(copy)]
            done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
        finally:
            folder.chmod(0o755)
        assert done.stderr == ""
        first, second = done.stdout.splitlines()
        assert first == expected
        assert second == f"{path}: attempt to write a readonly database"
        assert len(Corpus(copy)) == int(expected.split()[0])
        assert list(folder.iterdir()) == [path]


@pytest.mark.parametrize("name", ["PER:\ud800", "\udfff", "PER:анна\ud83d"])
def test_half_surrogates_can_be_asked_for(name: str) -> None:
    corpus = Corpus()
    corpus.add(document("\ud800", f"LOC {name.partition(':')[2] or name}", "LOC Минск"))
    corpus.add(document("\ud801", "LOC Минск"))
    assert corpus.entity(name) is None
    assert corpus.find(name) == corpus.find(name.replace("\ud800", "\ufffd"))
    assert list(corpus.mentions(name)) == []
    assert corpus.together(name) == []
    assert corpus.pairs([name]) == []
    assert corpus.timeline(name) == []
    assert corpus.people(name) == []
    assert "\ud800" in corpus
    assert "\ud802" not in corpus
