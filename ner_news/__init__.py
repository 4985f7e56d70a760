"""People, organizations, places and dates in Russian news: typed, lemmatized, linked spans."""
