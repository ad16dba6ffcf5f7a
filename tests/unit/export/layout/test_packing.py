from itertools import combinations, islice

import pytest

from kg.export.layout.packing import Packing, Spot, spiral

LINE = [(0, 0), (1, 0), (2, 0)]
CORNER = [(0, 0), (0, 1), (1, 0)]


def test_a_spiral_meets_every_point_once() -> None:
    assert set(islice(spiral(), 49)) == {(x, y) for x in range(-3, 4) for y in range(-3, 4)}


def test_the_first_piece_stays_where_it_is() -> None:
    assert Packing().take(LINE) == (0, 0)


@pytest.mark.parametrize("shapes", [[LINE] * 40, [LINE, CORNER, [(0, 0)]] * 15, [[(0, 0)]] * 200])
def test_pieces_leave_a_row_of_boxes_free_between_them(shapes: list[list[Spot]]) -> None:
    packing = Packing()
    pieces = []
    for shape in shapes:
        column, row = packing.take(shape)
        pieces.append([(column + x, row + y) for x, y in shape])
    for left, right in combinations(pieces, 2):
        assert all(max(abs(x - i), abs(y - j)) > 1 for x, y in left for i, j in right)


def test_small_pieces_fill_the_gaps_of_large_ones() -> None:
    packing = Packing()
    ring = [(x, y) for x in range(-4, 5) for y in range(-4, 5) if max(abs(x), abs(y)) == 4]
    packing.take(ring)
    assert packing.take([(0, 0)]) == (0, 0)
