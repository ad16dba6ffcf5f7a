from itertools import combinations

import pytest

from kg.export.looks import EDGE_LOOKS, NODE_LOOKS
from kg.graph import EdgeKind, NodeKind

LIGHT_PAPER, DARK_PAPER = "#fbfaf7", "#14171b"


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(left: str, right: str) -> float:
    light, dark = sorted((luminance(left), luminance(right)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_every_kind_of_node_and_edge_has_a_look() -> None:
    assert set(NODE_LOOKS) == set(NodeKind)
    assert set(EDGE_LOOKS) == set(EdgeKind)


def test_no_two_kinds_of_node_share_a_shape_or_a_colour() -> None:
    for name in ("path", "light", "dark", "plural"):
        assert len({getattr(look, name) for look in NODE_LOOKS.values()}) == len(NODE_LOOKS)


def test_no_two_kinds_of_edge_are_drawn_alike() -> None:
    drawn = [
        (look.light, look.dashes, look.head, look.tail, look.width) for look in EDGE_LOOKS.values()
    ]
    assert len(set(drawn)) == len(drawn)


@pytest.mark.parametrize(
    ("left", "right"),
    list(combinations((EdgeKind.CLAIMS, EdgeKind.CITES, EdgeKind.CONTRADICTS), 2)),
)
def test_the_main_edges_differ_in_more_than_colour(left: EdgeKind, right: EdgeKind) -> None:
    one, other = EDGE_LOOKS[left], EDGE_LOOKS[right]
    assert one.shown
    assert other.shown
    assert (one.dashes, one.head) != (other.dashes, other.head)


@pytest.mark.parametrize("kind", list(NodeKind))
def test_nodes_stand_out_from_the_ground(kind: NodeKind) -> None:
    """WCAG 2.2, success criterion 1.4.11: graphical objects need a contrast of 3 to 1."""
    assert contrast(NODE_LOOKS[kind].light, LIGHT_PAPER) >= 3
    assert contrast(NODE_LOOKS[kind].dark, DARK_PAPER) >= 3
