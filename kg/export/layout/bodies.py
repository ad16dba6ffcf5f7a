"""What the play of forces works on: bodies with their masses, and the bonds between them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

SCATTER = 2**20
SPACING = 120.0  # wanted distance of linked nodes in pixels; labels of two lines fit between


@dataclass(frozen=True, slots=True, eq=False)
class Bodies:
    """Nodes, or groups of nodes that move as one.

    Attributes:
        masses: How many nodes each stands for.
        pieces: Number of the piece that it is of; bodies of different pieces do not feel one another.
        left, right: The ends of each bond, two different bodies of one piece.
        weights: How hard each bond pulls.
    """

    masses: Floats
    pieces: Ints
    left: Ints
    right: Ints
    weights: Floats

    @property
    def size(self) -> int:
        """How many they are."""
        return len(self.masses)


def added(places: Ints, values: Floats, size: int) -> Floats:
    """Sums of the values that share a place, each added up in order."""
    sums: Floats = np.bincount(places, values, size).astype(np.float64, copy=False)
    return sums


def ranges(starts: Ints, counts: Ints) -> Ints:
    """The whole numbers from each start on, as many as its count, one range after the other.

    >>> ranges(np.array([5, 0]), np.array([2, 3])).tolist()
    [5, 6, 0, 1, 2]
    """
    ends = np.cumsum(counts)
    return np.arange(counts.sum()) + np.repeat(starts - ends + counts, counts)


def ranks(pieces: Ints) -> Ints:
    """How many of the same piece come before each.

    >>> ranks(np.array([0, 4, 0, 4, 0])).tolist()
    [0, 0, 1, 1, 2]
    """
    order = np.argsort(pieces, kind="stable")
    counts = np.bincount(pieces)
    found = np.empty(len(pieces), dtype=np.int64)
    found[order] = np.arange(len(pieces)) - np.repeat(np.cumsum(counts) - counts, counts)
    return found


def scattered(pieces: Ints) -> Ints:
    """Numbers from 0 below SCATTER that look thrown, the same ones in each piece, for what must not go by order."""
    mixed = ranks(pieces).astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    mixed ^= mixed >> np.uint64(29)
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    return (mixed >> np.uint64(44)).astype(np.int64)
