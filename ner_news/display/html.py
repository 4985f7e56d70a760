"""Documents, spans and entities as HTML: everything escaped, no script, nothing from outside."""

import html
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from ner_news.characters import REPLACEMENT, without_surrogates
from ner_news.columns import columns_of, facts_of
from ner_news.display.style import PAGE, STYLE, WORDS
from ner_news.spans import walk

FOLD = 1500
"""Characters of a text that are shown before the rest is folded."""
LEAST_FOLDED = 500
"""Characters: fewer are not worth folding."""
MENTIONS = 20
"""Mentions of an entity that are listed."""
SHOWN = frozenset({"document", "document_id", "label", "text", "depth"})
"""Columns that the mark itself shows, or that need a document."""

HOVER = ("lemma", "entity", "value", "score")


def document_html(document: Any) -> str:
    """The text with its spans marked, under a line that counts them; what is long is folded."""
    names = {entity.id: entity.lemma for entity in document.entities}
    cut = _fold(document.text, document.spans)
    shown = [span for span in document.spans if span.start < cut]
    body = f'<div class="ner-text">{_marked(document.text, 0, cut, shown, names)}</div>'
    if cut < len(document.text):
        folded = document.spans[len(shown) :]
        rest = _marked(document.text, cut, len(document.text), folded, names)
        more = f"{len(document.text) - cut:,} more characters, {_counts(folded)}"
        body += f'<details><summary>{more}</summary><div class="ner-text">{rest}</div></details>'
    return framed(f'<p class="ner-head">{_heading(document)}</p>{body}')


def span_html(span: Any) -> str:
    """The span marked, and what is known of it as a small table."""
    facts = facts_of(span)
    rows = [(column.name, facts.get(column.name)) for column in columns_of("spans") if column.name not in SHOWN]
    return framed(f'<div class="ner-text">{_mark(span, {})}</div>{_table(rows)}')


def entity_html(entity: Any) -> str:
    """The entity with its other names and its mentions."""
    facts = facts_of(entity)
    mentions = [f"{span.text} ({span.start}:{span.stop})" for span in entity.spans[:MENTIONS]]
    if len(entity.spans) > MENTIONS:
        mentions.append(f"… and {len(entity.spans) - MENTIONS} more")
    parts = [(name, facts.get(name)) for name in ("first", "last", "patronymic", "nickname", "initials")]
    rows = [("id", entity.id), ("also", "; ".join(entity.aliases) or None), *parts]
    rows.append((f"{len(entity.spans)} mentions" if len(entity.spans) != 1 else "1 mention", "\n".join(mentions)))
    mark = tagged(entity.label, escape(entity.lemma))
    return framed(f'<div class="ner-text">{mark}</div>{_table(rows)}')


def page(title: str, body: str) -> str:
    """A whole page around one of the above."""
    return PAGE.format(title=escape(title), body=body)


def escape(text: str) -> str:
    """Safe in the text of a page and in an attribute; half surrogates and NUL, which no page can hold, as «�».

    >>> escape("<script>'&")
    '&lt;script&gt;&#x27;&amp;'
    """
    return html.escape(without_surrogates(text).replace("\0", REPLACEMENT))


def framed(body: str) -> str:
    """A piece of HTML with the style that it needs."""
    return f'<div class="ner-news"><style>{STYLE}</style>{body}</div>'


def _heading(document: Any) -> str:
    said = [str(document.id)] if document.id is not None else []
    said += [f"{document.published:%Y-%m-%d %H:%M}"] if document.published is not None else []
    counts = _counts(document.spans) if document.text.strip() else "an empty text"
    return escape(" · ".join([*said, counts]))


def _counts(spans: Iterable[Any]) -> str:
    """«2 people, 1 date», those inside others among them."""
    counts = Counter(span.label for span in walk(spans))
    said = [f"{counts[label]} {words[counts[label] != 1]}" for label, words in WORDS.items() if counts[label]]
    return ", ".join(said) or "no names or dates"


def _fold(text: str, spans: Sequence[Any]) -> int:
    """Where to fold: at the end of a paragraph, of a line, else at a space, and never within a span."""
    if len(text) < FOLD + LEAST_FOLDED:
        return len(text)
    spaces = (text.rfind(space, FOLD // 2, FOLD) + 1 for space in ("\n\n", "\n", " "))
    cut = next(filter(None, spaces), FOLD)
    for span in spans:
        if span.start >= cut:
            break
        cut = max(cut, span.stop)
    return cut


def _marked(text: str, start: int, stop: int, spans: Iterable[Any], names: Mapping[str, str], origin: int = 0) -> str:
    """The characters `start:stop` with the spans in them; `text` begins at the offset `origin`."""
    pieces: list[str] = []
    for span in spans:
        pieces += escape(text[start - origin : span.start - origin]), _mark(span, names)
        start = span.stop
    return "".join([*pieces, escape(text[start - origin : stop - origin])])


def _mark(span: Any, names: Mapping[str, str]) -> str:
    content = _marked(span.text, span.start, span.stop, getattr(span, "inner", ()), names, span.start)
    return tagged(span.label, content, _hover(span, names))


def tagged(label: str, content: str, hover: str = "") -> str:
    """A mark of that label around content, which is HTML."""
    return f'<mark class="ner-{label.lower()}"{hover}>{content}<b> {WORDS[label][0]}</b></mark>'


def _hover(span: Any, names: Mapping[str, str]) -> str:
    """Lemma, entity, value and score, a line each, as the browser shows them."""
    facts = facts_of(span)
    facts["entity"] = names.get(span.entity, span.entity)
    lines = [f"{name}: {_said(facts[name])}" for name in HOVER if facts.get(name) is not None]
    return f' title="{escape(chr(10).join(lines))}"'


def _table(rows: Iterable[tuple[str, Any]]) -> str:
    cells = ((escape(name.replace("_", " ")), escape(_said(value))) for name, value in rows if value is not None)
    lines = "".join(f"<tr><th>{name}</th><td>{value}</td></tr>" for name, value in cells)
    return f"<table>{lines}</table>".replace("\n", "<br>")


def _said(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.2f}"
    return f"{value:%Y-%m-%d %H:%M}" if isinstance(value, datetime) else str(value)
