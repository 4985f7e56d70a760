"""`python -m tests.oldest` prints the oldest allowed version of each dependency, as pip's constraints.

CI installs the wheel with them and runs the promises.
"""

import re
from pathlib import Path

PROJECT = Path(__file__).parents[1] / "pyproject.toml"


def oldest() -> list[str]:
    """The lower bounds of the core's dependencies and of the tests' own, as `numpy==1.26`."""
    text = PROJECT.read_text(encoding="utf-8")
    [core] = re.findall(r"^dependencies = \[\n(.*?)^\]", text, re.MULTILINE | re.DOTALL)
    [tests] = re.findall(r"^test = (\[.*\])$", text, re.MULTILINE)
    return [f"{name}=={version}" for name, version in re.findall(r'"([\w-]+)>=([\d.]+)', core + tests)]


if __name__ == "__main__":
    print("\n".join(oldest()))
