"""Entities as features of scikit-learn."""

import pickle
import re
import subprocess
import sys
from typing import Any

import pytest

pytest.importorskip("sklearn", reason="needs pip install 'ner-news[sklearn]'")

from sklearn.base import clone
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import make_pipeline
from sklearn.utils.validation import check_is_fitted

from ner_news import OptionError
from ner_news.integrations.sklearn import EntityTransformer
from tests.integrations.conftest import Gold

TEXTS = ["Канцлера Ангелу Меркель ждут в Минске.", "Об этом сообщает МИД Германии.", ""]


def test_texts_become_lists_of_lemmas() -> None:
    assert EntityTransformer().fit_transform(TEXTS) == [["Ангела Меркель", "Минск"], ["МИД Германии"], []]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"feature": "entity"}, [["PER:ангела меркель", "LOC:минск"], ["ORG:мид германия"], []]),
        ({"labels": ["LOC"]}, [["Минск"], [], []]),
        ({"labels": ["LOC"], "inner": True}, [["Минск"], ["Германия"], []]),
        ({"scheme": "names"}, [["Ангела Меркель", "Минск"], ["МИД", "Германия"], []]),
        ({"labels": []}, [[], [], []]),
    ],
)
def test_options_choose(options: dict[str, Any], expected: list[list[str]]) -> None:
    assert EntityTransformer(**options).transform(TEXTS) == expected


def test_the_contract_of_estimators_holds() -> None:
    made = EntityTransformer(labels=["PER"], scheme="names")
    assert clone(made).get_params() == made.get_params()
    assert set(made.get_params()) == {"feature", "labels", "inner", "model", "scheme", "min_score"}
    assert (
        pickle.loads(pickle.dumps(made)).transform(TEXTS) == made.transform(TEXTS) == made.fit(TEXTS).transform(TEXTS)
    )
    assert len(pickle.dumps(made)) < 1000
    assert made.set_params(scheme="full").scheme == "full"
    check_is_fitted(made)
    assert "EntityTransformer(labels=['PER'])" in repr(made)


def test_it_is_a_step_of_a_pipeline_and_of_a_search() -> None:
    texts = ["Минск ждёт.", "В Минске ждут.", "Киев молчит.", "В Киеве молчат."] * 3
    steps = make_pipeline(EntityTransformer(), CountVectorizer(analyzer=list), LogisticRegression())
    search = GridSearchCV(steps, {"entitytransformer__feature": ["lemma", "entity"]}, cv=3)
    search.fit(texts, [0, 0, 1, 1] * 3)
    assert search.predict(["Вчера в Минске", "До Киева"]).tolist() == [0, 1]


def test_answers_are_those_of_the_extractor(gold: list[Gold]) -> None:
    some = [each for each in gold if each.published is None][::5]
    found = EntityTransformer().transform(each.text for each in some)
    assert found == [[span.lemma for span in each.document.spans] for each in some]


def test_misuse_is_named() -> None:
    with pytest.raises(OptionError, match="feature='text'"):
        EntityTransformer(feature="text").fit(TEXTS)
    with pytest.raises(OptionError, match="label='MISC'"):
        EntityTransformer(labels=["MISC"]).transform(TEXTS)
    with pytest.raises(OptionError, match="scheme='half'"):
        EntityTransformer(scheme="half").fit(TEXTS)
    with pytest.raises(TypeError, match="item 1: text must be str"):
        EntityTransformer().transform(["Минск", None])  # type: ignore[list-item]
    with pytest.raises(TypeError, match="many texts"):
        EntityTransformer().transform("Минск")


def test_a_missing_extra_names_its_command() -> None:
    code = "import sys; sys.modules['sklearn'] = None; import ner_news.integrations.sklearn"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)
    assert re.search(r"MissingExtraError: .*pip install 'ner-news\[sklearn\]'", done.stderr)
