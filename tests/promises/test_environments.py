"""Fresh environments without setuptools; the lower bounds of the dependencies are real versions, tried by CI."""

import subprocess
import sys

from tests.oldest import oldest


def test_setuptools_is_not_needed() -> None:
    blocked = "import sys; sys.modules.update(dict.fromkeys(['pkg_resources', 'setuptools', 'pymorphy2'])); "
    code = blocked + "import ner_news; print(ner_news.extract('Рахмон прибыл в Душанбе.').places[0].lemma)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, encoding="utf-8")
    assert done.stdout == "Душанбе\n"


def test_every_dependency_says_from_which_version() -> None:
    pinned = oldest()
    names = {pin.partition("==")[0] for pin in pinned}
    assert names >= {"natasha", "pymorphy3", "razdel", "pydantic", "numpy", "click", "rich", "pytest"}
    assert "numpy==1.26" in pinned
