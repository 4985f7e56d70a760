"""The resolution of dates: from expressions to a place in the calendar and a value.

`document_dates` goes through the dates of a text; `dateline` reads the publication time that the text states itself;
`antecedents` finds the date that another counts from; `reference_time` asks `tense` (which asks `participles` and
`plans`) whether a date looks back or ahead; `anchoring` puts each at its
place, by `relative_anchoring` or `yearless_anchoring`, with the help of
`calendar_placement` and `calendar_steps`; `resolved_dates` gathers value, grain, interval and lemma.
"""
