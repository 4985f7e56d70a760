"""Nothing is cut off, and cost grows with the length of a text and no faster.

`python -m tests.endurance growth` prints the times for a text of 1 KB to one of 10 MB.
"""

import sys
import time
from collections.abc import Callable

import pytest

from ner_news import Extractor
from ner_news.prepare import FORMATS, prepare

HURTING = (
    "а", "а ", "a", "aб", "\u0301", "и\u0306", "\u00ad", "\u00ad\n", " ", "\t", "\n", "\r", "\r\n", "🎉", "\ud800",
    "слово и\nещё одно слово ровно такой длины, чтобы ", "<", "<a ", "<a b='", '<a b="', "</", "</a", "<!", "<!--",
    "<!---", "<?", "<![CDATA[", "]]>", "<script>", "<script></", "<pre>", "<title>", "<textarea>", "<p>а", "&", "&#",
    "&amp", "&notit", "*", "**а", "_", "_а_", "`", "[", "](", "[а](", "[а](б", '[а](б "', "![", "[а][", "\\", "> ",
    "# ", "#", " #", "- ", "```\n", "[а]: ", "---\n", "=", "~~", "||",
)  # fmt: skip

TIMES = 8
"""How much longer the longer text is. Linear cost is 8 times as high, quadratic 64."""
TOO_MUCH = 32


def seconds(work: Callable[[], object]) -> float:
    """Of the processor, the least of five."""
    times = []
    for _ in range(5):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("unit", HURTING)
def test_preparing_is_linear(unit: str, form: str) -> None:
    short = unit * (8000 // len(unit))
    few, many = (seconds(lambda text=text: prepare(text, form)) for text in (short, short * TIMES))  # type: ignore[misc]
    assert many < TOO_MUCH * max(few, 0.0005)


def test_extracting_is_linear(extractor: Extractor, article: str) -> None:
    """Counted: how often any function of Python runs over a text and over one four times as long."""

    def work(text: str) -> int:
        calls = 0

        def count(_frame: object, event: str, _argument: object) -> None:
            nonlocal calls
            calls += event in ("call", "c_call")

        sys.setprofile(count)
        try:
            extractor(text)
        finally:
            sys.setprofile(None)
        return calls

    extractor(article)
    assert work(article * 16) < 4.4 * work(article * 4)


def test_nothing_is_cut_off(extractor: Extractor) -> None:
    text = "Погода не изменится. " * 15_000 + "Эмомали Рахмон прибыл в Душанбе 16 сентября 2021 года."
    assert [span.text for span in extractor(text).spans] == ["Эмомали Рахмон", "Душанбе", "16 сентября 2021 года"]


def test_a_line_of_a_megabyte_is_read_to_its_end(extractor: Extractor) -> None:
    text = "<p>" + "а" * 1_000_000 + "</p><p>В Минске ждут"
    assert [span.text for span in extractor(text, format="html").spans] == ["Минске"]
