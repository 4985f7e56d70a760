"""The gaps that may stand before a word of a date, written as `normalize_gap` gives them."""

SPACE = (" ", "\n")
TOUCHING = ("", *SPACE)
ORDINAL_GAPS = (*SPACE, "-й ", "-го ", "-м ", "-ом ", "-му ")
"""«ХХ-го века», «I-й квартал»: digits have their ending inside the lexeme, Roman ones do not."""
LOOSE = (*TOUCHING, ", ", " в ", ", в ")
"""«14 декабря в 1989 году», «16 сентября, 2021 года»: only before a year with its word."""
ANAPHORIC_GAPS = (" же ", "\nже ", " самый ", " самую ", " самом ", " же самый ", " же самом ")
"""Between adjective and noun: «в том же году», «в этот самый день»."""
COUNTED_GAPS = (*TOUCHING, "-")
"""Between a count and its unit: «3 дня», «5-лет»."""
MORE_GAPS = (" ", ", ", " и ")
"""Between durations that add up: «1 год, 2 месяца и 3 дня»."""
WEEKDAY_GAPS = (*SPACE, ", ", " - ", ",")
"""Between a weekday and its date: «в среду - 10 июля»."""
NAMED_GAPS = (", ", ", в ", ", во ")
"""Between a date and its weekday: «сегодня, в среду»."""
LEAD_GAPS = (" ", ", ", " в ", " во ", ", в ", " - ", " | ", " / ")
"""Between a time and its date, the time's zone aside: «в 23:00 мск в среду»."""
PART_GAPS = (*LEAD_GAPS, "\n")
"""Between a part of day and its date: a time on the next line may be another item's, a part of day may not."""
CLOCK_GAPS = (" ", ", ", ",", " в ", ", в ", " около ", ", около ", " в около ", " примерно в ", " - ", " | ", " / ")
"""Between a date and its time: «5 мая около 16:02»."""
FROM_GAPS = (" с ", ", с ", " ", ", ", " в период с ")
"""Between a date and its hours: «16 сентября с 10:00 до 18:00»."""
DASHES = ("-", " - ", "- ", " -")
TO = (" по ", " до ", ", по ", ", до ")
AND = (" и ", " или ", ", и ", " и в ", " или в ")
