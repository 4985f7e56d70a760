"""The country and the kind of a place, told by the words of its lemma.

`cldr.tsv` has the countries and the cities of time zones that Unicode CLDR names in Russian.
`cities_regions` adds large cities, regions and other names of countries, and nouns of kinds («область», «река»).
`locating` looks a folded lemma up in these tables, `find_listed`, and if it is not there
as a state behind its form, as a name with a noun of its kind, and as a part of a listed place.
The first of these rules that knows an answer gives it; where none does, country and kind are `None`.
"""

from ner_news.places.locating import Location, find_country_name, locate

__all__ = ["Location", "find_country_name", "locate"]
