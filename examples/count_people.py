"""Who is mentioned how often in a file of JSON lines.

python examples/count_people.py examples/news.jsonl
"""

import json
import sys
from collections import Counter
from pathlib import Path

from ner_news import Extractor


def main(path: str) -> None:
    extractor = Extractor()
    mentions: Counter[str] = Counter()
    with Path(path).open(encoding="utf-8") as lines:
        for document in extractor.pipe(map(json.loads, lines)):
            for entity in document.entities:
                if entity.label == "PER":
                    mentions[entity.lemma] += len(entity.spans)
    for name, count in mentions.most_common():
        print(f"{count:3} {name}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
