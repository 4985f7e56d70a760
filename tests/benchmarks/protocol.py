"""A worker's side of a measurement: a JSON object a line, requests in, answers out.

    {"task": "recognition", "articles": [0, 1], "cold": true}
    {"cpu": 0.004, "found": 31, "memory": 96100352, "process": 0.61}

Only the standard library: natasha's environment runs this file too.
"""

import json
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TextIO


class Article(NamedTuple):
    text: str
    published: str | None = None


class Work(NamedTuple):
    """Something to measure, ready to run."""

    run: Callable[[Sequence[Article]], int]
    """Does the work, says how much it found."""
    clear: Callable[[], object]
    """Empties every cache."""


Tasks = Mapping[str, Callable[[], Work]]
"""A task's name and what loads it; a worker loads a task at its first request."""


class Answer(NamedTuple):
    cpu: float
    """Seconds of this process's CPU time for the work alone: no loading, no clearing, no JSON."""
    found: int
    memory: int
    """Resident bytes after the work."""
    process: float
    """Seconds of CPU time since the process began."""


def main(tasks: Tasks) -> None:
    """`python -m tests.benchmarks.ours ARTICLES`."""
    serve(tasks, read_articles(Path(sys.argv[1])), sys.stdin, sys.stdout)


def read_articles(path: Path) -> list[Article]:
    with path.open(encoding="utf-8") as lines:
        records: list[dict[str, Any]] = [json.loads(line) for line in lines]
    return [Article(record["text"], record.get("published")) for record in records]


def serve(tasks: Tasks, articles: Sequence[Article], requests: TextIO, answers: TextIO) -> None:
    """Answers until the requests end."""
    loaded: dict[str, Work] = {}
    for line in requests:
        request = json.loads(line)
        task = request["task"]
        if task not in loaded:
            loaded[task] = tasks[task]()
        chosen = [articles[index] for index in request["articles"]]
        answer = measured(loaded[task], chosen, cold=request["cold"])
        answers.write(json.dumps(answer._asdict()) + "\n")
        answers.flush()


def measured(work: Work, articles: Sequence[Article], *, cold: bool) -> Answer:
    if cold:
        work.clear()
    start = time.process_time()
    found = work.run(articles)
    stop = time.process_time()
    return Answer(cpu=stop - start, found=found, memory=resident_bytes(), process=stop)


def resident_bytes() -> int:
    """Memory now, where /proc tells; elsewhere the most that was ever held."""
    status = Path("/proc/self/status")
    if status.exists():
        (line,) = (line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) * 1024
    import resource  # there is none on Windows

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
