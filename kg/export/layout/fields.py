"""How bodies push one another apart, in little more than linear time.

After Greengard and Rokhlin (A Fast Algorithm for Particle Simulations, 1987) on a pyramid of grids: a cell is pushed as a
whole by the cells that are not its neighbours but whose parents are its parent's; what pushes the parent it inherits.
The push in a cell is kept with its slope. Bodies of neighbouring cells push one by one.
"""

from typing import NamedTuple

import numpy as np

from kg.export.layout.bodies import SPACING, Floats, Ints, added, ranges

COARSEST = 4  # cells across the coarsest grid; among fewer all are neighbours
REACH = 3  # cells from one to the furthest whose parent is its parent's neighbour
IN_A_CELL = 2  # bodies of a cell if all were spread evenly
CROWD = 8  # of more bodies in a row of three cells some stand for all; moves the pushes among 100,000 nodes by 3 in 100
AT_ONCE = 4000  # bodies whose neighbours are looked at together, which bounds the memory; more take longer
STRENGTH = SPACING * SPACING

Pushes = tuple[Floats, Floats]


class _Field(NamedTuple):
    """The push at the middle of each cell, and how it grows to the right and downwards."""

    x: Floats
    y: Floats
    along: Floats
    across: Floats


class _Cells(NamedTuple):
    """Mass and middle of each cell of a square grid."""

    mass: Floats
    x: Floats
    y: Floats


def repulsion(x: Floats, y: Floats, masses: Floats) -> Pushes:
    """What pushes each body away from all others, for a unit of its mass.

    Args:
        x: Where the bodies lie, round 0.
        y: The same downwards.
        masses: How hard they push.
    """
    across = COARSEST
    while across * across * IN_A_CELL < len(x):
        across *= 2
    half = float(max(np.abs(x).max(), np.abs(y).max())) * 1.001 + 1.0
    width = 2 * half / across
    columns = ((x + half) / width).astype(np.int64)
    rows = ((y + half) / width).astype(np.int64)
    cells = rows * across + columns
    order = np.argsort(cells, kind="stable")
    far = _far(x, y, masses, cells, across, half)
    starts = np.concatenate(([0], np.cumsum(np.bincount(cells, minlength=across * across))))
    pushes = np.empty_like(x), np.empty_like(y)
    sorted_bodies = x[order], y[order], masses[order]
    for first in range(0, len(x), AT_ONCE):
        some = order[first : first + AT_ONCE]
        near = _near((x[some], y[some]), (rows[some], columns[some]), starts, across, sorted_bodies)
        for push, distant, close in zip(pushes, far, near, strict=True):
            push[some] = (distant[some] + close) * STRENGTH
    return pushes


def _near(
    at: tuple[Floats, Floats],
    cells: tuple[Ints, Ints],
    starts: Ints,
    across: int,
    others: tuple[Floats, Floats, Floats],
) -> Pushes:
    """The pushes of bodies in the same and the neighbouring cells."""
    x, y, masses = others
    rows, columns = cells
    size = len(rows)
    first, last = np.maximum(columns - 1, 0), np.minimum(columns + 1, across - 1) + 1
    total_x, total_y = np.zeros(size), np.zeros(size)
    for row in (rows - 1, rows, rows + 1):
        inside = (row >= 0) & (row < across)
        base = np.where(inside, row, 0) * across
        begin = starts[base + first]
        count = np.where(inside, starts[base + last] - begin, 0)
        used = np.minimum(count, CROWD)
        owners = np.repeat(np.arange(size), used)
        steps = ranges(np.zeros(size, dtype=np.int64), used)
        other = begin[owners] + steps * count[owners] // used[owners]
        share = count[owners] / used[owners]
        dx, dy = at[0][owners] - x[other], at[1][owners] - y[other]
        square = dx * dx + dy * dy
        push = masses[other] * share / np.where(square > 0, square, 1.0)
        total_x += added(owners, dx * push, size)
        total_y += added(owners, dy * push, size)
    return total_x, total_y


def _far(x: Floats, y: Floats, masses: Floats, cells: Ints, across: int, half: float) -> Pushes:
    """The pushes of bodies in all other cells."""
    shape, size = (across, across), across * across
    sums = (
        added(cells, values, size).reshape(shape) for values in (masses, masses * x, masses * y)
    )
    grids = [_Cells(*sums)]
    while len(grids[-1].mass) > COARSEST:
        grids.append(_Cells(*map(_quartered, grids[-1])))
    middles = _middles(grids.pop(), half)
    field = _Field(*(np.zeros_like(middles.mass) for _ in _Field._fields))
    _add_distant(field, middles)
    while grids:
        outer, middles = middles, _middles(grids.pop(), half)
        field = _inherited(field, outer, middles)
        _add_distant(field, middles)
    return _at(field, cells, x - middles.x.ravel()[cells], y - middles.y.ravel()[cells])


def _at(field: _Field, cells: Ints, dx: Floats, dy: Floats) -> Pushes:
    """The pushes so far from the middles of cells."""
    push_x, push_y, along, across = (grid.ravel()[cells] for grid in field)
    return push_x + (along * dx + across * dy), push_y + (across * dx - along * dy)


def _quartered(grid: Floats) -> Floats:
    """The grid of half as many rows and columns, with the sums of four cells each."""
    upper = grid[0::2, 0::2] + grid[0::2, 1::2]
    return upper + (grid[1::2, 0::2] + grid[1::2, 1::2])


def _middles(sums: _Cells, half: float) -> _Cells:
    """The middle of the mass of each cell; that of the cell itself where it is empty."""
    across = len(sums.mass)
    centres = (np.arange(across) + 0.5) * (2 * half / across) - half
    full = sums.mass > 0
    mass = np.where(full, sums.mass, 1.0)
    return _Cells(
        sums.mass,
        np.where(full, sums.x / mass, centres[None, :]),
        np.where(full, sums.y / mass, centres[:, None]),
    )


def _inherited(field: _Field, outer: _Cells, cells: _Cells) -> _Field:
    """The push that the cells take over from their parents, at their own middles."""
    x, y, along, across = (_doubled(grid) for grid in field)
    dx, dy = cells.x - _doubled(outer.x), cells.y - _doubled(outer.y)
    return _Field(x + (along * dx + across * dy), y + (across * dx - along * dy), along, across)


def _doubled(grid: Floats) -> Floats:
    return np.repeat(np.repeat(grid, 2, axis=0), 2, axis=1)


def _add_distant(field: _Field, cells: _Cells) -> None:
    """Add what pushes each cell of a grid from those that are near only to its parent."""
    across = len(cells.mass)
    for down in range(-REACH, REACH + 1):
        for right in range(-REACH, REACH + 1):
            if max(abs(down), abs(right)) <= 1:
                continue
            here = _facing(down, across), _facing(right, across)
            there = _moved(here[0], down), _moved(here[1], right)
            dx, dy = cells.x[here] - cells.x[there], cells.y[here] - cells.y[there]
            square = dx * dx + dy * dy
            push = cells.mass[there] / square
            x, y = dx * push, dy * push
            dx /= square
            dy /= square
            field.x[here] += x
            field.y[here] += y
            field.along[here] += y * dy - x * dx
            field.across[here] -= 2 * x * dy


def _facing(step: int, across: int) -> slice:
    """The rows that have one so many steps away whose parent is their parent's neighbour or itself."""
    if (
        abs(step) == REACH
    ):  # from one half of the parent's neighbour to the other half of the parent
        return slice(0, across - REACH, 2) if step > 0 else slice(REACH, across, 2)
    return slice(max(0, -step), across - max(0, step))


def _moved(rows: slice, step: int) -> slice:
    return slice(rows.start + step, rows.stop + step, rows.step)
