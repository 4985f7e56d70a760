"""A family's plural, and one of its members."""

import pytest

from ner_news.lemmas.morphology.family_plurals import family_key, find_member, is_family_key


@pytest.mark.parametrize(
    ("plural", "rule", "man", "woman"),
    [
        ("дуровы", "possessive", "дуров", "дурова"),
        ("ротенберги", "consonant", "ротенберг", "ротенберг"),
        ("скрипали", "soft", "скрипаль", "скрипаль"),
        ("достоевские", "adjectival", "достоевский", "достоевская"),
        ("обама", "unchanged", None, None),
        ("черных", "unchanged", "черных", "черных"),
    ],
)
def test_one_of_a_family_has_this_surname(plural: str, rule: str, man: str | None, woman: str | None) -> None:
    assert find_member(plural, rule, "masc") == man
    assert find_member(plural, rule, "femn") == woman


def test_members_of_one_family_share_a_key() -> None:
    assert {family_key(form) for form in ("дуровы", "дуров", "дурова")} == {family_key("дуров")}
    assert family_key("дуров") != family_key("дубов")
    assert is_family_key(family_key("дуров"))
    assert not is_family_key("дуров")
