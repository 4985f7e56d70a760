"""Organizations with a dot or a dash inside: «ВЭБ.РФ», «RT.Док», «Справедливая Россия — За правду».

In the gold of NEREL, FactRuEval and RuRED one name is hurt («Amazon» of «Amazon.com»).
"""

import re
from collections.abc import Iterator, Sequence

from ner_news.spans import PlainSpan
from ner_news.tagging.postprocessing.overlay import covered, overlay

DOMAINS = "рф рус ру ru su com org net info ua by kz eu tv fm io me"
PARTS = (
    "Авто Банк Видео Группа Дзен Диск Док Драйв Еда Игры Инвест Карта Карты Кино Лавка Лаб Маркет Медиа Музыка "
    "Недвижимость Новости Облако Плюс Погода Почта Про Путешествия Работа Спорт Страхование Такси Тех Услуги "
    "Финансы Центр Эда Bank Cloud Doc Eats Games Go Lab Market Media Music News Pay Plus Pro Taxi Tech Travel TV"
)
"""What companies name their services by, behind a dot. By eye: the services of Yandex, Sber, VK, Mail and RT."""

DOTTED = re.compile(rf"\.?(?<=\.)(?:(?i:{'|'.join(DOMAINS.split())})|{'|'.join(PARTS.split())})(?!\w|\.\w)")
DOMAIN = re.compile(rf"\w\.(?:{'|'.join(DOMAINS.split())})$", re.IGNORECASE)
MOTTO = re.compile(r"[ \xa0][—–-][ \xa0](?:За|Для|Против|Вместе|Без)[ \xa0][а-яё]+")
IN_QUOTES = re.compile(r"[ \xa0][—–-][ \xa0][А-ЯЁA-Z][^«»\"„“\n.!?;:]{2,40}(?=[»\"])")


def join_at_signs(text: str, spans: Sequence[PlainSpan]) -> list[PlainSpan]:
    """Return the spans, an organization's up to the end of what a dot or a dash joins to it.

    Behind a dot that is a domain or the name of a service; behind a dash, a name up to the closing quote, or a motto.

    >>> text = "ВЭБ.РФ"
    >>> join_at_signs(text, [PlainSpan(0, 3, "ORG"), PlainSpan(4, 6, "LOC")])
    [PlainSpan(start=0, stop=6, label='ORG', score=1.0, inner=(), source=None)]
    """
    return overlay(spans, list(_find(text, spans)))


def _find(text: str, spans: Sequence[PlainSpan]) -> Iterator[PlainSpan]:
    for span in spans:
        if span.label == "LOC" and DOMAIN.search(text, span.start, span.stop):
            yield span._replace(label="ORG")
        elif span.label != "PER":
            dotted = DOTTED.match(text, span.stop)
            found = dotted or (_find_dashed(text, spans, span) if span.label == "ORG" else None)
            if found:
                yield span._replace(stop=found.end(), label="ORG")


def _find_dashed(text: str, spans: Sequence[PlainSpan], span: PlainSpan) -> re.Match[str] | None:
    is_quoted = text[max(0, span.start - 1) : span.start] in ("«", '"')
    found = MOTTO.match(text, span.stop) or (IN_QUOTES.match(text, span.stop) if is_quoted else None)
    return found if found and not covered(spans, span.stop, found.end()) else None
