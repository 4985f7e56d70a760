"""Targets for what was made to do harm: pieces again and again, signs of masks in texts, packs."""

import copy
import json
import tempfile
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from ner_news import Extractor, MaskBook, PackError
from ner_news.prepare import prepare
from ner_news.segment import tokenize
from ner_news.spans import LABELS, LONGEST_NAME, walk
from ner_news.tagging import DEFAULT, Tagger
from ner_news.tagging.pack import HEADER, Pack, read_pack, write_pack
from ner_news.tagging.tagger import load_pack
from tests.endurance.units import UNITS
from tests.fuzz.texts import PIECES, TEXTS, VALUES
from tests.soundness import assert_sound
from tests.steps import steps

MOST_STEPS = 400
"""Calls a character, by eye: prose takes 22, nothing but names 150."""

FEW = 20_000
"""Calls that the shortest text may take."""

_UNIT_TEXTS = st.sampled_from([unit.text for unit in UNITS])
REPEATED = st.builds(
    lambda units, between, times: between.join(units * times),
    st.lists(st.one_of(_UNIT_TEXTS, PIECES), min_size=1, max_size=3),
    st.sampled_from(["", " ", "\n", ", "]),
    st.integers(1, 60),
)
"""One to three pieces, again and again."""

SIGNED = st.lists(
    st.builds(
        str.join,
        st.sampled_from(["", " "]),
        st.lists(
            st.one_of(TEXTS, st.sampled_from(["[PER_1]", "[PER_2]", "[LOC_1]", "[PER_", "1]", "Рахмон"])), max_size=5
        ),
    ),
    max_size=4,
)
"""Texts that hold what looks like a pseudonym."""

_NUMBERS = st.one_of(st.floats(width=16), st.sampled_from([0.0, 1e4, -1e4, 6e4]))


@cache
def _extractor() -> Extractor:
    return Extractor()


def repeat(example: tuple[str, str]) -> None:
    """A document is sound, no name is too long, the work is near that of prose."""
    text, form = example
    document = _extractor()(text, format=form)
    assert_sound(document)
    if form == "text":
        names = [prepare(span.text).text for span in walk(document.spans) if span.label != "DATE"]
        assert all(len(tokenize(name)) <= LONGEST_NAME for name in names)
    assert steps(lambda: _extractor()(text, format=form)) < FEW + MOST_STEPS * len(text)


def mask(example: tuple[list[str], bool, list[str]]) -> None:
    """Each text comes back, by the key after JSON too; no pseudonym is of two; offsets lead back."""
    texts, further_words, labels = example
    book = MaskBook(labels, further_words=further_words)
    documents = [_extractor()(text) for text in texts]
    masked = [book.mask(document) for document in documents]
    again = MaskBook.from_json(book.to_json())
    for key in (book, again):
        assert [key.unmask(text) for text in masked] == texts
    pseudonyms = json.loads(book.to_json())["pseudonyms"]
    assert len({*pseudonyms.values()}) == len(pseudonyms)
    for document in documents:
        one = document.masked(labels, further_words=further_words)
        assert one.key.unmask(one.text) == document.text
        for part in one.masks:
            assert one.text[part.start : part.stop] == part.pseudonym
            assert one.to_masked(part.source_start) == part.start
            assert one.to_source(part.start) == part.source_start
        for start, stop in one.left:
            source = one.to_source(start)
            assert document.text[source : source + stop - start] == one.text[start:stop]


@cache
def _shipped() -> Pack:
    return load_pack(DEFAULT)


def load(example: tuple[int, Any, str, float, bytes, int]) -> None:
    """A changed value, number or byte is a `PackError`, or says nothing else than before."""
    place, value, name, number, junk, at = example
    pack = _shipped()
    settings: Any = copy.deepcopy(dict(pack.settings))
    _change(settings, place, value)
    array = pack.arrays[name].copy()
    array.flat[at % array.size] = number
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pack"
        for changed in (replace(pack, settings=settings), replace(pack, arrays={**pack.arrays, name: array})):
            try:
                write_pack(changed, path)
                Tagger(path, "full").tag(["Рахмон"], [tokenize("Рахмон")])
            except (PackError, UnicodeEncodeError):
                continue
        write_pack(replace(pack, arrays={"a": array[:1]}), path)
        _check_header(path, place, value)
        content = path.read_bytes()
        path.write_bytes(content[: at % len(content)] + junk + content[at % len(content) + len(junk) :])
        _read(path)


def _check_header(path: Path, place: int, value: object) -> None:
    with zipfile.ZipFile(path) as archive:
        header, content = json.loads(archive.read(HEADER)), archive.read("a.bin")
    _change(header, place, value)
    with zipfile.ZipFile(path.with_name("other"), "w") as archive:
        archive.writestr(HEADER, json.dumps(header))
        archive.writestr("a.bin", content)
    _read(path.with_name("other"))


def _read(path: Path) -> None:
    try:
        pack = read_pack(path)
    except PackError:
        return
    assert isinstance(pack.settings, dict)
    assert isinstance(pack.architecture, str)


def _change(tree: Any, place: int, value: object) -> None:
    """Put the value somewhere in a tree of JSON."""
    while True:
        keys = list(tree) if isinstance(tree, dict) else list(range(len(tree)))
        key = keys[place % len(keys)]
        place //= len(keys)
        if place == 0 or not isinstance(tree[key], (dict, list)) or not tree[key]:
            tree[key] = value
            return
        tree = tree[key]


REPEATED_TEXTS = st.tuples(REPEATED, st.sampled_from(["text", "auto", "html", "markdown"]))
MASKED_TEXTS = st.tuples(SIGNED, st.booleans(), st.lists(st.sampled_from(LABELS), min_size=1, unique=True))
PACKS = st.tuples(
    st.integers(0, 10**6), VALUES, st.sampled_from(sorted(load_pack(DEFAULT).arrays)), _NUMBERS,
    st.binary(min_size=1, max_size=8), st.integers(0, 2**20),
)  # fmt: skip
