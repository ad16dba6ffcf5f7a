from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.export.layout import BOX, Link, lay_out
from kg.export.layout.bodies import SPACING
from kg.export.layout.pieces import components

WHEEL = [Link(left="hub", right=f"rim{number}") for number in range(6)]
WHEEL_NODES = ["hub", *(f"rim{number}" for number in range(6))]


def apart(spots: dict[str, tuple[int, int]]) -> bool:
    """Whether no two boxes overlap by more than the two pixels that rounding may take."""
    return all(
        abs(left[0] - right[0]) >= BOX[0] - 3 or abs(left[1] - right[1]) >= BOX[1] - 3
        for left, right in combinations(spots.values(), 2)
    )


def distance(left: tuple[int, int], right: tuple[int, int]) -> float:
    return float(((left[0] - right[0]) ** 2 + (left[1] - right[1]) ** 2) ** 0.5)


def test_nothing_to_lay_out_gives_nothing() -> None:
    assert lay_out([], []) == {}


def test_a_single_node_lies_in_the_middle() -> None:
    assert lay_out(["only"], []) == {"only": (0, 0)}


def test_boxes_of_nodes_do_not_overlap() -> None:
    assert apart(lay_out(WHEEL_NODES, WHEEL))


def test_linked_nodes_lie_nearer_than_others() -> None:
    nodes = [f"n{number}" for number in range(12)]
    links = [
        Link(left=f"n{side + left}", right=f"n{side + right}")
        for side in (0, 6)
        for left, right in combinations(range(6), 2)
    ]
    links.append(Link(left="n0", right="n6", weight=0.2))
    spots = lay_out(nodes, links)
    within = [distance(spots[link.left], spots[link.right]) for link in links[:-1]]
    across = [
        distance(spots[f"n{left}"], spots[f"n{right + 6}"])
        for left in range(6)
        for right in range(6)
    ]
    assert sum(within) / len(within) < sum(across) / len(across) / 2


def test_separate_pieces_are_packed_side_by_side() -> None:
    nodes = [*WHEEL_NODES, *(f"{name}'" for name in WHEEL_NODES)]
    links = [*WHEEL, *(Link(left=f"{row.left}'", right=f"{row.right}'") for row in WHEEL)]
    spots = lay_out(nodes, links)
    assert apart(spots)
    assert max(abs(x) for x, _ in spots.values()) < 10 * BOX[0]


def test_no_two_of_many_pieces_touch() -> None:
    sizes = [1 + number * number % 9 for number in range(60)]
    nodes = [f"{piece}.{number}" for piece, size in enumerate(sizes) for number in range(size)]
    links = [
        Link(left=f"{piece}.{number // 2}", right=f"{piece}.{number}")
        for piece, size in enumerate(sizes)
        for number in range(1, size)
    ]
    assert apart(lay_out(nodes, links))


def test_a_piece_is_drawn_alike_whatever_else_there_is() -> None:
    alone = lay_out(WHEEL_NODES, WHEEL)
    crowd = [f"other{number}" for number in range(3000)]
    pairs = [Link(left=f"other{2 * place}", right=f"other{2 * place + 1}") for place in range(1000)]
    among = lay_out([*crowd, *WHEEL_NODES], [*pairs, *WHEEL])
    assert {name: among[name] for name in WHEEL_NODES} == alone


def test_groups_of_a_large_network_keep_together() -> None:
    groups, size = 20, 40
    nodes = [f"{group}.{number}" for group in range(groups) for number in range(size)]
    links = [
        Link(left=f"{group}.{number}", right=f"{group}.{number * step % size}")
        for group in range(groups)
        for number in range(size)
        for step in (3, 7)
    ]
    links += [
        Link(left=f"{group}.1", right=f"{(group + 1) % groups}.2", weight=0.3)
        for group in range(groups)
    ]
    spots = lay_out(nodes, links)
    within = [distance(spots[link.left], spots[link.right]) for link in links[:-groups]]
    between = [distance(spots[f"{group}.5"], spots[f"{(group + 7) % 20}.5"]) for group in range(20)]
    assert sum(within) / len(within) < sum(between) / len(between) / 4


@pytest.mark.parametrize("size", [301, 1000])
def test_linked_nodes_of_a_large_tree_lie_side_by_side(size: int) -> None:
    nodes = [str(number) for number in range(size)]
    links = [Link(left=str(number), right=str((number - 1) // 3)) for number in range(1, size)]
    spots = lay_out(nodes, links)
    lengths = sorted(distance(spots[link.left], spots[link.right]) for link in links)
    assert lengths[len(lengths) // 2] < 3 * SPACING
    assert apart(spots)


@pytest.mark.parametrize(
    "link", [Link(left="hub", right="hub"), Link(left="hub", right="stranger")]
)
def test_links_to_itself_or_to_strangers_change_nothing(link: Link) -> None:
    assert lay_out(WHEEL_NODES, [*WHEEL, link]) == lay_out(WHEEL_NODES, WHEEL)


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 30), st.lists(st.tuples(st.integers(0, 29), st.integers(0, 29)), max_size=60))
def test_every_node_of_any_graph_gets_a_place_of_its_own(
    size: int, pairs: list[tuple[int, int]]
) -> None:
    nodes = [str(number) for number in range(size)]
    spots = lay_out(nodes, [Link(left=str(left), right=str(right)) for left, right in pairs])
    assert list(spots) == nodes
    assert len(set(spots.values())) == size


def test_a_long_chain_hangs_together_whatever_the_order_of_its_nodes() -> None:
    order = np.arange(1000) * 379 % 1000
    assert components(1001, order[:-1], order[1:]).tolist() == [0] * 1000 + [1000]
