"""What the command line says of mistakes: a line each, and an exit code."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from ner_news.errors import NerNewsError

FAILED = 1
MISUSED = 2


class Misuse(click.ClickException):
    """One line on standard error, exit code 2."""

    exit_code = MISUSED


@contextmanager
def complaints(output: str | None) -> Iterator[None]:
    """Errors of files and of options as one line each."""
    try:
        yield
    except NerNewsError as error:
        raise Misuse(str(error)) from error
    except BrokenPipeError:
        raise  # click ends quietly: who read the output has seen enough
    except OSError as error:
        raise Misuse(f"{error.filename or output or 'standard output'}: {error.strerror}") from error
