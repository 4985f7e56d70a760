"""From what is written to a place in the calendar and its value.

`document_dates` goes through a text; `tense` looks at the verbs around a date; `anchoring` finds its place in the
calendar with the help of `calendar_steps`; `resolved_dates` writes the value, the interval and the lemma.
"""
