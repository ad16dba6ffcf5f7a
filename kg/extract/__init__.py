"""Reads one article: its attributions, speakers, entities, figures, times and events."""

from kg.extract.extraction import extract

__all__ = ["extract"]
