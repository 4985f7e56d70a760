"""Given names as plain spans: where they stand in the clean text, under which label, and what their dates mean."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from ner_news.dates import ResolvedDate, read_dates
from ner_news.dates.boundaries import with_preposition
from ner_news.errors import InputError
from ner_news.given import HOLDERS, GivenSpan, guess_label
from ner_news.recognition import Recognized
from ner_news.spans import EVEN, LABELS, Label, PlainSpan, walk

Dates = dict[PlainSpan, ResolvedDate]


def settle_given(
    recognized: Recognized, dates: Dates, labels: Mapping[tuple[int, int], Label], published: datetime | None
) -> tuple[list[PlainSpan], Dates]:
    """Return the given names and, unless some are given as dates, the package's own `dates` between them, sorted.

    With them comes what each date means. `labels` has what the user's own list calls places of the clean text, for
    names without a label. A name with neither is a date where one of `dates` has just its place, and otherwise what
    the network makes of it. `InputError` names a span of which cleaning left nothing.
    """
    settler = _Settler(recognized, dates, list(dates), labels, published)
    given = recognized.given or ()
    names = [settler.settle(span) for span in given]
    values = {span: settler.read_date(span) for span in walk(names) if span.label == "DATE"}
    if all(span.label != "DATE" for span in walk(given)):
        values |= {date: value for date, value in dates.items() if not _touches(date, names)}
        names += [date for date in dates if date in values]
    return sorted(names, key=lambda span: span.start), values


@dataclass(frozen=True)
class _Settler:
    """What is known of a text while its given names are settled one by one."""

    recognized: Recognized
    dates: Dates
    own: Sequence[PlainSpan]
    """The keys of `dates`, sorted and apart."""
    labels: Mapping[tuple[int, int], Label]
    published: datetime | None

    def settle(self, given: GivenSpan) -> PlainSpan:
        """Return a name with those inside it."""
        text, opinion = self.recognized.clean.text, self.recognized.opinions[given]
        written = text[slice(*opinion.place)]
        start = opinion.place[0] + len(written) - len(written.lstrip())
        place = start, start + len(written.strip())
        if not written.strip():
            raise InputError(f"the span {given.start}:{given.stop}: nothing is left of it when the text is cleaned")
        allowed = HOLDERS if given.inner else LABELS[:3]
        label = given.label or self.labels.get(place) or (None if given.inner else self._as_date(place, opinion.shares))
        if label is None or (given.inner and label not in HOLDERS):
            label = guess_label(written.split(), opinion.shares, allowed)
        return PlainSpan(*place, label, given.score, tuple(map(self.settle, given.inner)), given[:2])

    def _as_date(self, place: tuple[int, int], shares: Mapping[Label, float]) -> Label | None:
        """Return `DATE` for the place of a date, unless it is more likely a name: «Первое мая» of a street."""
        is_date = any(date.stop - date.start >= place[1] - place[0] for date in self._inside(*place))
        return "DATE" if is_date and max(shares.values(), default=0.0) < EVEN else None

    def _inside(self, start: int, stop: int) -> Sequence[PlainSpan]:
        """Return the package's own dates in a place; each may have a preposition before it, «в 2021 году»."""
        start = with_preposition(self.recognized.clean.text, start)
        first = bisect_left(self.own, start, key=lambda date: date.start)
        return self.own[first : bisect_right(self.own, stop, key=lambda date: date.stop)]

    def read_date(self, span: PlainSpan) -> ResolvedDate:
        """Return what a date means: as the longest of the package's own inside it, else by its words alone.

        Words that tell no time have the value XXXX and are their own lemma.
        """
        inside = self._inside(span.start, span.stop)
        if inside:
            return self.dates[max(inside, key=lambda date: date.stop - date.start)]
        written = self.recognized.clean.text[span.start : span.stop]
        alone = [value for _, value in read_dates(written, self.published)]
        return alone[0] if len(alone) == 1 else ResolvedDate("XXXX", "year", None, None, None, "text", written)


def _touches(date: PlainSpan, names: Sequence[PlainSpan]) -> bool:
    """Tell whether the date meets one of the names, which are sorted and apart."""
    place = bisect_right(names, date.start, key=lambda name: name.stop)
    return place < len(names) and names[place].start < date.stop
