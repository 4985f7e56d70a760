"""Words with hyphens and apostrophes, read part by part."""

from collections.abc import Callable, Sequence

from ner_news.lemmas.readings import SLOTS, Reading, Table, join, merge, unchanged
from ner_news.lemmas.words import APOSTROPHES, LINKS, PARTICLES

# A part before the last may stay, as far as it could be a nominative: «Жан-Клода», but «Салтыкова-Щедрина».
_STAYS = 0.3


def read_parts(word: str, read: Callable[[str], Table], stays: float = _STAYS) -> Table:
    """The readings of a compound from those of its parts; the last part says in which cases it may be.

    `stays` is how far an earlier part that could be a nominative is believed to be one.

    >>> from ner_news.lemmas.name_words import name_table
    >>> from ner_news.lemmas.readings import look
    >>> table = read_parts("анне-марии", lambda part: name_table(part, "first"))
    >>> look(table, "datv", "femn").form
    'анна-мария'
    """
    parts = word.split("-")
    linked = next((place for place, part in enumerate(parts) if place and part in LINKS), len(parts))
    bent, kept = parts[:linked], parts[linked:]
    *early, last = bent
    tables = [*(_early(part, read(part), stays) for part in early), read(last)]
    tail = "".join("-" + part for part in kept)
    return [(slots, _joined(readings, weight, tail)) for slots, readings, weight in join(tables)]


def read_after_apostrophe(word: str, read: Callable[[str], Table]) -> Table | None:
    """The readings of the word's last part behind the rest of it; `None` for a word with no apostrophe.

    >>> from ner_news.lemmas.name_words import name_table
    >>> from ner_news.lemmas.readings import look
    >>> table = read_after_apostrophe("о’генри", lambda part: name_table(part, "last"))
    >>> look(table, "gent", "masc").form
    'о’генри'
    """
    place = max(map(word.rfind, APOSTROPHES))
    if not 0 < place < len(word) - 1:
        return None
    before, rest = word[: place + 1], word[place + 1 :]
    return [(slots, Reading(before + form.lower(), weight, rule)) for slots, (form, weight, rule) in read(rest)]


def _early(part: str, table: Table, stays: float) -> Table:
    """What a part before the last is: in the case of the last, or as it stands."""
    if part in PARTICLES or part.endswith("о"):
        return unchanged(part, 1.0, "first part")
    nominatives = [reading for slots, reading in table if slots & SLOTS["nomn", ""] and reading.form == part]
    weight = stays * max((reading.weight for reading in nominatives), default=0.0)
    return merge(table, unchanged(part, weight, "first part"))


def _joined(readings: Sequence[Reading], weight: float, tail: str) -> Reading:
    form = "-".join([reading.form for reading in readings]) + tail
    return Reading(form, weight, " - ".join([reading.rule for reading in readings]))
