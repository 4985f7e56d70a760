"""Documents, spans and entities as HTML."""

import html
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from ner_news.captions import LABEL_WORDS, Captions
from ner_news.characters import REPLACEMENT, without_surrogates
from ner_news.columns import columns_of, facts_of
from ner_news.display.style import PAGE, STYLE
from ner_news.protocols import DocumentLike, EntityLike, SpanLike
from ner_news.spans import group_inside, walk

FOLD = 1500
"""About so many characters of a text are shown before the rest is folded; by eye, as are the numbers below."""
LEAST_FOLDED = 500
"""Characters: fewer are not worth folding."""
MENTIONS = 20
"""Mentions of an entity that are listed."""
SHOWN = frozenset({"document", "document_id", "label", "text", "depth"})
"""Columns that the mark itself shows, or that need a document."""

HOVER = ("lemma", "roles", "entity", "value", "score")
"""Fields that show when the pointer is over a mark."""


def render_document(document: DocumentLike, lang: str | None = None) -> str:
    """Return the text with its spans marked, under a line that counts them; the end of a long text is folded."""
    captions = Captions(lang)
    names = {entity.id: entity.lemma for entity in document.entities}
    cut = _find_fold(document.text, document.spans)
    shown = [span for span in document.spans if span.start < cut]
    body = f'<div class="ner-text">{_mark_spans(document.text, (0, cut), shown, names, captions)}</div>'
    if cut < len(document.text):
        folded = document.spans[len(shown) :]
        rest = _mark_spans(document.text, (cut, len(document.text)), folded, names, captions)
        size = captions.count(len(document.text) - cut, "more characters", "more characters")
        more = f"{size}, {_count_labels(folded, captions)}"
        body += f'<details><summary>{more}</summary><div class="ner-text">{rest}</div></details>'
    return add_style(f'<p class="ner-head">{_write_heading(document, captions)}</p>{body}')


def render_span(span: SpanLike, lang: str | None = None) -> str:
    """Return the marked span, and a small table of its fields."""
    captions = Captions(lang)
    facts = facts_of(span)
    rows = [(column.name, facts.get(column.name)) for column in columns_of("spans") if column.name not in SHOWN]
    return add_style(f'<div class="ner-text">{_mark_span(span, {}, (), captions)}</div>{_build_table(rows, captions)}')


def render_entity(entity: EntityLike, lang: str | None = None) -> str:
    """Return the entity with its other names and its mentions."""
    captions = Captions(lang)
    facts = facts_of(entity)
    mentions = [f"{span.text} ({span.start}:{span.stop})" for span in entity.spans[:MENTIONS]]
    if len(entity.spans) > MENTIONS:
        mentions.append("… " + captions.write("and {count} more", count=len(entity.spans) - MENTIONS))
    parts = [(name, facts.get(name)) for name in ("first", "last", "patronymic", "nickname", "initials")]
    rows = [("id", entity.id), ("also", "; ".join(entity.aliases) or None), ("roles", facts.get("roles")), *parts]
    rows.append((captions.count(len(entity.spans), "mention", "mentions"), "\n".join(mentions)))
    mark = mark_label(entity.label, escape(entity.lemma), captions)
    return add_style(f'<div class="ner-text">{mark}</div>{_build_table(rows, captions)}')


def build_page(title: str, body: str) -> str:
    """Return a whole page around HTML of the other functions."""
    return PAGE.format(title=escape(title), body=body)


def escape(text: str) -> str:
    """Return the text as it can stand in a page and in an attribute.

    Half surrogates and NUL, which no page can hold, become «�».

    >>> escape("<script>'&")
    '&lt;script&gt;&#x27;&amp;'
    """
    return html.escape(without_surrogates(text).replace("\0", REPLACEMENT))


def add_style(body: str) -> str:
    """Return the HTML together with the style that it needs."""
    return f'<div class="ner-news"><style>{STYLE}</style>{body}</div>'


def _write_heading(document: DocumentLike, captions: Captions) -> str:
    parts = [str(document.id)] if document.id is not None else []
    parts += [f"{document.published:%Y-%m-%d %H:%M}"] if document.published is not None else []
    is_empty = not document.text.strip()
    counts = captions.write("an empty text") if is_empty else _count_labels(document.spans, captions)
    return escape(" · ".join([*parts, counts]))


def _count_labels(spans: Iterable[SpanLike], captions: Captions) -> str:
    """Return the number of spans of each label, those inside others too: «2 people, 1 date»."""
    counts = Counter[str](span.label for span in walk(spans))
    parts = [captions.count_label(counts[label], label) for label in LABEL_WORDS if counts[label]]
    return ", ".join(parts) or captions.write("no names or dates")


def _find_fold(text: str, spans: Sequence[SpanLike]) -> int:
    """Return where the text is folded: where a paragraph or a line ends, else at a space, and never within a span."""
    if len(text) < FOLD + LEAST_FOLDED:
        return len(text)
    spaces = (text.rfind(space, FOLD // 2, FOLD) + 1 for space in ("\n\n", "\n", " "))
    cut = next(filter(None, spaces), FOLD)
    for span in spans:
        if span.start >= cut:
            break
        cut = max(cut, span.stop)
    return cut


def _mark_spans(
    text: str,
    place: tuple[int, int],
    spans: Iterable[SpanLike],
    names: Mapping[str, str],
    captions: Captions,
    origin: int = 0,
) -> str:
    """Return the characters of a place with the spans in them marked; `text` begins at the offset `origin`."""
    pieces: list[str] = []
    start, stop = place
    for span, inside in group_inside(spans):
        pieces += escape(text[start - origin : span.start - origin]), _mark_span(span, names, inside, captions)
        start = span.stop
    return "".join([*pieces, escape(text[start - origin : stop - origin])])


def _mark_span(span: SpanLike, names: Mapping[str, str], inside: Sequence[SpanLike], captions: Captions) -> str:
    parts = [*inside, *getattr(span, "inner", ())]
    content = _mark_spans(span.text, (span.start, span.stop), parts, names, captions, span.start)
    return mark_label(span.label, content, captions, _write_hover(span, names, captions))


def mark_label(label: str, content: str, captions: Captions, hover: str = "") -> str:
    """Return a mark of that label around the content, which is HTML."""
    return f'<mark class="ner-{label.lower()}"{hover}>{content}<b> {captions.write(LABEL_WORDS[label][0])}</b></mark>'


def _write_hover(span: SpanLike, names: Mapping[str, str], captions: Captions) -> str:
    """Return the attribute that makes a browser show lemma, roles, entity, value and score, a line each."""
    facts = facts_of(span)
    facts["entity"] = span.entity and names.get(span.entity, span.entity)
    lines = [f"{captions.write(name)}: {_format_value(facts[name])}" for name in HOVER if facts.get(name) is not None]
    return f' title="{escape(chr(10).join(lines))}"'


def _build_table(rows: Iterable[tuple[str, Any]], captions: Captions) -> str:
    """Return a table of names and values, without the values that are `None` or `False`."""
    told = ((name, value) for name, value in rows if value is not None and value is not False)
    known = ((captions.write(name).replace("_", " "), _format_value(value)) for name, value in told)
    lines = "".join(f"<tr><th>{escape(name)}</th><td>{escape(value)}</td></tr>" for name, value in known)
    return f"<table>{lines}</table>".replace("\n", "<br>")


def _format_value(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.2f}"
    return f"{value:%Y-%m-%d %H:%M}" if isinstance(value, datetime) else str(value)
