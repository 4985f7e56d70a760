"""Cleaning: the text that all other modules read, and the offsets of each piece of it in the source.

The way of a text:

1. `steps` chooses the steps of its format; `auto` looks for marks of HTML and Markdown.
2. `html` or `markdown` takes the markup out: «Рах<b>мон</b>» becomes «Рахмон».
3. `unicode` mends characters by the tables in `signs`: stress marks, invisible signs, Latin letters in Cyrillic words.
4. `wrapping` joins lines that were cut to a width, as in mail.
5. Each step takes a `Clean` and returns one; `clean` keeps what it moved, so that `Clean.to_source` leads back.
"""

from ner_news.prepare.clean import Clean
from ner_news.prepare.steps import FORMATS, check_format, prepare

__all__ = ["FORMATS", "Clean", "check_format", "prepare"]
