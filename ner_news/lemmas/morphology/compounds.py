"""Words with hyphens and apostrophes, read part by part."""

from collections.abc import Callable, Sequence

from ner_news.lemmas.morphology.name_vocabulary import APOSTROPHES, LINKS, PARTICLES, TURKIC_FIRST_PARTS
from ner_news.lemmas.morphology.slots import SLOTS, ReadingTable, WordReading, join_tables, keep_unchanged, merge_tables

# A part before the last may stay, as far as it could be a nominative: «Жан-Клода», but «Салтыкова-Щедрина». By eye.
_STAYS = 0.3


def read_parts(word: str, read: Callable[[str], ReadingTable], stays: float = _STAYS) -> ReadingTable:
    """Return the readings of a compound from those of its parts; the last part says in which cases it may be.

    `stays` is the weight of the reading in which an earlier part that could be a nominative is one.

    >>> from ner_news.lemmas.morphology.person_words import read_name_word
    >>> from ner_news.lemmas.morphology.slots import find_reading
    >>> table = read_parts("анне-марии", lambda part: read_name_word(part, "first"))
    >>> find_reading(table, "datv", "femn").form
    'анна-мария'
    """
    parts = word.split("-")
    linked = next((at for at, part in enumerate(parts) if at and part in LINKS), len(parts))
    declined, kept = parts[:linked], parts[linked:]
    *early, last = declined
    tables = [*(_read_early(part, read(part), stays) for part in early), read(last)]
    tail = "".join("-" + part for part in kept)
    return [(slots, _join_readings(readings, weight, tail)) for slots, readings, weight in join_tables(tables)]


def read_after_apostrophe(word: str, read: Callable[[str], ReadingTable]) -> ReadingTable | None:
    """Return the readings of the last part of a word behind the rest of it; `None` for a word with no apostrophe.

    >>> from ner_news.lemmas.morphology.person_words import read_name_word
    >>> from ner_news.lemmas.morphology.slots import find_reading
    >>> table = read_after_apostrophe("о’генри", lambda part: read_name_word(part, "last"))
    >>> find_reading(table, "gent", "masc").form
    'о’генри'
    """
    at = max(map(word.rfind, APOSTROPHES))
    if not 0 < at < len(word) - 1:
        return None
    before, rest = word[: at + 1], word[at + 1 :]
    return [(slots, WordReading(before + form.lower(), weight, rule)) for slots, (form, weight, rule) in read(rest)]


def _read_early(part: str, table: ReadingTable, stays: float) -> ReadingTable:
    """Return the readings of a part before the last: in the case of the last, or as it stands."""
    if part in PARTICLES or part in TURKIC_FIRST_PARTS or part.endswith("о"):
        return keep_unchanged(part, 1.0, "first part")
    nominatives = [reading for slots, reading in table if slots & SLOTS["nomn", ""] and reading.form == part]
    weight = stays * max((reading.weight for reading in nominatives), default=0.0)
    return merge_tables(table, keep_unchanged(part, weight, "first part"))


def _join_readings(readings: Sequence[WordReading], weight: float, tail: str) -> WordReading:
    form = "-".join([reading.form for reading in readings]) + tail
    return WordReading(form, weight, " - ".join([reading.rule for reading in readings]))
