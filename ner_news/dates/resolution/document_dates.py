"""The dates of a whole text, found and resolved in order: each may count from those before it."""

from collections.abc import Iterator
from datetime import datetime

from ner_news.categories import Anchor
from ner_news.dates.expressions import Expression
from ner_news.dates.finder import FoundDate, find_in_lexed
from ner_news.dates.lexer import LexedText, lex
from ner_news.dates.resolution.anchoring import anchor_expression
from ner_news.dates.resolution.antecedents import Antecedent, find_antecedent_time, update_antecedent
from ner_news.dates.resolution.dateline import read_dateline
from ner_news.dates.resolution.reference_time import ReferenceTime, find_reference_time
from ner_news.dates.resolution.resolved_dates import ResolvedDate, resolve, resolve_unanchored
from ner_news.dates.resolution.short_years import settle_short_years

VAGUE = ("в тот день", "тот день", "в этот день", "этот день", "того дня", "тот вечер", "в тот вечер")


def _anchor_in_text(
    lexed: LexedText, date: FoundDate, antecedent: Antecedent | None, publication: datetime | None
) -> tuple[Expression | None, Anchor]:
    """Return the anchored expression, `None` where nothing anchors it, and the kind of its anchor."""
    expression, first = date.expression, date.expression.points[0]
    if expression.is_absolute:
        anchored = anchor_expression(expression, ReferenceTime(datetime(2000, 1, 1)))
        return anchored, "absolute" if anchored else "publication"
    if date.recurs:
        return None, "absolute"
    time = find_antecedent_time(lexed, date, antecedent, publication)
    if time is not None:
        return anchor_expression(expression, ReferenceTime(time, None if first.shifts else "future")), "text"
    if publication is not None:
        return anchor_expression(expression, find_reference_time(lexed, date, publication)), "publication"
    return None, "text" if first.is_anaphoric else "publication"


def _is_vague(lexed: LexedText, date: FoundDate) -> bool:
    """Return whether a date is «в тот день», which means nothing without a date before it."""
    return lexed.text.startswith(VAGUE, date.start)


def read_dates(
    text: str, published: datetime | None = None, century_pivot: int | None = None
) -> Iterator[tuple[FoundDate, ResolvedDate]]:
    """Read each date of a text with what it means, in order.

    Without `published` the text's own publication line serves; what neither tells stays open in the value. Years of two
    digits from `century_pivot` on are of the twentieth century, below it of this one; without it, publication and
    context tell.

    >>> [(found, resolved)] = read_dates("Встреча прошла вчера.", datetime(2021, 9, 16))
    >>> resolved.value, resolved.anchor
    ('2021-09-15', 'publication')
    """
    lexed = lex(text)
    dates = [date for _, date in find_in_lexed(lexed)]
    publication = published.replace(tzinfo=None) if published is not None else read_dateline(text, dates)
    antecedent: Antecedent | None = None
    for found in dates:
        date, is_sure = settle_short_years(lexed, found, publication, century_pivot)
        if antecedent is None and date.expression.points[0].is_anaphoric and _is_vague(lexed, date):
            continue
        anchored, anchor = _anchor_in_text(lexed, date, antecedent, publication)
        antecedent = update_antecedent(antecedent, date, anchored)
        if anchored is None:
            resolved = resolve_unanchored(date.expression, anchor, recurs=date.recurs)
        else:
            resolved = resolve(anchored, date.expression, anchor if is_sure else "publication")
        yield date, resolved._replace(zone=date.zone)
