"""One kind and one country for all mentions of one entity in a text: a surer mention lends them to the others."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from ner_news.places.locating import UNKNOWN, Location, locate
from ner_news.places.noun_before import locate_in_text

Mention = tuple[int, int, str, str]
"""Start, stop, lemma and the entity's id."""


def locate_all(text: str, mentions: Sequence[Mention]) -> list[Location]:
    """Return what is known of each place of a text.

    What one mention does not tell it has from the others of its entity, where these agree, and otherwise from the name
    that linking gave the entity: «Екб» is of `LOC:екатеринбург`. Mentions that contradict each other stay as they are.

    >>> text = "Поезд прибыл в посёлок Энск. Сегодня Энск ждёт"
    >>> [found.kind for found in locate_all(text, [(23, 27, "Энск", "LOC:энск"), (37, 41, "Энск", "LOC:энск")])]
    ['city', 'city']
    """
    told = [locate_in_text(text, start, stop, lemma) for start, stop, lemma, _ in mentions]
    of_entity: defaultdict[str, list[Location]] = defaultdict(list)
    for location, mention in zip(told, mentions, strict=True):
        of_entity[mention[3]].append(location)
    shared = {entity: _agree(entity, found) for entity, found in of_entity.items()}
    return [_fill(location, shared[mention[3]]) for location, mention in zip(told, mentions, strict=True)]


def _agree(entity: str, found: Iterable[Location]) -> Location:
    """Return what the mentions of an entity tell together."""
    kinds = {location.kind for location in found} - {None}
    countries = {location.country for location in found} - {None}
    named = locate(entity.partition(":")[2]) if not kinds else UNKNOWN
    kind = next(iter(kinds)) if len(kinds) == 1 else named.kind
    country = next(iter(countries)) if len(countries) == 1 else None if countries else named.country
    return Location(country, kind)


def _fill(location: Location, shared: Location) -> Location:
    """Return a place with what it lacks; another kind is another place, whose country is not this one's."""
    if location.kind not in (None, shared.kind):
        return location
    return Location(location.country or shared.country, location.kind or shared.kind)
