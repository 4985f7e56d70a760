"""Every script of `examples/` runs, on the file that its first lines name."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

SCRIPTS = {
    "read_article.py": ["Ильдара Сабирова → Ильдар Сабиров (Ильдар | Сабиров)", "14-05-2024, 10:30 = 2024-05-14T10:30"],
    "count_people.py": ["2 Ильдар Сабиров", "2 Ерлан Жумабаев", "2 Анна Бьерде", "1 Елена Корнеева"],
}


def test_every_script_is_here() -> None:
    assert {path.name for path in (ROOT / "examples").glob("*.py")} == set(SCRIPTS)


@pytest.mark.parametrize(("script", "expected"), SCRIPTS.items())
def test_a_script_prints_what_it_should(script: str, expected: list[str]) -> None:
    source = (ROOT / "examples" / script).read_text(encoding="utf-8")
    [command] = [line for line in source.splitlines() if line.startswith("python examples/")]
    done = subprocess.run(
        [sys.executable, *command.split()[1:]], cwd=ROOT, check=True, capture_output=True, encoding="utf-8"
    )
    assert all(line in done.stdout for line in expected), done.stdout
