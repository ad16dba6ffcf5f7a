from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.export.layout import BOX, Link, lay_out, settle

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


def test_coordinates_are_the_same_on_every_machine() -> None:
    links = [
        Link(left="a", right="b"),
        Link(left="b", right="c", weight=2),
        Link(left="a", right="c"),
    ]
    spots = {"a": (32, -61), "b": (-58, 0), "c": (27, 62), "d": (236, -62)}
    assert lay_out(["a", "b", "c", "d"], links) == spots


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


def test_further_nodes_settle_near_their_neighbours_and_move_nobody() -> None:
    spots = lay_out(WHEEL_NODES, WHEEL)
    far = max(spots, key=lambda name: distance(spots[name], (0, 0)))
    settled = settle(["guest", "stray"], [Link(left="guest", right=far)], spots)
    assert settled.keys() == {"guest", "stray"}
    assert distance(settled["guest"], spots[far]) <= 2 * BOX[0]


def test_two_nodes_never_settle_in_one_place() -> None:
    spots = {"middle": (0, 0)}
    guests = [f"guest{number}" for number in range(20)]
    links = [Link(left=guest, right="middle") for guest in guests]
    settled = settle(guests, links, spots)
    assert len({*settled.values(), *spots.values()}) == 21
