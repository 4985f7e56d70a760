"""The steps of each format, in order, and the detection of a format."""

import re

from ner_news.errors import OptionError
from ner_news.prepare.clean import Clean, Step
from ner_news.prepare.html import without_html
from ner_news.prepare.markdown import without_markdown
from ner_news.prepare.unicode import with_plain_characters
from ner_news.prepare.wrapping import with_lines_joined

_ALWAYS = (with_plain_characters, with_lines_joined)
STEPS: dict[str, tuple[Step, ...]] = {
    "text": _ALWAYS,
    "markdown": (without_markdown, *_ALWAYS),
    "html": (without_html, *_ALWAYS),
}
AUTO = "auto"
FORMATS = (*STEPS, AUTO)
"""All formats; with `auto` the marks in a text tell its own."""

_HTML = re.compile(
    r"<(?:!doctype|!--|!\[CDATA|/?(?:a|article|b|blockquote|body|br|div|em|h[1-6]|head|html|i|img|li|ol|p|script|section"
    r"|span|strong|style|table|td|tr|u|ul)(?:\s[^<>]*|/)?>)"
    r"|&(?:nbsp|amp|lt|gt|quot|apos|laquo|raquo|bdquo|[lr][ds]quo|[mn]dash|hellip|shy|\#[0-9]{2,6}|\#x[0-9a-f]{2,5});",
    re.IGNORECASE,
)
_MARKDOWN = re.compile(
    r"(?<!\*)\*\*(?![*\s])[^*\n]+\*\*|(?<![\w])__(?![_\s])[^_\n]+__(?!\w)"  # strong
    r"|\]\((?:https?://|mailto:|tg://|/|\#)"  # a link
    r"|^\#{1,6}[ ]\S|^```",
    re.MULTILINE,
)


def check_format(form: str) -> None:
    """Raise `OptionError` for a format outside `FORMATS`."""
    if form not in FORMATS:
        raise OptionError("format", form, FORMATS)


def prepare(text: str, format: str = "text") -> Clean:  # noqa: A002
    """Clean a text of a format; raise `OptionError` for a format outside `FORMATS`.

    >>> clean = prepare("Эмомали **Рахмо́на** ждут", "markdown")
    >>> clean.text, clean.to_source(0, 15)
    ('Эмомали Рахмона ждут', (0, 18))
    """
    check_format(format)
    clean = Clean(text, text)
    for step in STEPS[detect_format(text) if format == AUTO else format]:
        clean = step(clean)
    return clean


def detect_format(text: str) -> str:
    """Return the format that the marks in a text tell, `text` when there are none.

    >>> [detect_format(text) for text in ("<p>Да", "**Да** и [нет](https://example.org)", "2 < 3, a*b*c, #ОДКБ")]
    ['html', 'markdown', 'text']
    """
    if _HTML.search(text):
        return "html"
    return "markdown" if _MARKDOWN.search(text) else "text"
