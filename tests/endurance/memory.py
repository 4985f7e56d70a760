"""Resident memory over a long stream, in a process of its own."""

import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

PAGE = 4096
"""Bytes of a page of memory."""

GROWTH = 4.0
"""Megabytes that resident memory may grow by after warming up, when the caches are full: they trade old words for
longer ones, and the allocator keeps pieces. A leak of one text a document is 90 MB in 50,000."""

_WORKER = """
import sys
import ner_news, ner_news.pipeline
from itertools import islice
from tests.endurance.memory import resident
from tests.endurance.stream import distinct, texts

documents, every, own = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3] == "own"
tell = lambda document: None
{beside}
extractor = ner_news.Extractor()
made = distinct(texts(own=own), largest=400 if own else 600, share=1 / 2 if own else 1 / 8)
for number, document in enumerate(extractor.pipe(islice(made, documents), format="auto"), start=1):
    tell(document)
    if number % every == 0:
        print(number, resident(), flush=True)
"""


class Readings(NamedTuple):
    """Resident memory in megabytes."""

    documents: int
    warm: float
    """The highest in the first part of the run."""
    last: float
    """The highest after it."""
    readings: list[tuple[int, float]]
    """After how many documents, how much."""

    def to_json(self) -> str:
        """One line."""
        return json.dumps(self._asdict())


def resident() -> float | None:
    """Of this process in megabytes; `None` where the system has no `/proc`."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return None
    return pages * PAGE / 1_000_000


def growth(*, documents: int, every: int, warm_up: float, own: bool = True, beside: str = "") -> Readings:
    """What a process reads of itself while it extracts from so many distinct documents.

    `warm_up` is the part of the run that is not judged; `beside` is code that the process runs first.
    """
    command = [sys.executable, "-c", _WORKER.format(beside=beside), str(documents), str(every), "own" if own else "all"]
    readings: list[tuple[int, float]] = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        for line in running.stdout:
            number, megabytes = line.split()
            readings.append((int(number), float(megabytes)))
            if not own:
                print(f"{number:>8} {float(megabytes):8.1f} MB", flush=True)
    if running.returncode:
        raise subprocess.CalledProcessError(running.returncode, command)
    warm = [megabytes for number, megabytes in readings if number <= warm_up * documents]
    rest = [megabytes for number, megabytes in readings if number > warm_up * documents]
    return Readings(readings[-1][0], max(warm), max(rest), readings)
