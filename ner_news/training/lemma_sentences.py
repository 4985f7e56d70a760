"""Sentences made of own names and frames, with the normal forms of their names: what newspapers rarely show."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import cycle, islice

from ner_news.lemmas.morphology.paradigms import CASES, FIRST_NAMES, NOUNS, SURNAMES, TABLES
from ner_news.spans import Label, PlainSpan
from ner_news.training.lemma_gold import LemmaGold
from ner_news.training.own_names import (
    AIRPORT_FRAMES,
    AIRPORTS,
    CITIES,
    CITY_FRAMES,
    EASTERN,
    FAMILY_FRAMES,
    FRAMES,
    JAPANESE,
    MEN,
    PLACE_FRAMES,
    PLACES,
    STATE_FRAMES,
    STATES,
    WOMEN,
)
from ner_news.training.own_names import SURNAMES as OWN_SURNAMES

_NAMES_A_FRAME = 9
"""Of each shape and gender; by eye."""
_WITH_I = frozenset("гкхжшчщ")
_WITH_E = frozenset("жшчщц")

Forms = Sequence[str]
"""In the order of `CASES`."""


def make_sentences() -> Iterator[LemmaGold]:
    """Yield each frame with some of the names: people with first names and without, eastern names, places.

    >>> sentence = next(make_sentences())
    >>> sentence.text, sentence.lemmas
    ('Первое место занял Макар Ветлугин.', (('Макар Ветлугин',),))
    """
    for kind, firsts in (("masc", MEN), ("femn", WOMEN)):
        bare = [decline(name, paradigm, SURNAMES, kind) for name, paradigm in OWN_SURNAMES]
        first = [decline(name, paradigm, FIRST_NAMES, kind) for name, paradigm in firsts]
        full = [_join(one, other) for one, other in zip(cycle(first), bare * len(first), strict=False)]
        for names in (full, bare, first):
            yield from _fill(FRAMES, "PER", names, kind)
    eastern = [
        _join([f"{family} {given.rpartition(' ')[0]}".strip()] * 6, _decline_given(given, paradigm))
        for family, given, paradigm in EASTERN
    ]
    yield from _fill(FRAMES, "PER", eastern, "masc")
    japanese = [_join([first] * len(CASES), decline(last, "hard a", SURNAMES, "masc")) for first, last in JAPANESE]
    yield from _fill(FRAMES, "PER", japanese, "masc")
    yield from _fill(FAMILY_FRAMES, "PER", list(_decline_families()), "plur")
    yield from _fill(CITY_FRAMES, "LOC", [decline(name, "consonant", NOUNS, "masc") for name in CITIES], "masc")
    yield from _fill(AIRPORT_FRAMES, "LOC", [[name] * len(CASES) for name in AIRPORTS], "masc")
    yield from _fill(STATE_FRAMES, "LOC", [[name] * len(CASES) for name in STATES], "masc")
    yield from _fill(PLACE_FRAMES, "LOC", [decline(name, paradigm, NOUNS, "neut") for name, paradigm in PLACES], "neut")


def _decline_families() -> Iterator[Forms]:
    """Yield the forms of the surnames in the plural, of those that have one."""
    for name, paradigm in OWN_SURNAMES:
        forms = decline(name, paradigm, SURNAMES, "plur")
        if forms[0] != name:
            yield forms


def _decline_given(given: str, paradigm: str) -> Forms:
    return decline(given.rpartition(" ")[2], paradigm, FIRST_NAMES, "masc")


def decline(name: str, paradigm: str, table: str, kind: str) -> Forms:
    """Return the forms of a name, of a surname those of a woman or a man with it.

    >>> decline("Осокин", "possessive", SURNAMES, "femn")
    ['Осокина', 'Осокиной', 'Осокиной', 'Осокину', 'Осокиной', 'Осокиной']
    """
    rows = [row for row in TABLES[table] if row.name == paradigm and row.kind in (kind, "")]
    own = [row for row in TABLES[table] if row.name == paradigm]
    for row in own:
        stem = _find_stem(name, row.endings.split()[0], row.stems)
        if stem is not None:
            cells = (rows[[one.name for one in rows].index(paradigm)] if row.kind != kind and rows else row).endings
            return [_spell(stem, cell) for cell in cells.split()] if rows else [name] * len(CASES)
    return [name] * len(CASES)


def _find_stem(name: str, ending: str, stems: str) -> str | None:
    ending = ending.replace("-", "")
    stem = name[: len(name) - len(ending)]
    fits = name.endswith(ending) and stem.lower().endswith(tuple(each.lstrip("_") for each in stems.split()))
    return stem if fits else None


def _spell(stem: str, cell: str) -> str:
    ending = cell.split("/")[-1 if cell == "е/и" and stem.endswith("и") else 0].replace("-", "")
    if ending.startswith("ы") and stem[-1] in _WITH_I:
        return f"{stem}и{ending[1:]}"
    if ending.startswith("о") and stem[-1] in _WITH_E:
        return f"{stem}е{ending[1:]}"
    return stem + ending


def _join(one: Forms, other: Forms) -> Forms:
    return [f"{before} {after}" for before, after in zip(one, other, strict=True)]


def _fill(frames: Mapping[str, Sequence[str]], label: Label, names: Sequence[Forms], kind: str) -> Iterator[LemmaGold]:
    """Yield each frame with some of the names, in turn."""
    in_turn = cycle(names)
    for case, texts in frames.items():
        for frame in texts:
            for forms in islice(in_turn, _NAMES_A_FRAME):
                before, after = _agree(frame, kind).split("{}")
                name = forms[CASES.index(case)]
                span = PlainSpan(len(before), len(before) + len(name), label)
                yield LemmaGold(f"{before}{name}{after}", (span,), ((forms[0],),))


def _agree(frame: str, kind: str) -> str:
    """Return the frame of a man or a woman."""
    is_woman = kind == "femn"
    chosen = re.sub(r"\[([^|]*)\|([^]]*)\]", r"\2" if is_woman else r"\1", frame)
    return chosen.replace("(а)", "а" if is_woman else "")
