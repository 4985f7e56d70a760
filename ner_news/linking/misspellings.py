"""Names that differ by a letter: the keys under which they meet, and whether one is a misspelling of the other."""

from ner_news.caches import word_cache
from ner_news.linking.name_folding import FoldedName, fold
from ner_news.linking.thresholds import LEAST_MISSPELT_PART, LONGEST_MISSPELT
from ner_news.morph import look_up
from ner_news.names import NameParts


def delete_letters(word: str) -> list[str]:
    """Return the word, and the word without each of its letters; words a letter apart have one of these in common.

    >>> set(delete_letters("туск")) & set(delete_letters("трск"))
    {'тск'}
    """
    if len(word) > LONGEST_MISSPELT:
        return [word]
    return [word, *(word[:index] + word[index + 1 :] for index in range(len(word)))]


@word_cache(maxsize=1024)  # of some 4 kB each
def delete_name_letters(name: FoldedName) -> tuple[tuple[str, str], ...]:
    """Return keys that two names have in common when one part is equal and the other differs by a letter."""
    firsts = delete_letters(name.first) if len(name.first) >= LEAST_MISSPELT_PART else []
    lasts = delete_letters(name.last) if len(name.last) >= LEAST_MISSPELT_PART else []
    return *((form, f"-{name.last}") for form in firsts), *((f"{name.first}-", form) for form in lasts)


def is_misspelling(one: NameParts, other: NameParts, *, same_gender: bool = False) -> bool:
    """Whether full names that are a letter apart are of one person.

    They are not when both of the words that differ are in the dictionary: «Мария» and «Марина» are two. Of two forms of
    one word, «Сулим» and «Сулима», one is a wrong normal form, if it is known that both are of a man, or of a woman.

    >>> is_misspelling(NameParts("Дональт", "Туск"), NameParts("Дональд", "Туск"))
    True
    >>> is_misspelling(NameParts("Мария", "Попова"), NameParts("Марина", "Попова"))
    False
    """
    if one.patronymic and other.patronymic and fold(one.patronymic) != fold(other.patronymic):
        return False
    pairs = [(fold(a or ""), fold(b or "")) for a, b in ((one.first, other.first), (one.last, other.last))]
    differing = [pair for pair in pairs if pair[0] != pair[1]]
    return bool(differing) and all(_is_misspelt_part(*pair, same_gender) for pair in differing)


def _is_misspelt_part(one: str, other: str, same_gender: bool) -> bool:
    lexemes = [{reading.normal for reading in look_up(word)} for word in (one, other)]
    is_one_lexeme = same_gender and not lexemes[0].isdisjoint(lexemes[1])
    return one.isalpha() and other.isalpha() and (is_one_lexeme or not all(lexemes))
