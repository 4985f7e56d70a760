"""Documents and figures as rich's tables and texts, for a terminal."""

from collections.abc import Mapping, Sequence

from rich.console import Group
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from ner_news.captions import LABEL_WORDS, Captions
from ner_news.characters import without_surrogates
from ner_news.models import AnySpan, Date, Document, Person
from ner_news.spans import group_inside

COLORS = {"PER": "cyan", "ORG": "magenta", "LOC": "green", "DATE": "yellow"}


def build_span_table(document: Document) -> Table:
    """Return a table with a row for each span; for a date with its value, for a name with its entity.

    The roles of a person stand behind the lemma: «Эмомали Рахмон, президент Таджикистана».
    """
    title = None if document.id is None else _make_printable(str(document.id))
    table = Table(title=title, title_justify="left")
    for column in ("label", "text", "lemma", "value or entity", "score"):
        table.add_column(Captions().write(column), overflow="fold")
    names = {entity.id: entity.lemma for entity in document.entities}
    for span in document.spans:
        roles = [role.lemma for role in span.roles] if isinstance(span, Person) else []
        text, lemma, meaning = map(
            _make_printable, (span.text, ", ".join([span.lemma, *roles]), _find_value(span, names))
        )
        table.add_row(f"[{COLORS[span.label]}]{span.label}[/]", text, lemma, meaning, f"{span.score:.2f}")
    return table


def build_marked_text(document: Document) -> Group:
    """Return the text with its spans in colour, and those inside others too.

    Each stands in brackets with its label in words, so that it is seen without colours.
    """
    text = Text()
    _append(text, document.text, 0, document.spans, "")
    head = [str(document.id)] if document.id is not None else []
    head += [f"{document.published:%Y-%m-%d %H:%M}"] if document.published else []
    return Group(*([Text(_make_readable(" · ".join(head)), style="dim")] if head else []), text, Text())


def _append(line: Text, text: str, start: int, spans: Sequence[AnySpan], style: str) -> None:
    """Append the text, which begins at the offset `start` of the document, with the spans in it."""
    origin = start
    for span, inside in group_inside(spans):
        color = COLORS[span.label]
        line.append(_make_readable(text[start - origin : span.start - origin]), style)
        line.append("[", color)
        _append(line, span.text, span.start, [*inside, *getattr(span, "inner", ())], f"bold {color}")
        line.append(f" {Captions().write(LABEL_WORDS[span.label][0])}", f"italic {color}").append("]", color)
        start = span.stop
    line.append(_make_readable(text[start - origin :]), style)


def _make_readable(text: str) -> str:
    """Return the text without half surrogates and without signs that steer a terminal; lines and spaces stay."""
    text = without_surrogates(text)
    return "".join(sign if sign.isprintable() or sign in "\n\t" else " " * sign.isspace() for sign in text)


def build_figure_table(figures: Mapping[str, Mapping[str, float]]) -> Table:
    """Return a table of figures: a row for each, a column for each scheme."""
    table = Table()
    table.add_column("figure")
    for scheme in figures:
        table.add_column(scheme, justify="right")
    for name in dict.fromkeys(name for values in figures.values() for name in values):
        table.add_row(name, *(f"{values[name]:.3f}" if name in values else "" for values in figures.values()))
    return table


def _find_value(span: AnySpan, names: dict[str, str]) -> str:
    return span.value if isinstance(span, Date) else names.get(span.entity or "", "")


def _make_printable(text: str) -> str:
    """Return the text on one line, without half surrogates and signs that steer a terminal, its markup escaped."""
    line = " ".join(without_surrogates(text).split())
    return escape("".join(sign for sign in line if sign.isprintable()))
