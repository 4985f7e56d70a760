"""The work of `ner-news train`: from options to a model file and its log."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ner_news.errors import InputError, MissingExtraError
from ner_news.tagging.pack import read_pack, write_pack
from ner_news.tagging.tagger import load_pack

if TYPE_CHECKING:
    from ner_news.training.gold import Labels
    from ner_news.training.training_run import Plan

Gold = Sequence[tuple[str, Path]]
"""Annotated files, each with its scheme."""

Log = Callable[[Mapping[str, object]], None]


@dataclass(frozen=True)
class TrainingOptions:
    """The files a network is trained on, and how; see `ner-news train --help`."""

    gold: Gold
    out: Path
    """The model file; its log is written beside it."""
    dev: Gold = ()
    held_out: int = 20
    """Every so many-th document of the first file of a scheme without `dev` is kept for measuring; 0 keeps none."""
    part: int = 0
    """Which of them, from 0."""
    calibration_from: Path | None = None
    repeat: Mapping[str, float] = field(default_factory=dict)
    """How often an epoch sees the documents of a scheme, or of a file."""
    frames: int = 0
    """Sentences made from templates."""
    teachers: int | None = None
    """Networks that fill in what nobody marked."""
    teacher_packs: Sequence[Path] = ()
    """Model files that do so instead."""
    start: str | None = None
    """The network to go on from."""
    width: int | None = None
    unlabelled: Path | None = None
    texts: int = 6000
    """How many of the unlabelled ones, by chance."""
    silent: Sequence[str] = ()
    renamed: Mapping[str, str] = field(default_factory=dict)
    ignore: Sequence[str] = ()
    epochs: int = 10
    seed: int = 1

    @property
    def log(self) -> Path:
        """The file with a line for each epoch: own.log.jsonl for own.pack."""
        return self.out.with_name(self.out.name.removesuffix(".pack") + ".log.jsonl")


def check_options(options: TrainingOptions) -> None:
    """Raise `InputError` for options that do not go together, and for an output that is an input."""
    held_out, part = options.held_out, options.part
    if held_out and part >= held_out:
        raise InputError(f"--part {part} must be less than --held-out {held_out}")
    if options.calibration_from and (options.dev or held_out):
        raise InputError("--calibration-from is for a training without --dev and with --held-out 0")
    strange = set(options.repeat) - {name for scheme, path in options.gold for name in (scheme, path.name)}
    if strange:
        raise InputError(f"--repeat names what no --gold has: {', '.join(sorted(strange))}")
    if options.unlabelled and options.teachers == 0 and not options.teacher_packs:
        raise InputError("--unlabelled needs teachers")
    inputs = [path for _, path in (*options.gold, *options.dev)]
    for written in (options.out, options.log):
        for path in (*inputs, options.calibration_from, options.unlabelled, *options.teacher_packs):
            if path and written.exists() and written.samefile(path):
                raise InputError(f"{written} would be overwritten, but is to be read")


def run_training(options: TrainingOptions, report: Callable[[str], object]) -> dict[str, dict[str, float]] | None:
    """Train a network, write it, and return its figures, `None` where nothing was held out to measure it on.

    Every file is checked before anything is trained; `report` gets a line for each epoch.
    """
    try:
        from ner_news.training.gold import Labels
        from ner_news.training.sources import check_sources, read_sources, read_texts, split_held_out
        from ner_news.training.training_run import (
            TrainingData,
            calibration_of,
            measure_pack,
            train_pack,
            with_calibration,
        )
    except ModuleNotFoundError as error:
        if error.name != "torch":
            raise
        raise MissingExtraError("training", "train") from error
    labels = Labels(frozenset(options.silent), frozenset(options.ignore), options.renamed)
    dev_sources = read_sources(options.dev, labels, {})
    whole = {source.scheme for source in dev_sources}
    gold = read_sources(options.gold, labels, options.repeat)
    sources, held = split_held_out(gold, options.held_out, options.part, whole)
    dev_sources += [source for source in held if source.documents]
    check_sources(sources, dev_sources)
    texts = read_texts(options.unlabelled, options.texts, options.seed) if options.unlabelled else []
    lent = list(map(read_pack, options.teacher_packs))
    calibration = calibration_of(read_pack(options.calibration_from)) if options.calibration_from else {}
    with _open_log(options.log, report) as log:
        data = TrainingData(sources, options.frames, texts, lent, load_pack(options.start) if options.start else None)
        pack = train_pack(options.out.stem, data, _plan(options, labels), log)
        write_pack(with_calibration(pack, calibration), options.out)
        if not dev_sources:
            return None
        pack, figures = measure_pack(pack, dev_sources)
        write_pack(pack, options.out)
        log({"figures": figures})
    return figures


def _plan(options: TrainingOptions, labels: "Labels") -> "Plan":
    from ner_news.training.optimizing import TrainingConfig
    from ner_news.training.torch_network import Sizes
    from ner_news.training.training_run import Plan

    teachers = options.teachers if options.teachers is not None else Plan.teachers if options.unlabelled else 0
    sizes = Sizes(width=options.width) if options.width else Sizes()
    return Plan(labels, TrainingConfig(options.epochs, seed=options.seed), sizes, teachers=teachers)


@contextmanager
def _open_log(path: Path, report: Callable[[str], object]) -> Iterator[Log]:
    """Yield a function that writes a record as a line of the file, and reports one of an epoch."""
    with path.open("w", encoding="utf-8") as stream:

        def write(record: Mapping[str, object]) -> None:
            print(json.dumps(record, ensure_ascii=False, default=list), file=stream, flush=True)
            if "epoch" in record:
                report("  ".join(f"{name} {value}" for name, value in record.items()))

        yield write
