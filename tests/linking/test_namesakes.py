"""People of one surname in a document, told apart by their roles."""

import pytest

from ner_news.linking import Mention, link
from ner_news.names import NameParts


def people_of(*written: str) -> list[list[str]]:
    """The entities, each with its mentions as written: «губернатор: Пётр Иванов»; «.» ends a sentence."""
    text, mentions, names = "", [], []
    for each in written:
        if each == ".":
            text += ". "
            continue
        role, _, lemma = each.rpartition(": ")
        *given, last = lemma.split()
        text += f" {role} "
        name = NameParts(first=given[0] if given else None, last=last)
        start, text = len(text), text + lemma
        mentions.append(Mention("PER", lemma, name, start=start, stop=len(text), roles=(role,) if role else ()))
        names.append(each)
    return [[names[index] for index in cluster.mentions] for cluster in link(mentions, text)]


@pytest.mark.parametrize(
    ("written", "entities"),
    [
        # one sentence with a surname twice under other roles
        ("губернатор: Иванов|тренер: Иванов", "губернатор: Иванов/тренер: Иванов"),
        (
            "губернатор: Иванов|тренер: Иванов|.|тренер: Иванов|.|губернатор: Иванов",
            "губернатор: Иванов|губернатор: Иванов/тренер: Иванов|тренер: Иванов",
        ),
        ("глава Тувы: Серов|врач: Серов|.|глава района: Серов", "глава Тувы: Серов|глава района: Серов/врач: Серов"),
        # one person under several roles
        ("губернатор: Иванов|.|политик: Иванов", "губернатор: Иванов|политик: Иванов"),
        ("мэр: Иванов|.|депутат: Иванов|.|Иванов", "мэр: Иванов|депутат: Иванов|Иванов"),
        ("мэр: Олег Иванов|.|депутат: Иванов", "мэр: Олег Иванов|депутат: Иванов"),
        ("министр культуры: Иванов|министр: Иванов", "министр культуры: Иванов|министр: Иванов"),
        # two bearers in full: the roles tell whose a surname is
        (
            "губернатор: Пётр Иванов|тренер: Олег Иванов|.|тренер: Иванов",
            "губернатор: Пётр Иванов/тренер: Олег Иванов|тренер: Иванов",
        ),
        (
            "губернатор: Пётр Иванов|тренер: Олег Иванов|.|тренер: Иванов|.|губернатор: Иванов",
            "губернатор: Пётр Иванов|губернатор: Иванов/тренер: Олег Иванов|тренер: Иванов",
        ),
        (
            "мэр Читы: Пётр Серов|мэр Тувы: Олег Серов|.|мэр Тувы: Серов",
            "мэр Читы: Пётр Серов/мэр Тувы: Олег Серов|мэр Тувы: Серов",
        ),
        (
            "губернатор: Пётр Иванов|.|Пётр Иванов|.|тренер: Олег Иванов|.|тренер: Иванов",
            "губернатор: Пётр Иванов|Пётр Иванов/тренер: Олег Иванов|тренер: Иванов",
        ),
        # roles that tell nothing leave what was so before
        (
            "губернатор: Пётр Иванов|.|Пётр Иванов|.|тренер: Олег Иванов|.|политик: Иванов",
            "губернатор: Пётр Иванов|Пётр Иванов|политик: Иванов/тренер: Олег Иванов",
        ),
        (
            "депутат: Пётр Иванов|депутат: Олег Иванов|.|депутат: Иванов",
            "депутат: Пётр Иванов/депутат: Олег Иванов/депутат: Иванов",
        ),
    ],
)
def test_roles_tell_namesakes_apart(written: str, entities: str) -> None:
    assert people_of(*written.split("|")) == [entity.split("|") for entity in entities.split("/")]
