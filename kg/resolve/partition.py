"""Disjoint sets of numbers, some of which must never become one."""


class Partition:
    """Disjoint sets of the numbers from 0; the root of a set is its smallest member.

    Two sets that were parted stay two, whatever else each of them is joined with.
    """

    def __init__(self, size: int) -> None:
        """Every number by itself, and none parted from another.

        Args:
            size: How many numbers there are.
        """
        self._parent = list(range(size))
        self._foes: dict[int, set[int]] = {}

    def root(self, index: int) -> int:
        """The smallest member of the set that the number is in."""
        while self._parent[index] != index:
            self._parent[index] = self._parent[self._parent[index]]
            index = self._parent[index]
        return index

    def are_one(self, left: int, right: int) -> bool:
        """Whether both are in one set."""
        return self.root(left) == self.root(right)

    def are_parted(self, left: int, right: int) -> bool:
        """Whether their sets must stay two."""
        return self.root(right) in self._foes.get(self.root(left), ())

    def part(self, left: int, right: int) -> None:
        """Keep their sets two for good.

        Raises:
            ValueError: If they are one already.
        """
        if self.are_one(left, right):
            raise ValueError(f"{left} and {right} are one already")
        self._foes.setdefault(self.root(left), set()).add(self.root(right))
        self._foes.setdefault(self.root(right), set()).add(self.root(left))

    def join(self, left: int, right: int) -> bool:
        """Make their sets one; False, and nothing done, if they are one already or must stay two."""
        low, high = sorted((self.root(left), self.root(right)))
        if low == high or self.are_parted(low, high):
            return False
        self._parent[high] = low
        for foe in self._foes.pop(high, ()):
            self._foes[foe].discard(high)
            self._foes[foe].add(low)
            self._foes.setdefault(low, set()).add(foe)
        return True
