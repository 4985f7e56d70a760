"""Notebooks of `examples/`, run from a clean kernel.

python -m tests.notebooks examples/tour.ipynb            complains where the outputs are not those stored
python -m tests.notebooks --store examples/tour.ipynb    stores them
"""

import sys
from copy import deepcopy
from itertools import groupby
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

LONGEST_RUN = 300
"""Seconds a cell may take."""


def run(path: Path) -> Any:
    """The notebook with the outputs of its cells, run in its folder."""
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(
        deepcopy(notebook),
        timeout=LONGEST_RUN,
        kernel_name="python3",
        resources={"metadata": {"path": str(path.parent)}},
        record_timing=False,
    )
    return client.execute()


def said(notebook: Any) -> list[tuple[str, list[str]]]:
    """What each cell of code is, and what it shows: plain text, and the HTML that is ours."""
    return [(cell.source, _said_by(cell)) for cell in notebook.cells if cell.cell_type == "code"]


def _said_by(cell: Any) -> list[str]:
    """What the outputs of a cell say; a kernel cuts one stream into pieces as it comes, which are put together."""
    told: list[str] = []
    for kind, outputs in groupby(cell.outputs, key=lambda output: output.get("name", "")):
        pieces = list(map(_said, outputs))
        told += [f"{kind}: {''.join(pieces)}"] if kind else pieces
    return told


def _said(output: Any) -> str:
    if output.output_type == "stream":
        return str(output.text)
    page = output.data.get("text/html", "")
    return page if "ner-news" in page else str(output.data["text/plain"])


def main(path: Path, stores: bool) -> int:
    fresh = run(path)
    if stores:
        fresh.metadata.pop("language_info", None)
        nbformat.write(fresh, path)
        return 0
    stored = said(nbformat.read(path, as_version=4))
    differing = [(ours, theirs) for ours, theirs in zip(stored, said(fresh), strict=True) if ours != theirs]
    for (source, before), (_, after) in differing:
        sys.stderr.write(f"{source}\n--- stored\n{before}\n--- now\n{after}\n")
    return len(differing)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[-1]), "--store" in sys.argv))
