"""Documents for the eye."""

from collections.abc import Mapping, Sequence

from rich.console import Group
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from ner_news.characters import without_surrogates
from ner_news.display import LABEL_WORDS
from ner_news.models import AnySpan, Date, Document

COLORS = {"PER": "cyan", "ORG": "magenta", "LOC": "green", "DATE": "yellow"}


def build_span_table(document: Document) -> Table:
    """The document's spans as a table for a terminal, a row each; for a date its value, for a name its entity."""
    title = None if document.id is None else _make_printable(str(document.id))
    table = Table(title=title, title_justify="left")
    for column in ("label", "text", "lemma", "value or entity", "score"):
        table.add_column(column, overflow="fold")
    names = {entity.id: entity.lemma for entity in document.entities}
    for span in document.spans:
        text, lemma, meaning = map(_make_printable, (span.text, span.lemma, _name_meaning(span, names)))
        table.add_row(f"[{COLORS[span.label]}]{span.label}[/]", text, lemma, meaning, f"{span.score:.2f}")
    return table


def build_marked_text(document: Document) -> Group:
    """The document's text for a terminal, its spans in colour and, for where there is none, in brackets with their
    labels in words; those inside others too."""
    text = Text()
    _append(text, document.text, 0, document.spans, "")
    head = [str(document.id)] if document.id is not None else []
    head += [f"{document.published:%Y-%m-%d %H:%M}"] if document.published else []
    return Group(*([Text(_make_readable(" · ".join(head)), style="dim")] if head else []), text, Text())


def _append(line: Text, text: str, start: int, spans: Sequence[AnySpan], style: str) -> None:
    """The text, which begins at the offset `start` of the document, with the spans in it."""
    origin = start
    for span in spans:
        color = COLORS[span.label]
        line.append(_make_readable(text[start - origin : span.start - origin]), style)
        line.append("[", color)
        _append(line, span.text, span.start, getattr(span, "inner", ()), f"bold {color}")
        line.append(f" {LABEL_WORDS[span.label][0]}", f"italic {color}").append("]", color)
        start = span.stop
    line.append(_make_readable(text[start - origin :]), style)


def _make_readable(text: str) -> str:
    """Without half surrogates and signs that steer a terminal; lines and spaces stay."""
    text = without_surrogates(text)
    return "".join(sign if sign.isprintable() or sign in "\n\t" else " " * sign.isspace() for sign in text)


def build_figure_table(figures: Mapping[str, Mapping[str, float]]) -> Table:
    """Figures by scheme as a table for a terminal, a row each."""
    table = Table()
    table.add_column("figure")
    for scheme in figures:
        table.add_column(scheme, justify="right")
    for name in dict.fromkeys(name for found in figures.values() for name in found):
        table.add_row(name, *(f"{found[name]:.3f}" if name in found else "" for found in figures.values()))
    return table


def _name_meaning(span: AnySpan, names: dict[str, str]) -> str:
    return span.value if isinstance(span, Date) else names.get(span.entity or "", "")


def _make_printable(text: str) -> str:
    """On one line, without half surrogates, signs that steer a terminal, and rich's markup."""
    line = " ".join(without_surrogates(text).split())
    return escape("".join(sign for sign in line if sign.isprintable()))
