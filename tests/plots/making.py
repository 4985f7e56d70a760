"""Writes `ner_news/plots/world.tsv`: the shapes of countries by ISO 3166-1 alpha-2, from Natural Earth.

Natural Earth is in the public domain; npm's package world-atlas (2.0.2) carries its version 4.1. Needs Babel, which
knows what the numeric codes are called, and shapely: `pip install babel shapely`, `npm pack world-atlas`, unpack it,
then `python -m tests.plots.making package`.

A row is a code, a tab and rings of points «x,y x,y …», tabs between them; holes are left out (what lies in one is drawn
over it). A country too small for the scale is a single point. Points lie on the map already: Equal Earth about the
meridian 11.6° E, whose far side runs through the Bering Strait, in thousandths of its unit.
"""

import json
import sys
from collections.abc import Iterator
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Any

from babel.core import get_global
from shapely import MultiPolygon, Polygon, transform, unary_union

TARGET = Path(__file__).parents[2] / "ner_news" / "plots" / "world.tsv"
MERIDIAN = 11.6
SCALE = 1000
SMOOTH = 1.0
"""How far a line may move, in thousandths."""
SMALLEST = 4.0
"""The area of an island worth drawing, in square thousandths, where the country has a larger one."""
# Shapes without an ISO code: places there have the code of the state that ISO 3166 puts them in; Kosovo has a
# user-assigned one.
CODELESS = {"N. Cyprus": "CY", "Somaliland": "SO", "Kosovo": "XK"}
LEFT_OUT = frozenset(("AQ", "TF"))  # nobody's news; they would take a fifth of the map
Shape = Any
"""Of shapely."""


def shapes(path: Path) -> dict[str, Shape]:
    """The countries of a topology by their codes, in degrees east of the map's edge and north."""
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs = [list(_degrees(arc, **topology["transform"])) for arc in topology["arcs"]]
    found: dict[str, list[Shape]] = {}
    for country in topology["objects"]["countries"]["geometries"]:
        if code := _code(country):
            polygons = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
            found.setdefault(code, []).extend(_polygon(polygon[0], arcs) for polygon in polygons)
    return {code: unary_union(parts) for code, parts in found.items() if code not in LEFT_OUT}


def _degrees(arc: list[list[int]], scale: list[float], translate: list[float]) -> Iterator[tuple[float, float]]:
    """Points of an arc, each of which is written as the way from the one before."""
    x = y = 0
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        yield x * scale[0] + translate[0], y * scale[1] + translate[1]


def _code(country: dict[str, Any]) -> str | None:
    if "id" not in country:
        return CODELESS.get(country["properties"]["name"])
    codes = get_global("territory_aliases").get(country["id"], [None])
    return codes[0] if len(codes[0] or "") == 2 else None


def _polygon(ring: list[int], arcs: list[list[tuple[float, float]]]) -> Shape:
    """Arcs by their numbers; a number's complement is the arc backwards."""
    points = [point for number in ring for point in (arcs[number] if number >= 0 else arcs[~number][::-1])]
    # Rings run on over 180°; west of the cut the map goes on in the east.
    return Polygon([(x + 360 * (x < MERIDIAN - 180) - MERIDIAN, y) for x, y in points]).buffer(0)


def equal_earth(x: float, y: float) -> tuple[float, float]:
    """Šavrič, Patterson and Jenny: The Equal Earth map projection, 2018."""
    theta = asin(sqrt(3) / 2 * sin(radians(y)))
    slope = 9 * 0.003796 * theta**8 + 7 * 0.000893 * theta**6 - 3 * 0.081106 * theta**2 + 1.340264
    height = 0.003796 * theta**9 + 0.000893 * theta**7 - 0.081106 * theta**3 + 1.340264 * theta
    return SCALE * 2 * sqrt(3) * radians(x) * cos(theta) / (3 * slope), SCALE * height


def on_the_map(shape: Shape) -> Shape:
    """The shape as it is drawn."""
    return transform(shape, lambda points: [equal_earth(x, y) for x, y in points])


def rings(shape: Shape) -> Iterator[str]:
    """The outlines of a shape, the largest first, without islands that nobody would see."""
    parts = shape.geoms if isinstance(shape, MultiPolygon) else [shape]
    for number, part in enumerate(sorted(parts, key=lambda part: -part.area)):
        if not number or part.area >= SMALLEST:
            points = part.simplify(SMOOTH).exterior.coords[:-1]
            yield " ".join(f"{x:.0f},{y:.0f}" for x, y in points)


def main(folder: Path) -> None:
    """Write the table."""
    coarse = {code: on_the_map(shape) for code, shape in shapes(folder / "countries-110m.json").items()}
    fine = {code: on_the_map(shape) for code, shape in shapes(folder / "countries-50m.json").items()}
    rows = {code: "\t".join(rings(shape)) for code, shape in coarse.items()}
    for code, shape in fine.items():
        middle = shape.representative_point()
        rows.setdefault(code, f"{middle.x:.0f},{middle.y:.0f}")
    lines = (f"{code}\t{row}\n" for code, row in sorted(rows.items()))
    TARGET.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
