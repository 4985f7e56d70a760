"""The chain of steps as a whole."""

from dataclasses import replace

import pytest

from ner_news.tagging import DEFAULT, MODELS
from ner_news.tagging.postprocessing import postprocess, steps_of
from tests.drawing import draw, undraw


@pytest.mark.parametrize(
    ("model", "scheme", "before", "after"),
    [
        (DEFAULT, "full", "[МИД|ORG] [Германии|LOC]", "[МИД|ORG] [Германии|LOC]"),  # its network knows long names
        (DEFAULT, "full", "[ПЕВИЦА *НЮША*|PER]", "ПЕВИЦА *[НЮША|PER]*"),  # one step after the other
        (DEFAULT, "names", "Ждёт [совет|ORG]", "Ждёт совет"),
        ("slovnet", "full", "[МИД|ORG] [Германии|LOC]", "[МИД Германии|ORG]"),
        ("slovnet", "names", "[МИД|ORG] [Германии|LOC]", "[МИД|ORG] [Германии|LOC]"),
        ("slovnet", "names", "Ждёт [совет|ORG]", "Ждёт [совет|ORG]"),  # as natasha
    ],
)
def test_a_pack_has_its_steps(model: str, scheme: str, before: str, after: str) -> None:
    text, spans = undraw(before)
    assert draw(text, postprocess(text, spans, steps_of(MODELS[model](), scheme))) == after


def test_a_trained_pack_without_a_head_for_long_names_joins_too() -> None:
    pack = MODELS[DEFAULT]()
    bare = replace(pack, settings={**pack.settings, "heads": {"names": pack.settings["heads"]["names"]}})
    text, spans = undraw("[МИД|ORG] [Германии|LOC], [совет|ORG]")
    assert draw(text, postprocess(text, spans, steps_of(bare, "full"))) == "[МИД Германии|ORG], совет"
