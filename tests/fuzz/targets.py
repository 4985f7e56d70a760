"""What is fuzzed: each target takes a drawn example and raises when a promise is broken."""

import io
import json
from collections.abc import Callable
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from hypothesis import strategies as st

from ner_news import Document, Extractor
from ner_news.articles import Fields, Record, read_stream
from ner_news.prepare import FORMATS, prepare
from tests.dates.test_any_text import check as assert_dates_are_sound
from tests.fuzz import harm
from tests.fuzz.texts import JUNK, RECORDS, TEXTS
from tests.soundness import assert_leads_back, assert_sound

COMPANION = "Эмомали Рахмон прибыл в Душанбе 16 сентября 2021 года."


class Target(NamedTuple):
    """What to draw and what to do with it."""

    examples: st.SearchStrategy[Any]
    run: Callable[[Any], None]


@cache
def _extractor(scheme: str) -> Extractor:
    return Extractor(scheme=scheme)


def _extract(example: tuple[str, str, str]) -> None:
    text, form, scheme = example
    extractor = _extractor(scheme)
    document = extractor(text, format=form)
    assert document.text == text
    assert_sound(document)
    beside, *_ = extractor.pipe([text, COMPANION], format=form)
    assert beside == document


def _prepare(example: tuple[str, str]) -> None:
    text, form = example
    clean = prepare(text, form)
    assert clean.source == text
    assert_leads_back(clean)
    if form == "text":
        assert _cores(clean.text) >= _cores(text)
        again = prepare(clean.text).text
        assert prepare(again).text == again


def _cores(text: str) -> int:
    """How many й and ё a text has, which no step may lose."""
    return sum(text.count(letter) for letter in "йёЙЁ")


def _dates(example: str) -> None:
    assert_dates_are_sound(example)
    assert_dates_are_sound(example, datetime(2021, 9, 16, 16, 2))


def _json(example: tuple[list[dict[str, Any]], bytes, int]) -> None:
    records, junk, place = example
    content = b"\n".join(json.dumps(record, ensure_ascii=place % 2 == 0).encode(errors="replace") for record in records)
    content = content[:place] + junk + content[place:]
    pieces = list(read_stream("fuzz", io.BytesIO(content), "jsonl", Fields(), largest=4000))
    assert all(isinstance(piece, Record) for piece in pieces)
    assert sum(piece.size for piece in pieces) <= len(content)
    for line in content.split(b"\n"):
        try:
            Document.from_json(line)
        except ValueError:
            continue


TARGETS: dict[str, Target] = {
    "extract": Target(
        st.tuples(TEXTS, st.sampled_from(FORMATS), st.sampled_from(["full", "names"])),
        _extract,
    ),
    "prepare": Target(st.tuples(TEXTS, st.sampled_from(FORMATS)), _prepare),
    "dates": Target(TEXTS, _dates),
    "repeated": Target(harm.REPEATED_TEXTS, harm.repeat),
    "masks": Target(harm.MASKED_TEXTS, harm.mask),
    "packs": Target(harm.PACKS, harm.load),
    "json": Target(st.tuples(st.lists(RECORDS, max_size=4), JUNK, st.integers(0, 400)), _json),
}
