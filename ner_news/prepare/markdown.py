"""Text out of Markdown: the signs of emphasis, links, headings, quotes, bullets and fences removed."""

import re
from collections.abc import Iterator

from ner_news.prepare.clean import Clean, Edit, apply_edits
from ner_news.prepare.link_addresses import LinkAddresses

_LINES = re.compile(
    r"""
      ^[ \t]*(?:>[ \t]?|\#{1,6}[ \t]+|[-*+][ \t]+(?=\S))+   # quotes, headings, bullets
    | (?<![ \t\n])[ \t]+\#+[ \t]*$                          # a heading's end
    | ^[ \t]{0,3}(?:```|~~~)[^\n`]*$                        # fences
    | ^[ \t]{0,3}(?:=+|-{2,}|\*{3,}|_{3,})[ \t]*$           # lines under headings and between sections
    | ^[ \t]{0,3}\[[^\[\]\n]+\]:[ \t]+\S+[^\n]*$            # where links lead
    """,
    re.MULTILINE | re.VERBOSE,
)
_BRACKETS = re.compile(r"\\.|!?\[|\]\(|\]\[[^\[\]\n]*\]|\]")
"""A backslash and its sign, `[` of a link or a picture, `](` before an address, `][name]`, `]`."""
_INLINE = re.compile(r"\\(?=[!-/:-@\[-`{-~])(.)|`+|\*+|_+|~~+|\|\|")


def without_markdown(clean: Clean) -> Clean:
    """Return the words of a Markdown text; of links and pictures only what is shown.

    >>> without_markdown(Clean("", "# Визит\\n**Рахмона** ждут в [Душан*бе*](https://example.org) 2\\\\* (а_б)")).text
    'Визит\\nРахмона ждут в Душанбе 2* (а_б)'
    """
    lines = apply_edits(clean, (Edit(*found.span(), "") for found in _LINES.finditer(clean.text)))
    links = apply_edits(lines, _link_edits(lines.text))
    return apply_edits(links, (Edit(*span, "") for span in _signs(links.text)))


def _link_edits(text: str) -> list[Edit]:
    """Find the brackets and addresses of links, to remove; a bracket that opens no link is text."""
    edits: list[Edit] = []
    opened: list[Edit] = []
    addresses = LinkAddresses(text)
    stop = 0
    while found := _BRACKETS.search(text, stop):
        start, stop = found.span()
        if found[0] == "](":
            end = addresses.find_end(stop)
            stop = end or start + 1
        if found[0].endswith("[") and found[0][0] != "\\":
            opened.append(Edit(start, stop, ""))
        elif found[0][0] == "]" and opened:
            opening = opened.pop()
            if stop - start > 1:
                edits += opening, Edit(start, stop, "")
    return sorted(edits)


def _signs(text: str) -> Iterator[tuple[int, int]]:
    """Find the signs of emphasis and code, and the backslashes before signs that are text."""
    for found in _INLINE.finditer(text):
        start, stop = found.span()
        if found[0][0] == "\\":
            yield start, start + 1
        elif _is_markup(found[0][0], text[max(0, start - 1) : start] or " ", text[stop : stop + 1] or " "):
            yield start, stop


def _is_markup(sign: str, before: str, after: str) -> bool:
    """Tell whether a run of the sign between these characters is markup: not in «2 * 2», «2*2», «snake_case»."""
    if sign == "_":
        return not (before.isalnum() and after.isalnum()) and not (before.isspace() and after.isspace())
    if sign == "*":
        return not (before.isspace() and after.isspace()) and not (before.isdigit() and after.isdigit())
    return True
