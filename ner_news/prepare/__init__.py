"""Noise out, offsets back: the text that the finders read, and where each piece of it stands in the source.

`unicode` mends characters, `markdown` and `html` take markup out, `wrapping` joins lines that were cut to a width.
Each is a step from `Clean` to `Clean`; `clean` remembers what the steps moved.
"""

from ner_news.prepare.clean import Clean
from ner_news.prepare.steps import FORMATS, prepare

__all__ = ["FORMATS", "Clean", "prepare"]
