"""The cheap versions of products, dropout and the CRF's loss against the plain ones."""

import itertools

import pytest

torch = pytest.importorskip("torch", reason="needs pip install 'ner-news[train]'")

from torch import Tensor

from ner_news.training.torch_crf import CRF
from ner_news.training.torch_layers import drop, multiply

TAGS = 3


def test_the_loss_is_minus_the_log_share_of_the_marked_path_among_all() -> None:
    torch.manual_seed(1)
    emissions = torch.randn(3, 4, TAGS) * 3
    lengths = [4, 2, 1]
    mask = torch.arange(4) < torch.tensor(lengths)[:, None]
    tags = torch.randint(TAGS, (3, 4)) * mask
    crf = CRF(TAGS)
    crf.transitions.data.normal_()

    def score(piece: int, path: tuple[int, ...]) -> Tensor:
        places = sum(emissions[piece, place, tag] for place, tag in enumerate(path))
        return places + sum((crf.transitions[one, other] for one, other in itertools.pairwise(path)), torch.tensor(0.0))

    expected = []
    for piece, length in enumerate(lengths):
        paths = [score(piece, path) for path in itertools.product(range(TAGS), repeat=length)]
        expected.append(torch.logsumexp(torch.stack(paths), 0) - score(piece, tuple(tags[piece, :length].tolist())))
    torch.testing.assert_close(crf.loss(emissions, tags, mask), torch.stack(expected))


def test_the_gradient_of_the_loss_is_that_of_small_steps() -> None:
    torch.manual_seed(2)
    mask = torch.tensor([[True, True, True], [True, False, False]])
    emissions = torch.randn(2, 3, TAGS, requires_grad=True)
    tags = torch.tensor([[0, 1, 2], [1, 0, 0]])
    crf = CRF(TAGS)
    crf.transitions.data.normal_()
    crf.loss(emissions, tags, mask).sum().backward()
    step = 1e-2
    for parameter in (emissions, crf.transitions):
        assert parameter.grad is not None
        for place in itertools.product(*map(range, parameter.shape)):
            change = torch.zeros_like(parameter)
            change[place] = step
            with torch.no_grad():
                parameter += change
                above = crf.loss(emissions, tags, mask).sum()
                parameter -= 2 * change
                below = crf.loss(emissions, tags, mask).sum()
                parameter += change
            assert float((above - below) / (2 * step)) == pytest.approx(float(parameter.grad[place]), abs=5e-3)


def test_dropout_keeps_the_mean_and_leaves_out_its_share() -> None:
    torch.manual_seed(3)
    rows = torch.ones(400, 500)
    dropped = drop(rows, 0.25, is_training=True)
    assert float((dropped == 0).float().mean()) == pytest.approx(0.25, abs=0.01)
    assert float(dropped.mean()) == pytest.approx(1, abs=0.01)
    assert drop(rows, 0.25, is_training=False) is rows
    torch.manual_seed(3)
    assert torch.equal(drop(rows, 0.25, is_training=True), dropped)


def test_products_are_near_the_exact_ones() -> None:
    torch.manual_seed(4)
    rows, weight = torch.randn(30, 40), torch.randn(40, 20)
    torch.testing.assert_close(multiply(rows, weight), rows @ weight, atol=0.15, rtol=0.02)
