"""A process that adds documents to a corpus, `python -m tests.corpus.adding FILE COUNT START STEP`, and says which."""

import sys
from itertools import islice
from pathlib import Path

from ner_news import Corpus
from tests.corpus.documents import news


def main(path: Path, count: int, start: int, step: int) -> None:
    with Corpus(path) as corpus:
        for document in islice(news(count), start, None, step):
            corpus.add(document)
            sys.stdout.write(f"{document.id}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:5]))
