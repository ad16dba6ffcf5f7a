"""Places for further nodes in the gaps and round the edge of a layout."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import count

from kg.export.layout.boxes import BOX
from kg.export.layout.link import Link
from kg.export.layout.packing import Spot, covered, slot


def settle(
    nodes: Iterable[str], links: Iterable[Link], spots: Mapping[str, Spot]
) -> dict[str, Spot]:
    """Places for further nodes, as near as may be to their neighbours.

    Args:
        nodes: Ids without a place.
        links: Between these and the nodes that have one; others are ignored.
        spots: The places that are taken; none of them moves.
    """
    neighbours: defaultdict[str, list[Spot]] = defaultdict(list)
    for link in links:
        for name, other in ((link.left, link.right), (link.right, link.left)):
            if other in spots:
                neighbours[name].append(spots[other])
    free = _Free({one for x, y in spots.values() for one in covered(x, y)})
    settled: dict[str, Spot] = {}
    for name in sorted(nodes, key=lambda name: (-len(neighbours[name]), name)):
        around = neighbours[name] or [(0, 0)]
        wanted = slot(
            sum(x for x, _ in around) / len(around), sum(y for _, y in around) / len(around)
        )
        column, row = free.take(wanted)
        settled[name] = (round(column * BOX[0]), round(row * BOX[1]))
    return settled


class _Free:
    """Which boxes of the grid are free.

    From a taken box a step leads to the next one in its row on either side, and steps are joined when they are gone
    (path halving, as in union-find), so that a search looks at a few boxes of each row, not at all that are taken.
    """

    def __init__(self, taken: Iterable[Spot]) -> None:
        """All are free but these."""
        self._steps: dict[int, dict[Spot, int]] = {1: {}, -1: {}}
        for one in taken:
            self._close(one)

    def take(self, wanted: Spot) -> Spot:
        """The free box nearest to the wanted one, which is then taken."""
        column, row = wanted
        best, nearest = wanted, -1
        for away in count():
            if 0 <= nearest <= away:
                break
            for near_row in (row - away, row + away):
                for way in (1, -1):
                    found = self._next(column, near_row, way)
                    distance = max(abs(found - column), away)
                    if nearest < 0 or distance < nearest:
                        best, nearest = (found, near_row), distance
        self._close(best)
        return best

    def _next(self, column: int, row: int, way: int) -> int:
        """The column of the first free box of a row from here on."""
        steps = self._steps[way]
        while (column, row) in steps:
            beyond = steps[column, row]
            steps[column, row] = steps.get((beyond, row), beyond)
            column = beyond
        return column

    def _close(self, one: Spot) -> None:
        for way, steps in self._steps.items():
            steps[one] = one[0] + way
