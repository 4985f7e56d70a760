"""Renderings of an annotated text, with the places of its names in each. Seeded: the same text gives the same one."""

import html
import random
import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

STRESS = "\u0301"
VOWELS = "аеиоуыэюяАЕИОУЫЭЮЯ"
LOOK_ALIKE = str.maketrans("асеорхуАВЕКМНОРСТХ", "aceopxyABEKMHOPCTX")
WIDTH = 72


class Name(NamedTuple):
    """A name as it was annotated."""

    start: int
    stop: int
    label: str


class Rendered(NamedTuple):
    """A text with its names; a name that was cut by markup goes from its first letter to its last."""

    text: str
    names: list[Name]


class Piece(NamedTuple):
    """Characters of the source and what stands for them: names begin and end at the letter, not at what is around."""

    before: str
    letter: str
    after: str = ""


Rendering = Callable[[str, list[Name], random.Random], Rendered]


def render(name: str, text: str, names: list[Name]) -> Rendered:
    """The text in the rendering of that name."""
    return RENDERINGS[name](text, names, random.Random(f"{name}:{text}"))


def _joined(pieces: list[Piece], names: list[Name], head: str = "", tail: str = "") -> Rendered:
    starts, stops, text = [], [], [head]
    length = len(head)
    for before, letter, after in pieces:
        starts.append(length + len(before))
        stops.append(starts[-1] + len(letter))
        length = stops[-1] + len(after)
        text += before, letter, after
    moved = [Name(starts[name.start], stops[name.stop - 1], name.label) for name in names]
    return Rendered("".join((*text, tail)), moved)


def _letter_by_letter(change: Callable[[str, random.Random], str]) -> Rendering:
    def rendering(text: str, names: list[Name], chance: random.Random) -> Rendered:
        return _joined([Piece("", change(sign, chance)) for sign in text], names)

    return rendering


def _look_alike(sign: str, chance: random.Random) -> str:
    """A Latin letter for one in ten of those that look so."""
    return sign.translate(LOOK_ALIKE) if chance.random() < 0.1 else sign


def _soft_hyphens(text: str, names: list[Name], chance: random.Random) -> Rendered:
    """A soft hyphen in three words of four, between two letters of the word."""
    places = set()
    for word in re.finditer(r"[^\W\d_]{4,}", text):
        if chance.random() < 0.75:
            places.add(chance.randrange(word.start() + 2, word.end() - 1))
    return _joined([Piece("\u00ad" if place in places else "", sign) for place, sign in enumerate(text)], names)


def _stress_marks(text: str, names: list[Name], chance: random.Random) -> Rendered:
    """A stress mark on a vowel of every word of several syllables."""
    places = set()
    for word in re.finditer(r"[^\W\d_]+", text):
        vowels = [place for place in range(*word.span()) if text[place] in VOWELS]
        if len(vowels) > 1:
            places.add(chance.choice(vowels))
    return _joined([Piece("", sign + STRESS if place in places else sign) for place, sign in enumerate(text)], names)


def _markup(
    text: str,
    names: list[Name],
    chance: random.Random,
    wrap: Mapping[str, tuple[str, str]],
    escape: Callable[[str], str],
) -> list[Piece]:
    """Names set off by bold, italics or a link, one in four inside the name; other words too."""
    before: dict[int, str] = {}
    after: dict[int, str] = {}
    taken: list[tuple[int, int]] = []
    words = [(found.start(), found.end()) for found in re.finditer(r"[^\W\d_]{3,}", text)]
    whole = [(name.start, name.stop) for name in names]
    inside = [(start, stop) for start, stop in words if any(name.start < start and stop <= name.stop for name in names)]
    for start, stop in (
        chance.sample(whole, len(whole) // 2)
        + chance.sample(inside, len(inside) // 4)
        + chance.sample(words, len(words) // 20)
    ):
        if "\n" not in text[start:stop] and all(stop <= first or last <= start for first, last in taken):
            opening, closing = wrap[chance.choice(list(wrap))]
            before[start], after[stop - 1] = opening, closing
            taken.append((start, stop))
    return [Piece(before.get(place, ""), escape(sign), after.get(place, "")) for place, sign in enumerate(text)]


MARKDOWN = {"bold": ("**", "**"), "italics": ("_", "_"), "link": ("[", "](https://example.org/news/1?a=b_c)")}
HTML = {
    "bold": ("<b>", "</b>"),
    "italics": ('<em class="x">', "</em>"),
    "link": ('<a href="https://example.org/?a=1&amp;b=2" title="Москва">', "</a>"),
}


def _markdown(text: str, names: list[Name], chance: random.Random) -> Rendered:
    """Emphasis and links; the first line is a heading, paragraphs stand apart, some are quoted or bullets."""
    pieces = _markup(text, names, chance, MARKDOWN, lambda sign: f"\\{sign}" if sign in "*_[]`#" else sign)
    for place, sign in enumerate(text):
        if place == 0 or text[place - 1] == "\n":
            mark = "# " if place == 0 else chance.choice(["", "", "", "> ", "- ", "## "])
            if sign != "\n":
                pieces[place] = pieces[place]._replace(before=mark + pieces[place].before)
        if sign == "\n":
            pieces[place] = Piece("", "\n", "\n")
    return _joined(pieces, names)


ENTITIES = {"«": "&laquo;", "»": "&raquo;", "—": "&mdash;", "–": "&#8211;", "\u00a0": "&nbsp;", '"': "&quot;"}
HEAD = """<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>Утренний выпуск</title>
<style>p > b { color: red }</style><script>var place = "<p>Москва</p>"; if (1 < 2) {}</script></head>
<body><!-- Владимир Путин --><div class="article">
<p>"""
TAIL = "</p></div></body></html>\n"


def _html(text: str, names: list[Name], chance: random.Random) -> Rendered:
    """A page: paragraphs for lines, entities for signs, its source broken at some spaces."""

    def escape(sign: str) -> str:
        if sign == " ":
            return "\n    " if chance.random() < 0.1 else " "
        return ENTITIES.get(sign, html.escape(sign))

    pieces = _markup(text, names, chance, HTML, escape)
    for place, sign in enumerate(text):
        if sign == "\n":
            pieces[place] = Piece("", chance.choice(["</p>\n<p>", "<br>", "</p><p>", "<br />\n"]))
    return _joined(pieces, names, HEAD, TAIL)


def _wrapped(text: str, names: list[Name], _chance: random.Random) -> Rendered:
    """Lines filled to 72 characters, as mail is."""
    breaks, line = set(), 0
    for word in re.finditer(r"(\n?)[^\S\n]*\S+", text):
        if word[1]:
            line = word.end(1)
        elif word.end() - line > WIDTH:
            breaks.add(word.start())
            line = word.start() + 1
    return _joined([Piece("", "\n" if place in breaks else sign) for place, sign in enumerate(text)], names)


RENDERINGS: dict[str, Rendering] = {
    "clean": _letter_by_letter(lambda sign, _: sign),
    "HTML page": _html,
    "Markdown": _markdown,
    "soft hyphens": _soft_hyphens,
    "stress marks": _stress_marks,
    "look-alikes": _letter_by_letter(
        lambda sign, chance: sign.translate(LOOK_ALIKE) if chance.random() < 0.1 else sign
    ),
    "no-break spaces": _letter_by_letter(lambda sign, _: "\u00a0" if sign == " " else sign),
    "CRLF": _letter_by_letter(lambda sign, _: "\r\n" if sign == "\n" else sign),
    "double spaces": _letter_by_letter(lambda sign, _: "  " if sign == " " else sign),
    "capitals": _letter_by_letter(lambda sign, _: sign.upper()),
    "lower case": _letter_by_letter(lambda sign, _: sign.lower()),
    "wrapped": _wrapped,
}
"""`wrapped`, lines cut to a width, is beside the ten."""

FORMATS = {"HTML page": "html", "Markdown": "markdown"}
"""The format to read a rendering with; text otherwise."""

CASES = ("capitals", "lower case")


def all_renderings(text: str, names: list[Name]) -> Iterator[tuple[str, Rendered]]:
    """Each rendering by its name."""
    for name in RENDERINGS:
        yield name, render(name, text, names)
