"""What a word says of the time of a date."""

from typing import Literal, NamedTuple

Tense = Literal["past", "present", "future"]


class SaidTense(NamedTuple):
    """The tense of a verb, and how near it is."""

    tense: Tense | None
    is_near: bool = False
    """The verb stands in the date's own clause."""
    is_planned: bool = False
    """The date lies ahead by the verb's sense: «перенесли на 20 мая»."""
    is_lasting: bool = False
    """The verb is past and imperfective, so that «с мая» is its beginning: «мост ремонтировали с мая»."""
    is_unsure: bool = False
    """The date may be of a noun beside the verb: «отменила концерт 14 июня»."""


PLANNED = SaidTense("future", is_planned=True)
