"""Text out of HTML: tags, comments, scripts and styles removed, entities decoded, paragraphs on lines of their own."""

import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from typing import NamedTuple

from ner_news.prepare.clean import Clean, Edit, apply_edits

RAW = frozenset(("script", "style"))
BLOCKS = frozenset(
    "address article aside audio blockquote body br button caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li main menu nav "
    "noscript ol optgroup option p pre rss item description section select summary table tbody td template textarea "
    "tfoot th thead title tr ul video".split()
)
"""Elements that stand on lines of their own; any other is part of its line."""
SPACED = frozenset(("img", "input", "sup", "svg"))  # «Рахмон<sup>1</sup>» is no word «Рахмон1»

CLOSER = "-->"
"""Appended to a page, it closes what is still open. Otherwise `html.parser` looks for the end again and again: 64 KB of
«<a » took 18 s with Python 3.11.7, with this 9 ms."""

# Entities as HTML 5 has them; a number of more than eight digits names no character, and might be too long for `int`.
_ENTITY = r"&(?:#[0-9]{1,8};?|#[xX][0-9a-fA-F]{1,8};?|[A-Za-z][A-Za-z0-9]{1,31};?)"
_IN_TEXT = re.compile(rf"{_ENTITY}|[ \t\n\r\f]+|\]\]>")
_IN_KEPT_TEXT = re.compile(rf"{_ENTITY}|\]\]>")
_CDATA = "<![CDATA["
_AS_TAG = "<x-cdata>"  # of the same length


class Piece(NamedTuple):
    """A piece of a page, to the start of the next one."""

    start: int
    gap: str | None
    """The text in place of a piece of markup; `None` for a piece of text."""
    keeps_lines: bool = False
    """Whether line breaks of the text count, as in `<pre>`."""


def without_html(clean: Clean) -> Clean:
    """Return the words of a page, each block on lines of its own.

    Where a page has blocks, its line breaks are spaces; where it has none, as in posts of messengers, they are kept.

    >>> without_html(Clean("", "<p><b>Рах</b>мон&nbsp;&mdash; гость</p><p>Душанбе")).text
    '\\nРахмон\\xa0— гость\\n\\nДушанбе'
    """
    text = clean.text
    if "<" not in text and "&" not in text:
        return clean
    return apply_edits(clean, _edits(text, _Pieces(text)))


def _edits(text: str, parsed: "_Pieces") -> Iterator[Edit]:
    stops = [*(piece.start for piece in parsed.pieces[1:]), len(text)]
    for piece, stop in zip(parsed.pieces, stops, strict=True):
        if piece.gap is not None:
            yield Edit(piece.start, stop, piece.gap)
            continue
        pattern = _IN_KEPT_TEXT if piece.keeps_lines or not parsed.has_blocks else _IN_TEXT
        for found in pattern.finditer(text, piece.start, stop):
            meant = _meant(found[0], parsed.has_sections)
            if meant != found[0]:
                yield Edit(*found.span(), meant)


def _meant(written: str, has_sections: bool) -> str:
    if written[0] == "&":
        return unescape(written)
    if written[0] == "]":
        return "" if has_sections else written
    return " "


class _Pieces(HTMLParser):
    """The pieces of a page. Raises for nothing, in time linear in the page's length."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self.pieces: list[Piece] = []
        self.has_blocks = False
        self.has_sections = _CDATA in text
        self._length = len(text)
        self._lines = [0, *(found.end() for found in re.finditer("\n", text))]
        self._raw = ""
        self._kept = 0
        # Letter for letter: sections of RSS are read as text, other «<![» (which raise) and entities (which it would
        # decode in attributes, where a number of 5,000 digits raises) mean nothing to the parser.
        self.feed(text.replace("&", "_").replace(_CDATA, _AS_TAG).replace("<![", "<!x") + CLOSER)
        self.close()

    def _add(self, gap: str | None) -> None:
        line, column = self.getpos()
        start = self._lines[line - 1] + column
        if start < self._length:
            self.pieces.append(Piece(start, gap, self._kept > 0))

    def _add_tag(self, tag: str) -> None:
        is_block = tag in BLOCKS
        self.has_blocks |= is_block
        self._add("\n" if is_block else " " if tag in SPACED else "")

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        self._add_tag(tag)
        self._raw = tag if tag in RAW else ""
        self._kept += tag == "pre"

    def handle_endtag(self, tag: str) -> None:
        self._add_tag(tag)
        self._raw = ""
        self._kept -= tag == "pre" and self._kept > 0

    def handle_startendtag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        self._add_tag(tag)

    def handle_data(self, data: str) -> None:  # noqa: ARG002
        self._add("" if self._raw else None)

    def handle_comment(self, data: str) -> None:  # noqa: ARG002
        self._add("")

    def handle_decl(self, decl: str) -> None:  # noqa: ARG002
        self._add("")

    def handle_pi(self, data: str) -> None:  # noqa: ARG002
        self._add("")

    def unknown_decl(self, data: str) -> None:  # noqa: ARG002
        self._add("")
