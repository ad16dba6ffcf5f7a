"""What is told of a named entity."""

from typing import NamedTuple


class Name(NamedTuple):
    """A named entity: first token, the one behind the last, and its label."""

    first: int
    last: int
    label: str
