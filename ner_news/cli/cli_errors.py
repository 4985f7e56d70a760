"""Mistakes as the command line tells them: one line on standard error, and an exit code."""

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
def cli_errors(output: str | None) -> Iterator[None]:
    """Turn errors of files and of options into one line each."""
    try:
        yield
    except NerNewsError as error:
        raise Misuse(str(error)) from error
    except BrokenPipeError:
        raise  # click ends quietly: the reader of the output needs no more
    except OSError as error:
        raise Misuse(f"{error.filename or output or 'standard output'}: {error.strerror}") from error


def print_error(line: str) -> None:
    """Print a line on standard error."""
    click.echo(line, err=True)
