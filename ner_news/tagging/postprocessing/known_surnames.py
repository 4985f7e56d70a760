"""Surnames that the network overlooked: words with a capital that the dictionary knows as surnames and nothing else.

In the gold of NEREL, FactRuEval and RuRED 3,015 words are such; 2,968 of them stand in people's names, 17 in no name.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from ner_news.caches import word_cache
from ner_news.morph import find_cells
from ner_news.spans import PlainSpan

WORD = re.compile(r"[А-ЯЁ](?<![\w-].)[а-яё]{3,}(?![\w-])")  # a capital is found faster than what it stands behind

STREET = re.compile(r"\b(?:ул|пр|пр-т|просп|пер|пл|наб|ш|б-р)\. ?(?:[\w-]+\.? )?$", re.IGNORECASE)
"""What stands before the person of a street, who is none of the text: «ул. ген. Карбышева»."""

LOOK_BACK = 24

SCORE = 0.5
"""How sure a person is whom the network did not see, by eye."""

_KEPT = 16_384


def find_known_surnames(text: str, spans: Sequence[PlainSpan]) -> list[PlainSpan]:
    """Return the spans with a person for each such word outside all of them.

    >>> text = "Меркель ждут в Минске."
    >>> [text[span.start : span.stop] for span in find_known_surnames(text, [])]
    ['Меркель']
    """
    found = list(_find(text, spans))
    return sorted([*spans, *found]) if found else list(spans)


def _find(text: str, spans: Sequence[PlainSpan]) -> Iterator[PlainSpan]:
    starts = [span.start for span in spans]
    for word in WORD.finditer(text):
        place = bisect_right(starts, word.end() - 1)
        is_free = place == 0 or spans[place - 1].stop <= word.start()
        if is_free and _is_surname_alone(word[0]) and not _is_street(text, word.start()):
            yield PlainSpan(word.start(), word.end(), "PER", SCORE)


def _is_street(text: str, start: int) -> bool:
    return STREET.search(text, max(0, start - LOOK_BACK), start) is not None


@word_cache(maxsize=_KEPT)
def _is_surname_alone(word: str) -> bool:
    cells = find_cells(word)
    return bool(cells) and all("Surn" in cell.grammemes for cell in cells)
