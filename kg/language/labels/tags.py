"""The tags that the network of ``kg.language.labels`` gives to tokens: begin and inside of every class, and outside."""

from typing import NamedTuple

ROLES = ("source", "cue", "content")
ENTITY_LABELS = ("PER", "ORG", "LOC")
OUTSIDE = 0
TAGS = 1 + 2 * len(ROLES)  # as many for entities
PARTS = ("source", "content")  # what is looked for when the cue is known
PART_TAGS = 1 + 2 * len(PARTS)


class Tagged(NamedTuple):
    """A stretch of tokens of one class: first, behind the last, and the number of the class."""

    first: int
    last: int
    kind: int


def begin(role: str) -> int:
    """The tag of the first token of a role."""
    return 1 + 2 * ROLES.index(role)


def inside(role: str) -> int:
    """The tag of the others."""
    return begin(role) + 1


def stretches(tags: list[int]) -> list[Tagged]:
    """The stretches that tags mark, in order.

    >>> stretches([0, 1, 2, 1, 4, 0])
    [Tagged(first=1, last=3, kind=0), Tagged(first=3, last=4, kind=0), Tagged(first=4, last=5, kind=1)]
    """
    found: list[Tagged] = []
    for at, tag in enumerate(tags):
        if tag == OUTSIDE:
            continue
        kind, goes_on = divmod(tag - 1, 2)
        previous = found[-1] if found else None
        if goes_on and previous is not None and previous.last == at and previous.kind == kind:
            found[-1] = previous._replace(last=at + 1)
        else:
            found.append(Tagged(at, at + 1, kind))
    return found
