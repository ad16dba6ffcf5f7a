"""A figure in a claim, as an interval with what it counts."""

from enum import StrEnum
from typing import Self

from pydantic import model_validator

from kg.model.base import Frozen
from kg.model.span import Span


class Scope(StrEnum):
    """How a figure relates to the whole of what it counts."""

    TOTAL = "total"
    PART = "part"
    ADDITION = "addition"


class Quantity(Frozen):
    """A figure, its bounds and what is counted.

    Attributes:
        min, max: Bounds, both included, in ``unit``; None where open. "More than 4,000" is 4000 and None;
            exact figures and "about" have min = max. Not both None.
        unit: What is counted or measured, singular and lower-case: ``soldier``, ``person``, ``percent``,
            ``metre``, ``$``; empty where the text does not say.
        measure: Local name of the measure in measures.ttl (``killed``, ``deployed``), or None where none fits.
        hedge: The words that soften or bound the figure ("around", "up to"), lower-case; None if there are none.
        scope: Whether it is a total, a part of one, or an addition to one.
        counted: The words that say what is counted, as in the text ("North Korean soldiers"); empty where none.
        span: Where the figure stands in the article, hedge and unit included.
    """

    min: float | None
    max: float | None
    unit: str = ""
    measure: str | None = None
    hedge: str | None = None
    scope: Scope = Scope.TOTAL
    counted: str = ""
    span: Span

    @model_validator(mode="after")
    def _bounded(self) -> Self:
        """Refuse a figure without bounds or with bounds the wrong way round."""
        if self.min is None and self.max is None:
            raise ValueError("a quantity needs at least one bound")
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError(f"min {self.min} is above max {self.max}")
        return self
