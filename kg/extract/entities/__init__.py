"""Who and what an article speaks of: names found, told apart, put together, described."""

from kg.extract.entities.reading import referents

__all__ = ["referents"]
