"""`text[start:stop] == span.text` in the text as given, whatever it holds."""

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ner_news import Extractor
from ner_news.prepare import FORMATS, prepare
from tests.fuzz.texts import TEXTS
from tests.soundness import assert_leads_back, assert_sound

BLOCK = 4096
POSTS = 300

fuzzed = settings(derandomize=True, max_examples=300, deadline=None, database=None)


@fuzzed
@given(st.text(st.characters(codec=None, categories=None)), st.sampled_from(FORMATS))
def test_offsets_hold_over_all_of_unicode(extractor: Extractor, text: str, form: str) -> None:
    document = extractor(f"{text} Владимир Путин {text}", format=form)
    assert document.text == f"{text} Владимир Путин {text}"
    assert_sound(document)


@fuzzed
@given(TEXTS, st.sampled_from(FORMATS))
def test_offsets_hold_in_mutated_news(extractor: Extractor, text: str, form: str) -> None:
    document = extractor(text, format=form)
    assert document.text == text
    assert_sound(document)


@pytest.mark.parametrize("form", FORMATS)
def test_every_character_keeps_its_place(form: str) -> None:
    """The planes that hold letters, signs and tags; half surrogates among them."""
    for first in (*range(0, 0x20000, BLOCK), *range(0xE0000, 0xE1000, BLOCK)):
        assert_leads_back(prepare("и" + "и".join(map(chr, range(first, first + BLOCK))), form))


def test_every_character_beside_a_name_leaves_it_in_place(extractor: Extractor) -> None:
    ranges = ((0, 0x600), (0x2000, 0x2400), (0xD7F8, 0xD808), (0xDFF8, 0xE008), (0xFE00, 0x10000), (0x1F300, 0x1F320))
    lines = [f"В Москве{chr(code)} ждут {chr(code)}Рахмона." for first, last in ranges for code in range(first, last)]
    for first in range(0, len(lines), 100):
        assert_sound(extractor(" ".join(lines[first : first + 100])))


def test_offsets_hold_in_posts(extractor: Extractor, shared: Path) -> None:
    with gzip.open(shared / "text" / "telegram.jsonl.gz", "rt", encoding="utf-8") as lines:
        posts = [json.loads(line)["text"] for line in lines][:: 17_272 // POSTS]
    for text, document in zip(posts, extractor.pipe(posts, format="auto"), strict=True):
        assert document.text == text
        assert_sound(document)


@pytest.mark.parametrize(
    ("source", "form", "texts"),
    [
        ("**Эмомали Рахмона** ждут.", "markdown", ["Эмомали Рахмона"]),
        ("<p>Эмомали <b>Рахм</b>она ждут", "html", ["Эмомали <b>Рахм</b>она"]),
        ("Эмомали&nbsp;Рахмон&#1072; ждут", "html", ["Эмомали&nbsp;Рахмон&#1072;"]),
        ("В Душан\u00adбе\u200b ждут.", "text", ["Душан\u00adбе"]),
        ("Ждут Рахмо\u0301на\u0301.", "text", ["Рахмо\u0301на\u0301"]),
        ("\ufeffЭмомали\x00 Рахмон ждёт.", "text", ["Эмомали\x00 Рахмон"]),
        ("[Эмомали](https://example.org) Рахмон ждёт.", "auto", ["Эмомали](https://example.org) Рахмон"]),
    ],
)
def test_a_name_is_what_stands_in_the_source(extractor: Extractor, source: str, form: str, texts: list[str]) -> None:
    assert [span.text for span in extractor(source, format=form).spans] == texts
