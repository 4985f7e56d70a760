"""The rules that read dates out of the lexemes of a text: a module for each family of expressions.

A rule takes the lexed text and an index, and returns what it reads there or `None`. From the parts to the whole:
`gaps` lists what may stand between two words; `day_month_year`, `numeric_dates`, `quarters_seasons`,
`decades_centuries`, `holidays`, `durations` and `relative_dates` read one unit each, and `calendar_units` tries them in
order; `clock_times` reads times of day; `full_dates` joins a unit with its weekday and time; `ellipsis` completes the
first of two dates from the second for `date_ranges`; `clock_ranges` reads two times of one day; `bare_years` reads
years without «год».
"""
