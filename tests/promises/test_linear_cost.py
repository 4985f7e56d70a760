"""Nothing is cut off, and cost grows with the length of a text and no faster.

`python -m tests.endurance growth` prints the times for a text of 1 KB to one of 10 MB.
"""

import time
from collections.abc import Callable

import pytest

from ner_news import Extractor
from ner_news.prepare import FORMATS, prepare
from ner_news.segment import tokenize
from ner_news.tagging.postprocessing.bare_companies import split_legal_forms
from tests.steps import steps

HURTING = (
    "а", "а ", "a", "aб", "\u0301", "и\u0306", "\u00ad", "\u00ad\n", " ", "\t", "\n", "\r", "\r\n", "🎉", "\ud800",
    "слово и\nещё одно слово ровно такой длины, чтобы ", "<", "<a ", "<a b='", '<a b="', "</", "</a", "<!", "<!--",
    "<!---", "<?", "<![CDATA[", "]]>", "<script>", "<script></", "<pre>", "<title>", "<textarea>", "<p>а", "&", "&#",
    "&amp", "&notit", "*", "**а", "_", "_а_", "`", "[", "](", "[а](", "[а](б", '[а](б "', "![", "[а][", "\\", "> ",
    "](\\)", "[](\\)", '](a "', "# ", "#", " #", "- ", "```\n", "[а]: ", "---\n", "=", "~~", "||",
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


@pytest.mark.parametrize("unit", ["ООО «", "ООО Дом ", 'ООО "Дом" ', "общества ", "ООО «А «", "АО ", "«»", "ООО ДОМ "])
def test_splitting_legal_forms_is_linear(unit: str) -> None:
    short = unit * (4_000 // len(unit))
    few, many = (seconds(lambda text=text: split_legal_forms(text, [])) for text in (short, short * TIMES))  # type: ignore[misc]
    assert many < TOO_MUCH * max(few, 0.0005)


def test_extracting_is_linear(extractor: Extractor, article: str) -> None:
    """A text four times as long takes four times as many steps."""
    extractor(article)
    assert steps(lambda: extractor(article * 16)) < 4.4 * steps(lambda: extractor(article * 4))


def test_nothing_is_cut_off(extractor: Extractor, article: str) -> None:
    """The end of a text of a megabyte is read as its beginning is."""
    last = "\n\nЭмомали Рахмон прибыл в Душанбе 16 сентября 2021 года."
    for long in (article * (1_000_000 // len(article)), "слово " * 170_000):
        document = extractor(long + last)
        assert document.text == long + last
        assert [span.label for span in document.spans[-3:]] == ["PER", "LOC", "DATE"]
        assert document.spans[-1].stop == len(long + last) - 1


def test_no_name_has_the_whole_text_read_again(extractor: Extractor, article: str) -> None:
    """What C does in one call is no step: an organization may not cost a pass over the text."""

    class Watched(str):
        passes = 0

        def lower(self) -> str:
            Watched.passes += 1
            return super().lower()

    tokens = tokenize(article * 10)
    names = extractor._tagger.tag([Watched(article * 10)], [tokens])[0]
    assert len([name for name in names if name.inner]) >= 10
    assert Watched.passes <= 3
