import pytest

from kg.export.layout import BOX, Link, Spot, settle

ROW = {f"seat{number}": (round(number * BOX[0]), 0) for number in range(-3, 4)}


def touch(left: Spot, right: Spot) -> bool:
    """Whether two boxes overlap by more than a fifth."""
    return abs(left[0] - right[0]) < 0.8 * BOX[0] and abs(left[1] - right[1]) < 0.8 * BOX[1]


def test_further_nodes_settle_near_their_neighbours_and_move_nobody() -> None:
    spots = dict(ROW)
    settled = settle(["guest", "stray"], [Link(left="guest", right="seat3")], spots)
    assert spots == ROW
    assert settled.keys() == {"guest", "stray"}
    assert abs(settled["guest"][0] - ROW["seat3"][0]) <= BOX[0] + 1
    assert abs(settled["guest"][1]) <= BOX[1] + 1


def test_who_knows_several_settles_between_them() -> None:
    links = [Link(left="seat-3", right="guest"), Link(left="guest", right="seat3")]
    assert settle(["guest"], links, ROW)["guest"][0] in {-round(BOX[0]), 0, round(BOX[0])}


def test_two_nodes_never_settle_in_one_place() -> None:
    spots = {"middle": (0, 0)}
    guests = [f"guest{number}" for number in range(20)]
    settled = settle(guests, [Link(left=guest, right="middle") for guest in guests], spots)
    assert len({*settled.values(), *spots.values()}) == 21


@pytest.mark.parametrize("place", [(50, 20), (-59, 31), (59, -31), (30, 62)])
def test_no_guest_lies_over_a_node_that_stands_between_the_boxes_of_the_grid(place: Spot) -> None:
    settled = settle([f"guest{number}" for number in range(12)], [], {"host": place})
    assert not any(touch(place, other) for other in settled.values())


def test_guests_fill_the_nearest_ring_before_the_next() -> None:
    settled = settle([f"guest{number:02}" for number in range(25)], [], {})
    assert {(round(x / BOX[0]), round(y / BOX[1])) for x, y in settled.values()} == {
        (x, y) for x in range(-2, 3) for y in range(-2, 3)
    }
