"""Reads the dates of an article: ``dates`` finds their expressions, ``periods`` works out what they mean."""

from kg.extract.times.expressions import times

__all__ = ["times"]
