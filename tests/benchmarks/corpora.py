"""A worker that adds documents to a corpus: JSON lines in, a line of figures out after as many as were asked for.

python -m tests.benchmarks.corpora FILE 5000 10000 20000 < documents.jsonl
"""

import json
import sys
import time
from pathlib import Path

from ner_news import Corpus, Document
from tests.benchmarks.protocol import resident_bytes


def main(path: Path, stops: list[int]) -> None:
    with Corpus(path) as corpus:
        adding = 0.0
        for count, line in enumerate(sys.stdin, 1):
            document = Document.from_json(line)
            start = time.process_time()
            corpus.add(document)
            adding += time.process_time() - start
            if count in stops:
                start = time.process_time()
                entities = len(corpus.entities())
                linking = time.process_time() - start
                size = sum(file.stat().st_size for file in path.parent.glob(f"{path.name}*"))
                figures = {"count": count, "adding": adding, "linking": linking, "entities": entities, "file": size}
                print(json.dumps({**figures, "memory": resident_bytes()}), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), [int(stop) for stop in sys.argv[2:]])
