"""Time zones as texts name them: «мск», «по московскому времени», «UTC+3», the zone of an ISO time."""

import re
from functools import cache

from ner_news.dates.boundaries import WINDOW
from ner_news.dates.expressions import Match
from ner_news.dates.lexer import BREAK, LONGEST_GAP, LexedText, normalize_gap

OFFSET = r"(?:\s?[+-]\s?[0-9]{1,2}(?::[0-9]{2})?)?"
ZONE = (
    rf"(?:мск|msk|utc|gmt|cet|cest|eet|est|edt|pst|pdt)(?!\w){OFFSET}|по\s+[а-я-]+[ое]му\s+времени|по\s+москве|по\s+гринвичу|"
    r"(?:московск|местн|киевск|минск)ого\s+времени|время\s+(?:московск|местн)ое|по\s+времени\s+[а-я-]+"
)


@cache
def _behind_pattern() -> re.Pattern[str]:
    return re.compile(rf"\s*,?\s*(?P<open>\()?\s*(?P<zone>{ZONE})(?!\w)(?(open)\)?)")


@cache
def _inside_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?P<zone>{ZONE})(?!\w)|:[0-9]{{2}}(?:[.,][0-9]+)?(?P<iso>z|[+-][0-9]{{2}}:?[0-9]{{2}})\Z"
    )


def match_zone(text: str, stop: int) -> re.Match[str] | None:
    """Return the match of a zone behind a time of day; the text is folded.

    >>> match_zone("в 10:00 (мск) ждут", 7)["zone"]
    'мск'
    """
    return _behind_pattern().match(text, stop, stop + WINDOW)


def pass_zone(lexed: LexedText, stop: int, after: int) -> tuple[str, int]:
    """Return the gap behind a time and its zone, and the index behind them: «в 23:00 мск в среду»."""
    zone = match_zone(lexed.text, stop)
    if zone is None:
        return lexed.lexemes[after].gap, after
    while lexed.lexemes[after].start < zone.end():
        after += 1
    distance = lexed.lexemes[after].start - zone.end()
    return (
        normalize_gap(lexed.text[zone.end() : lexed.lexemes[after].start]) if distance <= LONGEST_GAP else BREAK
    ), after


def find_zone(lexed: LexedText, match: Match) -> str | None:
    """Return the zone of a date with a time of day, as it is written inside or behind it."""
    if all(point.hour is None for point in match.expression.points):
        return None
    found = match_zone(lexed.text, match.stop) or _inside_pattern().search(lexed.text, match.start, match.stop)
    if found is None:
        return None
    name = "zone" if found["zone"] else "iso"
    return " ".join(lexed.source[found.start(name) : found.end(name)].split())
