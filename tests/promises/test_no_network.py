"""Nothing touches the network, and nothing is written."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

BLOCKED = """if True:
    import os, sys
    def watch(event, arguments):
        if event.startswith("socket.") or event in ("urllib.Request", "http.client.connect"):
            raise RuntimeError(f"the network: {event} {arguments}")
        opens_to_write = event == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        if opens_to_write or event == "sqlite3.connect":
            raise RuntimeError(f"written: {arguments}")
    sys.addaudithook(watch)
"""
READ = """
    import ner_news
    document = ner_news.extract("<p>Эмомали Рахмон прибыл в Душанбе 16.09.2021", format="html")
    assert [span.label for span in document.spans] == ["PER", "LOC", "DATE"], document.spans
    ner_news.Extractor(model="slovnet", scheme="names")("Москва")
"""
TOUCH = """
    import socket
    socket.create_connection(("192.0.2.1", 9), timeout=1)
"""


def run(code: str, home: Path) -> subprocess.CompletedProcess[bytes]:
    """In an empty home, without bytecode written."""
    environment = {**os.environ, "HOME": str(home), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=False)


def test_nothing_touches_the_network(tmp_path: Path) -> None:
    done = run(BLOCKED + READ, tmp_path)
    assert done.returncode == 0, done.stderr.decode()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("code", [TOUCH, "\n    open('x', 'w')\n", "\n    os.open('x', os.O_CREAT)\n"])
def test_what_touches_it_is_seen(code: str, tmp_path: Path) -> None:
    assert b"RuntimeError" in run(BLOCKED + code, tmp_path).stderr
