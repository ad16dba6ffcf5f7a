"""Reads the figures of an article: their bounds and hedges, what they count, and which measure they have.

The grammar of English figures is ours: ``figures`` reads numbers, bounds and units off the text, ``nonfigures`` keeps
dates, ages and names out, ``counted`` and ``measuring`` say what is counted and measured, by tree and word lists.
"""

from kg.extract.quantities.reading import quantities

__all__ = ["quantities"]
