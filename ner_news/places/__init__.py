"""What is known of a place beside its name: its country and its kind."""

from ner_news.places.locating import Location, country_name, locate

__all__ = ["Location", "country_name", "locate"]
