"""A `str` never raises, in any format; misuse raises early and names what is allowed."""

from typing import Any

import pytest

from ner_news import Extractor, OptionError, extract
from ner_news.prepare import FORMATS
from tests.soundness import assert_sound

NASTY = {
    "nothing": "",
    "NUL": "\x00" * 1000,
    "byte order marks": "\ufeff" * 1000,
    "half surrogates": "\ud800\udc00\udfff" * 300,
    "marks alone": "\u0301" * 3000,
    "a letter under marks": "и" + "\u0306\u0301" * 3000,
    "one word": "а" * 100_000,
    "digits": "1" * 100_000,
    "a number that `int` refuses": "&#" + "1" * 5000 + ";",
    "the same in a tag": "<a title='&#" + "1" * 5000 + ";'>Москва</a>",
    "a declaration nobody knows": "<![unknown[ <![if !IE]> <![",
    "open tags": "<a b='" * 1000,
    "open comments": "<!--" * 1000,
    "open brackets": "[" * 5000 + "](" * 5000,
    "emphasis": "*" * 3000 + "_" * 3000 + "`" * 3000,
    "backslashes": "\\" * 3001,
    "names": "Владимир Путин " * 1000,
    "dates": "16.09.2021 " * 1000,
    "day zero": "00.00.0000 99.99.9999 0 век",
}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY)
def test_no_text_raises(extractor: Extractor, text: str, form: str) -> None:
    assert_sound(extractor(text, format=form))


@pytest.mark.parametrize("form", ["HTML", "", None, 5, ["html"], {"text": 1}])
def test_an_unknown_format_is_named_before_any_work(extractor: Extractor, form: Any) -> None:
    calls = (
        lambda: extractor("Москва", format=form),
        lambda: extractor.pipe([], format=form),
        lambda: extract("Москва", format=form),
    )
    for call in calls:
        with pytest.raises(OptionError, match=r"format=.*'text', 'markdown', 'html', 'auto'"):
            call()
