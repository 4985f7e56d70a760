"""Documents for the eye."""

from collections.abc import Mapping

from rich.markup import escape
from rich.table import Table

from ner_news.models import AnySpan, Date, Document

COLORS = {"PER": "cyan", "ORG": "magenta", "LOC": "green", "DATE": "yellow"}


def span_table(document: Document) -> Table:
    """The document's spans as a table for a terminal, a row each; for a date its value, for a name its entity."""
    title = None if document.id is None else _printable(str(document.id))
    table = Table(title=title, title_justify="left")
    for column in ("label", "text", "lemma", "value or entity", "score"):
        table.add_column(column, overflow="fold")
    names = {entity.id: entity.lemma for entity in document.entities}
    for span in document.spans:
        text, lemma, meaning = map(_printable, (span.text, span.lemma, _meaning(span, names)))
        table.add_row(f"[{COLORS[span.label]}]{span.label}[/]", text, lemma, meaning, f"{span.score:.2f}")
    return table


def figure_table(figures: Mapping[str, Mapping[str, float]]) -> Table:
    """Figures by scheme as a table for a terminal, a row each."""
    table = Table()
    table.add_column("figure")
    for scheme in figures:
        table.add_column(scheme, justify="right")
    for name in dict.fromkeys(name for found in figures.values() for name in found):
        table.add_row(name, *(f"{found[name]:.3f}" if name in found else "" for found in figures.values()))
    return table


def _meaning(span: AnySpan, names: dict[str, str]) -> str:
    return span.value if isinstance(span, Date) else names.get(span.entity or "", "")


def _printable(text: str) -> str:
    """On one line, without half surrogates, signs that steer a terminal, and rich's markup."""
    line = " ".join(text.encode(errors="replace").decode().split())
    return escape("".join(sign for sign in line if sign.isprintable()))
