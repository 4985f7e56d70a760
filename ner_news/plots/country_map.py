"""A map of the countries whose places are named.

Shapes and borders are those of Natural Earth, unchanged; they express no view of this package.
"""

from collections import Counter
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from ner_news.captions import Captions
from ner_news.places import find_country_name, locate
from ner_news.plots.canvas import GREY, Source, entitle, format_name, gather_corpus, load, open_axes, say_empty

LISTED = 8
"""Countries that are named beside the map."""
LIST_AT = (-2500, -80)
"""In the Pacific, where the map has nothing."""
LAND = "#80808030"
SCALE_AT = (0.42, 0.07, 0.2, 0.025)
"""In the ocean south of Africa: left, bottom, width and height, as shares of the axes; by eye."""
SCALE_STEP = 2
"""A number stands on the scale where the largest is more than so many times as large: others would touch it."""

Ring = list[tuple[int, int]]


def places(source: Source, *, ax: Any = None, lang: str | None = None) -> Any:
    """Return a `Figure` with a map of the countries, the darker the more often places in them are named.

    A country too small for a shape is a dot, drawn where it is named. Places whose country is not known are counted in
    the note.
    """
    load("matplotlib")
    captions = Captions(lang)
    counts: Counter[str] = Counter()
    unknown = 0
    for entity in gather_corpus(source).entities("LOC"):
        country = locate(entity.lemma).country
        if country is not None and country in load_shapes():
            counts[country] += entity.mentions
        else:
            unknown += entity.mentions
    ax = open_axes(ax, 9, 4.6)
    note = "{count} mentions of places without a known country not shown"
    entitle(ax, captions.title("Places by country"), [captions.write(note, count=unknown)] if unknown else [])
    if not counts:
        say_empty(ax, captions.write("no {names}", names="places"))
    else:
        ax.set_axis_off()
    _draw_countries(ax, counts, captions)
    ax.set_aspect("equal")
    ax.set_xlim(-2720, 2720)
    ax.set_ylim(-1060, 1320)
    return ax.figure


def _draw_countries(ax: Any, counts: Mapping[str, int], captions: Captions) -> None:
    collections, colours = load("matplotlib.collections"), load("matplotlib.colors")
    rings = {code: [ring for ring in of_code if len(ring) > 1] for code, of_code in load_shapes().items()}
    ground = [ring for code, of_code in rings.items() if code not in counts for ring in of_code]
    edges = {"edgecolors": ax.figure.get_facecolor(), "linewidths": 0.4}
    ax.add_collection(collections.PolyCollection(ground, facecolors=LAND, **edges))
    if not counts:
        return
    norm = colours.LogNorm(0.5, max(2, *counts.values()))  # one mention is pale, not white
    drawn = [(ring, counts[code]) for code, of_code in rings.items() if code in counts for ring in of_code]
    land = collections.PolyCollection([ring for ring, _ in drawn], cmap="Greens", norm=norm, gid="countries", **edges)
    land.set_array([count for _, count in drawn])
    ax.add_collection(land)
    if max(counts.values()) > 1:
        _draw_scale(ax, land, max(counts.values()), captions)
    dots = [(*load_shapes()[code][0][0], counts[code]) for code in counts if not rings[code]]
    if dots:
        xs, ys, values = zip(*dots, strict=True)
        ax.scatter(xs, ys, 30, c=values, cmap="Greens", norm=norm, edgecolors=GREY, linewidths=0.6, zorder=2)
    _list_countries(ax, counts, captions)


def _draw_scale(ax: Any, land: Any, most: int, captions: Captions) -> None:
    """Draw under the list which number each colour stands for: powers of ten, and the largest."""
    steps = [10**power for power in range(len(str(most))) if 10**power < most / SCALE_STEP] + [most]
    scale = ax.figure.colorbar(land, cax=ax.inset_axes(SCALE_AT), orientation="horizontal", ticks=steps)
    scale.set_ticks(steps, labels=list(map(captions.format_number, steps)), fontsize="small")
    scale.minorticks_off()
    scale.ax.set_xlim(1, most)
    scale.outline.set_visible(False)
    scale.ax.tick_params(length=0)
    scale.ax.set_title(captions.write("mentions"), fontsize="small", loc="left", pad=3)


def _list_countries(ax: Any, counts: Mapping[str, int], captions: Captions) -> None:
    """Write the countries named most in words and numbers."""
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    lines = [
        f"{captions.format_number(count)}  {format_name(find_country_name(code) or code)}"
        for code, count in ranked[:LISTED]
    ]
    if len(ranked) > LISTED:
        rest = sum(count for _, count in ranked[LISTED:])
        lines.append(captions.write("{count}  in {others} others", count=rest, others=len(ranked) - LISTED))
    ax.text(*LIST_AT, "\n".join(lines), fontsize="small", va="top", linespacing=1.4, gid="countries")


@cache  # 230 countries, read in 10 ms at the first map
def load_shapes() -> Mapping[str, list[Ring]]:
    """Return the outlines of each country on the map, by its code; a small one has a single point."""
    lines = files("ner_news.plots").joinpath("world.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines)
    return {code: [_parse_ring(ring) for ring in rings] for code, *rings in rows}


def _parse_ring(points: str) -> Ring:
    pairs = (point.split(",") for point in points.split())
    return [(int(x), int(y)) for x, y in pairs]
