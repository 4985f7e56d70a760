import os
import pickle
import random
import subprocess
import sys
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

import pytest

from ner_news import Corpus, CorpusError, Document, InputError, OptionError
from ner_news.corpus import writing
from tests.corpus.documents import document, news

ROOT = Path(__file__).parents[2]
COUNT = 150


def answers(corpus: Corpus) -> list[object]:
    """Everything that a corpus can be asked."""
    entities = corpus.entities()
    return [
        (entity, list(corpus.mentions(entity.id)), corpus.together(entity.id), corpus.timeline(entity.id))
        for entity in entities
    ]


def filled(documents: Iterable[Document]) -> Corpus:
    corpus = Corpus()
    corpus.extend(documents)
    return corpus


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return list(news(COUNT))


@pytest.fixture(scope="module")
def one_run(documents: list[Document]) -> list[object]:
    return answers(filled(documents))


def test_the_documents_put_every_rule_to_work(documents: list[Document]) -> None:
    """Else the tests below would compare little."""
    corpus = filled(documents)
    found = {mention.confidence == 1 for entity in corpus.entities() for mention in corpus.mentions(entity.id)}
    assert found == {True, False}
    here = {entity.id for entity in corpus.entities()}
    there = {entity.id for each in documents for entity in each.entities}
    assert here - there  # namesakes get their patronymics
    assert there - here  # names that others explain


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_ids_do_not_depend_on_the_order(documents: list[Document], one_run: list[object], seed: int) -> None:
    shuffled = random.Random(seed).sample(documents, len(documents))
    assert answers(filled(shuffled)) == one_run


def test_questions_between_documents_change_nothing(documents: list[Document], one_run: list[object]) -> None:
    corpus = Corpus()
    for number, each in enumerate(documents):
        corpus.add(each)
        if number % 40 == 0:
            corpus.entities()
    assert answers(corpus) == one_run


@pytest.mark.parametrize("processes", [1, 2])
def test_ids_do_not_depend_on_the_processes(tmp_path: Path, one_run: list[object], processes: int) -> None:
    path = tmp_path / "news.corpus"
    started = [adding(path, number, processes) for number in range(processes)]
    assert [process.wait() for process in started] == [0] * processes
    with Corpus(path) as corpus:
        assert len(corpus) == COUNT
        assert answers(corpus) == one_run


def adding(path: Path, start: int, step: int, count: int = COUNT) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.corpus.adding", str(path), str(count), str(start), str(step)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, text=True)


def test_saved_loaded_and_added_is_as_one_run(tmp_path: Path, documents: list[Document], one_run: list[object]) -> None:
    path = tmp_path / "news.corpus"
    with filled(documents[:100]) as first:
        first.entities()
        first.save(path)
    with Corpus(path) as second:
        assert second.extend(documents[50:]) == COUNT - 100  # the first fifty of them are there already
        assert answers(second) == one_run
        second.save(tmp_path / "again.corpus")
    with Corpus(tmp_path / "again.corpus") as third:
        assert answers(third) == one_run
    assert sorted(file.name for file in tmp_path.iterdir()) == ["again.corpus", "news.corpus"]


def test_a_killed_writer_loses_at_most_the_document_in_flight(tmp_path: Path) -> None:
    path = tmp_path / "news.corpus"
    command = [sys.executable, "-m", "tests.corpus.adding", str(path), str(100_000), "0", "1"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = [process.stdout.readline() for _ in range(30)]
        process.kill()
        said += process.stdout.readlines()
    told = [int(line) for line in said if line.endswith("\n")]
    with Corpus(path) as corpus:
        assert len(told) <= len(corpus) <= len(told) + 1
        assert told == list(range(len(told)))
        assert answers(corpus) == answers(filled(news(len(corpus))))
        corpus.extend(news(len(corpus) + 10))
        assert len(corpus) >= len(told) + 10


def test_a_document_goes_in_whole_or_not_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = filled([document(1, "LOC Минск")])
    before = answers(corpus)
    assign = writing._assign_number
    calls = 0

    def fail_late(*args: object) -> int:
        nonlocal calls
        calls += 1
        if calls == 3:
            raise KeyboardInterrupt
        return assign(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(writing, "_assign_number", fail_late)
    with pytest.raises(KeyboardInterrupt):
        corpus.add(document(2, "LOC Минск", "LOC Брест", "PER Анна Ким", "PER Олег Лисин"))
    monkeypatch.undo()
    assert 2 not in corpus
    assert answers(corpus) == before
    assert corpus.add(document(2, "LOC Минск", "LOC Брест", "PER Анна Ким", "PER Олег Лисин"))
    assert [entity.documents for entity in corpus.entities("LOC")] == [2, 1]


def test_a_document_comes_once() -> None:
    corpus = Corpus()
    assert corpus.add(document(7, "LOC Минск"))
    assert not corpus.add(document(7, "LOC Минск"))
    assert corpus.add(document("7", "LOC Минск"))
    assert corpus.add(document(None, "LOC Минск"))
    assert not corpus.add(document(None, "LOC Минск"))
    assert len(corpus) == 3
    assert 7 in corpus
    assert 8 not in corpus
    with pytest.raises(CorpusError, match="another document of the id 7"):
        corpus.add(document(7, "LOC Брест"))
    assert len(corpus) == 3


def test_who_appears_when_and_with_whom() -> None:
    corpus = filled(
        [
            document("a", "PER Анна Ким", "LOC Минск", "PER Ким", published="2021-03-01T10:00"),
            document("b", "PER Ким", "LOC Брест", "LOC Минск", published="2021-03-01T23:30"),
            document("c", "PER Анна Ким", "ORG Вольво", published="2021-04-02"),
            document("d", "LOC Минск"),
        ]
    )
    assert [(entity.id, entity.documents, entity.mentions) for entity in corpus.entities()] == [
        ("PER:анна ким", 3, 4),
        ("LOC:минск", 3, 3),
        ("LOC:брест", 1, 1),
        ("ORG:вольво", 1, 1),
    ]
    assert [entity.id for entity in corpus.entities("LOC", limit=1)] == ["LOC:минск"]
    day = date(2021, 3, 1)
    in_march = corpus.entities(since=day, until=day)
    assert [(entity.id, entity.documents) for entity in in_march] == [
        ("PER:анна ким", 2), ("LOC:минск", 2), ("LOC:брест", 1)]  # fmt: skip
    assert next(entity.id for entity in corpus.entities(since=datetime(2021, 3, 1, 12), until=day)) == "LOC:брест"
    assert [(entity.id, shared) for entity, shared in corpus.together("PER:анна ким")] == [
        ("LOC:минск", 2), ("LOC:брест", 1), ("ORG:вольво", 1)]  # fmt: skip
    assert [(entity.id, shared) for entity, shared in corpus.together("PER:анна ким", "ORG")] == [("ORG:вольво", 1)]
    assert corpus.timeline("PER:анна ким") == [(day, 2), (date(2021, 4, 2), 1)]
    found = [(mention.document, mention.text, mention.confidence) for mention in corpus.mentions("PER:анна ким")]
    assert found == [("a", "Анна Ким", 1.0), ("a", "Ким", 1.0), ("b", "Ким", 0.6667), ("c", "Анна Ким", 1.0)]
    entity = corpus.entity("PER:анна ким")
    assert entity is not None
    assert entity.lemma == "Анна Ким"
    assert corpus.entity("PER:ким") is None
    assert not [*corpus.mentions("PER:никто"), *corpus.together("PER:никто"), *corpus.timeline("PER:никто")]


def test_what_a_document_tells_apart_stays_apart() -> None:
    family = document("f", "PER Дональд Трамп", "PER Иванка Трамп", "PER Трамп")
    other = document("o", "PER Трамп")
    corpus = filled([*(document(number, "PER Дональд Трамп") for number in range(5)), family, other])
    assert [span.entity for span in corpus.resolved(other).spans] == ["PER:дональд трамп"]
    assert [span.entity for span in corpus.resolved(family).spans] == [
        "PER:дональд трамп",
        "PER:иванка трамп",
        "PER:трамп",
    ]
    assert [(entity.id, entity.documents, entity.lemma) for entity in corpus.entities()] == [
        ("PER:дональд трамп", 7, "Дональд Трамп"),
        ("PER:иванка трамп", 1, "Иванка Трамп"),
        ("PER:трамп", 1, "Трамп"),
    ]


def test_a_resolved_document_has_the_ids_of_the_corpus() -> None:
    short = document("b", "PER Ким", "LOC Минск")
    corpus = filled([document("a", "PER Анна Ким"), short])
    resolved = corpus.resolved(short)
    assert [span.entity for span in resolved.spans] == ["PER:анна ким", "LOC:минск"]
    assert [entity.id for entity in resolved.entities] == ["PER:анна ким", "LOC:минск"]
    assert [span.text for span in resolved.entities[0].spans] == ["Ким"]
    assert [span.entity for span in short.spans] == ["PER:ким", "LOC:минск"]
    with pytest.raises(CorpusError, match="no document of the id"):
        corpus.resolved(document("c", "PER Ким"))
    bare = document("d")
    corpus.add(bare)
    assert corpus.resolved(bare) == bare


@pytest.mark.parametrize(
    ("mentions", "ids"),
    [
        (("PER Анна Ким", "PER Олег Лисин"), ["PER:анна ким", "PER:олег лисин"]),
        (("PER Ким", "PER Лисин"), ["PER:ким", "PER:лисин"]),
        (("LOC Минск", "LOC Брест"), ["LOC:брест", "LOC:минск"]),
    ],
)
def test_ids_of_other_making_stay_in_their_document(mentions: tuple[str, str], ids: list[str]) -> None:
    one, other = (document(number, mention) for number, mention in enumerate(mentions))
    strange = [
        each.model_copy(
            update={
                "spans": (each.spans[0].model_copy(update={"entity": "E1"}),),
                "entities": (each.entities[0].model_copy(update={"id": "E1"}),),
            }
        )
        for each in (one, other)
    ]
    corpus = filled(strange)
    assert [entity.id for entity in corpus.entities()] == ids
    assert sorted(span.entity or "" for each in strange for span in corpus.resolved(each).spans) == ids


@pytest.mark.parametrize("text", ["Ки\ud800м", "Ки\x00м", "К" * 100_000])
def test_any_text_is_taken(text: str) -> None:
    corpus = filled([document("\ud800", f"PER {text}")])
    assert [entity.mentions for entity in corpus.entities()] == [1]


def test_misuse_is_named() -> None:
    corpus = Corpus()
    with pytest.raises(TypeError, match="not str"):
        corpus.add("Москва")  # type: ignore[arg-type]
    with pytest.raises(OptionError, match="'PERSON'"):
        corpus.entities("PERSON")
    with pytest.raises(OptionError, match="'PERSON'"):
        corpus.together("PER:анна ким", "PERSON")
    with pytest.raises(InputError, match="since='2021'"):
        corpus.entities(since="2021")
    with pytest.raises(TypeError, match="since"):
        corpus.entities(since=["2021"])  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="in memory"):
        pickle.dumps(corpus)
    corpus.close()
    with pytest.raises(CorpusError, match="closed"):
        len(corpus)


def test_a_corpus_of_a_file_goes_to_another_process_by_its_path(tmp_path: Path) -> None:
    with Corpus(tmp_path / "news.corpus") as corpus:
        corpus.add(document(1, "LOC Минск"))
        with pickle.loads(pickle.dumps(corpus)) as again:
            assert answers(again) == answers(corpus)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing forks here")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_forked_child_is_told_to_open_its_own(tmp_path: Path) -> None:
    with Corpus(tmp_path / "news.corpus") as corpus:
        corpus.add(document(1, "LOC Минск"))
        child = os.fork()
        if child == 0:
            try:
                corpus.add(document(2, "LOC Брест"))
            except CorpusError:
                os._exit(7)
            os._exit(0)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
        assert len(corpus) == 1
