"""A person of a text whose roles are looked for, and the cases that a name may stand in."""

from dataclasses import dataclass, field

from ner_news.lemmas import Lemma
from ner_news.lemmas.role_phrase import ALL_CASES
from ner_news.morph import look_up, nominative, parse
from ner_news.spans import PlainSpan

_UNCHANGING = tuple("уюиоэ")
_RUSSIAN = ("ову", "еву", "ёву", "ину", "ыну")
CONSONANTS = frozenset("бвгджзйклмнпрстфхцчшщь")

Range = tuple[int, int]
"""Numbers of tokens, from the first to the one after the last."""


@dataclass(eq=False)
class NamedPerson:
    """A person with the roles found so far."""

    span: PlainSpan
    lemma: Lemma
    place: Range
    cases: frozenset[str]
    """In which the name may stand."""
    before: list[Range] = field(default_factory=list)
    after: list[Range] = field(default_factory=list)
    is_in_row: bool = False
    """Whether nothing but «и» or a comma stands between this person and one beside."""


def find_cases(written: str, lemma: Lemma) -> frozenset[str]:
    """Return the cases that a name may stand in, as its lemma tells; all where it does not.

    >>> sorted(find_cases("Зотову", Lemma("Зотов", gender="masc")))
    ['datv']
    """
    words, forms = written.split(), lemma.text.split()
    if len(words) != len(forms) or _may_never_change(words[-1]):
        return ALL_CASES
    read = (_read_cases(*pair, is_man=lemma.gender == "masc") for pair in zip(words, forms, strict=True))
    found = [cases for cases in read if cases != ALL_CASES]
    common = ALL_CASES.intersection(*found)
    declined = (cases for cases in found if "nomn" not in cases)
    return common or next(declined, ALL_CASES)  # «Иванку Трамп»: a surname that stays


def _may_never_change(word: str) -> bool:
    """Tell whether a name that no dictionary has ends as foreign ones do that never change: «Маэхару», not «Зотову»."""
    return word.endswith(_UNCHANGING) and not word.endswith(_RUSSIAN) and not look_up(word)


def _read_cases(word: str, form: str, *, is_man: bool) -> frozenset[str]:
    """Return the cases in which a word of a name has this nominative; all for one that may never change."""
    if word == form and not look_up(word) and not (is_man and word[-1] in CONSONANTS):
        return ALL_CASES
    cases: set[str] = set()
    for one in parse(word):
        if one.case and one.number != "plur" and nominative(one) == form.lower() and "inan" not in one.grammemes:
            cases |= ALL_CASES if "Fixd" in one.grammemes else {one.case}
    return frozenset(cases) or ALL_CASES
