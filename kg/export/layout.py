"""Where the nodes lie: a force-directed layout that gives the same coordinates on every machine.

After Fruchterman and Reingold (Graph Drawing by Force-directed Placement, 1991, with their grid variant): linked
nodes attract, all nodes repel. Near nodes repel one by one, far ones as the cells of a grid, so a round costs little
more than linear time. At the end boxes for glyph and label are pushed apart.

Only additions, multiplications, divisions and square roots are used, one after the other, and these are rounded
alike everywhere (IEEE 754); sines and array sums are not, and two machines would drift apart within some rounds.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from math import sqrt

from kg.model.base import Frozen

Point = tuple[float, float]
Spot = tuple[int, int]
Cells = dict[Spot, list[int]]
Bond = tuple[int, int, float]

SPACING = 120.0  # wanted distance of linked nodes in pixels; labels of two lines fit between
ROUNDS = 140  # on piles of 5 to 40 articles the picture no longer changes after about 120
CELLS_ACROSS = 12  # coarser grids repel too many pairs one by one, finer ones blur the near field
GRAVITY = (0.3, 0.5)  # pull to the middle; stronger upright, since screens are wide
BOX = (118.0, 62.0)  # room for a node with its label
NUDGES = 80  # rounds of pushing boxes apart; few remain in touch after 60


class Link(Frozen):
    """A bond between two nodes; a weight of 2 pulls twice as hard."""

    left: str
    right: str
    weight: float = 1.0


def lay_out(nodes: Sequence[str], links: Iterable[Link]) -> dict[str, Spot]:
    """Whole-pixel coordinates of each node, the middle near (0, 0).

    What hangs together is laid out by itself; the pieces are then packed, the largest in the middle.

    Args:
        nodes: Ids; their order is part of the result.
        links: Between these nodes; others are ignored.
    """
    places = {name: place for place, name in enumerate(nodes)}
    bonds = [
        (places[link.left], places[link.right], link.weight)
        for link in links
        if link.left in places and link.right in places and link.left != link.right
    ]
    points: list[Spot] = [(0, 0)] * len(nodes)
    taken: set[Spot] = set()
    for members in _pieces(len(nodes), bonds):
        for node, spot in zip(members, _pack(_relaxed(members, bonds), taken), strict=True):
            points[node] = spot
    return dict(zip(nodes, points, strict=True))


def _pieces(size: int, bonds: Sequence[Bond]) -> list[list[int]]:
    """Sets of nodes that hang together, the largest first."""
    neighbours = _neighbours(bonds)
    pieces: list[list[int]] = []
    seen: set[int] = set()
    for start in range(size):
        if start not in seen:
            piece = sorted(_breadth_first([start], neighbours))
            seen.update(piece)
            pieces.append(piece)
    return sorted(pieces, key=lambda piece: (-len(piece), piece))


def _relaxed(members: Sequence[int], bonds: Iterable[Bond]) -> list[list[float]]:
    """Points of one piece after the play of forces, boxes apart."""
    own = {node: place for place, node in enumerate(members)}
    inside = [(own[left], own[right], pull) for left, right, pull in bonds if left in own]
    points = _start(len(members), inside)
    for done in range(ROUNDS if len(members) > 1 else 0):
        _move(points, inside, SPACING * 2 * (1 - done / ROUNDS))
    for _ in range(NUDGES):
        if not _push_apart(points):
            break
    return points


def _pack(points: Sequence[Sequence[float]], taken: set[Spot]) -> list[Spot]:
    """Move a piece to the free place nearest to the middle and take it.

    Shapes are compared as sets of boxes of a grid, with a row of boxes free between pieces (polyomino packing:
    Freivalds, Dogrusoz, Kikusts: Disconnected Graph Layout and the Polyomino Packing Approach, 2001).
    """
    middle_x, middle_y = _middle(points)
    shape = {_slot(x - middle_x, y - middle_y) for x, y in points}
    column, row = next(
        (x, y) for x, y in _spiral() if not any((x + i, y + j) in taken for i, j in shape)
    )
    for i, j in shape:
        taken.update((column + i + x, row + j + y) for x in (-1, 0, 1) for y in (-1, 0, 1))
    return [
        (round(x - middle_x + column * BOX[0]), round(y - middle_y + row * BOX[1]))
        for x, y in points
    ]


def settle(
    nodes: Iterable[str], links: Iterable[Link], spots: Mapping[str, Spot]
) -> dict[str, Spot]:
    """Places for further nodes in the gaps and round the edge of a layout, as near as may be to their neighbours.

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
    taken = {_slot(x, y) for x, y in spots.values()}
    settled: dict[str, Spot] = {}
    for name in sorted(nodes, key=lambda name: (-len(neighbours[name]), name)):
        around = neighbours[name] or [(0, 0)]
        column, row = _slot(
            sum(x for x, _ in around) / len(around), sum(y for _, y in around) / len(around)
        )
        slot = next(slot for x, y in _spiral() if (slot := (column + x, row + y)) not in taken)
        taken.add(slot)
        settled[name] = (round(slot[0] * BOX[0]), round(slot[1] * BOX[1]))
    return settled


def spread(nodes: Sequence[str], pairs: Iterable[tuple[str, str]]) -> dict[str, Spot]:
    """Places on a square spiral in which neighbours come soon after one another, in linear time.

    Args:
        nodes: Ids; their order is part of the result.
        pairs: Which of them are neighbours.
    """
    places = {name: place for place, name in enumerate(nodes)}
    points = _start(len(nodes), [(places[left], places[right], 1.0) for left, right in pairs])
    return {name: (round(x), round(y)) for name, (x, y) in zip(nodes, points, strict=True)}


def _slot(x: float, y: float) -> Spot:
    """The box of the grid that a point lies in."""
    return round(x / BOX[0]), round(y / BOX[1])


def _start(size: int, bonds: Sequence[Bond]) -> list[list[float]]:
    """First positions: a square spiral in which neighbours come soon after one another."""
    neighbours = _neighbours(bonds)
    ranked = sorted(range(size), key=lambda node: (-len(neighbours.get(node, ())), node))
    points = [[0.0, 0.0] for _ in range(size)]
    for (x, y), node in zip(_spiral(), _breadth_first(ranked, neighbours), strict=False):
        slant = (node * 37 % 101) / 101  # no two in line, or forces across the line would stay zero
        points[node] = [(x + slant / 4) * SPACING, (y - slant / 4) * SPACING * 0.8]
    return points


def _spiral() -> Iterator[Spot]:
    """The points of the whole-number grid, from the middle outwards."""
    x = y = 0
    right, down = 1, 0
    for side in count(2):
        for _ in range(side // 2):
            yield x, y
            x, y = x + right, y + down
        right, down = -down, right


def _neighbours(bonds: Iterable[Bond]) -> dict[int, list[int]]:
    neighbours: defaultdict[int, list[int]] = defaultdict(list)
    for left, right, _ in bonds:
        neighbours[left].append(right)
        neighbours[right].append(left)
    return neighbours


def _breadth_first(starts: Iterable[int], neighbours: Mapping[int, Iterable[int]]) -> list[int]:
    """All nodes that can be reached from the first start, then those from the second, and so on."""
    order: dict[int, None] = {}
    for start in starts:
        waiting = deque([start])
        while waiting:
            node = waiting.popleft()
            if node not in order:
                order[node] = None
                waiting.extend(neighbours.get(node, ()))
    return list(order)


def _move(points: list[list[float]], bonds: Iterable[Bond], furthest: float) -> None:
    """One round of forces; no node moves further than ``furthest``."""
    pulls = _far_repulsion(points)
    for left, right, weight in bonds:
        dx, dy = points[right][0] - points[left][0], points[right][1] - points[left][1]
        pull = weight * sqrt(dx * dx + dy * dy) / SPACING
        pulls[left][0] += dx * pull
        pulls[left][1] += dy * pull
        pulls[right][0] -= dx * pull
        pulls[right][1] -= dy * pull
    for point, pull_on in zip(points, pulls, strict=True):
        dx = pull_on[0] - point[0] * GRAVITY[0]
        dy = pull_on[1] - point[1] * GRAVITY[1]
        length = sqrt(dx * dx + dy * dy)
        share = min(length, furthest) / length if length else 0.0
        point[0] += dx * share
        point[1] += dy * share


def _cells(points: Iterable[Sequence[float]], width: float, height: float) -> Cells:
    """Numbers of the nodes by cell of a grid, both in order."""
    cells: Cells = {}
    for node, (x, y) in enumerate(points):
        cells.setdefault((int(x // width), int(y // height)), []).append(node)
    return cells


def _far_repulsion(points: list[list[float]]) -> list[list[float]]:
    """What pushes each node away from all others: neighbours singly, distant cells as a whole."""
    extent = max((max(abs(x), abs(y)) for x, y in points), default=0.0)
    size = max(2 * SPACING, 2 * extent / CELLS_ACROSS)
    cells = _cells(points, size, size)
    pushes = [[0.0, 0.0] for _ in points]
    middles = {
        cell: (*_middle([points[node] for node in members]), len(members))
        for cell, members in cells.items()
    }
    for (column, row), members in cells.items():
        near: list[int] = []
        far_x = far_y = 0.0
        x, y, _ = middles[column, row]
        for (other_column, other_row), (other_x, other_y, mass) in middles.items():
            if abs(column - other_column) <= 1 and abs(row - other_row) <= 1:
                near.extend(cells[other_column, other_row])
                continue
            dx, dy = x - other_x, y - other_y
            push = mass * SPACING * SPACING / (dx * dx + dy * dy)
            far_x += dx * push
            far_y += dy * push
        for node in members:
            push_x, push_y = _near_repulsion(points, node, near)
            pushes[node] = [far_x + push_x, far_y + push_y]
    return pushes


def _middle(points: Sequence[Sequence[float]]) -> Point:
    """The mean of points, added up one by one: ``sum`` rounds otherwise from Python 3.12 on."""
    total_x = total_y = 0.0
    for x, y in points:
        total_x += x
        total_y += y
    return total_x / len(points), total_y / len(points)


def _near_repulsion(points: list[list[float]], node: int, near: Iterable[int]) -> Point:
    x, y = points[node]
    push_x = push_y = 0.0
    for other in near:
        dx, dy = x - points[other][0], y - points[other][1]
        square = dx * dx + dy * dy
        if square:
            push = SPACING * SPACING / square
            push_x += dx * push
            push_y += dy * push
    return push_x, push_y


def _push_apart(points: list[list[float]]) -> bool:
    """Push overlapping boxes apart by the shorter way; whether any did overlap."""
    width, height = BOX
    moved = False
    cells = _cells(points, width, height)
    for (column, row), members in cells.items():
        near = [
            node
            for x in (column - 1, column, column + 1)
            for y in (row - 1, row, row + 1)
            for node in cells.get((x, y), ())
        ]
        for left in members:
            for right in near:
                if left < right:
                    moved |= _part(points[left], points[right])
    return moved


def _part(left: list[float], right: list[float]) -> bool:
    """Part two boxes, each by half of what they overlap; whether they did."""
    dx, dy = right[0] - left[0], right[1] - left[1]
    over_x, over_y = BOX[0] - abs(dx), BOX[1] - abs(dy)
    if over_x <= 1 or over_y <= 1:
        return False
    axis, over, way = (0, over_x, dx) if over_x < over_y else (1, over_y, dy)
    step = over / 2 if way >= 0 else -over / 2
    left[axis] -= step
    right[axis] += step
    return True
