"""What a claim graph looks like to formats that know only nodes and edges with scalar attributes.

Decides which attributes a network format carries, their types, and what must not reach a file: characters that
XML 1.0 forbids (Extensible Markup Language 1.0, fifth edition, production 2 "Char") make a browser show one node of
a network, silently.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.graph import ClaimGraph, Edge, Node, NodeKind
from kg.graph.claimgraph import SYMMETRIC, Scalar
from kg.model import When

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Attributes = Mapping[str, Scalar]


@dataclass(frozen=True, slots=True)
class FlatNode:
    """A node ready to be written.

    Attributes:
        id, label: Without characters that XML forbids.
        attributes: ``kind`` first, then others by name; ``year`` where one is known.
        start: ISO date of the first day that it can stand at, or None.
    """

    id: str
    label: str
    attributes: Attributes
    start: str | None


@dataclass(frozen=True, slots=True)
class FlatEdge:
    """An edge ready to be written.

    Attributes:
        id: Unique in the graph and the same in every build: its ends and its kind.
        source, target: Ids of nodes.
        kind: Name of the kind of edge.
        weight: How many claims or disputes stand behind it.
        attributes: ``kind`` and ``symmetric`` first, then others by name, without ``count``.
    """

    id: str
    source: str
    target: str
    kind: str
    weight: int
    attributes: Attributes


def clean(text: str) -> str:
    r"""The text without characters that XML 1.0 forbids and with line ends that its readers keep.

    >>> clean("a\x00b\x1b\r\nc")
    'ab\nc'
    """
    return _FORBIDDEN.sub("", text).replace("\r\n", "\n").replace("\r", "\n")


def nodes(graph: ClaimGraph) -> Iterator[FlatNode]:
    """All nodes, sorted by id."""
    published = {article.id: article.published for article in graph.collection.articles}
    reported = {claim.id: published[claim.article] for claim in graph.collection.claims}
    for node in graph.nodes():
        when = _when(node, reported.get(node.id))
        yield FlatNode(
            id=clean(node.id),
            label=clean(node.label),
            attributes=_ordered(
                {"kind": node.kind.value} | ({"year": when.earliest.year} if when else {}),
                node.attributes,
            ),
            start=when.earliest.isoformat() if when else None,
        )


def edges(graph: ClaimGraph) -> Iterator[FlatEdge]:
    """All edges, sorted by source, target and kind."""
    for edge in graph.edges():
        yield FlatEdge(
            id=clean(f"{edge.source} {edge.kind} {edge.target}"),
            source=clean(edge.source),
            target=clean(edge.target),
            kind=edge.kind.value,
            weight=int(edge.attributes["count"]),
            attributes=_ordered(
                {"kind": edge.kind.value, "symmetric": edge.kind in SYMMETRIC}, _without_count(edge)
            ),
        )


def columns(rows: Iterable[Attributes]) -> dict[str, type]:
    """The type of each attribute over all rows, sorted by name.

    bool, int, float and str as they come; int and float together are float, any other mixture is str.
    """
    found: dict[str, set[type]] = {}
    for row in rows:
        for name, value in row.items():
            found.setdefault(name, set()).add(type(value))
    return {name: _common(found[name]) for name in sorted(found)}


def literal(value: Scalar) -> str:
    """The value as XML Schema writes it.

    >>> literal(True), literal(0.5), literal(3)
    ('true', '0.5', '3')
    """
    return str(value).lower() if isinstance(value, bool) else str(value)


def _common(types: set[type]) -> type:
    if len(types) == 1:
        return next(iter(types))
    return float if types == {int, float} else str


def _ordered(first: dict[str, Scalar], others: Attributes) -> Attributes:
    """The first attributes, then the others by name, all clean."""
    rest = {name: others[name] for name in sorted(others) if name not in first}
    return {
        name: clean(value) if isinstance(value, str) else value
        for name, value in (first | rest).items()
    }


def _without_count(edge: Edge) -> Attributes:
    return {name: value for name, value in edge.attributes.items() if name != "count"}


def _when(node: Node, reported: str | None) -> When | None:
    """When an article was published, a claim said (or else published), an event took place."""
    facts = node.attributes
    if node.kind is NodeKind.EVENT:
        written = facts.get("when")
    else:
        written = facts.get("said") or facts.get("published") or reported
    if not isinstance(written, str):
        return None
    try:
        return When(edtf=written.split("T", 1)[0])
    except ValueError:
        return None
