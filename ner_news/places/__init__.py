"""The country and the kind of a place, told by the words of its lemma and by the noun before it.

`cldr.tsv` has the countries and the cities of time zones that Unicode CLDR names in Russian.
`cities_regions` adds large cities, regions and other names of countries, `waters_facilities` rivers, seas, airports and
stadiums; `place_nouns` has the nouns of kinds («область», «река», «улица», «аэропорт»).
`locating` looks a folded lemma up in these tables, `find_listed`, and if it is not there
as a state behind its form, as a name with a noun of its kind, and as a part of a listed place.
The first of these rules that knows an answer gives it; where none does, country and kind are `None`. `noun_before` adds
what the text says of a name: «в аэропорту Внуково», «в штате Вашингтон».
"""

from ner_news.places.locating import Location, find_country_name, locate
from ner_news.places.noun_before import locate_in_text

__all__ = ["Location", "find_country_name", "locate", "locate_in_text"]
