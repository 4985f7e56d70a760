"""The README and the pages of the guide: their blocks, links and anchors."""

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
GUIDE = ROOT / "examples" / "guide"
README = ROOT / "README.md"
PAGES = [README, *sorted(GUIDE.glob("*.md")), ROOT / "tests" / "README.md"]
"""What a reader is shown; in `tests/README.md` those who carry on are."""

CARDS = sorted((ROOT / "ner_news").rglob("*.md"))
"""Cards of what is learnt: their links are looked at, not their blocks."""

FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")


def name(page: Path) -> str:
    """Return the path of a page within the repository, its name in the report of a test."""
    return str(page.relative_to(ROOT))


def blocks(page: Path, language: str) -> list[str]:
    """Return the fenced blocks of a language."""
    text = page.read_text(encoding="utf-8")
    return [block for kind, block in FENCE.findall(text) if kind == language]


def console(block: str) -> list[tuple[str, str]]:
    """Return the commands of a console block with what they print."""
    pieces = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
    return [(command, output) for command, _, output in (piece.partition("\n") for piece in pieces)]


def links(page: Path) -> Iterator[str]:
    """Yield the targets of a page's links, without those in its blocks."""
    yield from LINK.findall(FENCE.sub("", page.read_text(encoding="utf-8")))


def anchors(page: Path) -> set[str]:
    """Return the anchors of a page's headings, as sites that show Markdown make them."""
    headings = re.findall(r"^#+ (.+)$", FENCE.sub("", page.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
