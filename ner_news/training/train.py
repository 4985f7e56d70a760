"""The whole of a training: from annotated files to a pack with its figures."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace

import torch

from ner_news.tagging.navec import load_navec
from ner_news.tagging.pack import Pack
from ner_news.tagging.slovnet import read_slovnet
from ner_news.tagging.tagger import build
from ner_news.training.curriculum import Heads, lessons, tags_of
from ner_news.training.examples import Vocabulary
from ner_news.training.export import as_pack, settings
from ner_news.training.gold import GoldDocument, Labels
from ner_news.training.measuring import calibrated, figures, outcomes, predict
from ner_news.training.network import Dropout, Sizes, StackModule, Words
from ner_news.training.optimizing import Course, optimize
from ner_news.training.sources import Source
from ner_news.training.start import start_from
from ner_news.training.teaching import labelled

Log = Callable[[Mapping[str, object]], None]
"""Takes a record of the training's log."""


@dataclass(frozen=True)
class Plan:
    """What is trained, and how."""

    labels: Labels = field(default_factory=Labels)
    course: Course = field(default_factory=Course)
    sizes: Sizes = field(default_factory=Sizes)
    dropout: Dropout = field(default_factory=Dropout)
    teachers: int = 3
    """Networks that label texts without gold together, where there are such texts."""
    teacher_width: int = 160
    text_times: float = 0.25
    """How often an epoch sees each of those texts."""
    text_copies: float = 0.5
    """How often it sees a copy in lower case, and one in capitals, for each time it sees a text."""


def trained(name: str, sources: Sequence[Source], texts: Sequence[str], plan: Plan, log: Log) -> Pack:
    """A pack trained on all sources and, by way of teachers, on texts without gold.

    `log` gets a record of the plan, and one of each epoch. The same plan and sources give the same pack on the same
    machine with the same number of threads.
    """
    heads = {scheme: tags_of(documents, plan.labels) for scheme, documents in _by_scheme(sources)}
    log({"plan": asdict(plan) | {"labels": plan.labels.known}, "heads": heads})
    if not texts:
        return _network(name, sources, heads, plan, log)
    wide = replace(plan, sizes=replace(plan.sizes, width=plan.teacher_width))
    teachers = [
        _network(f"teacher {number}", sources, heads, reseeded(wide, number), log)
        for number in range(1, plan.teachers + 1)
    ]
    taught = [Source(scheme, labelled(texts, teachers, scheme), plan.text_times, plan.text_copies) for scheme in heads]
    return _network(name, [*sources, *taught], heads, plan, log)


def reseeded(plan: Plan, number: int) -> Plan:
    """The plan with a seed of its own for each number."""
    return replace(plan, course=replace(plan.course, seed=plan.course.seed + 1000 * number))


def _network(name: str, sources: Sequence[Source], heads: Heads, plan: Plan, log: Log) -> Pack:
    start = read_slovnet()
    torch.manual_seed(plan.course.seed)
    shapes = start.settings["shapes"]
    vocabulary = Vocabulary(load_navec(start.settings["embeddings"]), shapes)
    course = [lesson for source in sources for lesson in lessons(source, heads, vocabulary)]
    words = Words(vocabulary.facts, vocabulary.navec, len(shapes), plan.sizes, plan.dropout)
    network = StackModule(words, start, heads, plan.sizes)
    start_from(start, network, heads)
    optimize(network, course, plan.course, lambda record: log({"training": name, **record}))
    return as_pack(name, network, settings(start, heads, sorted(plan.labels.silent)))


def measured(pack: Pack, dev: Iterable[Source]) -> tuple[Pack, dict[str, dict[str, float]]]:
    """The pack with its scores calibrated on documents it was not trained on, and its figures on them by scheme."""
    network = build(pack)
    calibrations = calibration_of(pack)
    results: dict[str, dict[str, float]] = {}
    for scheme, documents in _by_scheme(dev):
        found = predict(pack, network, scheme, documents)
        calibrations[scheme] = calibrated(outcomes(found))._asdict()
        results[scheme] = figures(found)
    return with_calibration(pack, calibrations), results


def calibration_of(pack: Pack) -> dict[str, dict[str, float]]:
    """The lines of a pack's schemes, as its settings have them."""
    return dict(pack.settings.get("calibration", {}))


def with_calibration(pack: Pack, calibrations: Mapping[str, Mapping[str, float]]) -> Pack:
    """The pack with these lines for its schemes."""
    return replace(pack, settings={**pack.settings, "calibration": calibrations})


def _by_scheme(sources: Iterable[Source]) -> Iterator[tuple[str, list[GoldDocument]]]:
    groups: dict[str, list[GoldDocument]] = {}
    for source in sources:
        groups.setdefault(source.scheme, []).extend(source.documents)
    yield from groups.items()
