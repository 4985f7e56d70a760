"""Order, errors, deaths and ends of processes, whatever they do."""

import multiprocessing
import time
from collections.abc import Iterator
from itertools import count, islice

import pytest

from ner_news import WorkerError
from ner_news.workers import in_order
from tests.workers.work import deadly, does_not_begin, doubled, long, slow_at_first, unchanged


def batches(stop: int, size: int = 3) -> Iterator[list[int]]:
    for start in range(0, stop, size):
        yield list(range(start, min(stop, start + size)))


def lost(item: int) -> int:
    return -item


@pytest.mark.parametrize("workers", [1, 2, 5])
def test_answers_come_in_order(workers: int, method: str) -> None:
    assert method
    assert list(in_order(doubled, batches(13), workers, answer_lost=lost)) == [2 * item for item in range(13)]


def test_a_slow_batch_holds_up_those_after_it() -> None:
    assert list(in_order(slow_at_first, ([item] for item in range(9)), 3, answer_lost=lost)) == list(range(9))


def test_nothing_gives_nothing() -> None:
    assert list(in_order(doubled, [], 2, answer_lost=lost)) == []
    assert list(in_order(doubled, [[], [1], []], 2, answer_lost=lost)) == [2]


def test_what_kills_twice_is_lost_and_nothing_else(method: str) -> None:
    assert method
    answers = list(in_order(deadly, batches(30), 2, answer_lost=lost))
    assert answers == [item if item % 7 else -item for item in range(30)]


def test_a_process_killed_amid_an_answer_costs_nothing(method: str) -> None:
    assert method
    answers = in_order(long, batches(9), 1, answer_lost=lambda item: (item, b""))
    assert next(answers)[0] == 0
    time.sleep(0.5)  # nobody listens: the next answer fills the pipe, and stands
    [process] = multiprocessing.active_children()
    process.kill()
    assert [number for number, _ in answers] == list(range(1, 9))


def test_an_error_comes_in_its_place_with_its_traceback(method: str) -> None:
    assert method
    answers = in_order(doubled, batches(30), 2, answer_lost=lost)
    assert list(islice(answers, 12)) == list(range(0, 24, 2))
    with pytest.raises(ArithmeticError, match="13 is no number") as caught:
        next(answers)
    assert "in doubled" in str(caught.value.__cause__)


def test_an_error_of_the_batches_comes_after_their_answers() -> None:
    def broken() -> Iterator[list[int]]:
        yield from batches(9)
        raise OSError("no more")

    answers = in_order(doubled, broken(), 2, answer_lost=lost)
    assert list(islice(answers, 9)) == list(range(0, 18, 2))
    with pytest.raises(OSError, match="no more"):
        next(answers)


def test_workers_that_cannot_begin_end_the_work(method: str) -> None:
    assert method
    with pytest.raises(WorkerError, match="end before they begin, exit code 3"):
        next(in_order(doubled, batches(3), 2, answer_lost=lost, begin=does_not_begin))


def test_little_is_read_ahead() -> None:
    taken = []

    def endless() -> Iterator[list[int]]:
        for number in count():
            taken.append(number)
            yield [number]

    answers = in_order(unchanged, endless(), 2, answer_lost=lost)
    for number in range(100):
        assert next(answers) == number
        assert len(taken) <= number + 9
    answers.close()


def test_no_process_is_left(method: str) -> None:
    assert method
    answers = in_order(doubled, batches(300), 2, answer_lost=lost)
    next(answers)
    assert len(multiprocessing.active_children()) == 2
    answers.close()
    assert multiprocessing.active_children() == []
    list(in_order(deadly, batches(9), 2, answer_lost=lost))
    assert multiprocessing.active_children() == []
