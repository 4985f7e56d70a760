"""The tokens of a person's name by their sort, and the name put together from its parts."""

import re
from collections.abc import Sequence

from ner_news.lemmas.name_words import (
    ANY,
    ASIDE,
    FAMILY,
    FIRST,
    GIVEN,
    LAST,
    NICKNAME,
    PATRONYMIC,
    SHARED,
    SYLLABLE,
    TITLE,
)
from ner_news.lemmas.words import EASTERN_FAMILIES, PARTICLES
from ner_news.names import NameParts

WORD, INITIAL, PARTICLE, MARK = "word", "initial", "particle", "mark"
NUMBER, LINK = "number", "link"
"""The numeral of a king; the «и» between two people."""

_PART_OF = {ANY: FIRST, GIVEN: FIRST, SYLLABLE: FIRST, FAMILY: LAST, SHARED: LAST}
_SONS = frozenset("бин бен ибн бинт bin ibn ben".split())
_ROMAN = re.compile(r"[IVX]+")
_LONGEST_INITIAL = 3  # «Дж. Буш», «Евг. Миронов»
_OPENING = {"«": NICKNAME, "“": NICKNAME, "„": NICKNAME, '"': NICKNAME, "(": ASIDE}
_CLOSING = frozenset('»”")')


def sort_words(words: Sequence[str]) -> tuple[str, ...]:
    """What each token of a name is; quoted words are a nickname, those in brackets stand aside.

    >>> sort_words(["Джордж", "У", ".", "Буш"])
    ('word', 'initial', 'mark', 'word')
    >>> sort_words(["Сергей", "«", "Паук", "»", "Троицкий"])
    ('word', 'mark', 'nickname', 'mark', 'word')
    """
    sorts, within = [], ""
    followed = [*words[1:], ""]
    has_capitals = any(letter.isupper() for word in words for letter in word)
    is_eastern = words[0].lower() in EASTERN_FAMILIES if words else False
    for place, (word, following) in enumerate(zip(words, followed, strict=True)):
        if not within and place and word in _OPENING:  # at the first place they are round the whole name
            within = _OPENING[word]
            sorts.append(MARK)
        elif word in _CLOSING:
            within = ""
            sorts.append(MARK)
        else:
            sort = _sort(word, following)
            if sort == TITLE and not has_capitals:
                sort = WORD
            elif sort == WORD and place and following and word.lower() in PARTICLES and not is_eastern:
                sort = PARTICLE  # «Аль Сауд»
            sorts.append(within if within and sort != MARK else sort)
    return tuple(sorts)


def put_together(words: Sequence[str], roles: Sequence[str]) -> NameParts:
    """The parts of a name from its words in the nominative; a word between first and last goes with the first.

    >>> put_together(["Урсула", "фон", "дер", "Ляйен"], ["first", "particle", "particle", "last"])
    NameParts(first='Урсула', last='фон дер Ляйен', patronymic=None, nickname=None, initials=None)
    """
    if LINK in roles:
        return _put_several_together(words, roles)
    taken: dict[str, list[str]] = {}
    waiting: list[str] = []
    for word, role in zip(words, roles, strict=True):
        if role == PARTICLE:
            waiting.append(word)
            continue
        part = _PART_OF.get(role, role)
        if role == ANY and waiting and waiting[0].lower() in _SONS:
            part = PATRONYMIC  # «Мухаммед бин Салман Аль Сауд»
        taken.setdefault(part, []).extend([*waiting, word])
        waiting = []
    if waiting and taken:  # «Гейдар Алиев оглы»
        taken[list(taken)[-1]].extend(waiting)
    joined = {part: " ".join(held) for part, held in taken.items()}
    return NameParts(
        first=joined.get(FIRST),
        last=joined.get(LAST),
        patronymic=joined.get(PATRONYMIC),
        nickname=joined.get(NICKNAME),
        initials=" ".join(letter + "." for letter in taken.get(INITIAL, ())) or None,
    )


def _put_several_together(words: Sequence[str], roles: Sequence[str]) -> NameParts:
    """Of several people only a surname that all share: «Павел и Николай Дуровы»."""
    last = [word for word, role in zip(words, roles, strict=True) if role == LAST]
    return NameParts(last=last[0] if len(last) == 1 and roles[-1] == LAST else None)


def _sort(word: str, following: str) -> str:
    if not any(letter.isalpha() for letter in word):
        return MARK
    if word.lower() in PARTICLES and not word[0].isupper():
        return PARTICLE
    if _ROMAN.fullmatch(word) and following != ".":
        return NUMBER
    if word == "и":
        return LINK
    if word[0].isupper() and (len(word) == 1 or (following == "." and len(word) <= _LONGEST_INITIAL)):
        return INITIAL
    return WORD if any(map(str.isupper, word)) or not word[0].isalpha() else TITLE
