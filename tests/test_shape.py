"""The shape of the code: short modules and functions, few parameters, and no two modules of one name."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import ner_news

PACKAGE = Path(ner_news.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))

MOST_LINES = 300
MOST_FUNCTION_LINES = 40
MOST_PARAMETERS = 7

Function = ast.FunctionDef | ast.AsyncFunctionDef


def name_of(path: Path) -> str:
    """Return what a reader calls the module: a package by its folder."""
    return path.parent.name if path.stem == "__init__" else path.stem


def functions(path: Path) -> Iterator[Function]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def takes_options(function: Function) -> bool:
    """Whether click calls the function with its options, or spaCy, which reads them from the parameters.

    A constructor whose parameters are all options, given by name, is one of these too: `Extractor`'s.
    """
    if function.name == "__init__" and not function.args.args[1:]:
        return True
    called_by = ("command", "Language.factory")
    return any(name in ast.unparse(decorator) for decorator in function.decorator_list for name in called_by)


def parameters(function: Function) -> int:
    arguments = function.args
    named = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    return len([argument for argument in named if argument.arg not in ("self", "cls")])


def test_no_two_modules_share_a_name() -> None:
    names = [name_of(path) for path in FILES if path.stem != "__main__"]
    assert sorted({name for name in names if names.count(name) > 1}) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_modules_and_functions_are_short(path: Path) -> None:
    long = [
        function.name
        for function in functions(path)
        if function.end_lineno and function.end_lineno - function.lineno >= MOST_FUNCTION_LINES
    ]
    many = [each.name for each in functions(path) if parameters(each) > MOST_PARAMETERS and not takes_options(each)]
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES
    assert [long, many] == [[], []]
