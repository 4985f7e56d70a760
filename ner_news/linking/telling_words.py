"""Words before a name that tell which of several things it is: «приднестровский Сбербанк», «минское «Динамо»»."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from ner_news.linking.mention_keys import Mention
from ner_news.linking.name_tables import RUSSIAN, normalized_names
from ner_news.linking.normalization import find_country, is_national
from ner_news.linking.thresholds import TELLING_GAP

_ADJECTIVE = r"[А-ЯЁа-яё-]{2,30}[сц]к(?:ий|ая|ое|ого|ой|ому|ую|им|ом|ими|их)"
_BEFORE = re.compile(rf"\b({_ADJECTIVE})(?:\s{{1,2}}(?:и|,)\s{{1,2}}({_ADJECTIVE}))?\s{{1,2}}[«\"„“]?\Z")
_ENDING = re.compile(r"(?:ий|ая|ое|ого|ой|ому|ую|им|ом|ими|их)\Z")
_HOME = frozenset(("россия", "ссср"))
"""Countries whose adjective tells nothing of a Russian company, and nothing new of a club."""


def tell_apart(mentions: Sequence[Mention], keys: Sequence[str], text: str) -> list[str]:
    """Return the keys, those of organizations with what an adjective before the name tells.

    A country's adjective goes to a body that each country has, and to a Russian company, unless it is Russia's own; of
    any other name the adjectives count where the text has two of them, «московское и минское «Динамо»» too.

    >>> text = "казанский «Зенит» и петербургский «Зенит»"
    >>> mentions = [Mention("ORG", "Зенит", start=start, stop=start + 5) for start in (11, 34)]
    >>> tell_apart(mentions, ["ORG:зенит"] * 2, text)
    ['ORG:зенит казанский', 'ORG:зенит петербургский']
    """
    told: defaultdict[str, dict[int, str]] = defaultdict(dict)
    for index, word in _find_telling_words(mentions, keys, text):
        told[keys[index]][index] = word
    apart = list(keys)
    for key, words in told.items():
        are_several = len(set(words.values())) > 1
        for index, word in words.items():
            country = find_country(word)
            if country and _is_of_one_country(key.partition(":")[2]):
                apart[index] = key if country in _HOME else f"{key} {country}"
            elif are_several or " и " in word:
                apart[index] = f"{key} {word}"
    return apart


def _is_of_one_country(name: str) -> bool:
    return is_national(name) or tuple(name.split()) in normalized_names(*RUSSIAN)


def _find_telling_words(mentions: Sequence[Mention], keys: Sequence[str], text: str) -> Iterator[tuple[int, str]]:
    """Yield the adjective before each mention of an organization, or both, in their usual form."""
    for index, (mention, key) in enumerate(zip(mentions, keys, strict=True)):
        if key.startswith("ORG:") and 0 < mention.start <= len(text):
            found = _BEFORE.search(text, max(0, mention.start - TELLING_GAP), mention.start)
            if found:
                yield index, " и ".join(_ENDING.sub("ий", word.casefold()) for word in found.groups() if word)
