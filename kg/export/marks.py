"""How the rows of a flat graph are drawn by programs that take colours, sizes and places from a file.

Colours are those of the page on light paper. A node grows with the number of its edges, an edge with its weight.
"""

from collections.abc import Mapping
from functools import cache
from math import sqrt
from typing import NamedTuple

from kg.export.flat import FlatNode
from kg.export.layout import Spot
from kg.export.looks import EDGE_LOOKS, NODE_LOOKS
from kg.graph import EdgeKind

LARGEST = 3.0  # times the size of a node without edges; larger ones would cover others
WIDEST = 4.0  # times the width of an edge of weight 1

Colour = tuple[int, int, int]


class NodeMark(NamedTuple):
    """How a node is drawn.

    Attributes:
        colour: Red, green and blue, 0 to 255.
        size: Its radius, in the units of the places.
        x, y: Its place; y grows upwards, as in Gephi, not as on a screen.
    """

    colour: Colour
    size: float
    x: int
    y: int


class EdgeMark(NamedTuple):
    """How an edge is drawn: its colour as in NodeMark, and its width."""

    colour: Colour
    width: float


_LOOKS = {kind.value: look for kind, look in NODE_LOOKS.items()}


class Drawing:
    """The marks of a graph whose nodes have their places."""

    def __init__(self, spots: Mapping[str, Spot], degrees: Mapping[str, int]) -> None:
        """Hold what the marks depend on.

        Args:
            spots: The place of every node by its id; y grows downwards.
            degrees: How many edges it has.
        """
        self._spots = spots
        self._degrees = degrees

    def node(self, row: FlatNode) -> NodeMark:
        """How a node is drawn."""
        colour, size = _grown(row.kind, self._degrees.get(row.id, 0))
        x, y = self._spots[row.id]
        return NodeMark(colour, size, x, -y)


@cache
def _grown(kind: str, degree: int) -> tuple[Colour, float]:
    """The colour and the size of a node of a kind that so many edges end at."""
    look = _LOOKS[kind]
    return rgb(look.light), round(look.radius * min(sqrt(1 + degree / 8), LARGEST), 1)


@cache
def edge_mark(kind: str, weight: int) -> EdgeMark:
    """How an edge of a kind and a weight is drawn."""
    look = EDGE_LOOKS[EdgeKind(kind)]
    return EdgeMark(rgb(look.light), round(look.width * min(sqrt(weight), WIDEST), 1))


@cache
def rgb(colour: str) -> Colour:
    """Red, green and blue of a colour as the web writes it.

    >>> rgb("#0072b2")
    (0, 114, 178)
    """
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue
