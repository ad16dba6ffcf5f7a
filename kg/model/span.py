"""Places in an article's text.

Offsets are code points (Python ``str`` indices), half-open, as in ``text[start:end]``. A span has one or more
parts because a quotation can be broken by its tag.
"""

from collections.abc import Iterable
from typing import Self

from pydantic import model_validator

from kg.model.base import Frozen


class Span(Frozen):
    """One or more places in a text, in order and without overlap.

    Attributes:
        parts: Pairs of start (included) and end (excluded), in code points.

    >>> Span.of(4, 9).cut("The quick fox")
    'quick'
    """

    parts: tuple[tuple[int, int], ...]

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        """Refuse empty, negative, overlapping or unordered parts."""
        if not self.parts:
            raise ValueError("a span needs at least one part")
        last = 0
        for start, end in self.parts:
            if start < last or end <= start:
                raise ValueError(f"parts must be ordered, apart and not empty: {self.parts}")
            last = end
        return self

    @classmethod
    def of(cls, start: int, end: int) -> "Span":
        """The span of one part, ``[start, end)``."""
        return cls(parts=((start, end),))

    @classmethod
    def join(cls, spans: Iterable["Span"]) -> "Span":
        """The parts of all spans in order; parts that touch or overlap become one.

        Raises:
            ValueError: If there is no span.

        >>> Span.join([Span.of(7, 9), Span.of(0, 3), Span.of(2, 5)]).parts
        ((0, 5), (7, 9))
        """
        merged: list[tuple[int, int]] = []
        for start, end in sorted(part for span in spans for part in span.parts):
            if merged and start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        return cls(parts=tuple(merged))

    @property
    def start(self) -> int:
        """Where the first part begins."""
        return self.parts[0][0]

    @property
    def end(self) -> int:
        """Where the last part ends (excluded)."""
        return self.parts[-1][1]

    def cut(self, text: str) -> str:
        """The words of the span: its parts, joined by one space.

        Raises:
            ValueError: If a part reaches beyond the text.
        """
        if self.end > len(text):
            raise ValueError(f"span {self.parts} reaches beyond a text of {len(text)} characters")
        return " ".join(text[start:end] for start, end in self.parts)

    def overlaps(self, other: "Span") -> bool:
        """Whether the two have a character in common.

        >>> Span.of(0, 3).overlaps(Span.of(3, 5))
        False
        """
        left, right = self.parts, other.parts
        if left[-1][1] <= right[0][0] or right[-1][1] <= left[0][0]:  # as most pairs are
            return False
        return any(a < d and c < b for a, b in left for c, d in right)

    def covers(self, other: "Span") -> bool:
        """Whether every part of the other lies within one part of this."""
        return all(any(a <= c and d <= b for a, b in self.parts) for c, d in other.parts)
