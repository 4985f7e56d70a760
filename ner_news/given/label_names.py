"""What others call the four labels; any other label, such as NAME, MISC or NORP, says nothing, and is guessed."""

from collections.abc import Mapping

from ner_news.spans import Label

# CoNLL and SlavicNER (PER, LOC, ORG), OntoNotes as in spaCy (PERSON, GPE, FAC, TIME), FactRuEval (LocOrg), NEREL
# (COUNTRY … DISTRICT, FACILITY), and the words that people give GLiNER and language models. OntoNotes' NORP is left
# out: nationalities and believers are no names here, and parties are organizations.
NAMES: Mapping[Label, str] = {
    "PER": "per pers person people человек персона имя фио",
    "ORG": "org organization organisation company corporation организация компания",
    "LOC": "loc location place gpe fac facility locorg country city state state_or_province region district address "
    "место локация страна город регион",
    "DATE": "date time datetime дата время",
}

LABEL_NAMES: Mapping[str, Label] = {name: label for label, names in NAMES.items() for name in names.split()}
"""The label that each name means, in small letters."""


def label_of(name: str | None) -> Label | None:
    """Return the label that is meant; `None` for none and for an unknown name.

    >>> label_of("Person"), label_of("STATE OR PROVINCE"), label_of("NAME"), label_of(None)
    ('PER', 'LOC', None, None)
    """
    return LABEL_NAMES.get("_".join((name or "").lower().split()))
