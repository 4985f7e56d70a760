"""A whole training: from annotated files to a pack with its figures."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import NamedTuple

import torch

from ner_news.errors import InputError
from ner_news.tagging.navec import load_navec
from ner_news.tagging.networks import build_network
from ner_news.tagging.pack import Pack
from ner_news.tagging.slovnet_weights import read_slovnet
from ner_news.tagging.tags import DATE, NAMES
from ner_news.training.augmentation import build_training_sets, collect_heads
from ner_news.training.evaluation import collect_outcomes, compute_figures, fit_calibration, predict
from ner_news.training.examples import Heads, Vocabulary
from ner_news.training.gold import GoldDocument, Labels
from ner_news.training.initialization import initialize
from ner_news.training.optimizing import TrainingConfig, optimize
from ner_news.training.pack_writer import build_pack, build_settings, restore, sizes_of
from ner_news.training.pseudo_labels import complete_layers, label_texts
from ner_news.training.sentence_frames import generate_frames
from ner_news.training.sources import LayeredDocument, LayeredSource, Source, join_layers
from ner_news.training.torch_network import Dropout, NewsModule, Sizes, WordEncoder

Log = Callable[[Mapping[str, object]], None]
"""Takes a record of the training's log."""


@dataclass(frozen=True)
class Plan:
    """The parts of a training that can be chosen; the numbers by eye, but see the card of the shipped network."""

    labels: Labels = field(default_factory=Labels)
    config: TrainingConfig = field(default_factory=TrainingConfig)
    sizes: Sizes = field(default_factory=Sizes)
    dropout: Dropout = field(default_factory=Dropout)
    teachers: int = 2
    """Networks that fill in together what nobody marked; with 0 a network learns from what is marked alone."""
    teacher_width: int = 160
    text_times: float = 0.25
    """How often an epoch sees each text without gold."""
    text_copies: float = 0.25
    """How often it sees a copy in lower case, and one in capitals, for each time it sees a text."""


class TrainingData(NamedTuple):
    """All that a network learns from."""

    sources: Sequence[Source]
    frames: int = 0
    """Documents made from templates, as many each epoch."""
    texts: Sequence[str] = ()
    """Texts without gold."""
    teachers: Sequence[Pack] = ()
    """Networks that fill in what nobody marked, instead of ones trained for it."""
    start: Pack | None = None
    """The network to go on from, instead of slovnet's weights; it decides the sizes."""


def train_pack(name: str, data: TrainingData, plan: Plan, log: Log) -> Pack:
    """Return a pack trained on all sources and, by way of teachers, on texts and layers without gold.

    `log` gets a record of the plan, and one of each epoch. The same plan and data give the same pack on the same
    machine with the same number of threads. `InputError` when a teacher does not know all the tags.
    """
    sources = [*join_layers(data.sources), LayeredSource(_make_frames(data.frames, plan.config.seed))]
    heads = collect_heads((each.layers for source in sources for each in source.documents), plan.labels)
    log({"plan": asdict(plan) | {"labels": plan.labels.known}, "heads": heads})
    teachers = data.teachers or _train_teachers(sources, heads, plan, log)
    if teachers:
        check_teachers(teachers, heads)
        sources = [source._replace(documents=complete_layers(source.documents, teachers)) for source in sources]
        texts = label_texts(data.texts, teachers)
        sources.append(LayeredSource(texts, plan.text_times, plan.text_copies))
    return _train(name, sources, heads, plan, log, data.start)


def check_teachers(teachers: Sequence[Pack], heads: Heads) -> None:
    """Raise `InputError` when a head is to be taught that no teacher has, or one whose tags are others."""
    for scheme, tags in heads.items():
        given = [known[scheme] for known in (teacher.settings["heads"] for teacher in teachers) if scheme in known]
        if not given:
            raise InputError(f"no teacher has a head for {scheme}")
        strange = next((known for known in given if list(known) != list(tags)), None)
        if strange:
            raise InputError(f"a teacher's tags for {scheme} are {strange}, not {tags}")


def _train_teachers(sources: Sequence[LayeredSource], heads: Heads, plan: Plan, log: Log) -> list[Pack]:
    wide = replace(plan, sizes=replace(plan.sizes, width=plan.teacher_width))
    return [
        _train(f"teacher {number}", sources, heads, reseed(wide, number), log) for number in range(1, plan.teachers + 1)
    ]


def _make_frames(count: int, seed: int) -> list[LayeredDocument]:
    return [LayeredDocument(frame.text, frame.layers) for frame in generate_frames(count, seed)]


def reseed(plan: Plan, number: int) -> Plan:
    """Return the plan with a seed of its own for each number."""
    return replace(plan, config=replace(plan.config, seed=plan.config.seed + 1000 * number))


def _train(
    name: str, sources: Sequence[LayeredSource], heads: Heads, plan: Plan, log: Log, start: Pack | None = None
) -> Pack:
    slovnet = read_slovnet()
    torch.manual_seed(plan.config.seed)
    shapes = slovnet.settings["shapes"]
    sizes = sizes_of(start) if start else plan.sizes
    vocabulary = Vocabulary(load_navec(slovnet.settings["embeddings"]), shapes)
    training_sets = [each for source in sources for each in build_training_sets(source, heads, vocabulary)]
    words = WordEncoder(vocabulary.features, vocabulary.navec, len(shapes), sizes, plan.dropout)
    network = NewsModule(words, slovnet, heads, sizes)
    initialize(slovnet, network, heads)
    if start:
        restore(network, start)
    optimize(network, training_sets, plan.config, lambda record: log({"training": name, **record}))
    reported = {*NAMES, DATE}
    silent = sorted({tag[2:] for tags in heads.values() for tag in tags if tag[2:]} - reported)
    return build_pack(name, network, build_settings(slovnet, heads, silent))


def measure_pack(pack: Pack, dev: Iterable[Source]) -> tuple[Pack, dict[str, dict[str, float]]]:
    """Return the pack with its scores calibrated on documents it was not trained on, and its figures by scheme."""
    network = build_network(pack)
    calibrations = calibration_of(pack)
    results: dict[str, dict[str, float]] = {}
    for scheme, documents in _group_by_scheme(dev):
        predictions = predict(pack, network, scheme, documents)
        calibrations[scheme] = fit_calibration(collect_outcomes(predictions))._asdict()
        results[scheme] = compute_figures(predictions)
    return with_calibration(pack, calibrations), results


def calibration_of(pack: Pack) -> dict[str, dict[str, float]]:
    """Return the calibration of a pack's schemes, as its settings have them."""
    return dict(pack.settings.get("calibration", {}))


def with_calibration(pack: Pack, calibrations: Mapping[str, Mapping[str, float]]) -> Pack:
    """Return the pack with this calibration of its schemes."""
    return replace(pack, settings={**pack.settings, "calibration": calibrations})


def _group_by_scheme(sources: Iterable[Source]) -> Iterator[tuple[str, list[GoldDocument]]]:
    groups: dict[str, list[GoldDocument]] = {}
    for source in sources:
        groups.setdefault(source.scheme, []).extend(source.documents)
    yield from groups.items()
