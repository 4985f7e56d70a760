"""Paths of data files in the `natasha` package, found without importing it.

Importing natasha pulls in pymorphy2, which fails wherever setuptools 82 or newer, or none, is installed.
"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from ner_news.errors import MissingDataError


@cache
def natasha_file(name: str) -> Path:
    """Return the path of a data file of natasha.

    Raises `MissingDataError` when natasha is not installed or does not carry the file.

    >>> natasha_file("dict/first.txt").name
    'first.txt'
    """
    spec = find_spec("natasha")
    if spec is None or not spec.submodule_search_locations:
        raise MissingDataError("the package natasha is not installed: pip install natasha")
    path = Path(spec.submodule_search_locations[0], "data", name)
    if not path.is_file():
        raise MissingDataError(f"natasha carries no {name} (looked for {path}): pip install 'natasha>=1.6,<2'")
    return path
