"""When the things of a graph stand: the days that network formats put on their time lines."""

from functools import lru_cache
from typing import NamedTuple

from kg.graph import ClaimGraph, Node, NodeKind
from kg.model import When


class Stretch(NamedTuple):
    """The first and the last day that something can stand at, as ISO dates."""

    first: str
    last: str

    @property
    def year(self) -> int:
        """The year of the first day."""
        return int(self.first[:4])

    def hull(self, other: "Stretch") -> "Stretch":
        """The shortest stretch with both in it.

        >>> Stretch("2031-03-04", "2031-03-04").hull(Stretch("2031-03-01", "2031-03-02"))
        Stretch(first='2031-03-01', last='2031-03-04')
        """
        return Stretch(min(self.first, other.first), max(self.last, other.last))


@lru_cache(maxsize=100_000)
def stretch(written: str) -> Stretch | None:
    """The days of a date or an interval in EDTF, or of a time in ISO 8601; None where it is neither.

    >>> stretch("2031-02"), stretch("soon")
    (Stretch(first='2031-02-01', last='2031-02-28'), None)
    """
    try:
        when = When(edtf=written.split("T", 1)[0])
    except ValueError:
        return None
    return Stretch(when.earliest.isoformat(), when.latest.isoformat())


def stretches(graph: ClaimGraph) -> dict[str, Stretch]:
    """When an article was published, a claim said (or else published), an event took place, by their ids."""
    published = {article.id: article.published for article in graph.collection.articles}
    reported = {claim.id: published[claim.article] for claim in graph.collection.claims}
    found: dict[str, Stretch] = {}
    for node in graph.nodes():
        written = _written(node) or reported.get(node.id)
        when = stretch(written) if written else None
        if when:
            found[node.id] = when
    return found


def _written(node: Node) -> str | None:
    """The time of a node of its own, as it was read."""
    facts = node.attributes
    written = facts.get("when") if node.kind is _EVENT else facts.get("said") or facts.get("published")  # fmt: skip
    return written if isinstance(written, str) else None


_EVENT = NodeKind.EVENT
