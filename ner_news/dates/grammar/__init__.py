"""The rules that read a date out of the lexemes of a text: a file for each family of expressions.

From the parts to the whole: `day_month_year`, `numeric_dates`, `quarters_seasons`, `decades_centuries`, `holidays`,
`durations` and `relative_dates` read one unit each; `calendar_units` tries them in order; `clock_times` reads times of
day; `full_dates` joins a unit, a weekday and a time; `ellipsis` completes the first of two dates from the second, which
`date_ranges` and `clock_ranges` need; `bare_years` reads years without a word.
"""
