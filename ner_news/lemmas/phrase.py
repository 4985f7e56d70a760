"""The candidates for the name of a place or an organization: its noun and the adjectives before it, in agreement.

What depends on the noun stays as written: «Совета [коллективной безопасности]».
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ner_news.lemmas.agreement import Candidate, agree, likely, rank, spread
from ner_news.lemmas.paradigms import CASES
from ner_news.lemmas.phrase_words import adjective_table, is_common_noun, is_known_noun, is_substantive, noun_table
from ner_news.lemmas.pieces import Pieces, join
from ner_news.lemmas.readings import ALL_SLOTS, SLOTS, Table, unchanged
from ner_news.lemmas.spelling import write_like
from ner_news.lemmas.words import APPOSED, CLUBS, CONJUNCTIONS, PARTICLES

# Shares by eye over Russian news, not measured.
_KINDS = {"masc": 0.3, "femn": 0.3, "neut": 0.2, "plur": 0.2}
PRIORS = {
    "LOC": spread({"nomn": 0.3, "gent": 0.3, "datv": 0.05, "accs": 0.1, "ablt": 0.07, "loct": 0.2}, _KINDS),
    "ORG": spread({"nomn": 0.4, "gent": 0.25, "datv": 0.06, "accs": 0.1, "ablt": 0.1, "loct": 0.08}, _KINDS),
}
# A name in quotes is mostly left in the nominative: «Известия».
_QUOTED_PRIORS = spread({"nomn": 0.8, "gent": 0.07, "datv": 0.03, "accs": 0.03, "ablt": 0.04, "loct": 0.03}, _KINDS)
_MOST_ADJECTIVES = 6
# Each adjective that agrees with its noun is evidence that the noun was found.
_PER_ADJECTIVE = 2.0
# «Форин Офисе», «Шри Ланке»: a foreign word that stays, then the noun.
_FOREIGN_FIRST = 0.1
_ABBREVIATION_FIRST = 0.5
_STAYS_UNKNOWN, _STAYS_KNOWN = 1.0, 0.05
# «Форин» can hardly be the noun where «Офисе» follows, which could not depend on it.
_ODD_DEPENDENT = 0.05
_ABBREVIATION_AS_NOUN = 0.005  # «ВТБ Капитала»
_PARTICLE_AS_NOUN = 0.001  # «Сан Луисе»
_DEPENDENT = SLOTS["nomn", ""] | SLOTS["gent", ""]
_CASES = {case: SLOTS[case, ""] for case in CASES}
_ANY_CASE = {"": ALL_SLOTS}
_QUOTES = frozenset("«»\"“”„'‘’(")


class _Group(NamedTuple):
    """The words that agree: their places in the phrase, and how likely they are before being read."""

    places: tuple[int, ...]
    tables: tuple[Table, ...]
    weight: float


class _Way(NamedTuple):
    """One way to read a phrase."""

    places: tuple[int, ...]
    """Of the words that agree; the noun is the last."""
    forms: tuple[str, ...]
    """Their nominatives."""
    case: str
    """In which they stand; empty where nothing follows that could depend on it."""
    rule: str
    """What read the noun."""


def phrase_candidates(pieces: Pieces) -> tuple[Candidate, ...] | None:
    """The possible lemmas of a place or an organization, the likeliest first; `None` for another label.

    >>> from ner_news.lemmas.pieces import Pieces
    >>> phrase_candidates(Pieces("ORG", ("Совета", "Европы"), ("", " ")))[0].text
    'Совет Европы'
    """
    if pieces.label not in PRIORS or not pieces.words:
        return None
    priors = _QUOTED_PRIORS if pieces.words[0] in _QUOTES else PRIORS[pieces.label]
    places_of: dict[_Way, dict[int, float]] = {}
    for places, tables, weight in _groups(pieces):
        cases = _CASES if any(map(_is_name, pieces.words[places[-1] + 1 :][:1])) else _ANY_CASE
        for case, slots, readings, score in agree(tables, priors, cases):
            forms = tuple([reading.form for reading in readings])
            way = _Way(places, forms, case, readings[-1].rule)
            there = places_of.setdefault(way, {})
            there[slots] = there.get(slots, 0.0) + score * weight
    scores = {way: sum(there.values()) for way, there in places_of.items()}
    return rank(_candidate(pieces, way, places_of[way], share) for way, share in likely(scores))


def _groups(pieces: Pieces) -> Iterator[_Group]:
    """Each way to say which word is the noun: the words before it are its adjectives."""
    words, label = pieces.words, pieces.label
    group = _Group((), (), 1.0)
    place = _skip(words, 0)
    while place < len(words):
        weight = _dependent_weight(words, place)
        yield _extend(group, place, noun_table(words[place], label), weight)
        yield from _foreign_first(group, words, place, label)
        adjective = adjective_table(words[place])
        if not adjective or len(group.places) == _MOST_ADJECTIVES or is_substantive(words[place]):
            break
        group = _extend(group, place, adjective, _PER_ADJECTIVE)
        place = _skip(words, place + 1)


def _extend(group: _Group, place: int, table: Table, weight: float) -> _Group:
    return _Group((*group.places, place), (*group.tables, table), group.weight * weight)


def _skip(words: Sequence[str], place: int) -> int:
    """Past quotes, and past a conjunction between two adjectives."""
    while place < len(words) and (words[place] in _QUOTES or (place and words[place] in CONJUNCTIONS)):
        place += 1
    return place


def _foreign_first(group: _Group, words: Sequence[str], place: int, label: str) -> Iterator[_Group]:
    if place + 1 == len(words) or not _is_name(words[place + 1]):
        return
    word, following = words[place], words[place + 1]
    if _is_name(word) or _is_abbreviated_name(word, following):
        particle = word.lower() in PARTICLES
        known = not particle and not word.isupper() and (is_known_noun(word) or adjective_table(word))
        first = unchanged(word.lower(), _STAYS_KNOWN if known else _STAYS_UNKNOWN, "foreign first")
        both = _extend(group, place, first, _ABBREVIATION_FIRST if word.isupper() else _FOREIGN_FIRST)
        yield _extend(both, place + 1, noun_table(following, label), 1.0)


def _is_abbreviated_name(word: str, following: str) -> bool:
    """«ВТБ Капитала», «СКБ Банка»: the noun is the second; but «МИД Германии»."""
    return len(word) > 1 and word.isupper() and (word.lower() in CLUBS or is_common_noun(following))


def _dependent_weight(words: Sequence[str], place: int) -> float:
    """How well the word that follows could depend on this one as the noun."""
    if place + 1 == len(words):
        return 1.0
    word, following = words[place], words[place + 1]
    if word.lower() in PARTICLES:
        return _PARTICLE_AS_NOUN
    if _is_name(following) and _is_abbreviated_name(word, following):
        return _ABBREVIATION_AS_NOUN
    if adjective_table(word) and (adjective_table(following) or _is_noun_to_come(word, following)):
        return _ODD_DEPENDENT  # «Турецкой республикой»
    if not _is_name(following) or adjective_table(following) or not is_known_noun(following):
        return 1.0
    table = noun_table(following, "ORG")
    fits = any(slots & _DEPENDENT and reading.weight > 0.1 for slots, reading in table)
    return 1.0 if fits else _ODD_DEPENDENT


def _is_noun_to_come(word: str, following: str) -> bool:
    return is_known_noun(following) or (_is_name(following) and not is_known_noun(word))


def _candidate(pieces: Pieces, way: _Way, there: Mapping[int, float], share: float) -> Candidate:
    words = list(pieces.words)
    for place, form in zip(way.places, way.forms, strict=True):
        words[place] = write_like(words[place], form)
    _appose(words, way)
    text = join(words, pieces.gaps)
    total = sum(there.values()) or 1.0
    places = tuple([(slots, score / total) for slots, score in there.items()])
    written = join(pieces.words, pieces.gaps).lower()
    return Candidate(text, (text.lower(),), (written,), share, places, rules=(way.rule,))


def _appose(words: list[str], way: _Way) -> None:
    """Bend the proper name that stands in the case of its noun: «реке Волге», «города Москвы»."""
    following = way.places[-1] + 1
    if way.case == "nomn" or following >= len(words) or not _is_name(words[following]):
        return
    table = noun_table(words[following], "LOC")
    is_apposed = way.forms[-1] in APPOSED or not _best(table, "gent")
    form = _best(table, way.case)
    if form and is_apposed and is_known_noun(words[following]):
        words[following] = write_like(words[following], form)


def _best(table: Table, case: str) -> str | None:
    """The likeliest noun in this case; `None` where the word only stays as it is."""
    found = (reading for slots, reading in table if slots & SLOTS[case, ""] and reading.rule != "as written")
    return next((reading.form for reading in found), None)


def _is_name(word: str) -> bool:
    return word[:1].isupper() and len(word) > 1 and not word.isupper() and "а" <= word[-1].lower() <= "я"
