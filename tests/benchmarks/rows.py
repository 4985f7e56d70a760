"""What is measured: a row of the table is a name, its meaning in words and a function."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from tests.benchmarks.articles import Articles
from tests.benchmarks.measure import Pair, State, alternate, summary
from tests.benchmarks.protocol import Answer
from tests.benchmarks.table import Line, megabytes, milliseconds, seconds
from tests.benchmarks.worker import Worker, our_python

STATES: tuple[State, ...] = ("cold", "warm", "emptied")


class Setting(NamedTuple):
    """What every row is measured with."""

    articles: Articles
    natasha: Path
    """The interpreter of natasha's environment."""
    repeats: int
    starts: int


class Row(NamedTuple):
    name: str
    words: str
    lines: Callable[[str, Setting], Iterator[Line]]


@contextmanager
def workers(setting: Setting, articles: Path) -> Iterator[tuple[Worker, Worker]]:
    """Ours and natasha's, fresh."""
    with our_worker(articles) as ours, Worker(setting.natasha, "theirs", articles) as theirs:
        yield ours, theirs


def our_worker(articles: Path) -> Worker:
    return Worker(our_python(), "ours", articles)


def timed(name: str, setting: Setting, *, task: str, batched: bool = False) -> Iterator[Line]:
    """CPU time of a task in every state of the caches."""
    lengths = setting.articles.lengths
    batches = one_batch(lengths) if batched else [[index] for index in range(len(lengths))]
    with workers(setting, setting.articles.timed) as pair:
        for state in STATES[:2] if batched else STATES:
            ours, theirs = alternate(pair, task, batches, state=state, repeats=setting.repeats)
            yield timed_line(name, state, Pair(ours, theirs), sum(lengths))


def one_batch(lengths: Sequence[int]) -> list[list[int]]:
    return [list(range(len(lengths)))]


def timed_line(name: str, state: str, pair: Pair, characters: int) -> Line:
    found = summary(pair)
    return Line(
        row=name,
        state=state,
        ours=milliseconds(found.ours),
        theirs=milliseconds(found.theirs),
        ratio=found.ratio,
        paired=found.paired,
        speed=characters / found.total,
    )


def started(name: str, setting: Setting, *, task: str) -> Iterator[Line]:
    """Fresh processes in turn, to their first answer."""
    runs = [
        (
            first_answer(our_python(), "ours", setting, task),
            first_answer(setting.natasha, "theirs", setting, task),
        )
        for _ in range(setting.starts)
    ]
    for place, state in enumerate(("CPU", "wall")):
        ours = [our[place] for our, _ in runs]
        theirs = [their[place] for _, their in runs]
        found = summary(Pair([ours], [theirs]))
        yield Line(name, state, seconds(found.ours), seconds(found.theirs), found.ratio, found.paired)


def first_answer(python: Path, module: str, setting: Setting, task: str) -> tuple[float, float]:
    """CPU seconds of the whole process, wall seconds from its start to its answer."""
    start = perf_counter()
    with Worker(python, module, setting.articles.short) as worker:
        answer = worker.ask(task, [0])
        return answer.process, perf_counter() - start


def resident(name: str, setting: Setting, *, task: str) -> Iterator[Line]:
    """Resident memory at the start and after many articles, a call an article."""
    with workers(setting, setting.articles.many) as pair:
        starts = [worker.ask(task, [0]).memory for worker in pair]
        yield memory_line(name, "start", *starts)
        ends = [read_all(worker, task, setting.articles.many_count).memory for worker in pair]
        yield memory_line(name, f"{setting.articles.many_count:,} articles", *ends)


def read_all(worker: Worker, task: str, count: int) -> Answer:
    return [worker.ask(task, [index]) for index in range(count)][-1]


def memory_line(name: str, state: str, ours: int, theirs: int) -> Line:
    return Line(name, state, megabytes(ours), megabytes(theirs), theirs / ours)


ROWS = (
    Row(
        "recognition",
        "spans of people, organizations and places, an article a call: `tokenize` and `Tagger.tag` beside "
        "`NewsNERTagger`, which has no caches; CPU time of the median article",
        partial(timed, task="recognition"),
    ),
    Row(
        "recognition-batched",
        "the same, all articles in one call: `Tagger.tag` beside `NewsNERTagger.map`; CPU time of all articles",
        partial(timed, task="recognition", batched=True),
    ),
    Row(
        "everything",
        "`Extractor(text, published)` to a `Document`, with lemmas, dates, links and typed spans, "
        "beside all of natasha: segment, tag_morph, parse_syntax, tag_ner, normalize of every span, "
        "extract_fact of people, DatesExtractor; CPU time of the median article",
        partial(timed, task="everything"),
    ),
    Row(
        "everything-but-dates",
        "the same, natasha without its DatesExtractor, ours still with dates",
        partial(timed, task="everything-but-dates"),
    ),
    Row(
        "dates",
        "dates alone, found and resolved: `read_dates` beside `DatesExtractor`, which finds but resolves nothing "
        "relative; all articles in one call; CPU time of all articles",
        partial(timed, task="dates", batched=True),
    ),
    Row(
        "stream",
        "the same work, all articles in one stream: `Extractor.pipe` beside all of natasha, which takes them "
        "one by one; CPU time of all articles",
        partial(timed, task="stream", batched=True),
    ),
    Row(
        "start",
        "a fresh process from nothing to its first answer on one sentence, everything: "
        "import, loading, the work; median of the starts",
        partial(started, task="everything"),
    ),
    Row("start-recognition", "the same, recognition alone", partial(started, task="recognition")),
    Row(
        "memory",
        "resident memory of a process, everything: after its first article and after many, an article a call",
        partial(resident, task="everything"),
    ),
    Row("memory-recognition", "the same, recognition alone", partial(resident, task="recognition")),
)
