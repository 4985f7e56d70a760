"""The words of a role mended: no signs at its edges, all that belongs to the office, and one role alone."""

from collections.abc import Iterator

from ner_news.lemmas.role_phrase import read_person_noun, read_role
from ner_news.morph import look_up, parse
from ner_news.roles.apposition import LONGEST, is_no_office, is_role_noun
from ner_news.roles.role_words import DASHES, OFFICE_ADJECTIVES
from ner_news.segment import Tokens

Range = tuple[int, int]

MOST_TOKENS = 60
"""Of a role, by eye, where the longest in NEREL's training set has 12. What is longer is a network's slip."""

_ACTING = (("и", ".", "о", "."), ("и.о", "."), ("временно",))
"""Words before an office, in small letters."""
_SEEKERS = ("кандидат", "претендент")
"""Nouns before «в мэры»."""
_NOW = ("ныне", "сейчас", "теперь", "ранее", "и", "а")
_PAIRS = {"»": "«", ")": "("}


def mend(text: str, tokens: Tokens, place: Range) -> list[Range]:
    """Return the roles that a place holds: mostly one, none where no noun is in it.

    >>> from ner_news.segment import tokenize
    >>> text = "Сооснователь и генеральный директор;"
    >>> mend(text, tokenize(text), (0, 5))
    [(0, 1), (2, 4)]
    """
    if place[1] - place[0] > MOST_TOKENS:
        return []
    first, last = _strip(tokens, *place)
    first = _find_noun(tokens, first, last) if first < last else last
    if first >= last:
        return []
    return list(_split(text, tokens, extend_left(tokens, first), last))


def extend_left(tokens: Tokens, first: int) -> int:
    """Return where a role begins with the adjectives of an office and the «и. о.» before it.

    >>> from ner_news.segment import tokenize
    >>> extend_left(tokenize("сообщил бывший главный тренер"), 3)
    2
    """
    while first and any(
        found.normal in OFFICE_ADJECTIVES and found.pos in ("ADJF", "PRTF") for found in parse(tokens.texts[first - 1])
    ):
        first -= 1
    for words in _ACTING:
        before = tuple(map(str.lower, tokens.texts[max(0, first - len(words)) : first]))
        if before == words:
            return first - len(words)
    is_acting = tokens.texts[max(0, first - 1) : first] == ["обязанности"] and first > 1
    if is_acting and any(found.normal == "исполнять" for found in parse(tokens.texts[first - 2])):
        return extend_left(tokens, first - 2)
    is_sought = tokens.texts[max(0, first - 1) : first] == ["в"] and first > 1
    if is_sought and any(found.normal in _SEEKERS for found in parse(tokens.texts[first - 2])):
        return extend_left(tokens, first - 2)
    return first


def _strip(tokens: Tokens, first: int, last: int) -> Range:
    """Cut signs from the edges, and close what is opened inside."""
    while first < last and (not tokens.texts[first][:1].isalnum() or tokens.texts[first].lower() in _NOW):
        first += 1
    while first < last and not tokens.texts[last - 1][-1:].isalnum() and not _closes(tokens.texts[first:last]):
        last -= 1
    for closing, opening in _PAIRS.items():
        if last < len(tokens) and tokens.texts[last] == closing:
            inside = tokens.texts[first:last]
            last += inside.count(opening) > inside.count(closing)
    return first, last


def _closes(words: list[str]) -> bool:
    """Tell whether the last word is a sign that something inside asks for: a quote, the point of «им.»."""
    if words[-1] in _PAIRS:
        return words.count(_PAIRS[words[-1]]) >= words.count(words[-1])
    return words[-1] in ('"', "”", "“") and words.count(words[-1]) != 1


def _find_noun(tokens: Tokens, first: int, last: int) -> int:
    """Return where the role begins if words before its noun are none of it: «председательством министра»."""
    role = read_role(" ".join(tokens.texts[first:last]))
    words = tokens.texts[first:last]
    if role.slots and read_person_noun(role.words[role.noun]):
        return last if any(is_no_office(slot.noun) for slot in role.slots) else first
    if not look_up(words[0]) and words[0].replace("-", "").isalpha():  # «гендиректор», «CEO»: may be an office
        return first
    doers = {slot[:2] for slot in role.slots if "actv" in slot.noun.grammemes}  # «заведующий отделением»
    for place in range(first, last):
        nouns = read_person_noun(tokens.texts[place])
        if nouns and (not doers or any((noun.case, noun.number) in doers for noun in nouns)):
            return place
    return first if doers else last


def _split(text: str, tokens: Tokens, first: int, last: int) -> Iterator[Range]:
    """Yield the roles of a row, each after «и», «,» or a dash: «сооснователь и директор»."""
    role = read_role(_write(text, tokens, first, last))
    marks, noun = {slot[:2] for slot in role.slots}, first + role.noun
    for place in range(first + 1, min(last - 1, first + LONGEST)):
        word = tokens.texts[place]
        is_link = word in ("и", ",", "/") or word in DASHES
        if not is_link and not _is_second_noun(word, marks):
            continue
        rest = read_role(_write(text, tokens, place + is_link, last))
        is_role = rest.slots and read_person_noun(rest.words[rest.noun]) and marks & {slot[:2] for slot in rest.slots}
        if is_role and _is_apart(tokens.texts[first:place]) and place > noun + (not is_link):
            yield first, place
            first = noun = place + is_link
            noun += rest.noun
    yield first, last


def _is_second_noun(word: str, marks: set[tuple[str, str]]) -> bool:
    """Tell whether a noun can depend on none before it: «главе МВД полковнику Иванову»."""
    cases = {found.case for found in read_person_noun(word)} if is_role_noun(word) else set()  # not «мировой войны»
    return bool(cases) and "gent" not in cases and any(case in cases for case, _ in marks)


def _is_apart(words: list[str]) -> bool:
    """Tell whether no quote or bracket is open after the words."""
    return words.count("«") == words.count("»") and words.count("(") == words.count(")") and words.count('"') % 2 == 0


def _write(text: str, tokens: Tokens, first: int, last: int) -> str:
    return text[tokens.starts[first] : tokens.stops[last - 1]]
