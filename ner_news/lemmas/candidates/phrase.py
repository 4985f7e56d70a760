"""Candidates for the name of a place or an organization: its noun and the adjectives before it, in agreement.

Words that depend on the noun stay as written: «Совета [коллективной безопасности]».
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ner_news.lemmas.candidates.agreement import Candidate, agree, keep_likely, rank
from ner_news.lemmas.candidates.apposed import decline_apposed
from ner_news.lemmas.candidates.joined import JOINED, propose_joined
from ner_news.lemmas.candidates.plural_heads import propose_one_of_several
from ner_news.lemmas.candidates.priors import PRIORS, QUOTED_PRIORS
from ner_news.lemmas.morphology.letter_case import write_like
from ner_news.lemmas.morphology.name_vocabulary import CLUBS, CONJUNCTIONS, PARTICLES, PLURALS
from ner_news.lemmas.morphology.paradigms import CASES
from ner_news.lemmas.morphology.phrase_words import (
    is_common_noun,
    is_known_noun,
    is_substantive,
    read_adjective_word,
    read_noun_word,
)
from ner_news.lemmas.morphology.slots import ALL_SLOTS, SLOTS, ReadingTable, keep_unchanged
from ner_news.lemmas.span_words import SpanWords, join_words

# The weights are by eye; the most adjectives bound the cost of «Большой Большой …».
_MOST_ADJECTIVES = 6
# Each adjective that agrees with its noun is evidence that the noun was found.
_PER_ADJECTIVE = 2.0
# «Форин Офисе», «Шри Ланке»: a foreign word that stays, then the noun.
_FOREIGN_FIRST = 0.1
_ABBREVIATION_FIRST = 0.5
# A first word that the dictionary lacks, and one that it has.
_STAYS_UNKNOWN, _STAYS_KNOWN = 1.0, 0.05
# «Форин» can hardly be the noun where «Офисе» follows, which could not depend on it.
_ODD_DEPENDENT = 0.05
_ABBREVIATION_AS_NOUN = 0.005  # «ВТБ Капитала»
_PARTICLE_AS_NOUN = 0.001  # «Сан Луисе»
# A reading of the following word below this weight is left out: «Офисе» is hardly a nominative.
_LEAST_WEIGHT = 0.1
# After «компанией» a quoted name stays as it is; but «компания «Газпрома»» is met too, and other mentions tell.
_QUOTED_STAYS = 0.9
_DEPENDENT = SLOTS["nomn", ""] | SLOTS["gent", ""]
_CASES = {case: SLOTS[case, ""] for case in CASES}
_ANY_CASE = {"": ALL_SLOTS}
_QUOTES = frozenset("«»\"“”„'‘’(")


class _Group(NamedTuple):
    """The words that agree, by their indexes in the phrase, and how likely they are before being read."""

    indexes: tuple[int, ...]
    tables: tuple[ReadingTable, ...]
    weight: float


class _Analysis(NamedTuple):
    """One analysis of a phrase."""

    indexes: tuple[int, ...]
    """The words that agree, by index; the noun is the last."""
    forms: tuple[str, ...]
    """Their nominatives."""
    case: str
    """In which they stand; empty where nothing follows that could depend on it."""
    rule: str
    """The rule that read the noun."""


def propose_phrase(span: SpanWords) -> tuple[Candidate, ...] | None:
    """Return the possible lemmas of a place or an organization, the likeliest first; `None` for another label.

    >>> propose_phrase(SpanWords("ORG", ("Совета", "Европы"), ("", " ")))[0].text
    'Совет Европы'
    """
    if span.label == "PER" or span.label not in PRIORS or not span.words:
        return None
    priors = QUOTED_PRIORS if span.words[0] in _QUOTES else PRIORS[span.label]
    if joined := list(propose_joined(span, priors)):
        return rank(joined)
    slots_of: dict[_Analysis, dict[int, float]] = {}
    for indexes, tables, weight in _find_groups(span):
        cases = _CASES if any(map(_is_name, span.words[indexes[-1] + 1 :][:1])) else _ANY_CASE
        for case, slots, readings, score in agree(tables, priors, cases):
            forms = tuple([reading.form for reading in readings])
            analysis = _Analysis(indexes, forms, case, readings[-1].rule)
            there = slots_of.setdefault(analysis, {})
            there[slots] = there.get(slots, 0.0) + score * weight
    scores = {analysis: sum(there.values()) for analysis, there in slots_of.items()}
    likely = keep_likely(scores)
    found = [_write_candidate(span, analysis, slots_of[analysis], share) for analysis, share in likely]
    several = list(propose_one_of_several(span))
    return rank(_share_out([*found, *several]) if several else found)


def _share_out(candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the candidates with shares that sum to one."""
    total = sum([candidate.share for candidate in candidates]) or 1.0
    return (candidate._replace(share=candidate.share / total) for candidate in candidates)


def _find_groups(span: SpanWords) -> Iterator[_Group]:
    """Yield each choice of a word as the noun; the words before it are its adjectives."""
    words, label = span.words, span.label
    group = _Group((), (), 1.0)
    index = _skip(words, 0)
    while index < len(words):
        weight = _weigh_dependent(words, index)
        yield _extend(group, index, read_noun_word(words[index], label), weight)
        yield from _group_foreign_first(group, words, index, label)
        adjective = read_adjective_word(words[index])
        if not adjective or len(group.indexes) == _MOST_ADJECTIVES or is_substantive(words[index]):
            break
        group = _extend(group, index, adjective, _PER_ADJECTIVE)
        index = _skip(words, index + 1)


def _extend(group: _Group, index: int, table: ReadingTable, weight: float) -> _Group:
    return _Group((*group.indexes, index), (*group.tables, table), group.weight * weight)


def _skip(words: Sequence[str], index: int) -> int:
    """Return the next index past quotes, and past a conjunction between two adjectives."""
    while index < len(words) and (words[index] in _QUOTES or (index and words[index] in CONJUNCTIONS)):
        index += 1
    return index


def _group_foreign_first(group: _Group, words: Sequence[str], index: int, label: str) -> Iterator[_Group]:
    if index + 1 == len(words) or not _is_name(words[index + 1]):
        return
    word, following = words[index], words[index + 1]
    if _is_name(word) or _is_abbreviated_name(word, following):
        particle = word.lower() in PARTICLES
        known = not particle and not word.isupper() and (is_known_noun(word) or read_adjective_word(word))
        first = keep_unchanged(word.lower(), _STAYS_KNOWN if known else _STAYS_UNKNOWN, "foreign first")
        both = _extend(group, index, first, _ABBREVIATION_FIRST if word.isupper() else _FOREIGN_FIRST)
        yield _extend(both, index + 1, _read_behind_abbreviation(word, following, label), 1.0)


def _read_behind_abbreviation(word: str, following: str, label: str) -> ReadingTable:
    """Return the readings of the noun behind a foreign word; behind capitals a usual plural is one: «РИА Новости»."""
    table = read_noun_word(following, label)
    plurals = [pair for pair in table if pair[1].form in PLURALS] if word.isupper() else []
    return plurals or table


def _is_abbreviated_name(word: str, following: str) -> bool:
    """Return whether the second word is the noun: «ВТБ Капитала», «СКБ Банка»; but «МИД Германии»."""
    return len(word) > 1 and word.isupper() and (word.lower() in CLUBS or is_common_noun(following))


def _weigh_dependent(words: Sequence[str], index: int) -> float:
    """Return how well the word that follows could depend on this one as the noun."""
    if index + 1 == len(words):
        return 1.0
    word, following = words[index], words[index + 1]
    if word.lower() in PARTICLES:
        return _PARTICLE_AS_NOUN
    if word[0].isdecimal() and read_adjective_word(word):
        return _ODD_DEPENDENT  # «46-го ОБРОН»
    if _is_name(following) and _is_abbreviated_name(word, following):
        return _ABBREVIATION_AS_NOUN
    if read_adjective_word(word) and (read_adjective_word(following) or _is_noun_to_come(word, following)):
        return _ODD_DEPENDENT  # «Турецкой республикой»
    if not _is_name(following) or read_adjective_word(following) or not is_known_noun(following):
        return 1.0
    table = read_noun_word(following, "ORG")
    fits = any(slots & _DEPENDENT and reading.weight > _LEAST_WEIGHT for slots, reading in table)
    return 1.0 if fits else _ODD_DEPENDENT


def _is_noun_to_come(word: str, following: str) -> bool:
    return is_known_noun(following) or (_is_name(following) and not is_known_noun(word))


def _write_candidate(span: SpanWords, analysis: _Analysis, there: Mapping[int, float], share: float) -> Candidate:
    words = list(span.words)
    for index, form in zip(analysis.indexes, analysis.forms, strict=True):
        words[index] = write_like(words[index], form)
    following = analysis.indexes[-1] + 1
    if analysis.case not in ("", "nomn") and _is_name(words[following]):
        decline_apposed(words, following, analysis.case, analysis.forms[-1])
    text = join_words(words, span.gaps)
    total = sum(there.values()) or 1.0
    slot_shares = tuple([(slots, score / total) for slots, score in there.items()])
    written = join_words(span.words, span.gaps).lower()
    roles = [*["adjective"] * (len(analysis.indexes) - 1), "noun"]
    forms = [
        (role, span.words[index].lower(), form)
        for role, index, form in zip(roles, analysis.indexes, analysis.forms, strict=True)
    ]
    return Candidate(text, (text.lower(),), (written,), share, slot_shares, rules=(analysis.rule,), forms=tuple(forms))


def _is_name(word: str) -> bool:
    return word[:1].isupper() and len(word) > 1 and not word.isupper() and "а" <= word[-1].lower() <= "я"


def propose_quoted(span: SpanWords) -> tuple[Candidate, ...] | None:
    """Return a name in quotes after a generic noun as written, then its other lemmas; `None` for any other name.

    >>> [found.text for found in propose_quoted(SpanWords("ORG", ("Известия",), ("",), is_quoted=True))]
    ['Известия', 'Известие']
    """
    others = propose_phrase(span) if span.is_quoted else None
    if not others:
        return None
    text = join_words(span.words, span.gaps)
    if all(other.rules == (JOINED,) and other.text != text for other in others):  # «фирмы «Рогов и копыт»»
        return others
    stays = Candidate(text, (text.lower(),), (text.lower(),), _QUOTED_STAYS, rules=("called",))
    return rank([stays, *(other._replace(share=other.share * (1 - _QUOTED_STAYS)) for other in others)])
