"""The epochs of a training: the documents that each sees, and the steps."""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import NamedTuple

import torch

from ner_news.training.examples import Example
from ner_news.training.torch_batches import collate, group_examples
from ner_news.training.torch_network import NewsModule


@dataclass(frozen=True)
class TrainingConfig:
    """How long a network is trained and how fast; the numbers by eye, but see the card of the shipped network."""

    epochs: int = 10
    rate: float = 1e-3
    """AdamW's learning rate at its highest, after the warm-up."""
    decay: float = 0.01
    warm_up: float = 0.1
    """The share of all steps in which the rate rises."""
    last_rate: float = 0.03
    """The share of the rate that is left at the end; it falls in a line."""
    clip: float = 1.0
    """The length at which gradients are cut."""
    seed: int = 1


class TrainingSet(NamedTuple):
    """Examples, and how often an epoch sees each: 0.05 is every twentieth, others each time."""

    examples: Sequence[Example]
    times: float = 1.0


def optimize(
    network: NewsModule,
    training_sets: Sequence[TrainingSet],
    config: TrainingConfig,
    log: Callable[[Mapping[str, object]], None],
) -> None:
    """Train the network; `log` gets a record an epoch: its number, mean loss and seconds."""
    rng = random.Random(config.seed)
    gap = max(network.sizes.dilations)
    epochs = [list(_draw_epoch(training_sets, rng)) for _ in range(config.epochs)]
    total = sum(map(len, epochs))
    optimizer = torch.optim.AdamW(network.parameters(), lr=config.rate, weight_decay=config.decay, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate_at(step, total, config))
    for number, groups in enumerate(epochs, start=1):
        network.train()
        started, lost = monotonic(), 0.0
        for examples in groups:
            loss = network.loss(collate(examples, gap))
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), config.clip)
            optimizer.step()
            schedule.step()
            lost += loss.item()
        log({"epoch": number, "loss": round(lost / len(groups), 4), "seconds": round(monotonic() - started)})
    network.eval()


def _draw_epoch(training_sets: Sequence[TrainingSet], rng: random.Random) -> Iterator[list[Example]]:
    """Yield the batches of one epoch in random order."""
    groups = [
        group
        for training_set in training_sets
        for examples in _draw(training_set, rng)
        for group in group_examples(examples, rng)
    ]
    yield from rng.sample(groups, len(groups))


def _draw(training_set: TrainingSet, rng: random.Random) -> Iterator[Sequence[Example]]:
    """Yield the examples as often as wanted, then a random share of them."""
    whole = int(training_set.times)
    yield from [training_set.examples] * whole
    rest = round((training_set.times - whole) * len(training_set.examples))
    if not whole and training_set.times:
        rest = max(rest, min(1, len(training_set.examples)))
    if rest:
        yield rng.sample(training_set.examples, rest)


def _rate_at(step: int, total: int, config: TrainingConfig) -> float:
    """Return the share of the highest learning rate at a step."""
    rising = (step + 1) / max(1.0, config.warm_up * total)
    return min(1.0, rising) * max(config.last_rate, 1 - step / total)
