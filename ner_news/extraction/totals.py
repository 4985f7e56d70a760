"""Counts of what a run of the extraction has read and found."""

from time import monotonic

from ner_news.articles import EarlierRun, Figures
from ner_news.extraction.chunks import COUNTED, Chunk


class Totals:
    """The counts of a run so far, including those of an earlier run that it resumes."""

    def __init__(self, earlier: EarlierRun | None = None) -> None:
        self.figures: Figures = {**dict.fromkeys((*COUNTED, "seconds"), 0), **(earlier.figures if earlier else {})}
        self._before = self.figures["seconds"]
        self._start = monotonic()

    def add(self, chunk: Chunk) -> None:
        """Count a chunk."""
        for name, count in chunk.figures.items():
            self.figures[name] += count
        self.figures["seconds"] = self._before + monotonic() - self._start

    def summary(self) -> str:
        """Return the counts in one line."""
        counts = ", ".join(f"{self.figures[name]:,.0f} {name}" for name in COUNTED[1:])
        seconds = max(self.figures["seconds"], 1e-9)
        return f"{counts} in {seconds:,.1f} s: {self.figures['characters'] / seconds:,.0f} characters a second"
