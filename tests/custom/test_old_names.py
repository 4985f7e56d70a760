"""The names of version 0.1, which warn and give what they are called now."""

import pickle

import pytest

import ner_news
from ner_news import GazetteerEntry, RuleSpan, custom, own

OLD = {"OwnName": GazetteerEntry, "OwnSpan": RuleSpan}


@pytest.mark.parametrize("module", [ner_news, own], ids=["ner_news", "ner_news.own"])
@pytest.mark.parametrize("name", OLD)
def test_an_old_name_warns_and_is_the_new_class(module: object, name: str) -> None:
    with pytest.warns(DeprecationWarning, match=rf"\.{name} is now \S+\.{OLD[name].__name__}$"):
        assert getattr(module, name) is OLD[name]
    assert name not in ner_news.__all__


def test_an_old_name_can_be_imported() -> None:
    with pytest.warns(DeprecationWarning, match="ner_news.OwnSpan is now ner_news.RuleSpan"):
        from ner_news import OwnSpan
    span = OwnSpan(0, 6, "LOC")
    assert isinstance(span, RuleSpan)
    assert pickle.loads(pickle.dumps(span)) == span
    with pytest.warns(DeprecationWarning, match="ner_news.own.OwnName is now ner_news.custom.GazetteerEntry"):
        from ner_news.own import OwnName
    entry = OwnName("Самара", "LOC", "Самара")
    assert isinstance(entry, GazetteerEntry)
    assert pickle.loads(pickle.dumps(entry)) == entry


def test_the_old_module_has_what_did_not_change_its_name_and_nothing_else() -> None:
    with pytest.warns(DeprecationWarning, match="ner_news.own.Gazetteer is now ner_news.custom.Gazetteer"):
        assert own.Gazetteer is custom.Gazetteer
    with pytest.raises(AttributeError, match="nonsense"):
        _ = own.nonsense
