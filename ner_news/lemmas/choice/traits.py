"""What the learnt choice looks at in a candidate by itself: its rules, its endings, what the dictionary says of it."""

from collections.abc import Iterator

from ner_news.caches import word_cache
from ner_news.lemmas.candidates import Candidate
from ner_news.lemmas.choice.ranking_model import read_model
from ner_news.lemmas.morphology.dictionary import has_nominative, is_attested, is_first_name, is_form_of
from ner_news.lemmas.morphology.letter_case import count_shared, without_yo
from ner_news.lemmas.morphology.name_vocabulary import PLURALS
from ner_news.lemmas.span_words import SpanWords

_MARKS = {"LOC": "Geox", "ORG": "Orgn", "last": "Surn"}
"""What the dictionary calls names of a label, and surnames."""
_GIVEN = frozenset(("first", "any", "given"))
_LONGEST_STEM = 3
"""Letters of the stem that a change of ending is seen with."""


def find_traits(span: SpanWords, candidate: Candidate) -> list[str]:
    """Return the names of the traits of a candidate; the weight of each stands in the learnt model.

    >>> span = SpanWords("LOC", ("Химок",), ("",))
    >>> candidate = Candidate("Химки", (), (), 1.0, rules=("dictionary Geox",), forms=(("noun", "химок", "химки"),))
    >>> find_traits(span, candidate)[:4]
    ['LOC dictionary Geox', 'LOC noun ок → ки', 'LOC noun м|ок → ки', 'LOC noun им|ок → ки']
    """
    return [
        *_name_whole(span.label, candidate),
        *(each for form in candidate.forms for each in _name_form(span.label, *form)),
    ]


def weigh_traits(span: SpanWords, candidate: Candidate) -> float:
    """Return the sum of the weights of the traits."""
    weights = read_model().traits
    whole = sum([weights.get(trait, 0.0) for trait in _name_whole(span.label, candidate)])
    return whole + sum([_weigh_form(span.label, *form) for form in candidate.forms])


# Names repeat their words, «… области», even in one text.
@word_cache(maxsize=4096)
def _weigh_form(label: str, role: str, written: str, form: str) -> float:
    weights = read_model().traits
    return sum([weights.get(trait, 0.0) for trait in _name_form(label, role, written, form)])


def _name_whole(label: str, candidate: Candidate) -> list[str]:
    """Return the traits of a candidate as a whole: its rules, and whether it is as written."""
    traits = [f"{label} {rule}" for rule in candidate.rules]
    if all(written == form for _, written, form in candidate.forms):
        traits.append(f"{label} as written")
    return traits


def _name_form(label: str, role: str, written: str, form: str) -> list[str]:
    """Return the traits of one word."""
    name = f"{label} {role} "
    traits = [name + change for change in _name_changes(written, form)]
    traits += [f"{name}~{form[-2:]}", f"{name}~{form[-3:]}"]
    traits += [name + fact for fact in _name_facts(label, role, written, form)]
    return traits


def _name_changes(written: str, form: str) -> Iterator[str]:
    one, other = without_yo(written), without_yo(form)
    shared = count_shared(one, other)
    for size in range(_LONGEST_STEM + 1):
        stem = one[max(0, shared - size) : shared]
        yield f"{stem}|{one[shared:]} → {other[shared:]}" if size else f"{one[shared:]} → {other[shared:]}"


def _name_facts(label: str, role: str, written: str, form: str) -> Iterator[str]:
    if label == "PER" and role in _GIVEN:
        if is_first_name(form):
            yield "listed"
        elif is_first_name(written):
            yield "though the written one is listed"
        return
    mark = _MARKS.get(label if label != "PER" else role, "")
    if form in PLURALS:
        yield "one of the usual plurals"
    elif written in PLURALS:
        yield "though one of the usual plurals"
    elif mark and has_nominative(form, mark):
        yield f"known {mark}"
    elif mark and is_form_of(written, mark):
        yield f"though of a known {mark}"
    elif has_nominative(form):
        yield "known and met" if is_attested(form) else "known"
    elif has_nominative(written):
        yield "though the written one is known"
