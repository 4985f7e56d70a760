import pytest

from ner_news.spans import PlainSpan
from ner_news.tagging.postprocessing.conventions import apply_conventions
from tests.drawing import draw, undraw


@pytest.mark.parametrize(
    ("found", "tidy"),
    [
        ('Пишет [РИА "Новости|ORG]".', 'Пишет [РИА "Новости"|ORG].'),
        ("Ждёт [ОАО «Маяк|ORG]» и [ООО «Луч»|ORG].", "Ждёт [ОАО «Маяк»|ORG] и [ООО «Луч»|ORG]."),
        ("Пишет «[Маяк|ORG]».", "Пишет «[Маяк|ORG]»."),
        ('Пишет "[Маяк|ORG]".', 'Пишет "[Маяк|ORG]".'),
        ("[Банк (Вятка|ORG])", "[Банк (Вятка)|ORG]"),
        ("[«Маяк|ORG]»", "[«Маяк|ORG]»"),  # it opens outside the name
        ("Собрался [совет директоров|ORG], пришёл [Иван|PER].", "Собрался совет директоров, пришёл [Иван|PER]."),
        ("Открыта [школа № 7|ORG].", "Открыта [школа № 7|ORG]."),
        ("Встреча с [еврокомиссаром М. Вестагер|PER].", "Встреча с еврокомиссаром [М. Вестагер|PER]."),
        ("Пришёл [фон Бюлов|PER] и [аль-Багдади|PER].", "Пришёл [фон Бюлов|PER] и [аль-Багдади|PER]."),
        ("Едут в [республику Коми|LOC].", "Едут в [республику Коми|LOC]."),
        ("в [москве|LOC] ждут [ивана|PER]", "в [москве|LOC] ждут [ивана|PER]"),
        ("", ""),
    ],
)
def test_conventions_are_kept(found: str, tidy: str) -> None:
    text, spans = undraw(found)
    assert draw(text, apply_conventions(text, spans)) == tidy


def test_what_is_kept_keeps_its_score() -> None:
    assert apply_conventions("В Москве", [PlainSpan(2, 8, "LOC", 0.5)]) == [PlainSpan(2, 8, "LOC", 0.5)]


def test_the_next_span_keeps_what_is_its_own() -> None:
    spans = [PlainSpan(0, 4, "ORG"), PlainSpan(4, 7, "ORG")]
    assert apply_conventions('А "Б" В', spans) == spans
