"""One article from start to end: spans, normal forms, dates, entities.

python examples/read_article.py examples/article.txt
"""

import sys
from pathlib import Path

import ner_news


def main(path: str) -> None:
    document = ner_news.extract(Path(path).read_text(encoding="utf-8"))
    for person in document.people:
        print(f"{person.text} → {person.lemma} ({person.name.first} | {person.name.last})")
    for date in document.dates:
        print(f"{date.text} = {date.value}, from {date.interval.start} to {date.interval.end}")
    for entity in document.entities:
        print(f"{entity.id}: {entity.lemma}, mentioned as {', '.join(span.text for span in entity.spans)}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
