"""Places of roles by grammar alone: a noun for people with what depends on it, beside a name."""

import re
from collections.abc import Iterator

from ner_news.lemmas.role_phrase import SUBSTANTIVES, read_person_noun
from ner_news.morph import Parse, look_up, parse
from ner_news.roles.role_words import KIN, PREPOSITIONS, QUOTES
from ner_news.segment import Tokens

_NATIONS = re.compile(r"(?:[ки]анец|льянец|[ая]нин|[аия]нка)\Z")
"""Endings of «мексиканец», «россиянин»."""

Range = tuple[int, int]
"""Numbers of tokens, from the first to the one after the last."""

LONGEST = 16
"""Tokens of a role that is looked for; of the 1,584 in NEREL's training set the longest has 12."""

LONGEST_QUOTED = 8
"""Tokens of a name in quotes; by eye."""

SHORTEST = 3
"""Letters of a noun for people: «и» is the name of a letter too."""

_WITH_ABLATIVE = ("управляющ", "заведующ")
_DOER = re.compile(r"(?:веду|управляю|заведую)щ(?:ий|его|ему|им|ем|ая|ей|ую)", re.IGNORECASE)
"""Participles that serve as nouns: «ведущий программы», «управляющая банком»."""

_ONE = ("одного", "одной")
"""Of «глава одного из банков»."""

FUNCTION_WORDS = frozenset(("PREP", "CONJ", "PRCL", "NPRO", "INTJ"))


def find_before(tokens: Tokens, name: int) -> Iterator[Range]:
    """Yield the places of a role that ends where the name begins, the longest first.

    >>> from ner_news.segment import tokenize
    >>> list(find_before(tokenize("сказал министр обороны Дании Енсен"), 4))
    [(1, 4)]
    """
    for first in range(max(0, name - LONGEST), name):
        if _may_be_role(tokens.texts[first]) and _extend(tokens, first + 1, name) == name:
            yield first, name


def find_after(tokens: Tokens, first: int, limit: int) -> Range | None:
    """Return the place of the role whose noun stands here or behind adjectives; `None` where there is none.

    >>> from ner_news.segment import tokenize
    >>> find_after(tokenize("Енсен, новый министр обороны Дании, сказал"), 2, 8)
    (3, 6)
    """
    noun = skip_adjectives(tokens, first, min(limit, first + LONGEST))
    is_found = noun < min(limit, first + LONGEST) and _may_be_role(tokens.texts[noun])
    end = _extend(tokens, noun + 1, limit) if is_found else noun
    is_verb = (
        is_found and end == noun + 1 < limit and tokens.texts[end].isalpha() and _DOER.fullmatch(tokens.texts[noun])
    )
    return (noun, end) if is_found and not is_verb else None  # «ведущий переговоры»


def skip_adjectives(tokens: Tokens, first: int, limit: int) -> int:
    """Return the place of the first word that can be a role's noun, or is no adjective.

    >>> from ner_news.segment import tokenize
    >>> skip_adjectives(tokenize("самый известный тренер"), 0, 3)
    2
    """
    noun = first
    while noun < limit and not is_role_noun(tokens.texts[noun]):
        if not is_adjective(tokens.texts[noun]) and not _DOER.fullmatch(tokens.texts[noun]):
            break
        noun += 1
    if noun < limit and is_role_noun(tokens.texts[noun]):  # «ведущий научный сотрудник»
        return noun
    return next((place for place in range(first, noun) if _DOER.fullmatch(tokens.texts[place])), noun)


def _may_be_role(word: str) -> bool:
    return _DOER.fullmatch(word) is not None or is_role_noun(word)


def is_adjective(word: str) -> bool:
    """Tell whether a word may be an adjective, of participles one that serves as such.

    >>> is_adjective("известный"), is_adjective("являющийся")
    (True, False)
    """
    return any(found.pos == "ADJF" for found in parse(word))


def is_role_noun(word: str) -> bool:
    """Tell whether a word can say what somebody is.

    >>> list(map(is_role_noun, ("министром", "заводом", "сестра", "Иванова")))
    [True, False, False, False]
    """
    known = look_up(word)
    if len(word) < SHORTEST or (not known and not (word.islower() and "-" in word)):
        return False  # no guess is as good as this
    if any(found.pos in FUNCTION_WORDS for found in known):  # «после» may be «посол»
        return False
    nouns = read_person_noun(word)
    if not nouns or any(map(is_no_office, nouns)):
        return False
    usual = next(iter(parse(word)), nouns[0])
    return usual.pos in ("NOUN", "PRTF") or usual.normal in SUBSTANTIVES  # not «молодой»


def is_no_office(noun: Parse) -> bool:
    """Tell whether a noun for people says no office or profession: «сестра», «мексиканец»."""
    return noun.normal in KIN or bool(_NATIONS.search(noun.normal))


def _extend(tokens: Tokens, first: int, limit: int) -> int:
    """Return where the words end that depend on the noun before them."""
    governor = tokens.texts[first - 1].lower()
    case, quoted = ("ablt" if governor.startswith(_WITH_ABLATIVE) else "gent"), False
    place = opened = first
    while place < limit:
        word = tokens.texts[place]
        if word in QUOTES:
            quoted = word not in "»”" and (word in "«„" or not quoted)
            opened = place
        elif quoted and place - opened > LONGEST_QUOTED:
            break
        elif not quoted and (bracket := _skip_bracket(tokens, place, limit, case)):
            place = bracket
        elif not quoted and (word in PREPOSITIONS or not (_is_sought(tokens, place) or _depends(word, case))):
            following = PREPOSITIONS.get(word) or (case if word == "и" else None)
            if following is None or not _may_follow(tokens, place + 1, limit, following):
                break
            case = following
        place += 1
    if quoted:
        place = opened
    while place > first and (tokens.texts[place - 1] in PREPOSITIONS or tokens.texts[place - 1] in ("«", "и")):
        place -= 1
    return place


def _skip_bracket(tokens: Tokens, place: int, limit: int, case: str) -> int | None:
    """Return the closing bracket inside a role: «президент Союза гимнастов (СГ) Зотов»."""
    inside = tokens.texts[place : min(limit, place + LONGEST_QUOTED)]
    if inside[:1] != ["("] or ")" not in inside:
        return None
    closing = place + inside.index(")")
    goes_on = closing + 1 == limit < len(tokens) or _may_follow(tokens, closing + 1, limit, case)
    return closing if goes_on else None


def _may_follow(tokens: Tokens, place: int, limit: int, case: str) -> bool:
    if place >= limit:
        return False
    word = tokens.texts[place]
    return word in QUOTES or _is_sought(tokens, place) or _depends(word, case)


def _is_sought(tokens: Tokens, place: int) -> bool:
    """Tell whether a word is the office of «кандидат в мэры»."""
    is_behind = tokens.texts[place - 1] == "в"
    return is_behind and any(one.number == "plur" for one in read_person_noun(tokens.texts[place]))


def _depends(word: str, case: str) -> bool:
    """Tell whether a word may be in this case or the genitive; names that the dictionary lacks may."""
    if not word[:1].isalnum():
        return False
    if word in _ONE:
        return True
    found = look_up(word) or (parse(word) if "-" in word and word.islower() else ())
    if not found:
        return word[:1].isupper() or word.isdigit()
    if word.isupper() and len(word) > 1:
        return True
    if word.istitle() and any(one.pos in ("NOUN", "ADJF") for one in found):  # a name, no person's: «группы Сплин»
        return True
    return any(one.case in (case, "gent") and one.pos in ("NOUN", "ADJF", "PRTF", "NUMR") for one in found) and not any(
        one.pos == "NPRO" or "Apro" in one.grammemes for one in found
    )
