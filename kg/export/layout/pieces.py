"""Lays out what hangs together by itself and packs the pieces side by side."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from kg.export.layout.bodies import Bodies, Floats, Ints, added
from kg.export.layout.boxes import BOX, part
from kg.export.layout.forces import PAIRS, relax
from kg.export.layout.levels import coarsenings, unfolded
from kg.export.layout.link import Link
from kg.export.layout.packing import Packing, Spot, slot

AT_ONCE = 2000  # nodes of small pieces that are laid out together; each comes out as it would alone


def lay_out(nodes: Sequence[str], links: Iterable[Link]) -> dict[str, Spot]:
    """Whole-pixel coordinates of each node, the middle near (0, 0).

    What hangs together is laid out by itself; the pieces are then packed, the largest in the middle.

    Args:
        nodes: Ids; their order is part of the result.
        links: Between these nodes; others are ignored.
    """
    points: list[Spot] = [(0, 0)] * len(nodes)
    packing = Packing()
    for members, places in _drawn(_bodies(nodes, links)):
        column, row = packing.take(slot(x, y) for x, y in places)
        for node, (x, y) in zip(members, places, strict=True):
            points[node] = round(x + column * BOX[0]), round(y + row * BOX[1])
    return dict(zip(nodes, points, strict=True))


def _bodies(nodes: Sequence[str], links: Iterable[Link]) -> Bodies:
    """The nodes as bodies, their pieces numbered from the largest to the smallest."""
    numbers = {name: number for number, name in enumerate(nodes)}
    bonds = [
        (numbers[link.left], numbers[link.right], link.weight)
        for link in links
        if link.left in numbers and link.right in numbers and link.left != link.right
    ]
    left = np.array([bond[0] for bond in bonds], dtype=np.int64)
    right = np.array([bond[1] for bond in bonds], dtype=np.int64)
    weights = np.array([bond[2] for bond in bonds], dtype=np.float64)
    _, pieces, sizes = np.unique(
        components(len(nodes), left, right), return_inverse=True, return_counts=True
    )
    ranked = np.argsort(np.argsort(-sizes, kind="stable"), kind="stable")
    return Bodies(np.ones(len(nodes)), ranked[pieces], left, right, weights)


def components(size: int, left: Ints, right: Ints) -> Ints:
    """The least number among the nodes that each hangs together with."""
    least = np.arange(size)
    while True:
        lower = least.copy()
        np.minimum.at(lower, least[left], least[right])
        np.minimum.at(lower, least[right], least[left])
        while (lower[lower] != lower).any():
            lower = lower[lower]
        lower = lower[least]
        if (lower == least).all():
            return least
        least = lower


def _drawn(whole: Bodies) -> Iterator[tuple[list[int], list[tuple[float, float]]]]:
    """The nodes of each piece and their points round (0, 0), the largest piece first."""
    order = np.argsort(whole.pieces, kind="stable")
    sizes = np.bincount(whole.pieces)
    for first, last in _batches(sizes.tolist()):
        members = order[(whole.pieces[order] >= first) & (whole.pieces[order] < last)]
        x, y = _placed(_some(whole, members, first))
        ends = np.cumsum(sizes[first:last]).tolist()
        points = list(zip(x.tolist(), y.tolist(), strict=True))
        nodes = members.tolist()
        for begin, end in zip([0, *ends], ends, strict=False):
            yield nodes[begin:end], points[begin:end]


def _batches(sizes: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Ranges of pieces to lay out together: large ones alone, small ones by the thousand nodes."""
    first = total = 0
    for number, size in enumerate(sizes):
        if number > first and (sizes[first] > PAIRS or total + size > AT_ONCE):
            yield first, number
            first, total = number, 0
        total += size
    if sizes:
        yield first, len(sizes)


def _some(whole: Bodies, members: Ints, first: int) -> Bodies:
    """These bodies with the bonds between them; their pieces counted from the first."""
    own = np.full(whole.size, -1)
    own[members] = np.arange(len(members))
    inside = own[whole.left] >= 0
    return Bodies(
        whole.masses[members],
        whole.pieces[members] - first,
        own[whole.left[inside]],
        own[whole.right[inside]],
        whole.weights[inside],
    )


def _placed(bodies: Bodies) -> tuple[Floats, Floats]:
    """Points of the nodes, the middle of each piece in (0, 0)."""
    pictures = list(coarsenings(bodies))
    x = y = np.zeros(int(bodies.pieces.max()) + 1)
    for picture, groups in reversed(pictures):
        x, y = relax(picture, *unfolded(picture, groups, x, y))
    x, y = part(bodies.pieces, x, y)
    return _centred(bodies.pieces, x), _centred(bodies.pieces, y)


def _centred(pieces: Ints, values: Floats) -> Floats:
    """The values less the mean of their piece."""
    counts = np.bincount(pieces)
    return values - (added(pieces, values, len(counts)) / counts)[pieces]
