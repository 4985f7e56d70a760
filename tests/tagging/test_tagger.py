import random
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from ner_news.segment import tokenize
from ner_news.spans import SCHEMES, PlainSpan
from ner_news.tagging import MODELS, Tagger
from ner_news.tagging.pack import write_pack
from ner_news.tagging.postprocessing.joining import join_bare_names
from ner_news.tagging.row_cache import RowCache
from ner_news.tagging.tagger import list_schemes, load_pack
from tests.drawing import draw, undraw

WORDS = "Владимир Путин прибыл в Душанбе , где МИД России и ОДКБ встретили Эмомали Рахмона . « Талибан » молчит".split()


@pytest.fixture(scope="module", params=MODELS)
def tagger(request: pytest.FixtureRequest) -> Tagger:
    return Tagger(request.param, "names")


def tag(tagger: Tagger, *texts: str) -> list[list[PlainSpan]]:
    return tagger.tag(texts, [tokenize(text) for text in texts])


def shuffled(length: int, seed: int) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=length))


@pytest.mark.parametrize(
    "drawing",
    [
        "[Эмомали Рахмон|PER] прибыл в [Душанбе|LOC].",
        "Боевики «[Талибана|ORG]» вошли в [Кабул|LOC].",
        "Глава [МИД|ORG] [Германии|LOC] [Хайко Маас|PER] выступил в [Берлине|LOC].",
        "Погода завтра будет хорошей.",
        "",
        " \n ",
    ],
)
def test_names_are_found(tagger: Tagger, drawing: str) -> None:
    text, _ = undraw(drawing)
    [spans] = tag(tagger, text)
    assert draw(text, spans) == drawing


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("model", MODELS)
def test_an_answer_does_not_depend_on_the_batch(model: str, scheme: str) -> None:
    tagger = Tagger(model, scheme)
    texts = [shuffled(length, seed) for seed, length in enumerate([1, 0, 40, 511, 512, 513, 3, 1500, 64, 63, 65])]
    assert tag(tagger, *texts) == [spans for text in texts for spans in tag(tagger, text)]


def test_an_answer_does_not_depend_on_what_was_seen_before(tagger: Tagger) -> None:
    text = shuffled(300, seed=1)
    warm = tag(tagger, text)
    tagger.clear_caches()
    assert tag(tagger, text) == warm


def test_threads_share_a_tagger(tagger: Tagger) -> None:
    tagger.clear_caches()
    texts = [shuffled(100, seed) for seed in range(24)]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda text: tag(tagger, text)[0], texts))
    assert together == [tag(tagger, text)[0] for text in texts]


def test_scores_are_shares(tagger: Tagger) -> None:
    [spans] = tag(tagger, shuffled(500, seed=2))
    assert spans
    assert all(0 < span.score <= 1 for span in spans)
    [[clear]] = tag(tagger, "В Москве прошла встреча.")
    assert clear.score > 0.9


def test_words_are_forgotten_by_age_and_come_back_the_same() -> None:
    calls: list[str] = []

    def lengths(words: Sequence[str]) -> NDArray[np.float32]:
        calls.extend(words)
        return np.array([[len(word)] for word in words], np.float32)

    cache = RowCache(1, lengths, capacity=8)
    for word in ("a", "bb", "ccc", "dddd", "eeeee", "ffffff"):
        cache.rows([word])
    cache.rows(["a"])
    assert cache.rows(["a", "x" * 7, "y" * 8, "z" * 9]).ravel().tolist() == [1, 7, 8, 9]
    assert calls.count("a") == 1  # used lately, so kept through the eviction
    assert cache.rows(["bb", "ffffff", "a", "bb"]).ravel().tolist() == [2, 6, 1, 2]
    assert calls.count("bb") == 2  # the oldest went
    assert calls.count("ffffff") == 1


def test_rows_kept_in_half_the_bytes_are_nearly_the_same() -> None:
    exact = np.random.default_rng(1).normal(size=(5, 300)).astype(np.float32) * np.logspace(-3, 3, 5)[:, None]
    exact[4] = 0
    cache = RowCache(300, lambda words: exact[[int(word) for word in words]].astype(np.float32), 8, halved=True)
    first = cache.rows(["3", "1", "0", "4", "2"])
    assert np.allclose(
        first, exact[[3, 1, 0, 4, 2]], rtol=0, atol=abs(exact).max(axis=1)[[3, 1, 0, 4, 2], None] / 60_000
    )
    assert np.array_equal(cache.rows(["0", "1", "2", "3", "4"]), first[[2, 1, 4, 0, 3]])


def test_words_of_any_length_are_bounded_together() -> None:
    held: list[int] = []
    cache = RowCache(1, lambda words: np.zeros((len(words), 1), np.float32), capacity=8)
    for number in range(40):
        cache.rows([str(number) * 100])
        held.append(sum(map(len, vars(cache)["_slots"])))
    assert max(held) < 1000
    assert max(held) > 256


@pytest.mark.parametrize(
    ("bare", "full"),
    [
        ("[МИД|ORG] [Германии|LOC]", "[МИД Германии|ORG]"),
        ("[Совет|ORG] [ОДКБ|ORG] [России|LOC] [Иван|PER]", "[Совет ОДКБ России|ORG] [Иван|PER]"),
        ("[Москва|LOC] [МИД|ORG]", "[Москва|LOC] [МИД|ORG]"),
        ("[МИД|ORG], [Германия|LOC]", "[МИД|ORG], [Германия|LOC]"),
        ("[МИД|ORG]\n[Германия|LOC]", "[МИД|ORG]\n[Германия|LOC]"),
        ("[Иван|PER] [Москва|LOC]", "[Иван|PER] [Москва|LOC]"),
        ("", ""),
    ],
)
def test_an_organization_takes_in_what_follows_it(bare: str, full: str) -> None:
    text, spans = undraw(bare)
    assert draw(text, join_bare_names(text, spans)) == full


def test_a_head_for_roles_tells_their_places(tmp_path: Path) -> None:
    pack = load_pack("news")
    hidden = pack.arrays["names.weight"].shape[0]
    head: dict[str, NDArray[Any]] = {
        "roles.weight": np.zeros((hidden, 3), np.float16),
        "roles.bias": np.array([1, 0, 0], np.float32),
        "roles.transitions": np.zeros((3, 3), np.float32),
    }
    settings = {
        **pack.settings,
        "heads": {**pack.settings["heads"], "roles": ["O", "B-ROLE", "I-ROLE"]},
        "silent": [*dict.fromkeys([*pack.settings.get("silent", ()), "ROLE"])],
    }
    path = tmp_path / "roles.pack"
    write_pack(replace(pack, settings=settings, arrays={**pack.arrays, **head}), path)
    text = "Ждут мэра"
    [reading, unread] = Tagger(path, "names").read([text, text], [tokenize(text)] * 2, [None, []])
    assert reading.roles is not None
    assert reading.roles.sure == []  # the score of a word outside is one point higher
    assert reading.roles.likely  # and would be lower if the network were bolder
    assert unread.roles is None
    assert "roles" not in list_schemes(load_pack(path))


def test_a_pack_without_such_a_head_tells_no_roles() -> None:
    [reading] = Tagger("slovnet", "names").read(["Ждут мэра"], [tokenize("Ждут мэра")], [None])
    assert reading.roles is None
