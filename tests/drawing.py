"""Spans drawn in their text: `[Иван Петров|PER] приехал в [Москву|LOC]`."""

import re
from collections.abc import Iterable
from typing import cast

from ner_news.spans import Label, PlainSpan

_DRAWN = re.compile(r"\[([^\[\]|]+)\|([A-Z]+)\]")


def draw(text: str, spans: Iterable[PlainSpan]) -> str:
    """The text with its spans in brackets."""
    drawing, done = "", 0
    for span in spans:
        drawing += f"{text[done : span.start]}[{text[span.start : span.stop]}|{span.label}]"
        done = span.stop
    return drawing + text[done:]


def undraw(drawing: str) -> tuple[str, list[PlainSpan]]:
    """The text and the spans of a drawing."""
    text, spans, done = "", [], 0
    for match in _DRAWN.finditer(drawing):
        text += drawing[done : match.start()]
        spans.append(PlainSpan(len(text), len(text) + len(match[1]), cast(Label, match[2])))
        text += match[1]
        done = match.end()
    return text + drawing[done:], spans
