from itertools import pairwise, product

import numpy as np
import pytest
from numpy.typing import NDArray

from ner_news.tagging import crf
from ner_news.tagging.crf import Decoding, decode, span_scores
from ner_news.tagging.tags import TagSpan

Floats = NDArray[np.float32]


def chain(length: int, tags: int, seed: int, strength: float = 2.0) -> tuple[Floats, Floats]:
    """Emissions and transitions drawn at random; strong transitions make far tokens matter."""
    random = np.random.default_rng(seed)
    emissions = random.normal(size=(length, tags)).astype(np.float32)
    return emissions, (strength * random.normal(size=(tags, tags))).astype(np.float32)


def weight(path: tuple[int, ...], emissions: Floats, transitions: Floats) -> float:
    here = sum(float(emissions[step, tag]) for step, tag in enumerate(path))
    return here + sum(float(transitions[pair]) for pair in pairwise(path))


def step_by_step(emissions: Floats, transitions: Floats) -> list[int]:
    """Viterbi as in a textbook, in double precision."""
    score, history = emissions[0].astype(np.float64), []
    for row in emissions[1:]:
        scores = score[:, None] + transitions + row
        history.append(scores.argmax(axis=0))
        score = scores.max(axis=0)
    path = [int(score.argmax())]
    for pointers in reversed(history):
        path.append(int(pointers[path[-1]]))
    return path[::-1]


@pytest.mark.parametrize("length", [1, 2, 3, 5])
@pytest.mark.parametrize("seed", range(5))
def test_the_best_path_is_the_best_of_all(length: int, seed: int) -> None:
    emissions, transitions = chain(length, 4, seed)
    best = max(product(range(4), repeat=length), key=lambda path: weight(path, emissions, transitions))
    assert decode([emissions], transitions)[0].path.tolist() == list(best)


@pytest.mark.parametrize("length", [11, 12, 13, 24, 25, 200, 1000])
@pytest.mark.parametrize("strength", [0.5, 2.0, 6.0])
def test_blocks_give_the_path_that_one_pass_gives(length: int, strength: float) -> None:
    emissions, transitions = chain(length, 8, length, strength)
    assert decode([emissions], transitions)[0].path.tolist() == step_by_step(emissions, transitions)


def test_a_token_decides_over_any_distance() -> None:
    """Tags that never change: the blocks' warm-up cannot see the one token that tells, and larger ones must."""
    emissions = np.zeros((5000, 2), np.float32)
    emissions[4900, 1] = 1
    stay = np.array([[0, -50], [-50, 0]], np.float32)
    assert decode([emissions], stay)[0].path.tolist() == [1] * 5000


def test_documents_of_a_batch_do_not_touch() -> None:
    documents = [chain(length, 8, seed)[0] for seed, length in enumerate([0, 5, 1, 0, 30, 12, 700, 24])]
    transitions = chain(1, 8, 0)[1]
    together = [found.path for found in decode(documents, transitions)]
    alone = [decode([document], transitions)[0].path for document in documents]
    assert [path.tolist() for path in together] == [path.tolist() for path in alone]
    assert [len(path) for path in together] == [len(document) for document in documents]


PROLONGS = np.array([False, False, True])  # of the tags O, B-PER, I-PER
LENGTH = 6


def with_spans(length: int, spans: list[TagSpan], seed: int) -> tuple[Decoding, Floats, Floats]:
    """A random chain whose path is set to have these spans."""
    emissions, transitions = chain(length, 3, seed, strength=1.0)
    [found] = decode([emissions], transitions)
    tags = np.zeros(length, np.int64)
    for span in spans:
        tags[span.first : span.last] = 2
        tags[span.first] = 1
    return found._replace(path=tags), emissions, transitions


def share(span: TagSpan, emissions: Floats, transitions: Floats) -> float:
    """The share of paths with just this span, by going through all paths."""
    inside = (1, *[2] * (span.last - span.first - 1))

    def has_span(path: tuple[int, ...]) -> bool:
        return path[span.first : span.last] == inside and path[span.last : span.last + 1] != (2,)

    weights = {path: np.exp(weight(path, emissions, transitions)) for path in product(range(3), repeat=LENGTH)}
    return float(sum(w for path, w in weights.items() if has_span(path)) / sum(weights.values()))


SPANS = [TagSpan(0, 1, "PER"), TagSpan(2, 4, "PER"), TagSpan(4, 6, "PER"), TagSpan(0, 6, "PER")]


@pytest.mark.parametrize("span", SPANS)
@pytest.mark.parametrize(("context", "tolerance"), [(LENGTH, 1e-5), (crf.CONTEXT, 0.02)])
def test_a_score_is_the_share_of_paths_with_just_this_span(
    span: TagSpan, context: int, tolerance: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crf, "CONTEXT", context)
    decoding, emissions, transitions = with_spans(LENGTH, [span], seed=7)
    [score] = span_scores(decoding, emissions, transitions, [span], PROLONGS)
    assert score == pytest.approx(share(span, emissions, transitions), abs=tolerance)


def test_a_very_long_span_has_a_score() -> None:
    span = TagSpan(0, 3000, "ORG")
    [score] = span_scores(*with_spans(3000, [span], seed=1), [span], PROLONGS)
    assert 0 <= score <= 1


def test_no_spans_have_no_scores() -> None:
    assert span_scores(*with_spans(4, [], seed=1), [], PROLONGS) == []


def test_a_score_does_not_depend_on_the_other_spans() -> None:
    spans = [*(TagSpan(start, start + 1 + start % 3, "PER") for start in range(0, 1000, 4)), TagSpan(1000, 2900, "ORG")]
    made = with_spans(3000, spans, seed=3)
    together = span_scores(*made, spans, PROLONGS)
    assert together == pytest.approx([span_scores(*made, [span], PROLONGS)[0] for span in spans], rel=1e-9)


def test_joined_documents_each_have_their_own_transitions() -> None:
    made = [chain(length, 8, seed) for seed, length in enumerate([5, 0, 30, 700, 1])]
    lengths = [len(emissions) for emissions, _ in made]
    joined = crf.decode_joined(np.concatenate([each for each, _ in made]), lengths, [ways for _, ways in made])
    alone = [decode([emissions], ways)[0] for emissions, ways in made]
    assert joined.path.tolist() == np.concatenate([each.path for each in alone]).tolist()
    assert np.array_equal(joined.before, np.concatenate([each.before for each in alone]))
    assert np.array_equal(joined.after, np.concatenate([each.after for each in alone]))


def test_spans_of_joined_documents_have_the_scores_that_they_have_alone() -> None:
    """The tokens beyond an edge, near as they are, have no say."""
    transitions = chain(1, 3, 0)[1]
    documents, span = [chain(LENGTH, 3, seed)[0] for seed in range(3)], TagSpan(0, LENGTH, "PER")
    tags = np.array([1, *[2] * (LENGTH - 1)] * 3)
    joined = crf.decode_joined(np.concatenate(documents), [LENGTH] * 3, [transitions] * 3)._replace(path=tags)
    spans = [TagSpan(number * LENGTH, (number + 1) * LENGTH, "PER") for number in range(3)]
    together = span_scores(joined, np.concatenate(documents), transitions, spans, PROLONGS, [LENGTH] * 3)
    alone = [
        span_scores(decoding._replace(path=tags[:LENGTH]), rows, transitions, [span], PROLONGS)[0]
        for rows, decoding in zip(documents, decode(documents, transitions), strict=True)
    ]
    assert together == pytest.approx(alone, rel=1e-9)
