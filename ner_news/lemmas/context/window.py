"""The words before and after a name on its line, and their cues: «христианке Асие Биби», «Захарова заявила»."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from ner_news.caches import word_cache
from ner_news.characters import OPENING_QUOTES
from ner_news.lemmas.context.cue_words import POSSESSIVES, SKIPPED
from ner_news.lemmas.context.cues import Cue, usual_readings
from ner_news.lemmas.context.nominal_cues import (
    CASES_OF_PREPOSITION,
    read_adjective,
    read_honorific,
    read_noun,
    read_preposition,
    read_relative,
    read_title,
)
from ner_news.lemmas.context.verb_cues import (
    read_infinitive,
    read_object_behind,
    read_owned_subject,
    read_verb_after,
    read_verb_before,
    read_verb_of_object,
    read_verb_of_title,
)
from ner_news.lemmas.morphology.dictionary import may_be_first_name
from ner_news.lemmas.morphology.slots import ALL_SLOTS, SLOTS
from ner_news.segment import Tokens
from ner_news.spans import Label, PlainSpan

_FARTHEST_TITLE = 6
"""Words between a title and the name: «президента Российской Федерации Владимира Путина»."""
_MOST_WORDS = _FARTHEST_TITLE + 2
_MOST_SKIPPED = 2
"""Words between a name and its verb: «Захарова также вчера заявила»."""
_NEAR = 3
"""Words before a name among which «и» joins it to another; by eye."""
_CLOSING = frozenset('»"”“')
_SENTENCE_STARTS = frozenset(".!?…;:)—–-•*|/·")  # but in brackets a name has the case of what it explains
_OWNED = frozenset(("relation", "noun of a person"))
"""Kinds of nouns that somebody has."""
_CONJUNCTIONS = frozenset(("и", ","))
_SENTENCE_START = Cue("", "start of a sentence", (SLOTS["nomn", ""], ALL_SLOTS))
_LINE = Cue("", "line by itself", (SLOTS["nomn", ""], ALL_SLOTS))


def read_context(text: str, tokens: Tokens, span: PlainSpan) -> tuple[Cue, ...]:
    """Return the cues of the words before and after a span, of its own line: headlines have no full stop.

    >>> from ner_news.segment import tokenize
    >>> text = "Адвокат христианки Асии Биби молчит."
    >>> [cue.word for cue in read_context(text, tokenize(text), PlainSpan(19, 28, "PER"))]
    ['христианки', 'молчит', 'христианки …', '… молчит']
    """
    first, last = bisect_right(tokens.stops, span.start), bisect_left(tokens.starts, span.stop)
    if first <= 0 and last >= len(tokens):
        return ()
    before, after = _words_before(text, tokens, first), _words_after(text, tokens, last)
    if not before and not after:
        return (_LINE,) if span.label == "PER" else ()
    cue_before = _read_before(before, span.label, is_joined=bool(after) and after[0] in _CONJUNCTIONS)
    is_joined = span.label != "PER" or "," in before[-1:] or "и" in before[-_NEAR:]  # «Пётр и его жена Анна ждут»
    cue_after = _read_after(after, span.label, is_joined=is_joined)
    if cue_before and cue_before.kind in _OWNED and cue_before.word == before[-1].lower():
        is_given = last - first == 1 and may_be_first_name(text[span.start : span.stop])
        cue_before, cue_after = _read_owned(before, cue_before, cue_after, is_given=is_given)
    words = [*_name_word(before[-1:], "before"), *_name_word(after[:1], "after")]
    further = _read_further(before, after, cue_before) if span.label == "PER" and cue_before else None
    return (*(cue for cue in (cue_before, cue_after, further) if cue), *words)


def _read_owned(before: Sequence[str], cue: Cue, after: Cue | None, *, is_given: bool) -> tuple[Cue | None, Cue | None]:
    """Return the cues before and after a name right behind a noun that somebody has: «Дочь Юдашкина ушла».

    The name depends on a noun that is the subject; but «его дочь Анна Зась», «родилась дочь Анна», «выступила адвокат
    Захарова».
    """
    beside = before[-2].lower() if len(before) > 1 else ""
    if cue.kind == "relation" and beside in POSSESSIVES:
        same, genitive, woman, *rest = cue.slots
        return Cue(cue.word, "title", (same, woman, genitive, *rest)), after
    if cue.kind == "relation" and is_given:
        return cue, after
    subject = read_owned_subject(cue.word, after.word if after else beside)
    return (subject, None) if subject else (cue, after)


def _read_further(before: Sequence[str], after: Sequence[str], cue: Cue) -> Cue | None:
    """Return the cue of the verb before a title, or of the object behind a name that stands after its verb."""
    if cue.kind in ("title", "relation"):
        at = len(before) - 2
        while at >= 0 and before[at].lower() != cue.word and _is_adjective(before[at]):
            at -= 1
        return read_verb_of_title(before[at]) if at >= 0 and before[-1].lower() == cue.word else None
    return read_object_behind(after[0]) if after and "verb" in cue.kind else None


def _is_adjective(word: str) -> bool:
    return any(found.pos in ("ADJF", "PRTF") and found.case == "nomn" for found in usual_readings(word))


def _name_word(words: Sequence[str], side: Literal["before", "after"]) -> Iterator[Cue]:
    for word in words:
        yield (
            Cue(f"{word.lower()} …", "word before", ())
            if side == "before"
            else Cue(f"… {word.lower()}", "word after", ())
        )


def _words_before(text: str, tokens: Tokens, first: int) -> Sequence[str]:
    earliest = max(0, first - _MOST_WORDS)
    if earliest < first:
        line = text.rfind("\n", tokens.stops[earliest], tokens.starts[first]) if first < len(tokens) else -1
        earliest = bisect_left(tokens.starts, line, earliest)
    return tokens.texts[earliest:first]


def _words_after(text: str, tokens: Tokens, last: int) -> Sequence[str]:
    latest = min(len(tokens), last + _MOST_WORDS)
    if 0 < last < latest:
        line = text.find("\n", tokens.stops[last - 1], tokens.starts[latest - 1])
        latest = latest if line < 0 else bisect_left(tokens.starts, line, last, latest)
    return tokens.texts[last:latest]


WORD_BEFORE_RULES: tuple[Callable[[str, str, Label], Cue | None], ...] = (
    read_preposition,
    read_honorific,
    read_adjective,
    read_noun,
    read_infinitive,
    read_verb_before,
)
"""The answer is that of the first of these to have one."""


# The words of a text's titles, verbs and prepositions repeat even more than its names.
@word_cache(maxsize=4096)
def read_word_before(word: str, label: Label) -> Cue | None:
    """Return the cue of the word before a name; `None` where it gives none.

    >>> read_word_before("заявила", "PER")[:2], read_word_before("вице-президента", "PER")[:2]
    (('заявила', 'verb'), ('вице-президента', 'title'))
    """
    lower = word.lower()
    return next((cue for rule in WORD_BEFORE_RULES if (cue := rule(lower, word, label))), None)


def _read_before(words: Sequence[str], label: Label, *, is_joined: bool) -> Cue | None:
    at = _skip_brackets(words, len(words) - 1)
    if at >= 0 and words[at] in OPENING_QUOTES:
        at -= 1
    if at < 0 or words[at] in _SENTENCE_STARTS:
        return _SENTENCE_START if label == "PER" else None
    if label == "PER" and at and (found := read_verb_of_object(words[at - 1], words[at])):
        return found
    if label == "PER" and not is_joined and (found := read_verb_of_object("", words[at])):
        return found
    cue = read_word_before(words[at], label)
    if cue or label != "PER":
        return cue
    return _read_far_title(words, at)


def _skip_brackets(words: Sequence[str], at: int) -> int:
    """Return the place before words in brackets: «партии «Заря» (ПЗ) Ивана Зася»; the same where there are none."""
    opening = next((place for place in range(at, -1, -1) if words[place] == "("), None)
    return opening - 1 if opening and words[at] == ")" else at


def _read_far_title(words: Sequence[str], at: int) -> Cue | None:
    """Return the cue of a title whose dependents stand before its bearer: «министра обороны России Сергея Шойгу»."""
    is_loose = False  # «посол Японии [в] России Масахару Коно»: a noun of another case needs its preposition
    for near in range(at, max(at - _FARTHEST_TITLE, -1), -1):
        word = words[near]
        title = read_title(word) if near < at and not is_loose else None
        if title:
            return title
        if word in CASES_OF_PREPOSITION:
            is_loose = False
        elif not _is_modifier(word):
            if is_loose or not _is_noun(word):
                return None
            is_loose = True
    return None


def _read_after(words: Sequence[str], label: Label, *, is_joined: bool) -> Cue | None:
    at = 1 if words and words[0] in _CLOSING else 0
    if at + 1 < len(words) and words[at] == "," and label == "PER":
        return read_relative(words[at + 1])
    for _ in range(_MOST_SKIPPED):
        if at < len(words) and words[at] in SKIPPED:
            at += 1
    return read_verb_after(words[at], is_joined=is_joined) if at < len(words) else None


def _is_modifier(word: str) -> bool:
    """Return whether a word may stand between a title and its bearer: it is in the genitive, or an abbreviation."""
    if len(word) > 1 and word.isupper():
        return True
    return any(found.case == "gent" for found in usual_readings(word))


def _is_noun(word: str) -> bool:
    """Return whether a word is a noun or an adjective in some case."""
    return any(found.case and found.pos in ("NOUN", "ADJF") for found in usual_readings(word))
