"""The country and the kind of a place, told by its lemma, by the noun before it and by the other mentions of it.

`cldr.tsv` has the countries and the cities of time zones that Unicode CLDR names in Russian.
`cities` adds large cities and other names of countries, `regions`, `waters_facilities`, `streets_districts` and
`mountains_islands` what stands without a noun, `towns` the towns of GeoNames; `place_nouns` has the nouns of kinds
(«область», «река», «улица», «аэропорт»).
`locating` looks a folded lemma up in these tables, `find_listed`, and if it is not there
as a state behind its form, as a town, as a name with a noun of its kind, and as a part of a listed place.
The first of these rules that knows an answer gives it; where none does, country and kind are `None`. `noun_before`
adds what the text says of a name: «в аэропорту Внуково», «в штате Вашингтон», «в аэропортах Внуково и Домодедово»;
`shared_locations` lends what one mention tells to the others of its entity.
"""

from ner_news.places.locating import Location, find_country_name, locate
from ner_news.places.shared_locations import locate_all

__all__ = ["Location", "find_country_name", "locate", "locate_all"]
