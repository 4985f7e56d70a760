"""What is known of a place beside its name: its country and its kind."""

from ner_news.places.locating import Location, clear_caches, country_name, locate

__all__ = ["Location", "clear_caches", "country_name", "locate"]
