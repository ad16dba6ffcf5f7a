"""What a layout is made from."""

from kg.model.base import Frozen


class Link(Frozen):
    """A bond between two nodes; a weight of 2 pulls twice as hard."""

    left: str
    right: str
    weight: float = 1.0
