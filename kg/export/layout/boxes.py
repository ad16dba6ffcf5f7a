"""Pushes the boxes of nodes apart, each with room for its glyph and label."""

import numpy as np

from kg.export.layout.bodies import Floats, Ints, added, ranges

BOX = (118.0, 62.0)  # room for a node with its label
NUDGES = 100  # rounds of pushing boxes apart
CRAMPED = 0.1  # overlaps a node from which on a piece grows by GROWTH a round
GROWTH = 1.03
DAMPING = 0.5
SLACK = 1.0  # pixels of overlap that are let be


def part(pieces: Ints, x: Floats, y: Floats) -> tuple[Floats, Floats]:
    """Places at which hardly any two boxes of a piece overlap, near the given ones.

    Args:
        pieces: The piece of each node; those of different pieces may overlap.
        x: The places.
        y: The same downwards.
    """
    sizes = np.bincount(pieces)
    for _ in range(NUDGES):
        left, right = touching(pieces, x, y)
        if not len(left):
            break
        overlaps = np.bincount(pieces[left], minlength=len(sizes))
        growth = np.where(overlaps > CRAMPED * sizes, GROWTH, 1.0)[pieces]
        x, y = _pushed(x * growth, y * growth, left, right)
    return x, y


def touching(pieces: Ints, x: Floats, y: Floats) -> tuple[Ints, Ints]:
    """Pairs of one piece whose boxes overlap, each once."""
    columns, rows = _cell(x, BOX[0]), _cell(y, BOX[1])
    across, down = int(columns.max()) + 2, int(rows.max()) + 2
    keys = (pieces * down + rows) * across + columns
    order = np.argsort(keys, kind="stable")
    ranked = keys[order]
    places = np.arange(len(x))
    begins = (places + 1, np.searchsorted(ranked, ranked + across - 1, "left"))
    ends = (ranked + 1, ranked + across + 1)
    left, right = [], []
    for begin, last in zip(begins, ends, strict=True):
        counts = np.maximum(np.searchsorted(ranked, last, "right") - begin, 0)
        one, other = order[np.repeat(places, counts)], order[ranges(begin, counts)]
        over_x = BOX[0] - np.abs(x[other] - x[one]) > SLACK
        over_y = BOX[1] - np.abs(y[other] - y[one]) > SLACK
        left.append(one[over_x & over_y])
        right.append(other[over_x & over_y])
    return np.concatenate(left), np.concatenate(right)


def _cell(values: Floats, width: float) -> Ints:
    """Number of the row or column, from 1 on."""
    numbers: Ints = np.floor(values / width).astype(np.int64)
    counted: Ints = numbers - numbers.min() + 1
    return counted


def _pushed(x: Floats, y: Floats, left: Ints, right: Ints) -> tuple[Floats, Floats]:
    """Places after each overlapping pair was pushed apart by the shorter way."""
    dx, dy = x[right] - x[left], y[right] - y[left]
    over_x, over_y = np.maximum(BOX[0] - np.abs(dx), 0.0), np.maximum(BOX[1] - np.abs(dy), 0.0)
    wide = over_x < over_y
    return (
        _along(x, left[wide], right[wide], np.where(dx >= 0, over_x, -over_x)[wide]),
        _along(y, left[~wide], right[~wide], np.where(dy >= 0, over_y, -over_y)[~wide]),
    )


def _along(values: Floats, left: Ints, right: Ints, over: Floats) -> Floats:
    """Places on one axis; who is pushed by several goes less than the sum, or it would swing between them."""
    size = len(values)
    pushes = np.bincount(left, minlength=size) + np.bincount(right, minlength=size)
    step = added(right, over / 2, size) - added(left, over / 2, size)
    moved: Floats = values + step / (1 + DAMPING * np.maximum(pushes - 1, 0))
    return moved
