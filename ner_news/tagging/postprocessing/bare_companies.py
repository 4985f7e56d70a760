"""Companies by their bare names: «Ромашка» for ООО «Ромашка» and ООО Ромашка, whatever a network made of the form.

A form with quotes behind it tells where the name is, so networks are not asked; where capitalized words follow, a
network that sees an organization there tells where it ends.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from ner_news.legal_forms import COMPANIES, Company, find_companies
from ner_news.morph import look_up
from ner_news.spans import PlainSpan

SOLE_TRADER = re.compile(r"ИП\s+(?=[А-ЯЁ])")
"""A person that trades («ИП Иванов») is no organization."""

AROUND = 100
"""Characters on each side that tell whether a line is in capitals, by eye."""
LONGEST_ADJECTIVE = 30
"""Characters of an adjective, by eye; more are not looked at."""
ADJECTIVE_BEFORE = re.compile(r"[А-ЯЁ][а-яё-]+(?:ий|ого|ому|им|ом)\s+\Z")


def split_legal_forms(
    text: str, spans: Sequence[PlainSpan], companies: Iterable[Company] | None = None
) -> list[PlainSpan]:
    """Return the sorted spans with companies by their bare names, those too that no span names.

    `companies` are those of the text where they are known, or of the part that spans are in. A longer name around form
    and name stays («филиал ООО «Ромашка»»), and so does a form behind a foreign name: news write «Nord Stream 2 AG»,
    and so does all gold. The score is that of the network where it found the organization, and 1.0 where the form alone
    tells.

    >>> text = "ООО «Ромашка» и ПАО Севербанк"
    >>> found = split_legal_forms(text, [PlainSpan(16, 29, "ORG", 0.9)])
    >>> [(text[span.start : span.stop], span.score) for span in found]
    [('Ромашка', 1.0), ('Севербанк', 0.9)]
    """
    names = [_without_trader(text, span) for span in spans]
    for company in find_companies(text) if companies is None else companies:
        first = bisect_right(names, company.form_start, key=lambda span: span.stop)
        last = bisect_left(names, company.stop, key=lambda span: span.start)
        names[first:last] = _settle(text, company, names[first:last])
    return names


def _settle(text: str, company: Company, found: list[PlainSpan]) -> list[PlainSpan]:
    """Return what stands where a company is, of the spans that overlap its form and its name."""
    if any(span.start < company.form_start and span.stop >= company.stop for span in found):
        return found
    named = [span for span in found if span.stop > company.start]  # none for the form alone
    witness = next((span for span in named if span.label == "ORG"), None)
    if company.is_quoted:
        return [PlainSpan(company.start, company.stop, "ORG", witness.score if witness else 1.0)]
    if witness:
        whole = witness._replace(start=max(company.start, witness.start))
        return [whole if span is witness else span for span in named]
    if _is_in_capitals(text, company) or not _may_be_company(text, company, named):
        return found
    return _settle_without_witness(text, company, named)


def _settle_without_witness(text: str, company: Company, named: list[PlainSpan]) -> list[PlainSpan]:
    """Return a company by the words behind its form; people and places that follow it stay."""
    if named and named[0].start <= company.start:
        return [PlainSpan(company.start, named[0].stop, "ORG"), *named[1:]]
    written = text[company.start : named[0].start if named else company.stop].rstrip()
    return [PlainSpan(company.start, company.start + len(written), "ORG"), *named]


def _may_be_company(text: str, company: Company, named: list[PlainSpan]) -> bool:
    """Tell whether what a network does not take for an organization is one, behind its form.

    «Ненецкого АО Иванов» is none, nor is «Национальный» in «ОАО Национальный банк «Траст»», nor a person or a town in
    the genitive behind an institution: «ГБУ Москвы».
    """
    if _breaks_off(text, company):
        return False
    if company.form in COMPANIES:
        return True
    first = named[0] if named and named[0].start <= company.start else None
    is_of_place = first and any(
        "gent" in each.grammemes for each in look_up(text[company.start : first.stop].split()[0])
    )
    is_person = first and first.label == "PER"
    before = max(0, company.form_start - LONGEST_ADJECTIVE)
    is_district = company.form == "АО" and ADJECTIVE_BEFORE.search(text, before, company.form_start)
    return not (is_of_place or is_person or is_district)


def _breaks_off(text: str, company: Company) -> bool:
    """Tell whether capitalized words end in an adjective whose noun follows in lower case."""
    last = text[company.start : company.stop].split()[-1]
    follows = text[company.stop : company.stop + 2].strip()
    return follows.islower() and any(reading.pos == "ADJF" for reading in look_up(last)[:1])


def _is_in_capitals(text: str, company: Company) -> bool:
    """Tell whether the line around is in capitals, so that those of the name tell nothing."""
    before = text[max(0, company.form_start - AROUND) : company.form_start].rsplit("\n", 1)[-1]
    behind = text[company.start : company.stop + AROUND].split("\n", 1)[0]
    return (before + behind).isupper()


def _without_trader(text: str, span: PlainSpan) -> PlainSpan:
    """Return the person for «ИП Иванов»; any other span as it is."""
    trader = SOLE_TRADER.match(text, span.start, span.stop) if span.label in ("ORG", "PER") else None
    return span._replace(start=trader.end(), label="PER") if trader else span
