"""The closed sets of values that fields take; labels of spans stand in `spans`."""

from typing import Literal, get_args

from ner_news.spans import LABELS

Gender = Literal["masc", "femn"]
PlaceKind = Literal["country", "region", "city", "district", "water", "street", "facility", "other"]
Grain = Literal[
    "century", "decade", "year", "half", "quarter", "season", "month", "week", "day", "part", "hour", "minute"
]
"""The unit that a date counts in, from coarse to fine."""
Mod = Literal["START", "MID", "END", "APPROX"]
"""The part of a date that is meant."""
Anchor = Literal["absolute", "publication", "text"]
"""What a date rests on."""

CATEGORIES: dict[str, tuple[str, ...]] = {
    "label": LABELS,
    "gender": get_args(Gender),
    "kind": get_args(PlaceKind),
    "grain": get_args(Grain),
    "mod": get_args(Mod),
    "anchor": get_args(Anchor),
}
"""The values by the name of the field."""
