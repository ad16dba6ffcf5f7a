import numpy as np

from kg.export.layout.bodies import Bodies
from kg.export.layout.levels import coarsened, coarsenings, unfolded


def network(size: int, pairs: list[tuple[int, int]], weights: list[float] | None = None) -> Bodies:
    """One piece of bodies with bonds."""
    left, right = (np.array(ends, dtype=np.int64) for ends in zip(*pairs, strict=True))
    return Bodies(
        np.ones(size), np.zeros(size, dtype=np.int64), left, right,
        np.array(weights or [1.0] * len(pairs)),
    )  # fmt: skip


CHAIN = network(500, [(number, number + 1) for number in range(499)])


def test_leaves_join_their_hub() -> None:
    groups, coarse = coarsened(network(6, [(3, other) for other in (0, 1, 2, 4, 5)]))
    assert groups.tolist() == [0] * 6
    assert coarse.masses.tolist() == [6.0]
    assert not len(coarse.left)


def test_a_body_between_two_suns_joins_the_one_that_pulls_more() -> None:
    pairs = [(0, 1), (0, 2), (0, 3), (3, 4), (4, 5), (4, 6)]
    groups, _ = coarsened(network(7, pairs, [2, 2, 1, 1.5, 2, 2]))
    assert groups[3] == groups[4] != groups[0]


def test_bonds_between_two_groups_become_one_of_their_weight() -> None:
    pairs = [(0, 1), (0, 2), (0, 3), (4, 5), (4, 6), (4, 7), (1, 5), (2, 6)]
    _, coarse = coarsened(network(8, pairs, [3, 3, 3, 3, 3, 3, 0.5, 0.25]))
    assert (coarse.left.tolist(), coarse.right.tolist()) == ([0], [1])
    assert coarse.weights.tolist() == [0.75]


def test_every_piece_ends_as_one_body_after_few_steps() -> None:
    steps = list(coarsenings(CHAIN))
    assert 1 < len(steps) < 12
    bodies, groups = steps[-1]
    assert set(groups.tolist()) == {0}
    assert bodies.masses.sum() == 500


def test_bodies_of_one_group_begin_near_it_and_at_places_of_their_own() -> None:
    groups, coarse = coarsened(CHAIN)
    x = np.linspace(0, 1000 * (coarse.size - 1), coarse.size)
    found = unfolded(CHAIN, groups, x, np.zeros(coarse.size))
    assert len(set(zip(*(values.tolist() for values in found), strict=True))) == 500
    assert np.abs(found[0] - x[groups]).max() < 1000
