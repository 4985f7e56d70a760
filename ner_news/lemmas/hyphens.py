"""Words with hyphens and apostrophes, read part by part."""

from collections.abc import Callable, Sequence

from ner_news.lemmas.readings import Reading, Table
from ner_news.lemmas.words import APOSTROPHES, LINKS, PARTICLES

# A part before the last may stay, as far as it could be a nominative: «Жан-Клода», but «Салтыкова-Щедрина».
_STAYS = 0.3


def read_parts(word: str, read: Callable[[str], Table]) -> Table:
    """The readings of a compound from those of its parts; the last part says in which cases it may be.

    >>> from ner_news.lemmas.name_words import name_table
    >>> read_parts("анне-марии", lambda part: name_table(part, "first"))["datv", "femn"].form
    'анна-мария'
    """
    parts = word.split("-")
    linked = next((place for place, part in enumerate(parts) if place and part in LINKS), len(parts))
    bent, kept = parts[:linked], parts[linked:]
    *first, last = map(read, bent)
    tail = "".join("-" + part for part in kept)
    return {
        slot: _joined([*(_early(part, table, slot) for part, table in zip(bent, first, strict=False)), end], tail)
        for slot, end in last.items()
    }


def read_after_apostrophe(word: str, read: Callable[[str], Table]) -> Table | None:
    """The readings of the word's last part behind the rest of it; `None` for a word with no apostrophe.

    >>> from ner_news.lemmas.name_words import name_table
    >>> read_after_apostrophe("о’генри", lambda part: name_table(part, "last"))["gent", "masc"].form
    'о’генри'
    """
    place = max(map(word.rfind, APOSTROPHES))
    if not 0 < place < len(word) - 1:
        return None
    before, rest = word[: place + 1], word[place + 1 :]
    return {slot: reading._replace(form=before + reading.form.lower()) for slot, reading in read(rest).items()}


def _early(part: str, table: Table, slot: tuple[str, str]) -> Reading:
    """What a part before the last is: in the case of the last, or as it stands."""
    if part in PARTICLES or part.endswith("о"):
        return Reading(part, 1.0, "first part")
    as_it_is = (there.weight for (case, _), there in table.items() if case == "nomn" and there.form == part)
    nominative = max(as_it_is, default=0.0)
    stays = Reading(part, _STAYS * nominative, "first part")
    return max(table.get(slot, stays), stays, key=lambda reading: reading.weight)


def _joined(readings: Sequence[Reading], tail: str) -> Reading:
    weight = 1.0
    for reading in readings:
        weight *= reading.weight
    form = "-".join(reading.form for reading in readings) + tail
    return Reading(form, weight, " - ".join(reading.rule for reading in readings))
