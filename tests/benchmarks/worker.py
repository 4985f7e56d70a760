"""A worker process and the parent's side of its pipe."""

import json
import subprocess
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import IO

from tests.benchmarks.protocol import Answer
from tests.natasha_env import ROOT, clean_environ


class Worker:
    """A process that runs tasks on the articles of a file; as a context it ends with its block."""

    def __init__(self, python: Path, module: str, articles: Path) -> None:
        self.name = module
        command = [str(python), "-W", "ignore", "-m", f"tests.benchmarks.{module}", str(articles)]
        self.process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=clean_environ(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def __enter__(self) -> "Worker":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.communicate()

    def ask(self, task: str, articles: Iterable[int], *, cold: bool = False) -> Answer:
        """Waits for the work to be done; a worker that ended instead raises `RuntimeError`."""
        request = {"task": task, "articles": list(articles), "cold": cold}
        requests, answers = pipes(self.process)
        with suppress(BrokenPipeError):  # it ended before: its silence tells
            requests.write(json.dumps(request) + "\n")
            requests.flush()
        line = answers.readline()
        if not line:
            raise RuntimeError(f"the worker {self.name!r} ended at {task!r}, code {self.process.wait()}")
        return Answer(**json.loads(line))


def pipes(process: subprocess.Popen[str]) -> tuple[IO[str], IO[str]]:
    if process.stdin is None or process.stdout is None:
        raise RuntimeError("a worker without pipes")
    return process.stdin, process.stdout


def our_python() -> Path:
    return Path(sys.executable)
