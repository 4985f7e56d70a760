"""Phones, e-mail, cards, passports and patterns of one's own: what is found, what is not, and that it comes back."""

import re
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from ner_news import Document, InputError, MaskBook, OptionError, Person
from ner_news.errors import MissingExtraError
from ner_news.patterns import PATTERNS, choose_patterns, find_emails, find_pieces
from tests.test_cli import run

MARKED = {
    "phone": [
        "Звоните [+7 (495) 123-45-67] или [8 800 2000 600].",
        "тел. [8-916-123-45-67], факс [84951234567], из Минска [+375 29 123-45-67]",
        "16.09.2021 в 16:02, счёт 3:1, 1 000 000 рублей, приказ № 123-45, 4276 3800 1234 5674",
    ],
    "email": [
        "Пишите: [ivan.petrov+news@mail.example.ru].",
        "<[a@b-c.org]>, [почта@пример.рф]; [IVAN@EXAMPLE.COM]",
        "@telegram, a@b, a@.ru, ann@1.2.3, цена 5 @ 3.50",
    ],
    "card": [
        "с карты [4111 1111 1111 1111] на [2200000000000004]",
        "4111 1111 1111 1112, счёт 40817810099910004312, ОГРН 1027700132195, ИНН 7707083893",
    ],
    "passport": [
        "паспорт [45 08 123456]",
        "паспорта РФ [4508123456], Паспорт: [4508123456]; серия [4508 № 123456], [45 08 номер 123456]",
        "Паспорт серии [45 08 № 123456] выдан 15 01 2009",
        "1234567890, 12 34 5678, дело 45 08 1234567, 145 08 123456",
    ],
}


@pytest.mark.parametrize(("name", "marked"), [(name, each) for name, texts in MARKED.items() for each in texts])
def test_the_ready_set_finds_what_is_marked(name: str, marked: str) -> None:
    if name in ("phone", "card"):
        pytest.importorskip("phonenumbers", reason="needs pip install 'ner-news[patterns]'")
        pytest.importorskip("stdnum", reason="needs pip install 'ner-news[patterns]'")
    text = re.sub(r"[\[\]]", "", marked)
    found = text
    for piece in reversed(list(find_pieces(text, [PATTERNS[name]]))):
        found = f"{found[: piece.start]}[{found[piece.start : piece.stop]}]{found[piece.stop :]}"
    assert found == marked


TEXT = "Рахмон (rahmon@example.org) звонил по договору № 17-а, rahmon@example.org молчит."


def make() -> Document:
    rahmon = Person(start=0, stop=6, text="Рахмон", lemma="Рахмон", entity="PER:рахмон")
    part = Person(start=8, stop=14, text="rahmon", lemma="Rahmon", entity="PER:rahmon")
    return Document(text=TEXT, spans=(rahmon, part))


def find_contracts(text: str) -> Iterator[tuple[Any, ...]]:
    for match in re.finditer(r"№ \d+\S*(?=,)", text):
        yield *match.span(), "CONTRACT"


@pytest.mark.parametrize("own", [find_contracts, r"CONTRACT=№ \d+-\w"])
def test_what_patterns_find_is_masked_beside_names_and_comes_back(own: Any) -> None:
    masked = make().masked(patterns=["email", own])
    assert masked.text == "[PER_1] ([EMAIL_1]) звонил по договору [CONTRACT_1], [EMAIL_1] молчит."
    assert masked.key.unmask(masked.text) == TEXT
    assert masked.key.unmask("Что с [CONTRACT_1]?") == "Что с № 17-а?"


def test_what_overlaps_is_masked_as_one() -> None:
    def find_start(_: str) -> Iterator[tuple[int, int, str]]:
        yield 3, 7, "START"

    masked = make().masked(patterns=[find_start])
    assert masked.text.startswith("[PER_1]([PER_2]@")
    assert masked.key.unmask(masked.text) == TEXT


def test_a_book_gives_equal_pieces_one_pseudonym() -> None:
    book = MaskBook([], patterns=["email"])
    texts = ["Пишите на news@example.org", "NEWS@example.org, или b@example.org"]
    masked = [book.mask(Document(text=text)) for text in texts]
    assert masked == ["Пишите на [EMAIL_1]", "[EMAIL_1], или [EMAIL_2]"]
    assert [MaskBook.from_json(book.to_json()).unmask(text) for text in masked] == texts


def test_one_pattern_needs_no_list() -> None:
    assert Document(text="a@example.org").masked(patterns="email").text == "[EMAIL_1]"


def test_the_command_line_masks_patterns(tmp_path: Path) -> None:
    rows = "id,text\n1,Ангела Меркель: a@example.org по делу № 5\n"
    (tmp_path / "a.csv").write_text(rows, encoding="utf-8")
    files = (tmp_path / "a.csv", "-o", tmp_path / "b.csv", "--key", tmp_path / "key.json")
    result = run("mask", *files, "--pattern", "email", "--pattern", "CASE=№ ?[0-9]+")
    assert (result.exit_code, result.stderr) == (0, "")
    assert (tmp_path / "b.csv").read_text(encoding="utf-8") == "id,text\n1,[PER_1]: [EMAIL_1] по делу [CASE_1]\n"
    back = run("unmask", tmp_path / "b.csv", "-o", tmp_path / "c.csv", "--key", tmp_path / "key.json")
    assert (back.exit_code, (tmp_path / "c.csv").read_text(encoding="utf-8")) == (0, rows)
    result = run("mask", *files, "--pattern", "fax")
    assert (result.exit_code, "pattern='fax' is not known; allowed: 'phone'" in result.stderr) == (2, True)


def repeat_given(given: Any, _: str) -> Iterator[Any]:
    yield given


def test_misuse_is_named() -> None:
    for wrong in ("fax", "case=x", "=x"):
        with pytest.raises(OptionError, match="LABEL=expression"):
            choose_patterns([wrong])
    with pytest.raises(InputError, match="no regular expression"):
        choose_patterns(["CASE=("])
    for given in ((0, 0, "CASE"), (0, 999, "CASE"), (0, 1, "case"), (0, 1), 5):
        with pytest.raises(InputError, match=r"the pattern .*gave"):
            make().masked(patterns=[partial(repeat_given, given)])


@pytest.mark.parametrize("name", ["phone", "card"])
def test_a_missing_extra_names_its_command(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "phonenumbers", None)
    monkeypatch.setitem(sys.modules, "stdnum.luhn", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'ner-news\[patterns\]'"):
        Document(text="4111 1111 1111 1111").masked(patterns=[name])


def test_a_long_word_without_a_sign_costs_no_more() -> None:
    assert list(find_emails("а" * 1_000_000 + "@")) == []
    assert list(find_emails("a@" * 200_000)) == []
