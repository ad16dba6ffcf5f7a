"""How what one figure counts relates to what another counts."""

from enum import Enum, auto


class Share(Enum):
    """Whether two figures count one thing, or one a part of what the other counts."""

    SAME = auto()
    LEFT_IN_RIGHT = auto()
    RIGHT_IN_LEFT = auto()
    APART = auto()

    def and_also(self, other: "Share") -> "Share":
        """The share that follows from two; APART where what is a part by one is no part by the other."""
        if self is other or other is Share.SAME:
            return self
        return other if self is Share.SAME else Share.APART
