"""Documents for the eye."""

from rich.table import Table

from ner_news.models import AnySpan, Date, Document

COLORS = {"PER": "cyan", "ORG": "magenta", "LOC": "green", "DATE": "yellow"}


def span_table(document: Document) -> Table:
    """The document's spans as a table for a terminal, a row each."""
    title = None if document.id is None else _printable(str(document.id))
    table = Table("text", "label", "lemma", "value", "entity", "score", title=title, title_justify="left")
    for span in document.spans:
        label = f"[{COLORS[span.label]}]{span.label}[/]"
        cells = (span.text, span.lemma, _value(span), span.entity or "")
        text, lemma, value, entity = map(_printable, cells)
        table.add_row(text, label, lemma, value, entity, f"{span.score:.2f}")
    return table


def _value(span: AnySpan) -> str:
    return span.value if isinstance(span, Date) else ""


def _printable(text: str) -> str:
    """On one line, without half surrogates or rich's markup."""
    line = " ".join(text.encode(errors="replace").decode().split())
    return line.replace("[", r"\[")
