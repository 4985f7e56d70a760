"""A text edited step by step, and the offsets of each piece in its source."""

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeAlias


class Edit(NamedTuple):
    """Replaces `[start:stop]`, which is never empty, by `text`."""

    start: int
    stop: int
    text: str


class Move(NamedTuple):
    """The edits of one step in columns, 32 bytes an edit; all offsets are in characters, ascending."""

    starts: "array[int]"
    stops: "array[int]"
    """With `starts`: the offsets of what each edit wrote, in the text after the step."""
    old_starts: "array[int]"
    old_stops: "array[int]"
    """With `old_starts`: the offsets of what it replaced, in the text before the step."""

    def old_start(self, place: int) -> int:
        """Return where the character now at `place` started before the step."""
        index = bisect_right(self.starts, place) - 1
        if index < 0:
            return place
        beyond = place - self.stops[index]
        return self.old_starts[index] if beyond < 0 else self.old_stops[index] + beyond

    def old_stop(self, place: int) -> int:
        """Return where the character that now ends at `place` ended before the step."""
        index = bisect_right(self.starts, place - 1) - 1
        if index < 0:
            return place
        return self.old_stops[index] + max(0, place - self.stops[index])

    def new_start(self, place: int) -> int:
        """Return where what started at `place` before the step starts now."""
        index = bisect_right(self.old_starts, place) - 1
        if index < 0:
            return place
        beyond = place - self.old_stops[index]
        return self.starts[index] if beyond < 0 else self.stops[index] + beyond

    def new_stop(self, place: int) -> int:
        """Return where what ended at `place` before the step ends now."""
        index = bisect_right(self.old_starts, place - 1) - 1
        if index < 0:
            return place
        return self.stops[index] + max(0, place - self.old_stops[index])


class Clean(NamedTuple):
    """The source as given, and the text that is read instead.

    >>> source = "**Мо́сква** ждёт"
    >>> clean = apply_edits(Clean(source, source), [Edit(0, 2, ""), Edit(3, 5, "о"), Edit(9, 11, "")])
    >>> clean.text, clean.to_source(0, 6), source[2:9]
    ('Москва ждёт', (2, 9), 'Мо́сква')
    """

    source: str
    text: str
    moves: tuple[Move, ...] = ()
    """One for each step that moved anything, in the order of the steps."""

    def to_source(self, start: int, stop: int) -> tuple[int, int]:
        """Return the offsets in the source of `text[start:stop]`, which must not be empty.

        What was taken out inside is included, what was taken out at its edges is not.
        """
        for move in reversed(self.moves):
            start, stop = move.old_start(start), move.old_stop(stop)
        return start, stop

    def to_clean(self, start: int, stop: int) -> tuple[int, int]:
        """Return the offsets in `text` of what is left of `source[start:stop]`; both are equal where nothing is.

        A letter that the source writes in several characters, «о́» or «&amp;», is included when one of them is.

        >>> Clean("Час", "Час").to_clean(0, 3)
        (0, 3)
        """
        for move in self.moves:
            if start >= stop:
                break
            start, stop = move.new_start(start), move.new_stop(stop)
        return start, max(start, stop)


Step: TypeAlias = Callable[[Clean], Clean]


def apply_edits(clean: Clean, edits: Iterable[Edit]) -> Clean:
    """Return the text with the edits done; they must be sorted and apart."""
    move = Move(array("q"), array("q"), array("q"), array("q"))
    pieces: list[str] = []
    done = length = 0
    for start, stop, text in edits:
        pieces += clean.text[done:start], text
        length += start - done
        move.starts.append(length)
        length += len(text)
        move.stops.append(length)
        move.old_starts.append(start)
        move.old_stops.append(stop)
        done = stop
    if not pieces:
        return clean
    return Clean(clean.source, "".join(pieces) + clean.text[done:], (*clean.moves, move))


def replace_text(clean: Clean, text: str) -> Clean:
    """Return the text written in other characters, one for one, so that no offset moves."""
    return clean._replace(text=text)
