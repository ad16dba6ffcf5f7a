"""What is wrong with a build."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Violation:
    """One fault of one node.

    Attributes:
        node: The node concerned: an IRI, or the id of a row of the tables.
        path: The property or column concerned; empty where the node as a whole is.
        message: One sentence for a reader.
    """

    node: str
    path: str
    message: str
