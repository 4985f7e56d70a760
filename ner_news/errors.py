"""All errors that this package raises on purpose.

    NerNewsError
    ├── CorpusError (ValueError)       a corpus file that is damaged, foreign or of another version: path, reason
    │   └── OtherDocumentError         a document whose id another one has there
    ├── InputError (ValueError)        a value that cannot be read: `published`, a record of a file
    ├── GoldError (ValueError)         an annotated file that cannot be read or trained on: file, line, reason
    ├── MissingExtraError (ImportError) an extra that is not installed: names its pip command
    ├── OptionError (ValueError)       an option outside the allowed ones
    ├── PackError (ValueError)         a model file that is damaged, foreign or of another version
    │   └── MissingDataError           natasha's data files are not where they should be
    └── WorkerError (RuntimeError)     a process that died twice with a text, or that cannot start

A value of the wrong type raises Python's own `TypeError`.
"""

from typing import Any


class NerNewsError(Exception):
    """The root of all errors of the package: `except ner_news.NerNewsError` catches each."""

    def __reduce__(self) -> tuple[Any, ...]:
        return _remade, (type(self), self.args, self.__dict__)


def _remade(kind: type[NerNewsError], args: tuple[object, ...], state: dict[str, object]) -> NerNewsError:
    """Unpickle an error without its constructor, whose parameters differ."""
    error = kind.__new__(kind, *args)
    error.args = args
    error.__dict__.update(state)
    return error


class CorpusError(NerNewsError, ValueError):
    """A corpus that cannot be read, or not written as asked."""

    def __init__(self, path: object, reason: str) -> None:
        super().__init__(f"{path or 'the corpus'}: {reason}")


class OtherDocumentError(CorpusError):
    """A document whose id another one has in the corpus; the corpus goes on."""


class InputError(NerNewsError, ValueError):
    """A value that came from outside and cannot be read."""


class GoldError(NerNewsError, ValueError):
    """An annotated file that cannot be read or trained on."""

    def __init__(self, path: object, line: int, reason: str) -> None:
        super().__init__(f"{path}:{line}: {reason}")


class MissingExtraError(NerNewsError, ImportError):
    """An extra is not installed that the call needs."""

    def __init__(self, work: str, extra: str) -> None:
        checkout = f"in a checkout pip install '.[{extra}]'"
        super().__init__(f"{work} needs more than is installed: pip install 'ner-news[{extra}]', {checkout}")


class OptionError(NerNewsError, ValueError):
    """An option outside the allowed values."""

    def __init__(self, option: str, value: object, allowed: tuple[str, ...], also: str = "") -> None:
        super().__init__(f"{option}={value!r} is not known; allowed: {', '.join(map(repr, allowed))}{also}")


class PackError(NerNewsError, ValueError):
    """A model file that is damaged, foreign or of another version."""


class MissingDataError(PackError):
    """natasha's data files are not where they should be."""


class WorkerError(NerNewsError, RuntimeError):
    """A text with which worker processes die, killed or out of memory, or workers that cannot start."""
