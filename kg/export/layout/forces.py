"""The play of forces: linked bodies attract, all bodies of a piece repel, and everything is drawn to the middle.

After Fruchterman and Reingold (Graph Drawing by Force-directed Placement, 1991); a step is divided by how stiff the bonds
of a body are, so that well linked ones do not swing to and fro.
"""

from collections.abc import Callable

import numpy as np

from kg.export.layout.bodies import SPACING, Bodies, Floats, Ints, added, ranges
from kg.export.layout.fields import STRENGTH, Pushes, repulsion

ROUNDS = 60
GRAVITY = (0.2, 0.5)  # pull to the middle; stronger upright, since screens are wide
FURTHEST = SPACING * 1.5  # step of the first round
PAIRS = 300  # bodies of a piece up to which all pairs are looked at, which takes as long as the grids at about 400

Repulsion = Callable[[Floats, Floats], Pushes]


def relax(bodies: Bodies, x: Floats, y: Floats) -> tuple[Floats, Floats]:
    """Places after rounds of ever smaller steps.

    Args:
        bodies: All of one piece, or of several with at most PAIRS each.
        x: Where they lie first; each piece round 0.
        y: The same downwards.
    """
    repel = _repulsion(bodies)
    for done in range(ROUNDS):
        x, y = _moved(bodies, x, y, repel(x, y), FURTHEST * (1 - done / ROUNDS))
    return x, y


def _moved(
    bodies: Bodies, x: Floats, y: Floats, pushes: Pushes, furthest: float
) -> tuple[Floats, Floats]:
    """Places after one round, in which none moves further than ``furthest``."""
    left, right, size = bodies.left, bodies.right, bodies.size
    dx, dy = x[right] - x[left], y[right] - y[left]
    pull = bodies.weights * np.sqrt(dx * dx + dy * dy) / SPACING
    stiff = 1 + 2 * (added(left, pull, size) + added(right, pull, size)) / bodies.masses
    steps = []
    for place, push, way, gravity in zip((x, y), pushes, (dx, dy), GRAVITY, strict=True):
        pulled = added(left, way * pull, size) - added(right, way * pull, size)
        steps.append((push + pulled / bodies.masses - place * gravity) / stiff)
    length = np.sqrt(steps[0] * steps[0] + steps[1] * steps[1])
    share = np.minimum(length, furthest) / np.where(length > 0, length, 1.0)
    return x + steps[0] * share, y + steps[1] * share


def _repulsion(bodies: Bodies) -> Repulsion:
    """How these bodies push one another."""
    counts = np.bincount(bodies.pieces)
    if counts.max() > PAIRS:
        return lambda x, y: repulsion(x, y, bodies.masses)
    left, right = pairs(bodies.pieces)

    def push(x: Floats, y: Floats) -> Pushes:
        dx, dy = x[left] - x[right], y[left] - y[right]
        square = dx * dx + dy * dy
        strength = STRENGTH / np.where(square > 0, square, 1.0)
        onto_left, onto_right = strength * bodies.masses[right], strength * bodies.masses[left]
        return _both(dx, onto_left, onto_right), _both(dy, onto_left, onto_right)

    def _both(way: Floats, onto_left: Floats, onto_right: Floats) -> Floats:
        return added(left, way * onto_left, bodies.size) - added(
            right, way * onto_right, bodies.size
        )

    return push


def pairs(pieces: Ints) -> tuple[Ints, Ints]:
    """All pairs of bodies of one piece, each once."""
    order = np.argsort(pieces, kind="stable")
    ends = np.cumsum(np.bincount(pieces))[pieces[order]]
    places = np.arange(len(pieces))
    counts = ends - places - 1
    return order[np.repeat(places, counts)], order[ranges(places + 1, counts)]
