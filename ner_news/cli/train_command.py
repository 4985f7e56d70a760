"""`ner-news train`: options from the command line to a network of one's own."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from ner_news.cli.cli_errors import describe_os_error, make_one_line, print_error
from ner_news.cli.network_training import TrainingOptions, check_options, run_training
from ner_news.errors import InputError, NerNewsError
from ner_news.render import build_figure_table
from ner_news.spans import LABELS, SCHEMES

MOST_TIMES = 1000
FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
SCHEME = re.compile("[a-z][a-z0-9_]*")


def _read_sources(_: click.Context, __: click.Parameter, values: Sequence[str]) -> list[tuple[str, Path]]:
    """Return the scheme and the path of each value, `full:news.jsonl`; without a scheme `full` is meant."""
    sources = []
    for value in values:
        scheme, colon, path = value.partition(":")
        if not colon or not SCHEME.fullmatch(scheme) or Path(value).exists():
            scheme, path = SCHEMES[0], value
        if not Path(path).exists():
            raise click.BadParameter(
                f"{path!r}: there is no such file; before a colon stands a scheme: {', '.join(SCHEMES)} or one of your "
                "own in small Latin letters"
            )
        sources.append((scheme, Path(path)))
    return sources


def _check_silent(_: click.Context, __: click.Parameter, values: Sequence[str]) -> Sequence[str]:
    """Return the labels, none of which may be one that a network is for."""
    for value in values:
        if value in LABELS:
            raise click.BadParameter(f"{value} is what a network is for; others can be silent")
    return values


def _check_name(_: click.Context, __: click.Parameter, value: Path) -> Path:
    """Return the path, which must be one of a file in a folder that exists."""
    if not value.name:
        raise click.BadParameter("a file needs a name")
    if not value.parent.is_dir():
        raise click.BadParameter(f"{str(value.parent)!r}: there is no such folder")
    return value


def _read_times(_: click.Context, __: click.Parameter, values: Sequence[str]) -> dict[str, float]:
    """Return the number for each scheme or name of a file: `names=3`."""
    numbers = {}
    for value in values:
        name, _equals, times = value.rpartition("=")
        if not name or not times.replace(".", "", 1).isdecimal() or not 0 < float(times) < MOST_TIMES:
            raise click.BadParameter(f"{value!r} is not like names=3 or news.jsonl=0.5")
        numbers[name] = float(times)
    return numbers


def _read_renamed(_: click.Context, __: click.Parameter, values: Sequence[str]) -> dict[str, str]:
    """Return the new label for each old one: `FACILITY=LOC`."""
    pairs = [value.split("=") for value in values]
    for value, pair in zip(values, pairs, strict=True):
        if len(pair) != 2 or not all(pair):
            raise click.BadParameter(f"{value!r} is not like FACILITY=LOC")
    return dict(pairs)


@click.command()
@click.option("--gold", "gold", metavar="[SCHEME:]PATH", callback=_read_sources, multiple=True, required=True,
              help="Annotated documents: JSON lines, a brat folder or CoNLL columns. Can be given again.")  # fmt: skip
@click.option("-o", "--out", type=click.Path(path_type=Path, dir_okay=False), callback=_check_name, required=True,
              help="The model file to write; for own.pack the log is own.log.jsonl.")  # fmt: skip
@click.option(
    "--dev",
    metavar="[SCHEME:]PATH",
    callback=_read_sources,
    multiple=True,
    help="Documents to measure and to calibrate scores on.",
)
@click.option("--held-out", type=click.IntRange(0), default=20, show_default=True,
              help="Of the first file of a scheme without --dev every so many-th document "
              "is kept for that; 0 keeps none.")  # fmt: skip
@click.option("--part", type=click.IntRange(0), default=0, show_default=True,
              help="Which of them: 0, 1, … HELD-OUT - 1, for cross-validation.")  # fmt: skip
@click.option("--calibration-from", type=FILE, help="With --held-out 0: the calibration of this model file.")
@click.option(
    "--repeat",
    metavar="SCHEME|FILE=TIMES",
    callback=_read_times,
    multiple=True,
    help="How often an epoch sees the documents of a scheme, or of the file of this name.",
)
@click.option("--frames", type=click.IntRange(0), default=0, show_default=True,
              help="Sentences made from the package's templates that an epoch sees.")  # fmt: skip
@click.option("--teachers", type=click.IntRange(0, 9), default=None,
              help="Networks that first fill in what nobody marked; 2 with --unlabelled, else 0.")  # fmt: skip
@click.option("--teacher", "teacher_packs", type=FILE, multiple=True,
              help="A model file that does so instead, trained on such gold. Can be given again.")  # fmt: skip
@click.option(
    "--start", metavar="MODEL", help="Go on from this network, `news` or a model file, instead of slovnet's weights."
)
@click.option("--width", type=click.IntRange(8, 512), default=None, help="Columns of the network's blocks.")
@click.option("--unlabelled", type=FILE, help="JSON lines with texts for teachers to label and to learn from.")
@click.option("--texts", type=click.IntRange(1), default=6000, show_default=True, help="How many of them, by chance.")
@click.option(
    "--silent",
    metavar="LABEL",
    callback=_check_silent,
    multiple=True,
    help="Learnt so as not to be taken for a name; never reported.",
)
@click.option("--rename", "renamed", metavar="LABEL=LABEL", callback=_read_renamed, multiple=True,
              help="Read a label of the files as another: FACILITY=LOC.")  # fmt: skip
@click.option("--ignore", metavar="LABEL", multiple=True, help="As if the files did not have it.")
@click.option("--epochs", type=click.IntRange(1), default=10, show_default=True)
@click.option("--seed", type=click.IntRange(0, 2**31 - 1), default=1, show_default=True)
def train(**values: Any) -> None:
    """Train a network on annotated documents and write it as a model file.

    Every file is checked before anything is trained. Needs: pip install 'ner-news[train]'
    """
    options = TrainingOptions(**values)
    with _errors_as(click.UsageError, InputError):
        check_options(options)
    with _errors_as(click.ClickException, NerNewsError):
        figures = run_training(options, print_error)
    if figures is None:
        print_error(f"{options.out} is written; nothing was held out to measure it on")
    else:
        Console().print(build_figure_table(figures))


@contextmanager
def _errors_as(shown: type[click.ClickException], errors: type[NerNewsError]) -> Iterator[None]:
    """Turn these errors, and those of files, into ones that click shows."""
    try:
        yield
    except errors as error:
        raise shown(make_one_line(str(error))) from error
    except OSError as error:
        raise shown(make_one_line(describe_os_error(error))) from error
