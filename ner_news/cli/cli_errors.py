"""Mistakes as the command line tells them: one line on standard error, and an exit code."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

import click

from ner_news.errors import NerNewsError

FAILED = 1
MISUSED = 2


class Misuse(click.ClickException):
    """One line on standard error, exit code 2."""

    exit_code = MISUSED

    def __init__(self, message: str) -> None:
        super().__init__(make_one_line(message))


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
        raise Misuse(describe_os_error(error, output)) from error


def describe_os_error(error: OSError, output: str | None = None) -> str:
    """Return which file cannot be read or written, and why; without a name it is the output."""
    if error.errno == errno.EBADF and not error.filename:
        return "a standard stream that is needed is closed"
    return f"{error.filename or output or 'standard output'}: {error.strerror or error}"


def print_error(line: str) -> None:
    """Print a line on standard error."""
    click.echo(make_one_line(line), err=True)


def make_one_line(text: str) -> str:
    r"""Return the text with signs that steer a terminal or begin a line written out: names of files may hold them.

    >>> make_one_line("a\x1b[31m\nb")
    'a\\x1b[31m\\nb'
    """
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in text)
