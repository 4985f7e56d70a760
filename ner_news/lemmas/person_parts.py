"""The tokens of a person's name by their sort, and the name put together from its parts."""

import re
from collections.abc import Sequence

from ner_news.lemmas.name_words import ANY, ASIDE, FAMILY, FIRST, GIVEN, LAST, NICKNAME, PATRONYMIC, SYLLABLE, TITLE
from ner_news.lemmas.words import PARTICLES
from ner_news.names import NameParts

WORD, INITIAL, PARTICLE, MARK = "word", "initial", "particle", "mark"

_PART_OF = {ANY: FIRST, GIVEN: FIRST, SYLLABLE: FIRST, FAMILY: LAST}
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
    for place, (word, following) in enumerate(zip(words, followed, strict=True)):
        if not within and place and word in _OPENING:  # at the first place they are round the whole name
            within = _OPENING[word]
            sorts.append(MARK)
        elif word in _CLOSING:
            within = ""
            sorts.append(MARK)
        else:
            sort = _sort(word, following)
            sorts.append(within if within and sort != MARK else sort)
    return tuple(sorts)


def put_together(words: Sequence[str], roles: Sequence[str]) -> NameParts:
    """The parts of a name from its words in the nominative; a word between first and last goes with the first.

    >>> put_together(["Урсула", "фон", "дер", "Ляйен"], ["first", "particle", "particle", "last"])
    NameParts(first='Урсула', last='фон дер Ляйен', patronymic=None, nickname=None, initials=None)
    """
    taken: dict[str, list[str]] = {}
    waiting: list[str] = []
    for word, role in zip(words, roles, strict=True):
        if role == PARTICLE:
            waiting.append(word)
            continue
        part = _PART_OF.get(role, role)
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


def _sort(word: str, following: str) -> str:
    if not any(letter.isalpha() for letter in word):
        return MARK
    if word.lower() in PARTICLES and not word[0].isupper():
        return PARTICLE
    if _ROMAN.fullmatch(word) and following != ".":
        return MARK
    if word[0].isupper() and (len(word) == 1 or (following == "." and len(word) <= _LONGEST_INITIAL)):
        return INITIAL
    return WORD if any(map(str.isupper, word)) or not word[0].isalpha() else TITLE
