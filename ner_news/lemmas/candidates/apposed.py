"""Names that stand in the case of the noun before them: «реке Волге», «города Москвы», «улице Большой Морской»."""

from collections.abc import Sequence

from ner_news.lemmas.morphology.dictionary import find_nouns
from ner_news.lemmas.morphology.letter_case import write_like
from ner_news.lemmas.morphology.name_vocabulary import APPOSED, SIZES, STREETS
from ner_news.lemmas.morphology.phrase_words import is_known_noun, read_adjective_word, read_noun_word
from ner_news.lemmas.morphology.slots import SLOTS, ReadingTable, join_tables


def decline_apposed(words: list[str], at: int, case: str, head: str) -> None:
    """Decline, from one place on, the words that stand in the case of the noun before them, `head` in the nominative.

    >>> words = ["улица", "Малой", "Бронной"]
    >>> decline_apposed(words, 1, "gent", "улица")
    >>> words
    ['улица', 'Малая', 'Бронная']
    """
    if head in STREETS and _decline_street(words, at, case, head):
        return
    table = read_noun_word(words[at], "LOC")
    is_apposed = head in APPOSED or not _find_noun(table, "gent")
    form = _find_noun(table, case)
    if form and is_apposed and is_known_noun(words[at]):
        words[at] = write_like(words[at], form)


def _decline_street(words: list[str], at: int, case: str, head: str) -> bool:
    """Decline the adjectives that name a street, with their noun if they have one; return whether there are any.

    What may depend on the street stays: «улицы Красной Сосны», «улице Крупской»; but sizes tell two streets of one
    name, «улицы Большой Ордынки».
    """
    stop = at
    while stop < len(words) and words[stop][:1].isupper() and _is_adjective(words[stop]):
        stop += 1
    if stop == at:
        return False
    tables: list[ReadingTable] = [read_adjective_word(word) for word in words[at:stop]]
    slots = SLOTS[case, _find_gender(head)]
    if stop < len(words):
        table = read_noun_word(words[stop], "LOC")
        if not words[stop][:1].isupper() or (_find_noun(table, "gent") and not _are_sizes(words[at:stop])):
            return True
        tables, slots = [*tables, [pair for pair in table if pair[1].rule != "as written"]], SLOTS[case, ""]
    best = max((joint for joint in join_tables(tables) if joint[0] & slots), key=lambda joint: joint[2], default=None)
    for place, reading in enumerate(best[1] if best else (), start=at):
        words[place] = write_like(words[place], reading.form)
    return True


def _is_adjective(word: str) -> bool:
    """Return whether a word is an adjective by the dictionary or by its ending, and no surname alone."""
    return any(reading.rule == "adjective" for _, reading in read_adjective_word(word))


def _are_sizes(words: Sequence[str]) -> bool:
    return all(any(found.normal in SIZES for found in find_nouns(word)) for word in words)


def _find_gender(head: str) -> str:
    return next((found.gender for found in find_nouns(head) if found.case == "nomn"), "")


def _find_noun(table: ReadingTable, case: str) -> str | None:
    """Return the likeliest noun in this case; `None` where the word only stays as it is."""
    found = (reading for slots, reading in table if slots & SLOTS[case, ""] and reading.rule != "as written")
    return next((reading.form for reading in found), None)
