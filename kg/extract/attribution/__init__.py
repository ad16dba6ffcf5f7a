"""Finds who says what: source, cue and content of every attribution.

``attributions`` is one implementation, by a trained network and by rule together, of a small interface, ``Attributor``: a
function from an analysed text and its quotations to attributions. Another one can take its place. The terms are
those of Pareti (2015), Attribution: A Computational Approach, and of PolNeAR (Newell, Margolin and Ruths, 2018).
"""

from kg.extract.attribution.combined import Attributor, attributions
from kg.language.quotations import Quotation, Quotations, quotations

__all__ = ["Attributor", "Quotation", "Quotations", "attributions", "quotations"]
