"""Finds who says what: source, cue and content of every attribution.

``attributions`` is one implementation, by rule, of a small interface, ``Attributor``: a function from an analysed text
and its quotations to attributions. Another one, such as a tagger learned from data, can take its place. The terms are
those of Pareti (2015), Attribution: A Computational Approach, and of PolNeAR (Newell, Margolin and Ruths, 2018).
"""

from kg.extract.attribution.quotations import Quotation, Quotations, quotations
from kg.extract.attribution.rules import Attributor, attributions

__all__ = ["Attributor", "Quotation", "Quotations", "attributions", "quotations"]
