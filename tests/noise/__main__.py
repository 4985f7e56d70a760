"""`python -m tests.noise [--format FORMAT]` prints the table of renderings."""

import argparse

from ner_news import Extractor
from ner_news.prepare import FORMATS
from tests.conftest import SHARED
from tests.noise.scoring import GOLD, read_gold, scores, table


def main() -> None:
    """Print it."""
    parser = argparse.ArgumentParser(prog="python -m tests.noise", description=__doc__)
    parser.add_argument("--format", choices=FORMATS, help="read every rendering so; each in its own otherwise")
    form = parser.parse_args().format
    gold = {file: read_gold(SHARED / "eval" / "gold" / f"{file}.jsonl") for file in GOLD}
    columns = {
        f"{file} ({scheme})": scores(Extractor(scheme=scheme), gold[file], form) for file, scheme in GOLD.items()
    }
    print(table(columns))


if __name__ == "__main__":
    main()
