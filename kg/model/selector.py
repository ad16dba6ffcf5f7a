"""A place in a text that can be found again: by its offsets, by its words, and by what stands around them.

The Web Annotation Data Model (W3C 2017) calls these a text position selector (section 4.2.5) and a text quote selector
(section 4.2.4); here they are one.
"""

from typing import Self

from pydantic import Field, model_validator

from kg.model.base import Frozen
from kg.model.span import Span

CONTEXT_LENGTH = 32
"""Code points of prefix and suffix, enough to find a quotation again: what Hypothesis keeps (its dom-anchor-text-quote)."""


class Selector(Frozen):
    """One place in a text.

    Attributes:
        start: Where it begins, in code points.
        end: Where it ends, excluded.
        exact: The words that stand there; never empty.
        prefix, suffix: What stands right before and behind, at most CONTEXT_LENGTH code points; empty at the ends of
            the text.

    >>> Selector.of("Nine dead, they said.", 0, 9).suffix
    ', they said.'
    """

    start: int = Field(ge=0)
    end: int
    exact: str = Field(min_length=1)
    prefix: str = ""
    suffix: str = ""

    @model_validator(mode="after")
    def _measured(self) -> Self:
        """Refuse offsets that do not fit the words."""
        if self.end - self.start != len(self.exact):
            raise ValueError(f"{self.start} to {self.end} are not the places of “{self.exact}”")
        return self

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Self:
        """The place ``[start, end)`` of a text."""
        return cls(
            start=start,
            end=end,
            exact=text[start:end],
            prefix=text[max(0, start - CONTEXT_LENGTH) : start],
            suffix=text[end : end + CONTEXT_LENGTH],
        )


def selectors(text: str, span: Span) -> tuple[Selector, ...]:
    """One for each part of a span, in order.

    Raises:
        ValueError: If a part reaches beyond the text.
    """
    return tuple(Selector.of(text, start, end) for start, end in span.parts)
