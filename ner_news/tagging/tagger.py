"""`Tagger`: tokens of documents in, names out."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from ner_news.errors import OptionError, PackError
from ner_news.forking import at_work
from ner_news.segment import Tokens
from ner_news.spans import LONGEST_NAME, SCHEMES, Label, PlainSpan
from ner_news.tagging.heads import Head, decode_heads
from ner_news.tagging.label_shares import Place, share_labels
from ner_news.tagging.layers import Floats
from ner_news.tagging.network_input import build_input
from ner_news.tagging.networks import build_network
from ner_news.tagging.pack import Pack, read_pack
from ner_news.tagging.postprocessing import add_inner_names, postprocess, steps_of
from ner_news.tagging.slovnet_weights import read_slovnet
from ner_news.tagging.tags import NAMES

PACKS = Path(__file__).parents[1] / "packs"
BARE = "names"
"""The scheme of bare names."""

ROLES = "roles"
"""The scheme of what people are: «президент» beside «Эмомали Рахмон»."""

BOLDNESS = 2.5
"""Taken from the score of a word outside roles to find likely ones. With those of them that grammar sees too, F1 of the
roles that touch a name is .833 on NEREL's development set, by a network trained on its training set; .828 with 1.5,
.822 with 3.5, .825 with 5."""

DEFAULT = "news"

MODELS: Mapping[str, Callable[[], Pack]] = {
    DEFAULT: lambda: read_pack(PACKS / f"{DEFAULT}.pack"),
    "slovnet": read_slovnet,
}
"""Networks known by a name; anything else is a path of a pack."""


def load_pack(model: str | Path) -> Pack:
    """Return the pack of a known name or of a file; `OptionError` when there is none, `PackError` for a damaged one."""
    if isinstance(model, str) and model in MODELS:
        if not PACKS.is_dir():
            raise PackError(f"{PACKS}: there is no such folder; ner_news is read from folders, not from an archive")
        return MODELS[model]()
    if not Path(model).exists():
        raise OptionError("model", str(model), tuple(MODELS), " and paths of model files; there is no such file")
    return read_pack(model)


def list_schemes(pack: Pack) -> list[str]:
    """Return the schemes that a pack can be asked for: those with labels of names."""
    heads: Mapping[str, Sequence[str]] = pack.settings["heads"]
    return [scheme for scheme, tags in heads.items() if "-" not in scheme and any(tag[2:] in NAMES for tag in tags)]


class RolePlaces(NamedTuple):
    """Where a text says what people are, each list sorted and apart."""

    sure: list[Place]
    likely: list[Place]
    """Those too that the network would tell if it were bolder."""


class Reading(NamedTuple):
    """What the network makes of a document."""

    names: list[PlainSpan]
    """Sorted, without overlaps; none where names were given."""
    shares: list[Mapping[Label, float]]
    """For each name that was given how well each label fits it, 0..1."""
    roles: RolePlaces | None = None
    """Where the text says what people are; `None` where the network does not tell."""


class Tagger:
    """Finds people, organizations and places in tokenized documents.

    `model` is a known name or the path of a pack; `scheme` is `"full"`, `"names"` or one that the pack was trained
    for. A pack without a head for `full` serves it by joining the bare names that stand side by side. One that knows
    the names inside those of a scheme lists them in `inner`, under `full` with the bare names of `names`. One with a
    head for `roles` tells them beside the names.
    """

    def __init__(self, model: str | Path, scheme: str) -> None:
        pack = load_pack(model)
        self._network = build_network(pack)
        known: Mapping[str, Sequence[str]] = pack.settings["heads"]
        if scheme not in SCHEMES and scheme not in list_schemes(pack):
            raise OptionError("scheme", scheme, tuple(dict.fromkeys([*SCHEMES, *list_schemes(pack)])))
        if scheme not in known and BARE not in known:
            raise PackError(f"{pack.name} has no head for the scheme {scheme!r}; it has {', '.join(known) or 'none'}")
        own = scheme if scheme in known else BARE
        inner = [name for name in known if name.startswith(f"{own}-")]
        more = [BARE] if own == SCHEMES[0] and BARE in known else []
        self._head = Head.of(pack, own)
        self._inner_heads = [Head.of(pack, name) for name in (*inner, *more)]
        self._heads = [self._head, *self._inner_heads]
        self._role_heads = [Head.of(pack, ROLES)] if ROLES in known else []
        self._steps = steps_of(pack, scheme)
        self.has_steps = bool(self._steps)
        """Whether rules have a say after the network; slovnet's answers as natasha does."""

    def clear_caches(self) -> None:
        """Forget the words seen, which are kept to be faster; no answer depends on them."""
        with at_work:
            self._network.clear_caches()

    def tag(self, texts: Sequence[str], documents: Sequence[Tokens]) -> list[list[PlainSpan]]:
        """Return the names of each document, sorted, without overlaps."""
        with at_work:
            return self._find(texts, documents, self._read(texts, documents, self._heads))

    def read(
        self, texts: Sequence[str], documents: Sequence[Tokens], given: Sequence[Sequence[Place] | None]
    ) -> list[Reading]:
        """Return the names of each document, or what fits the given ones, in order; it is read once, if at all.

        `given` has the places of the names in each text, `None` where names are to be found. A document with an empty
        list is not read.
        """
        free = [number for number, places in enumerate(given) if places is None]
        asked = [number for number, places in enumerate(given) if places]
        numbers = [*free, *asked]
        read = [documents[number] for number in numbers]
        with at_work:
            heads = [*self._heads, *self._role_heads]
            emissions = self._read([texts[number] for number in numbers], read, heads)
            roles = dict(zip(numbers, self._find_roles(read, emissions), strict=True))
            emissions = emissions[: len(self._heads)]
            own = [rows[: len(free)] for rows in emissions]
            names = self._find([texts[number] for number in free], read[: len(free)], own)
            rest = zip(*(rows[len(free) :] for rows in emissions), strict=True)
            shares = [
                share_labels(self._heads, documents[number], rows, given[number] or ())
                for number, rows in zip(asked, rest, strict=True)
            ]
        found, fitting = dict(zip(free, names, strict=True)), dict(zip(asked, shares, strict=True))
        return [
            Reading(found.get(number, []), fitting.get(number, []), roles.get(number)) for number in range(len(given))
        ]

    def _read(self, texts: Sequence[str], documents: Sequence[Tokens], heads: Sequence[Head]) -> list[list[Floats]]:
        """Return for each head and document tokens x tags."""
        if not texts:
            return [[] for _ in heads]
        inputs = list(map(build_input, texts, documents))
        return self._network.emissions(inputs, [head.scheme for head in heads])

    def _find_roles(self, documents: Sequence[Tokens], read: Sequence[Sequence[Floats]]) -> list[RolePlaces | None]:
        """Return where each document tells roles; no places, but `None`, without a head for them."""
        if not self._role_heads or not documents:
            return [None] * len(documents)
        [head], emissions = self._role_heads, read[-1]
        outside = np.array([BOLDNESS * (tag[1:2] != "-") for tag in head.tags.names], np.float32)
        [decoded] = decode_heads([(head, [*emissions, *(each - outside for each in emissions)])])
        places = head.places([*documents, *documents], decoded)
        return list(map(RolePlaces, places[: len(documents)], places[len(documents) :]))

    def _find(
        self, texts: Sequence[str], documents: Sequence[Tokens], read: Sequence[Sequence[Floats]]
    ) -> list[list[PlainSpan]]:
        emissions, *inner = read
        if not emissions:
            return []
        [decoded] = decode_heads([(self._head, emissions)])
        spans = self._head.spans(documents, decoded)
        names = [
            _without_long(tokens, postprocess(text, found, self._steps))
            for text, tokens, found in zip(texts, documents, spans, strict=True)
        ]
        if not inner:
            return names
        return [
            add_inner_names(text, found, tokens, list(zip(self._inner_heads, rows, strict=True)))
            for text, found, tokens, *rows in zip(texts, names, documents, *inner, strict=True)
        ]


def _without_long(tokens: Tokens, names: Sequence[PlainSpan]) -> list[PlainSpan]:
    """Return the names but for those that steps have joined to more tokens than a name has."""
    return [
        name
        for name in names
        if bisect_left(tokens.starts, name.stop) - bisect_right(tokens.stops, name.start) <= LONGEST_NAME
    ]
