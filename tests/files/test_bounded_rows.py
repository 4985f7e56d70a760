"""Rows of CSV of bounded length: the same as without a bound, but for those that are too long."""

import csv
import io
import random
import tracemalloc
from collections import deque

import pytest

from ner_news.files.bounded_rows import RAW, split_rows
from ner_news.files.lines import CHUNK, TooLong

SIGNS = 'a,"\n\r;б'


def rows_of(text: str, longest: int | None) -> list[list[str] | TooLong | str]:
    rows = (row for _, row in split_rows(io.StringIO(text, newline=""), ",", longest))
    return [str(row) if isinstance(row, csv.Error) else row for row in rows]


def test_rows_are_those_of_csv_whatever_stands_in_them() -> None:
    chance = random.Random(1)
    for _ in range(3000):
        text = "".join(chance.choices(SIGNS, k=chance.randrange(40)))
        plain = rows_of(text, None)
        for longest in (1, 2, 5, 100):
            bounded = rows_of(text, longest)
            for expected, found in zip(plain, bounded, strict=False):
                if isinstance(expected, str):  # an error of the quotes, which a row that is too long may hold too
                    break
                assert found == expected or (isinstance(found, TooLong) and found.size > longest)
            if longest == 100:
                assert bounded == plain


@pytest.mark.parametrize("quoted", ['"{}"', '"{}""{}"', "{}", '5" {}', '"a",{},"b"', '"\n{}\n"'])
def test_a_row_that_is_too_long_is_skipped_and_no_other(quoted: str) -> None:
    longest = 50
    long = quoted.replace("{}", "длинный " * 20_000)
    text = f"a,b\r\n{long}\r\n1,2\r\n{long}\r\n3,4\r\n"
    found = list(split_rows(io.StringIO(text, newline=""), ",", longest))
    assert [row for _, row in found][::2] == [["a", "b"], ["1", "2"], ["3", "4"]]
    assert [row for _, row in found][1::2] == [TooLong(len(long.encode()) + 2)] * 2
    inside = long.count("\n")
    assert [number for number, _ in found] == [1, 2, 3 + inside, 4 + inside, 5 + 2 * inside]


@pytest.mark.parametrize("filling", ['"a,b\n', '""', ",", "x", '"\n', '"",'])
def test_an_open_quote_is_not_held_in_memory(filling: str) -> None:
    longest = 1000

    class Endless(io.TextIOBase):
        """A megabyte that is made while it is read."""

        left = 1_000_000

        def readline(self, size: int = -1) -> str:  # type: ignore[override]
            piece = (filling * CHUNK)[: min(size if size >= 0 else CHUNK, self.left)]
            piece = piece[: piece.find("\n") + 1] or piece
            self.left -= len(piece)
            return piece

    text = Endless()
    tracemalloc.start()
    found = deque(split_rows(text, ",", longest), maxlen=1)  # type: ignore[arg-type]
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found
    assert most < 400_000 + RAW * longest * 8


def test_an_open_quote_is_told() -> None:
    *rest, error = rows_of('a,b\n"open,' + "x\n" * 100_000, 1000)
    assert rest == [["a", "b"]]
    assert isinstance(error, str)
    assert error == "a quote is not closed within 200,006 bytes"
