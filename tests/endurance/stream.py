"""An endless stream of distinct documents, made from texts by a seed."""

import gzip
import json
import random
import re
from collections.abc import Iterator, Sequence

from tests.conftest import SHARED
from tests.fuzz.texts import ARTICLE

CONSONANTS, VOWELS = "бвгджзклмнпрстфхцчш", "аеиоуыэюя"
ENDINGS = ("ов", "ова", "ский", "енко", "ин", "у", "ом", "е", "ами", "")
_WORD = re.compile(r"[А-ЯЁа-яё]{4,}|\d+")


def texts(*, own: bool) -> list[str]:
    """The article of the examples alone, or the texts beside the checkout too."""
    if own:
        return [ARTICLE]
    found = []
    for path in sorted((SHARED / "text").glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            found += [json.loads(line)["text"] for line in lines]
    for path in sorted((SHARED / "eval" / "gold").glob("*.jsonl")):
        found += [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").split("\n") if line]
    return found


def distinct(sources: Sequence[str], *, largest: int, share: float) -> Iterator[str]:
    """Texts of at most so many characters, of which no two are equal: that share of the words is invented."""
    chance = random.Random(0)
    while True:
        source = sources[chance.randrange(len(sources))]
        start = chance.randrange(max(1, len(source) - largest))
        piece = source[start : start + largest]
        yield _WORD.sub(lambda word: _invented(word[0], chance) if chance.random() < share else word[0], piece)


def _invented(word: str, chance: random.Random) -> str:
    if word.isdigit():
        return str(chance.randrange(10 ** len(word)))
    syllables = "".join(chance.choice(CONSONANTS) + chance.choice(VOWELS) for _ in range(chance.randrange(1, 4)))
    invented = syllables + chance.choice(CONSONANTS) + chance.choice(ENDINGS)
    return invented.capitalize() if word[0].isupper() else invented
