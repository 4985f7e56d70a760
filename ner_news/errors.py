"""Every error this package raises on purpose.

    NerNewsError
    ├── InputError (ValueError)        a value that cannot be read: `published`, a record of a file
    ├── OptionError (ValueError)       an option outside the allowed ones
    └── PackError (ValueError)         a model file that is damaged, foreign or of another version
        └── MissingDataError           natasha's data files are not where they should be

A value of the wrong type raises Python's own `TypeError`.
"""


class NerNewsError(Exception):
    """The root: `except ner_news.NerNewsError` catches all below."""


class InputError(NerNewsError, ValueError):
    """A value that came from outside and cannot be read."""


class OptionError(NerNewsError, ValueError):
    """An option outside the allowed values."""

    def __init__(self, option: str, value: object, allowed: tuple[str, ...]) -> None:
        super().__init__(f"{option}={value!r} is not known; allowed: {', '.join(map(repr, allowed))}")


class PackError(NerNewsError, ValueError):
    """A model file that is damaged, foreign or of another version."""


class MissingDataError(PackError):
    """natasha's data files are not where they should be."""
