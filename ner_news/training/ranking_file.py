"""The learnt weights as the file has them: `lemmas/choice/ranking.json`."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ner_news.lemmas.morphology.paradigms import CASES
from ner_news.training.cue_priors import FITS_BY_NAME
from ner_news.training.lemma_ranking import SLOT_NAMES, Name

_LEAST = 0.02
"""A trait with a smaller weight is left out; by eye."""
_DIGITS = 2


def to_sections(weights: Mapping[Name, float]) -> dict[str, Any]:
    """Return the sections of the file; see `RankingModel` for what each has."""
    traits = sorted((name[1], weight) for name, weight in weights.items() if name[0] == "traits")
    sections: dict[str, Any] = {
        "shares": {name[1]: _sum(weights, name) for name in weights if name[0] == "shares"},
        "slots": {},
        "cues": {},
        "words": {},
        "traits": {name: round(weight, _DIGITS) for name, weight in traits if abs(weight) >= _LEAST},
    }
    for name in sorted({name[1] for name in weights if name[0] == "slots"}):
        sections["slots"][name] = _row(weights, "slots", name)
    for label, kind in sorted({name[1:3] for name in weights if name[0] in ("cues", "fits")}):
        fits = [_sum(weights, ("fits", label, kind, str(number))) for number in range(len(FITS_BY_NAME[kind]))]
        row = _row(weights, "cues", label, kind)
        sections["cues"].setdefault(label, {})[kind] = {"fits": fits, "slots": row}
    for label, word in sorted({name[1:3] for name in weights if name[0] == "words"}):
        row = [_sum(weights, ("words", label, word, case)) for case in CASES]
        sections["words"].setdefault(label, {})[word] = row
    return sections


def _row(weights: Mapping[Name, float], *name: str) -> list[float]:
    """Return for each slot the weight of its case and that of its kind together."""
    return [_sum(weights, (*name, case), (*name, kind)) for case, kind in SLOT_NAMES]


def _sum(weights: Mapping[Name, float], *names: Name) -> float:
    return round(sum(weights.get(name, 0.0) for name in names), _DIGITS)


def write_sections(sections: Mapping[str, Any], path: Path) -> None:
    """Write the file: JSON with each entry of a section on a line of its own."""
    written = [f"{_dump(name)}: {{\n{_list_entries(section)}\n}}" for name, section in sections.items()]
    path.write_text("{\n" + ",\n".join(written) + "\n}\n", encoding="utf-8")


def _list_entries(section: Mapping[str, Any]) -> str:
    return ",\n".join(f"{_dump(key)}: {_dump(value)}" for key, value in section.items())


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
