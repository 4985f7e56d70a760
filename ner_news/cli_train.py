"""`ner-news train`: a network of one's own from annotated texts."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console

from ner_news.errors import MissingExtraError, NerNewsError
from ner_news.render import build_figure_table
from ner_news.spans import LABELS, SCHEMES
from ner_news.tagging.pack import read_pack, write_pack

MOST_TIMES = 1000
FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


def _sources(_: click.Context, __: click.Parameter, values: Sequence[str]) -> list[tuple[str, Path]]:
    """`full:news.jsonl`; without a scheme `full` is meant."""
    found = []
    for value in values:
        scheme, colon, path = value.partition(":")
        if not colon or scheme not in SCHEMES:
            scheme, path = "full", value
        if not Path(path).exists():
            raise click.BadParameter(f"{path}: there is no such file; before a colon stand {' or '.join(SCHEMES)}")
        found.append((scheme, Path(path)))
    return found


def _silent(_: click.Context, __: click.Parameter, values: Sequence[str]) -> Sequence[str]:
    """Labels other than those that a network is for."""
    for value in values:
        if value in LABELS:
            raise click.BadParameter(f"{value} is what a network is for; others can be silent")
    return values


def _named(_: click.Context, __: click.Parameter, value: Path) -> Path:
    if not value.name:
        raise click.BadParameter("a file needs a name")
    if not value.parent.is_dir():
        raise click.BadParameter(f"{value.parent}: there is no such folder")
    return value


def _times(_: click.Context, __: click.Parameter, values: Sequence[str]) -> dict[str, float]:
    """`names=3`."""
    found = {}
    for value in values:
        scheme, _equals, times = value.partition("=")
        if scheme not in SCHEMES or not times.replace(".", "", 1).isdecimal() or not 0 < float(times) < MOST_TIMES:
            raise click.BadParameter(f"{value!r} is not like names=3; the schemes are {', '.join(SCHEMES)}")
        found[scheme] = float(times)
    return found


@click.command()
@click.option("--gold", "gold", metavar="[SCHEME:]PATH", callback=_sources, multiple=True, required=True,
              help="Annotated documents: JSON lines, a brat folder or CoNLL columns. Can be given again.")  # fmt: skip
@click.option("-o", "--out", type=click.Path(path_type=Path, dir_okay=False), callback=_named, required=True,
              help="The model file to write; for own.pack the log is own.log.jsonl.")  # fmt: skip
@click.option(
    "--dev",
    metavar="[SCHEME:]PATH",
    callback=_sources,
    multiple=True,
    help="Documents to measure and to calibrate scores on.",
)
@click.option("--held-out", type=click.IntRange(0), default=20, show_default=True,
              help="Of a scheme without --dev every so many-th document is kept for that; 0 keeps none.")  # fmt: skip
@click.option("--part", type=click.IntRange(0), default=0, show_default=True,
              help="Which of them: 0, 1, … HELD-OUT - 1, for cross-validation.")  # fmt: skip
@click.option("--calibration-from", type=FILE, help="With --held-out 0: the calibration of this model file.")
@click.option(
    "--repeat",
    metavar="SCHEME=TIMES",
    callback=_times,
    multiple=True,
    help="How often an epoch sees the documents of a scheme.",
)
@click.option("--unlabelled", type=FILE, help="JSON lines with texts for teachers to label and to learn from.")
@click.option("--texts", type=click.IntRange(1), default=6000, show_default=True, help="How many of them, by chance.")
@click.option(
    "--silent",
    metavar="LABEL",
    callback=_silent,
    multiple=True,
    help="Learnt so as not to be taken for a name; never reported.",
)
@click.option("--ignore", metavar="LABEL", multiple=True, help="As if the files did not have it.")
@click.option("--epochs", type=click.IntRange(1), default=10, show_default=True)
@click.option("--seed", type=click.IntRange(0, 2**31 - 1), default=1, show_default=True)
def train(
    gold: Sequence[tuple[str, Path]],
    out: Path,
    dev: Sequence[tuple[str, Path]],
    held_out: int,
    part: int,
    calibration_from: Path | None,
    repeat: dict[str, float],
    unlabelled: Path | None,
    texts: int,
    silent: Sequence[str],
    ignore: Sequence[str],
    epochs: int,
    seed: int,
) -> None:
    """Train a network on annotated documents and write it as a model file.

    Every file is checked before anything is trained. Needs: pip install 'ner-news[train]'
    """
    _check_options(held_out, part, calibration_from, dev)
    if not set(repeat) <= {scheme for scheme, _ in gold}:
        raise click.UsageError(f"--repeat names a scheme without --gold: {', '.join(repeat)}")
    log_path = out.with_name(out.name.removesuffix(".pack") + ".log.jsonl")
    _check_outputs((out, log_path), [path for _, path in (*gold, *dev)], (calibration_from, unlabelled))
    try:
        from ner_news.training.gold import Labels
        from ner_news.training.optimizing import TrainingConfig
        from ner_news.training.sources import check_sources, read_sources, read_texts, split_held_out
        from ner_news.training.training_run import Plan, calibration_of, measure_pack, train_pack, with_calibration
    except ModuleNotFoundError as error:
        if error.name != "torch":
            raise
        raise click.ClickException(str(MissingExtraError("training", "train"))) from error
    labels = Labels(frozenset(silent), frozenset(ignore))
    with _named_errors():
        dev_sources = read_sources(dev, labels, {})
        whole = {source.scheme for source in dev_sources}
        sources, held = split_held_out(read_sources(gold, labels, repeat), held_out, part, whole)
        dev_sources += [source for source in held if source.documents]
        check_sources(sources, dev_sources)
        found = read_texts(unlabelled, texts, seed) if unlabelled else []
        calibration = calibration_of(read_pack(calibration_from)) if calibration_from else {}
        with _log(log_path) as log:
            pack = train_pack(out.stem, sources, found, Plan(labels, TrainingConfig(epochs, seed=seed)), log)
            write_pack(with_calibration(pack, calibration), out)
            if dev_sources:
                pack, figures = measure_pack(pack, dev_sources)
                write_pack(pack, out)
                log({"figures": figures})
                Console().print(build_figure_table(figures))
    if not dev_sources:
        click.echo(f"{out} is written; nothing was held out to measure it on", err=True)


def _check_options(held_out: int, part: int, calibration_from: Path | None, dev: Sequence[tuple[str, Path]]) -> None:
    """Complains of options that do not go together."""
    if held_out and part >= held_out:
        raise click.UsageError(f"--part {part} must be less than --held-out {held_out}")
    if calibration_from and (dev or held_out):
        raise click.UsageError("--calibration-from is for a training without --dev and with --held-out 0")


def _check_outputs(outputs: Sequence[Path], inputs: Sequence[Path], others: Sequence[Path | None]) -> None:
    """Complains where a file would be written that is to be read."""
    for written in outputs:
        for path in (*inputs, *others):
            if path and written.exists() and written.samefile(path):
                raise click.UsageError(f"{written} would be overwritten, but is to be read")


@contextmanager
def _named_errors() -> Iterator[None]:
    """Errors of the package and of files as a line on standard error."""
    try:
        yield
    except NerNewsError as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise click.ClickException(f"{error.filename}: {error.strerror}") from error


@contextmanager
def _log(path: Path) -> Iterator[Callable[[Mapping[str, object]], None]]:
    """A function that writes a record as a line of a file and, if it is one of an epoch, on standard error."""
    with path.open("w", encoding="utf-8") as stream:

        def write(record: Mapping[str, object]) -> None:
            print(json.dumps(record, ensure_ascii=False, default=list), file=stream, flush=True)
            if "epoch" in record:
                click.echo("  ".join(f"{name} {value}" for name, value in record.items()), err=True)

        yield write
