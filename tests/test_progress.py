import os
import pty
import subprocess
import sys
from collections.abc import Iterator

import pytest

from ner_news import Extractor
from ner_news.progress import show_progress

CODE = """
import ner_news.progress; ner_news.progress.PATIENCE = 0.0
from ner_news import Extractor
print(len(list(Extractor().pipe(["Минск"] * 64, progress={progress}))))
"""


def on_a_terminal(code: str) -> tuple[str, str]:
    """What a fresh interpreter prints, and what a terminal as its standard error shows."""
    ours, theirs = pty.openpty()
    done = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=theirs, check=True, text=True)
    os.close(theirs)
    shown = b""
    try:
        while piece := os.read(ours, 65536):
            shown += piece
    except OSError:  # a terminal's way to say that there is no more
        pass
    os.close(ours)
    return done.stdout, shown.decode()


def test_a_bar_shows_on_a_terminal() -> None:
    printed, shown = on_a_terminal(CODE.format(progress=True))
    assert printed == "64\n"
    assert "articles" in shown
    assert "100%" in shown


def test_it_is_silent_when_told() -> None:
    assert on_a_terminal(CODE.format(progress=False)) == ("64\n", "")


def test_it_is_silent_where_nobody_watches() -> None:
    done = subprocess.run([sys.executable, "-c", CODE.format(progress=True)], capture_output=True, check=True)
    assert (done.stdout, done.stderr) == (b"64\n", b"")


def test_nothing_is_loaded_for_a_bar_that_is_not_wanted() -> None:
    code = CODE.format(progress=False) + "import sys; print('rich' in sys.modules)"
    assert on_a_terminal(code)[0] == "64\nFalse\n"


def test_errors_and_order_come_through() -> None:
    def broken() -> Iterator[int]:
        yield 1
        raise OSError("no more")

    items = show_progress(broken())
    assert next(items) == 1
    with pytest.raises(OSError, match="no more"):
        next(items)


def test_misuse_is_named_before_the_first_document() -> None:
    with pytest.raises(TypeError, match="pipe takes many texts"):
        Extractor().pipe("Москва", progress=True)
