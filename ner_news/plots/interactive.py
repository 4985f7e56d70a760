"""The plots to point at and to zoom, as figures of plotly: `figure.write_html("people.html")` needs no network.

They take what `ner_news.plots` takes, but for `ax`, and show the same; what lies under the pointer tells its numbers.
"""

from collections.abc import Sequence
from datetime import date
from math import sqrt
from typing import Any

from ner_news.captions import Captions, describe_label
from ner_news.corpus import CorpusEntity
from ner_news.errors import MissingExtraError
from ner_news.periods import count_by_period, period_for
from ner_news.plots.canvas import (
    GREY,
    Source,
    check_top,
    choose_entities,
    find_colour,
    format_name,
    gather_corpus,
    load,
)
from ner_news.plots.frequency_bars import MOST, choose_most_named
from ner_news.plots.graph_choice import choose_graph, lay_out
from ner_news.plots.timelines import BARS
from ner_news.spans import LABELS

# By eye, in pixels.
ROW, LEAST, INCH, LARGEST = 24, 400, 110, 22
"""Of a row, of the smallest figure, of an inch of `lay_out`, and of the largest dot."""


def frequencies(source: Source, *, label: str | None = None, top: int = 20, lang: str | None = None) -> Any:
    """Return bars for the entities named most; the pointer tells mentions and documents."""
    plotly, captions = _plotly(), Captions(lang)
    check_top(top)
    entities = choose_entities(gather_corpus(source), label)
    shown = choose_most_named(entities, top)
    names = describe_label(label)
    title = captions.title("{names} by mentions", names=names)
    figure = _begin(plotly, title, captions.note_share(len(shown), len(entities), names))
    for kind, group in _by_label(shown):
        figure.add_bar(
            x=[entity.mentions for entity in group], y=[entity.id for entity in group], orientation="h",
            text=[captions.format_number(entity.mentions) for entity in group], textposition="outside",
            **_style(kind, group, captions), marker_color=find_colour(kind),
        )  # fmt: skip
    _name_rows(figure, shown)
    figure.update_layout(barmode="overlay")
    return figure


def timeline(source: Source, *, label: str | None = None, top: int = 10, lang: str | None = None) -> Any:
    """Return a row for each of the entities of the most documents: the larger a dot, the more name it in that time."""
    plotly, captions = _plotly(), Captions(lang)
    check_top(top)
    corpus = gather_corpus(source)
    entities = choose_entities(corpus, label)
    days = {entity: found for entity in entities[: min(top, MOST)] if (found := corpus.timeline(entity.id))}
    names = describe_label(label)
    title = captions.title("Documents that name {names}", names=names)
    figure = _begin(plotly, title, captions.note_share(len(days), len(entities), names))
    every = [day for found in days.values() for day, _ in found] or [date.min]
    period = period_for(min(every), max(every), BARS)
    counts = {entity: sorted(count_by_period(found, period).items()) for entity, found in days.items()}
    most = max((count for found in counts.values() for _, count in found), default=1)
    for entity, found in counts.items():
        marker = {"color": find_colour(entity.label), "size": [LARGEST * sqrt(count / most) for _, count in found]}
        figure.add_scatter(
            x=[day for day, _ in found], y=[entity.id] * len(found), mode="markers", marker=marker, showlegend=False,
            hovertext=[_describe(entity, captions, f"{day:%d.%m.%Y}", count) for day, count in found], hoverinfo="text",
        )  # fmt: skip
    _name_rows(figure, list(days))
    figure.update_xaxes(tickformat="%d.%m.%Y", title=captions.write("documents a {period}", period=period.name))
    return figure


def together(
    source: Source,
    *,
    entity: str | CorpusEntity | None = None,
    label: str | None = None,
    top: int = 30,
    lang: str | None = None,
) -> Any:
    """Return a graph of the entities that documents name together, or of those named with one."""
    plotly, captions = _plotly(), Captions(lang)
    check_top(top)
    graph = choose_graph(gather_corpus(source), entity, label, top, captions)
    points = lay_out(graph)
    figure = _begin(plotly, graph.title, graph.notes)
    lines = (sorted(line) for line in zip(*points.values(), strict=True)) if points else ([0], [0])
    width, height = (max(LEAST, INCH * (2 + line[-1] - line[0])) for line in lines)
    figure.update_layout(width=width + INCH, height=height, xaxis_visible=False, yaxis_visible=False)
    most = max((count for _, _, count in graph.pairs), default=1)
    for one, other, count in graph.pairs:
        xs, ys = zip(points[one], points[other], strict=True)
        line = {"color": GREY, "width": 0.4 + 3.6 * count / most}
        figure.add_scatter(x=xs, y=ys, mode="lines", line=line, opacity=0.35, hoverinfo="skip", showlegend=False)
    largest = max((each.documents for each in graph.entities), default=1)
    for kind, group in _by_label(graph.entities):
        xs, ys = zip(*(points[each.id] for each in group), strict=True)
        marker = {"color": find_colour(kind), "size": [4 + 16 * sqrt(each.documents / largest) for each in group]}
        figure.add_scatter(
            x=xs, y=ys, mode="markers+text", text=[format_name(each.lemma) for each in group],
            textposition="bottom center", textfont_size=10, marker=marker, **_style(kind, group, captions),
        )  # fmt: skip
    return figure


def _style(kind: str, group: Sequence[CorpusEntity], captions: Captions) -> dict[str, Any]:
    hovers = [_describe(entity, captions) for entity in group]
    return {"name": captions.write(describe_label(kind)), "hovertext": hovers, "hoverinfo": "text"}


def _name_rows(figure: Any, entities: Sequence[CorpusEntity]) -> None:
    """Let each entity have a row with its name: two may be called alike."""
    ids = [entity.id for entity in reversed(entities)]
    names = [_escape(format_name(entity.lemma)) for entity in reversed(entities)]
    figure.update_yaxes(type="category", categoryarray=ids, tickvals=ids, ticktext=names, range=[-1, len(ids)])
    figure.update_layout(height=max(LEAST, 140 + ROW * len(ids)))


def _describe(entity: CorpusEntity, captions: Captions, day: str | None = None, count: int | None = None) -> str:
    last = captions.count(entity.mentions, "mention", "mentions") if day is None else day
    documents = captions.count(entity.documents if count is None else count, "document", "documents")
    return f"<b>{_escape(entity.lemma)}</b><br>{documents}<br>{last}"


def _escape(name: str) -> str:
    """Return a name that is no HTML, which plotly reads."""
    return name.replace("&", "&amp;").replace("<", "&lt;")


def _by_label(entities: Sequence[CorpusEntity]) -> list[tuple[str, list[CorpusEntity]]]:
    groups = ((label, [entity for entity in entities if entity.label == label]) for label in LABELS)
    return [(label, group) for label, group in groups if group]


def _begin(plotly: Any, title: str, notes: Sequence[str]) -> Any:
    note = f"<br><sup>{_escape('; '.join(notes))}</sup>" if notes else ""
    figure = plotly.Figure()
    figure.update_layout(title=f"{_escape(title)}{note}", template="plotly_white", bargap=0.3)
    return figure


def _plotly() -> Any:
    try:
        return load("plotly.graph_objects")
    except MissingExtraError as error:
        raise MissingExtraError("an interactive plot", "interactive") from error
