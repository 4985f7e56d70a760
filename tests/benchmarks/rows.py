"""What is measured: a row of the table is a name, its meaning in words and a function."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from subprocess import PIPE, Popen, run
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

from ner_news import Extractor
from tests.benchmarks.articles import Articles
from tests.benchmarks.measure import Pair, State, alternate, summary
from tests.benchmarks.protocol import Answer
from tests.benchmarks.renaming import many
from tests.benchmarks.table import Line, megabytes, milliseconds, seconds
from tests.benchmarks.worker import Worker, our_python, pipes
from tests.natasha_env import ROOT, clean_environ

STATES: tuple[State, ...] = ("cold", "warm", "emptied")


class Setting(NamedTuple):
    """What every row is measured with."""

    articles: Articles
    natasha: Path
    """The interpreter of natasha's environment."""
    repeats: int
    starts: int
    corpus: int
    """Documents of the largest corpus."""


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


def linked(name: str, setting: Setting) -> Iterator[Line]:
    """CPU time of linking alone, and its share of everything."""
    articles = setting.articles.timed
    batches = one_by_one(setting)
    with our_worker(articles) as parts, our_worker(articles) as whole:
        for batch in batches:  # what is linked is found before the time runs
            parts.ask("linking", batch)
        for state in STATES[:2]:
            [part] = alternate([parts], "linking", batches, state=state, repeats=setting.repeats)
            [all_of_it] = alternate([whole], "everything", batches, state=state, repeats=setting.repeats)
            found = summary(Pair(part, all_of_it))
            yield Line(name, state, f"{milliseconds(found.ours)}, {100 / found.ratio:.1f}% of everything")


def one_by_one(setting: Setting) -> list[list[int]]:
    return [[index] for index in range(len(setting.articles.lengths))]


def in_corpora(name: str, setting: Setting) -> Iterator[Line]:
    """Documents added to a corpus one by one, all linked at each stop."""
    extractor = Extractor()
    read = list(extractor.pipe(map(json.loads, setting.articles.many.open(encoding="utf-8"))))
    different = list({document.text: document for document in read}.values())
    stops = [setting.corpus // 4, setting.corpus // 2, setting.corpus]
    with TemporaryDirectory() as folder:
        command = [str(our_python()), "-m", "tests.benchmarks.corpora", f"{folder}/news.corpus", *map(str, stops)]
        with Popen(command, cwd=ROOT, stdin=PIPE, stdout=PIPE, text=True, encoding="utf-8") as process:
            requests, answers = pipes(process)
            for count, document in enumerate(many(different, setting.corpus), 1):
                requests.write(document.to_json() + "\n")
                if count in stops:
                    requests.flush()
                    yield corpus_line(name, json.loads(answers.readline()))


def in_spacy(name: str, setting: Setting) -> Iterator[Line]:
    """CPU time of all articles by the component."""
    if missing := needed(name, "spacy"):
        yield missing
        return
    lengths = setting.articles.lengths
    with our_worker(setting.articles.timed) as worker:
        for state in STATES[:2]:
            [times] = alternate([worker], "spacy", one_batch(lengths), state=state, repeats=setting.repeats)
            found = summary(Pair(times, times))
            yield Line(name, state, milliseconds(found.ours), speed=sum(lengths) / found.total)


def in_spark(name: str, setting: Setting) -> Iterator[Line]:
    """Seconds of the wall's clock by a local Spark of one worker and of two."""
    if missing := needed(name, "pyspark"):
        yield missing
        return
    environ = {**clean_environ(), "SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": str(our_python())}
    environ["PYTHONPATH"] = str(ROOT)
    for cores in (1, 2):
        command = [str(our_python()), "-W", "ignore", "-m", "tests.benchmarks.in_spark"]
        command += [str(setting.articles.many), str(cores)]
        told = run(command, cwd=ROOT, env=environ, check=True, capture_output=True, encoding="utf-8").stdout
        found = json.loads(told.splitlines()[-1])
        rate = f"{found['articles'] / found['wall']:.0f} articles a second"
        state = f"{cores} worker{'s' if cores > 1 else ''}, wall"
        yield Line(name, state, f"{seconds(found['wall'])}, {rate}", speed=found["characters"] / found["wall"])


def needed(name: str, library: str) -> Line | None:
    """A line that says what is missing, where it is."""
    return None if find_spec(library) else Line(name, "not measured", f"{library} is not installed")


def corpus_line(name: str, found: dict[str, float]) -> Line:
    words = (
        f"{seconds(found['adding'])} adding, {seconds(found['linking'])} linking, {megabytes(found['memory'])} resident"
    )
    return Line(name, f"{found['count']:,} documents", f"{words}, {megabytes(found['file'])} on disk")


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
    Row(
        "linking",
        "`link` alone on the mentions of an article, and its share of `everything`; CPU time of the median article; "
        "cold: without the names seen before",
        linked,
    ),
    Row(
        "corpus",
        "CPU time of `Corpus.add` for all documents so far, and of linking them all at the first question; resident "
        "memory of the process; the articles of `memory` in turn, from the second round on half of the people with "
        "other surnames",
        in_corpora,
    ),
    Row(
        "spacy",
        "`nlp.pipe` of a blank Russian pipeline with the component `ner_news`, all articles in one call; "
        "CPU time of all articles",
        in_spacy,
    ),
    Row(
        "spark",
        "`integrations.spark.extract` of the articles of `memory` in 8 partitions a worker, by Spark in local mode, "
        "after a sentence on each worker; seconds of the wall's clock, Spark's own processes among the rest",
        in_spark,
    ),
    Row("memory-recognition", "the same, recognition alone", partial(resident, task="recognition")),
)
