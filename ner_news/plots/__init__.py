"""Plots of a corpus or of documents, as matplotlib's own figures: `figure.savefig("people.png")`, `figure.axes[0]`.

Each takes a `Corpus` or documents, which are gathered in a corpus first, so that names are linked across them. `top`
is how many entities are shown, `label` which (PER, ORG, LOC or DATE); a note on the figure says what is left out. With
`ax` the plot goes into axes of your own; with `lang="ru"`, or after `ner_news.set_language("ru")`, its words
are Russian. `MissingExtraError` where matplotlib is not installed. `interactive` has plots to point at, of plotly.

`canvas` gathers documents in a corpus, opens axes and writes titles and notes; a module for each question draws:
`frequency_bars` how often, `cooccurrence` who with whom, by `graph_choice`, `timelines` when, `country_map` where.
"""

from ner_news.plots import interactive
from ner_news.plots.cooccurrence import together
from ner_news.plots.country_map import places
from ner_news.plots.frequency_bars import frequencies
from ner_news.plots.timelines import dates, timeline

__all__ = ["dates", "frequencies", "interactive", "places", "timeline", "together"]


def __dir__() -> list[str]:
    return __all__
