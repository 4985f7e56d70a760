"""natasha's spans of many texts: `python -m tests.natasha_worker TEXTS`, run in natasha's environment.

TEXTS holds a JSON string a line; the answer is a line a text: `[[start, stop, label], …]`.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.natasha_env import import_natasha


def main() -> None:
    for spans in tag(Path(sys.argv[1])):
        print(json.dumps(spans))  # noqa: T201


def tag(path: Path) -> Iterator[list[tuple[int, int, str]]]:
    natasha = import_natasha()
    tagger = natasha.NewsNERTagger(natasha.NewsEmbedding())
    for line in path.read_text(encoding="utf-8").splitlines():
        # A text a call: the tagger's own batches let a neighbour's length into the arithmetic.
        markup = tagger(json.loads(line))
        yield [(span.start, span.stop, span.type) for span in markup.spans]


if __name__ == "__main__":
    main()
