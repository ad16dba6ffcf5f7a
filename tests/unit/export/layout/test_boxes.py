import numpy as np

from kg.export.layout.bodies import Floats, Ints
from kg.export.layout.boxes import BOX, part, touching

ONE_PIECE = np.zeros(400, dtype=np.int64)


def crowded(share: float) -> tuple[Floats, Floats]:
    """Places of 400 nodes on a part of the ground that their boxes need."""
    numbers = np.arange(400)
    return (numbers * 37 % 401) * BOX[0] * 20 / 400 * share, (numbers * 91 % 397) * BOX[
        1
    ] * 20 / 400 * share


def test_boxes_that_overlap_are_found_once_each() -> None:
    x, y = crowded(0.7)
    left, right = touching(ONE_PIECE, x, y)
    found = {tuple(sorted(pair)) for pair in zip(left.tolist(), right.tolist(), strict=True)}
    expected = {
        (one, other)
        for one in range(400)
        for other in range(one + 1, 400)
        if abs(x[one] - x[other]) < BOX[0] - 1 and abs(y[one] - y[other]) < BOX[1] - 1
    }
    assert found == expected
    assert len(left) == len(found)


def test_boxes_of_different_pieces_may_overlap() -> None:
    x = y = np.zeros(3)
    left, right = touching(np.array([0, 1, 0]), x, y)
    assert (left.tolist(), right.tolist()) == ([0], [2])


def test_crowded_boxes_come_apart() -> None:
    x, y = part(ONE_PIECE, *crowded(0.9))
    assert not len(touching(ONE_PIECE, x, y)[0])


def test_of_heaped_boxes_hardly_any_stay_together() -> None:
    x, y = part(ONE_PIECE, *crowded(0.4))
    assert len(touching(ONE_PIECE, x, y)[0]) < 0.05 * 400


def test_boxes_at_one_point_come_apart() -> None:
    pieces: Ints = np.zeros(2, dtype=np.int64)
    x, y = part(pieces, np.zeros(2), np.zeros(2))
    assert not len(touching(pieces, x, y)[0])


def test_boxes_that_do_not_overlap_stay() -> None:
    x, y = crowded(60)
    assert not len(touching(ONE_PIECE, x, y)[0])
    parted = part(ONE_PIECE, x, y)
    assert (parted[0] == x).all()
    assert (parted[1] == y).all()
