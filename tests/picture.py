"""Draws the README's picture, `examples/article.svg`: `python -m tests.picture`.

The page of `to_html` stands in an SVG, which sites that show Markdown take for a picture.
"""

import re
from pathlib import Path

import ner_news

EXAMPLES = Path(__file__).parents[1] / "examples"
PICTURE = EXAMPLES / "article.svg"
WIDTH, HEIGHT = 880, 720
FRAME = f"""<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}">
<rect width="100%" height="100%" rx="8" fill="#ffffff" stroke="#d0d7de"/>
<foreignObject width="100%" height="100%">
<div xmlns="http://www.w3.org/1999/xhtml" style="font:16px/1.6 system-ui,sans-serif;color:#1f2328;padding:20px 28px">
{{page}}
</div>
</foreignObject>
</svg>
"""


def draw() -> str:
    """Return the picture of the example article: its page in a frame, light whatever the reader's scheme."""
    document = ner_news.extract((EXAMPLES / "article.txt").read_text(encoding="utf-8"))
    body = re.search(r"<body>\n(.*)\n</body>", document.to_html(), re.DOTALL)
    assert body is not None
    page = re.sub(r"^@media .*\n|^\[data-jp-theme.*\n", "", body[1], flags=re.MULTILINE)
    page = re.sub(r"<details.*?</details>", "", page, flags=re.DOTALL)
    return FRAME.format(page=page)


if __name__ == "__main__":
    PICTURE.write_text(draw(), encoding="utf-8")
