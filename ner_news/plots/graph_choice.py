"""Which entities and lines a graph shows, and where: all that is decided before anything is drawn."""

from collections.abc import Mapping, Sequence
from itertools import combinations
from math import sqrt
from typing import NamedTuple

from ner_news.captions import Captions, describe_label
from ner_news.corpus import Corpus, CorpusEntity
from ner_news.errors import InputError
from ner_news.plots.canvas import choose_entities, format_name, load

MOST = 200
"""Entities of one figure: more cannot be read, and placing them takes their square in time (200 take a second)."""
# All by eye, with matplotlib's own font.
LETTER, LINE = 0.072, 0.34
"""Inches that a letter of a name takes, and a node with its name under it."""
ROUNDS = 100
"""Rounds of moving names apart, at most."""
PAIRS_EACH = 3
"""Lines for each entity, the strongest: more hide one another."""

Pair = tuple[str, str, int]
"""Two ids, and how many documents name both."""


class Graph(NamedTuple):
    """What a graph shows, in words too."""

    entities: Sequence[CorpusEntity]
    pairs: Sequence[Pair]
    title: str
    notes: Sequence[str]


def choose_graph(
    corpus: Corpus, entity: str | CorpusEntity | None, label: str | None, top: int, captions: Captions
) -> Graph:
    """Return the graph of the entities of most documents, or with an `entity` of those that are named with it."""
    if entity is None:
        return _choose_frequent(corpus, label, top, captions)
    return _choose_companions(corpus, entity, label, top, captions)


def _choose_frequent(corpus: Corpus, label: str | None, top: int, captions: Captions) -> Graph:
    """Return the entities of the most documents, and the strongest pairs of them; those without a pair are left out."""
    entities = choose_entities(corpus, label)
    shown = entities[: min(top, MOST)]
    pairs = corpus.pairs([entity.id for entity in shown])
    strongest = pairs[: PAIRS_EACH * len(shown)]
    paired = {name for one, other, _ in strongest for name in (one, other)}
    shown = [entity for entity in shown if entity.id in paired or not paired]
    names = describe_label(label)
    notes = captions.note_share(len(shown), len(entities), names)
    notes += captions.note_share(len(strongest), len(pairs), "pairs of these")
    return Graph(shown, strongest, captions.title("{names} that documents name together", names=names), notes)


def _choose_companions(
    corpus: Corpus, name: str | CorpusEntity, label: str | None, top: int, captions: Captions
) -> Graph:
    """Return one entity, first, and those that documents name with it, each with the number of these documents.

    `name` is its id, a name of it or itself. All its pairs are there, and the strongest of the others'.
    """
    centre = find_entity(corpus, name)
    companions = [
        entity._replace(documents=documents)
        for entity, documents in corpus.together(centre.id, label)
        if label is not None or entity.label != "DATE"
    ]
    shown = companions[: min(top, MOST)]
    pairs = corpus.pairs([centre.id, *(entity.id for entity in shown)])
    own = [pair for pair in pairs if centre.id in pair]
    others = [pair for pair in pairs if centre.id not in pair]
    strongest = others[: (PAIRS_EACH - 1) * len(shown)]
    names = describe_label(label)
    title = captions.title("{names} that documents name with {entity}", names=names, entity=format_name(centre.lemma))
    notes = captions.note_share(len(shown), len(companions), names)
    notes += captions.note_share(len(own) + len(strongest), len(pairs), "pairs of these")
    return Graph([centre, *shown], [*own, *strongest], title, notes)


def find_entity(corpus: Corpus, name: str | CorpusEntity) -> CorpusEntity:
    """Return the entity of that id, or the one of the most documents that is called so; `InputError` without one."""
    name = name.id if isinstance(name, CorpusEntity) else name
    if not isinstance(name, str):
        raise TypeError(f"entity must be an id, a name or a CorpusEntity, not {type(name).__name__}")
    found = corpus.entity(name) or next(iter(corpus.find(name, limit=1)), None)
    if found is None:
        raise InputError(f"entity={name!r}: nothing in the corpus is called so")
    return found


def lay_out(graph: Graph) -> dict[str, list[float]]:
    """Return points in inches: near one another for entities that are named together, but no name upon another."""
    networkx = load("networkx")
    drawn = networkx.Graph()
    drawn.add_nodes_from(entity.id for entity in graph.entities)
    drawn.add_weighted_edges_from((one, other, sqrt(count)) for one, other, count in graph.pairs)
    root = sqrt(max(1, len(graph.entities)))
    layout = networkx.spring_layout(drawn, k=2.2 / root, iterations=200, seed=1)
    side = 2 + 0.3 * root
    points = {node: [1.25 * side * float(x), side * float(y)] for node, (x, y) in layout.items()}
    push_apart(points, {entity.id: (LETTER * len(format_name(entity.lemma)), LINE) for entity in graph.entities})
    return points


def push_apart(points: Mapping[str, list[float]], boxes: Mapping[str, tuple[float, float]]) -> None:
    """Move points apart, the shorter way, until no boxes around them overlap."""
    for _ in range(ROUNDS):
        is_done = True
        for one, other in combinations(points, 2):
            here, there = points[one], points[other]
            overlaps = [(boxes[one][axis] + boxes[other][axis]) / 2 - abs(here[axis] - there[axis]) for axis in (0, 1)]
            if min(overlaps) > 0:
                is_done = False
                axis = overlaps.index(min(overlaps))
                step = (overlaps[axis] / 2 + 0.01) * (1 if here[axis] >= there[axis] else -1)
                here[axis] += step
                there[axis] -= step
        if is_done:
            return
