"""Places told by the adjective that begins an organization's name: «Пресненский суд», «Лондонская биржа»."""

import re

from ner_news.spans import PlainSpan

ADJECTIVE = re.compile(
    r"(?P<stem>[А-ЯЁ][а-яё]+(?:-[А-ЯЁ]?[а-яё]+)?ск)(?:ий|ая|ое|ие|ого|ой|ую|их|ому|им|ом|ими)(?= [а-яё])"
)

OF_NO_PLACE = frozenset(
    """исламск христианск русск еврейск иудейск буддийск мусульманск православск апостольск папск коптск цыганск
    славянск казацк республиканск комсомольск большевистск марксистск социалистск лейбористск центристск анархистск
    фашистск нацистск гражданск земск дворянск королевск императорск имперск царск президентск губернаторск парламентск
    министерск депутатск магистратск сенаторск адвокатск судейск прокурорск полицейск офицерск командирск кадетск
    юнкерск матросск морск олимпийск паралимпийск медицинск фельдшерск детск женск мужск пионерск городск сельск
    посадск консульск посольск издательск писательск журналистск актерск режиссерск композиторск инженерск
    конструкторск исследовательск испытательск потребительск предпринимательск учительск родительск попечительск
    общероссийск регентск монастырск епископск нобелевск третьяковск мариинск александринск строгановск шекспировск
    пушкинск ленинск""".split()
)
"""Stems of adjectives in -ский of a people, a faith, a rank, a trade or a person: by eye, from the first words of
organizations in NEREL's training part and words of their kinds."""

OF_MANY = re.compile(r"ческ$|(?<!нов)о-")
"""Stems that a place hardly has: of Greek and Latin words («технический»), of two places («российско-китайский»)."""

SHARE = 0.8
"""The share of such adjectives that NEREL's training part marks as places: the score of the place."""


def find_place_adjective(text: str, span: PlainSpan) -> list[PlainSpan]:
    """Return the place that the first word of an organization tells, in a list of one; an empty list where none does.

    >>> [place] = find_place_adjective("Пресненский суд", PlainSpan(0, 15, "ORG"))
    >>> place.stop, place.label
    (11, 'LOC')
    >>> find_place_adjective("Исламский комитет", PlainSpan(0, 17, "ORG"))
    []
    """
    found = ADJECTIVE.match(text, span.start, span.stop) if span.label == "ORG" else None
    if found is None:
        return []
    stem = found["stem"].lower().replace("ё", "е")
    if stem in OF_NO_PLACE or OF_MANY.search(stem):
        return []
    return [PlainSpan(span.start, found.end(), "LOC", SHARE)]
