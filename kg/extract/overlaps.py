"""Finds which places of a text others touch, without asking every pair: most places of a text are far apart."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from kg.model import Span


class Overlaps:
    """Some spans of a text, in any order; gaps between the parts of one count as its own."""

    def __init__(self, spans: Sequence[Span]) -> None:
        """Spans to be told by their number."""
        bounds = [(span.start, span.end) for span in spans]
        self._order = sorted(range(len(bounds)), key=lambda number: bounds[number])
        self._starts = [bounds[number][0] for number in self._order]
        self._ends = [bounds[number][1] for number in self._order]
        self._reach = list(accumulate(self._ends, max))

    def at(self, start: int, end: int) -> list[int]:
        """The numbers of the spans that have a character between start and end, in order.

        >>> Overlaps([Span.of(8, 9), Span.of(0, 3), Span.of(2, 7)]).at(3, 9)
        [0, 2]
        """
        first, last = bisect_right(self._reach, start), bisect_left(self._starts, end)
        return sorted(self._order[i] for i in range(first, last) if self._ends[i] > start)
