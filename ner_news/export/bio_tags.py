"""The tokens of an annotated text with BIO tags, cut where a span begins or ends."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ner_news.export.annotated import GoldSpan
from ner_news.segment import Tokens, sentenize, tokenize


class TaggedToken(NamedTuple):
    """A token, or the part of one that lies within or outside a span."""

    start: int
    stop: int
    tag: str
    """`B-PER`, `I-PER`, `O`."""
    is_last: bool
    """Whether its sentence ends here; a span never goes on in the next sentence."""


def tag_tokens(text: str, spans: Sequence[GoldSpan], inner: Iterable[GoldSpan] = ()) -> list[TaggedToken]:
    """Return the tokens of the text with their tags.

    The spans must be sorted and must not overlap; at the edges of `inner` ones tokens are only cut.

    >>> [(token.start, token.stop, token.tag) for token in tag_tokens("В Минске.", [GoldSpan(2, 8, "LOC")])]
    [(0, 1, 'O'), (2, 8, 'B-LOC'), (8, 9, 'O')]
    """
    tokens = tokenize(text)
    ends = _find_sentence_ends(text, tokens, spans)
    starts = [span.start for span in spans]
    tagged: list[TaggedToken] = []
    for start, stop in _cut_tokens(tokens, sorted({edge for span in (*spans, *inner) for edge in span[:2]})):
        index = bisect_right(starts, start) - 1
        span = spans[index] if index >= 0 and start < spans[index].stop else None
        is_first = not (tagged and span and tagged[-1].stop > span.start)
        tag = f"{'B' if is_first else 'I'}-{span.label}" if span else "O"
        tagged.append(TaggedToken(start, stop, tag, stop in ends))
    return tagged


def _cut_tokens(tokens: Tokens, edges: Sequence[int]) -> Iterator[tuple[int, int]]:
    for start, stop in zip(tokens.starts, tokens.stops, strict=True):
        inside = edges[bisect_right(edges, start) : bisect_left(edges, stop)]
        yield from pairwise([start, *inside, stop])


def _find_sentence_ends(text: str, tokens: Tokens, spans: Sequence[GoldSpan]) -> set[int]:
    """Return where sentences end, without the ends that lie within a span."""
    starts = [span.start for span in spans]
    ends = set()
    for sentence in sentenize(text, tokens):
        index = bisect_left(starts, sentence.stop) - 1
        if index < 0 or spans[index].stop <= sentence.stop:
            ends.add(sentence.stop)
    return ends
