"""Offsets as JavaScript counts them: a character beyond U+FFFF, as most emoji are, is two."""

from bisect import bisect_left


class Utf16Offsets:
    """The way from offsets in characters to those in units of UTF-16 of one text, and back.

    >>> offsets = Utf16Offsets("😀 Минск")
    >>> offsets.to_units(2), offsets.to_characters(3)
    (3, 2)
    """

    def __init__(self, text: str) -> None:
        self._wide = [place for place, character in enumerate(text) if character > "\uffff"]
        self._wide_units = [place + before for before, place in enumerate(self._wide)]

    def to_units(self, offset: int) -> int:
        """Return the offset in units of UTF-16."""
        return offset + bisect_left(self._wide, offset)

    def to_characters(self, units: int) -> int:
        """Return the offset in characters; `ValueError` for one within a character."""
        before = bisect_left(self._wide_units, units)
        if before and self._wide_units[before - 1] + 1 == units:
            raise ValueError(f"offset {units} lies within a character")
        return units - before
