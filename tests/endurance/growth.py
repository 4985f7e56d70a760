"""How long texts of 1 KB to 10 MB take."""

import time
from collections.abc import Iterator

from ner_news import Extractor
from tests.fuzz.texts import ARTICLE

SIZES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
TEXTS = {
    "news": ARTICLE + "\n",
    "one line": ARTICLE.replace("\n", " ") + " ",
    "HTML": "<p>" + ARTICLE.replace("\n", "</p>\n<p>") + "</p>\n",
    "noise": "Мo\u00adсквa\u200b, Рахмо\u0301н🎉  ",
    "one word": "а",
}


def times() -> Iterator[tuple[str, int, float]]:
    """Kind of text, characters, seconds of the processor."""
    extractor = Extractor()
    extractor(ARTICLE)
    for kind, unit in TEXTS.items():
        for size in SIZES:
            text = (unit * (size // len(unit) + 1))[:size]
            start = time.process_time()
            extractor(text, format="html" if kind == "HTML" else "text")
            yield kind, size, time.process_time() - start
