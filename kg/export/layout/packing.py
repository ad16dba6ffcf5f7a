"""Puts things side by side on a grid of boxes: pieces of a layout, and further nodes in its gaps."""

from collections.abc import Iterable, Iterator
from itertools import count

from kg.export.layout.boxes import BOX

Spot = tuple[int, int]


def spiral() -> Iterator[Spot]:
    """The points of the whole-number grid, from the middle outwards."""
    x = y = 0
    right, down = 1, 0
    for side in count(2):
        for _ in range(side // 2):
            yield x, y
            x, y = x + right, y + down
        right, down = -down, right


def slot(x: float, y: float) -> Spot:
    """The box of the grid that a point lies in."""
    return round(x / BOX[0]), round(y / BOX[1])


def covered(x: float, y: float) -> set[Spot]:
    """The boxes of the grid that a box round a point lies over by more than a tenth."""
    columns, rows = x / BOX[0], y / BOX[1]
    return {(round(columns + i), round(rows + j)) for i in (-0.4, 0.4) for j in (-0.4, 0.4)}


class Packing:
    """Places for pieces, none of which touches another.

    Shapes are compared as sets of boxes, with a row of boxes free between pieces (polyomino packing: Freivalds,
    Dogrusoz, Kikusts: Disconnected Graph Layout and the Polyomino Packing Approach, 2001). The search for a place
    goes on where that for a piece of about the same size ended, so that thousands of small pieces take no longer than they are many.
    """

    def __init__(self) -> None:
        """Nothing lies there yet."""
        self._taken: set[Spot] = set()
        self._searches: dict[Spot, Iterator[Spot]] = {}

    def take(self, shape: Iterable[Spot]) -> Spot:
        """How far to move a piece so that it lies near the middle and free; its boxes are taken from then on."""
        boxes = sorted(set(shape))
        wide = max(x for x, _ in boxes) - boxes[0][0]
        high = max(y for _, y in boxes) - min(y for _, y in boxes)
        search = self._searches.setdefault((wide.bit_length(), high.bit_length()), spiral())
        column, row = next(
            (x, y) for x, y in search if not any((x + i, y + j) in self._taken for i, j in boxes)
        )
        for i, j in boxes:
            self._taken.update(
                (column + i + x, row + j + y) for x in (-1, 0, 1) for y in (-1, 0, 1)
            )
        return column, row
