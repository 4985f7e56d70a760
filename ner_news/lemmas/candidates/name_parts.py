"""Tokens of a person's name by their class, and the name put together from its parts."""

import re
from collections.abc import Sequence

from ner_news.lemmas.morphology.dictionary import is_first_name
from ner_news.lemmas.morphology.name_vocabulary import DAUGHTERS, EASTERN_FAMILIES, PARTICLES, SONS
from ner_news.lemmas.morphology.person_words import (
    ANY,
    ASIDE,
    COMMON_NOUN,
    FAMILY,
    FIRST,
    GIVEN,
    LAST,
    NICKNAME,
    PATRONYMIC,
    SHARED,
    SYLLABLE,
)
from ner_news.names import NameParts

WORD, INITIAL, PARTICLE, MARK = "word", "initial", "particle", "mark"
NUMBER, LINK = "number", "link"
"""The numeral of a king; the «и» between two people."""
SON, DAUGHTER = "son", "daughter"
"""The words of a Turkic patronymic: «Саид оглы», «Ариф-кызы»."""

_PART_OF = {
    SON: PATRONYMIC,
    DAUGHTER: PATRONYMIC,
    ANY: FIRST,
    GIVEN: FIRST,
    SYLLABLE: FIRST,
    FAMILY: LAST,
    SHARED: LAST,
}
_SONS = frozenset("бин бен ибн бинт bin ibn ben".split())
_ROMAN = re.compile(r"[IVX]+")
_LAST_AND_FIRST = 2
_LONGEST_INITIAL = 3  # «Дж. Буш», «Евг. Миронов»
_OPENING = {"«": NICKNAME, "“": NICKNAME, "„": NICKNAME, '"': NICKNAME, "(": ASIDE}
_CLOSING = frozenset('»”")')


def classify_words(words: Sequence[str]) -> tuple[str, ...]:
    """Return the class of each token of a name; quoted words are a nickname, those in brackets stand aside.

    >>> classify_words(["Джордж", "У", ".", "Буш"])
    ('word', 'initial', 'mark', 'word')
    >>> classify_words(["Сергей", "«", "Паук", "»", "Троицкий"])
    ('word', 'mark', 'nickname', 'mark', 'word')
    """
    classes, within = [], ""
    followed = [*words[1:], ""]
    lower = [word.lower() for word in words]
    has_capitals = any(letter.isupper() for word in words for letter in word)
    is_eastern = words[0].lower() in EASTERN_FAMILIES if words else False
    for index, (word, following) in enumerate(zip(words, followed, strict=True)):
        if not within and index and word in _OPENING:  # as the first token they are round the whole name
            within = _OPENING[word]
            classes.append(MARK)
        elif word in _CLOSING:
            within = ""
            classes.append(MARK)
        else:
            token_class = _classify_patronymic(lower, index) or _classify(word, following)
            if token_class == COMMON_NOUN and not has_capitals:
                token_class = WORD
            elif token_class == WORD and index and following and word.lower() in PARTICLES and not is_eastern:
                token_class = PARTICLE  # «Аль Сауд»
            classes.append(within if within and token_class != MARK else token_class)
    return tuple(classes)


def build_name(words: Sequence[str], roles: Sequence[str]) -> NameParts:
    """Return the parts of a name from its words in the nominative; a word between first and last goes with the first.

    >>> build_name(["Урсула", "фон", "дер", "Ляйен"], ["first", "particle", "particle", "last"])
    NameParts(first='Урсула', last='фон дер Ляйен', patronymic=None, nickname=None, initials=None)
    """
    if LINK in roles:
        return _build_name_of_several(words, roles)
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


def _build_name_of_several(words: Sequence[str], roles: Sequence[str]) -> NameParts:
    """Return of several people only the surname that all share: «Павел и Николай Дуровы»."""
    last = [word for word, role in zip(words, roles, strict=True) if role == LAST]
    return NameParts(last=last[0] if len(last) == 1 and roles[-1] == LAST else None)


def _classify_patronymic(words: Sequence[str], index: int) -> str | None:
    """Return the class of «Саид» or «Саид-оглы» behind a name; `None` for other words: «Гейдара Алиева оглы»."""
    word, following = words[index], words[index + 1] if index + 1 < len(words) else ""
    _, hyphen, last = word.rpartition("-")
    child = last if hyphen else following
    if not index or not (hyphen or index >= _LAST_AND_FIRST or is_first_name(word)):
        return None
    if child in SONS:
        return SON
    return DAUGHTER if child in DAUGHTERS else None


def _classify(word: str, following: str) -> str:
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
    return WORD if any(map(str.isupper, word)) or not word[0].isalpha() else COMMON_NOUN
