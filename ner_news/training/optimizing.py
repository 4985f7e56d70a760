"""The training itself: which documents an epoch sees, and the steps."""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import NamedTuple

import torch

from ner_news.training.batches import collate, grouped
from ner_news.training.examples import Example
from ner_news.training.network import StackModule


@dataclass(frozen=True)
class Course:
    """How long and how fast."""

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


class Lesson(NamedTuple):
    """Examples of one scheme, and how often an epoch sees each: 0.05 is every twentieth, others each time."""

    scheme: str
    examples: Sequence[Example]
    times: float = 1.0


def optimize(
    network: StackModule, lessons: Sequence[Lesson], course: Course, log: Callable[[Mapping[str, object]], None]
) -> None:
    """Train the network; `log` gets a record an epoch: its number, mean loss and seconds."""
    dice = random.Random(course.seed)
    gap = max(network.sizes.dilations)
    epochs = [list(_epoch(lessons, dice)) for _ in range(course.epochs)]
    total = sum(map(len, epochs))
    optimizer = torch.optim.AdamW(network.parameters(), lr=course.rate, weight_decay=course.decay)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _share(step, total, course))
    for number, groups in enumerate(epochs, start=1):
        network.train()
        begun, lost = monotonic(), 0.0
        for scheme, examples in groups:
            loss = network.loss(collate(examples, scheme, gap))
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), course.clip)
            optimizer.step()
            schedule.step()
            lost += loss.item()
        log({"epoch": number, "loss": round(lost / len(groups), 4), "seconds": round(monotonic() - begun)})
    network.eval()


def _epoch(lessons: Sequence[Lesson], dice: random.Random) -> Iterator[tuple[str, list[Example]]]:
    groups = [
        (lesson.scheme, group) for lesson in lessons for part in _parts(lesson, dice) for group in grouped(part, dice)
    ]
    yield from dice.sample(groups, len(groups))


def _parts(lesson: Lesson, dice: random.Random) -> Iterator[Sequence[Example]]:
    """The examples as often as wanted, then a random share of them."""
    whole = int(lesson.times)
    yield from [lesson.examples] * whole
    rest = round((lesson.times - whole) * len(lesson.examples))
    if not whole and lesson.times:
        rest = max(rest, min(1, len(lesson.examples)))
    if rest:
        yield dice.sample(lesson.examples, rest)


def _share(step: int, total: int, course: Course) -> float:
    rising = (step + 1) / max(1.0, course.warm_up * total)
    return min(1.0, rising) * max(course.last_rate, 1 - step / total)
