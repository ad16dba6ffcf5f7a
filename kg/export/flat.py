"""What a claim graph looks like to formats that know only nodes and edges with scalar attributes.

Decides which attributes a network format carries, their types, and what must not reach a file: characters that
XML 1.0 forbids (Extensible Markup Language 1.0, fifth edition, production 2 "Char") make a browser show one node of
a network, silently.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

from kg.export.times import Stretch, stretches
from kg.graph import ClaimGraph, EdgeKind, Node
from kg.graph.claimgraph import SYMMETRIC, EdgeRow, Scalar

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Attributes = Mapping[str, Scalar]
NOTHING: Attributes = MappingProxyType({})


class FlatNode(NamedTuple):
    """A node ready to be written.

    Attributes:
        id, label: Without characters that XML forbids.
        kind: Name of the kind of node.
        attributes: ``kind`` first; ``year``, ``start`` and ``end`` where a time is known; then others by name.
        when: The days that it can stand at, or None.
    """

    id: str
    label: str
    kind: str
    attributes: Attributes
    when: Stretch | None


class FlatEdge(NamedTuple):
    """An edge ready to be written.

    Attributes:
        id: Unique in the graph and the same in every build: its ends and its kind.
        source, target: Ids of nodes.
        kind: Name of the kind of edge.
        weight: How many claims or disputes stand behind it.
        attributes: ``kind`` and ``symmetric`` first, then others by name, without ``count``.
        when: The days that it can stand at, or None.
    """

    id: str
    source: str
    target: str
    kind: str
    weight: int
    attributes: Attributes
    when: Stretch | None = None


def clean(text: str) -> str:
    r"""The text without characters that XML 1.0 forbids and with line ends that its readers keep.

    >>> clean("a\x00b\x1b\r\nc")
    'ab\nc'
    """
    if text.isprintable():  # as most are
        return text
    kept = _FORBIDDEN.sub("", text)
    return kept.replace("\r\n", "\n").replace("\r", "\n") if "\r" in kept else kept


# "=", a tab or a carriage return in front always starts a formula or breaks out of the cell; the other signs
# also begin names ("@channel") and figures ("-5 degrees"), and do harm only with a call, a pipe or a reference.
_FORMULA = re.compile(r"[=\t\r]|[+\-@].*[(|!]", re.DOTALL)


def disarmed(text: str) -> str:
    """The text with an apostrophe in front where a spreadsheet would run it as a formula (OWASP, "CSV Injection").

    >>> disarmed("=1+1"), disarmed("-5 degrees")
    ("'=1+1", '-5 degrees')
    """
    return f"'{text}" if _FORMULA.match(text) else text


@dataclass(frozen=True, slots=True)
class Projection:
    """A network ready to be written, whose rows can be asked for more than once and are never held.

    Attributes:
        nodes: All nodes, sorted by id.
        edges: All edges, sorted by source, target and kind.
        node_columns, edge_columns: The type of each attribute, by name and sorted.
        degrees: How many edges each node has, by its id.
    """

    nodes: Callable[[], Iterator[FlatNode]]
    edges: Callable[[], Iterator[FlatEdge]]
    node_columns: Mapping[str, type]
    edge_columns: Mapping[str, type]
    degrees: Mapping[str, int]


def whole(graph: ClaimGraph) -> Projection:
    """The graph as it is."""
    times = stretches(graph)
    node_columns = columns(chain(_NODE, _TIMED if times else (), (n.attributes for n in graph.nodes())))  # fmt: skip
    edge_columns = columns(chain(_EDGE, graph.edge_attributes()))
    edge_columns.pop("count", None)
    return Projection(
        nodes=lambda: (flat_node(node, times.get(node.id)) for node in graph.nodes()),
        edges=partial(edges, graph),
        node_columns=node_columns,
        edge_columns=edge_columns,
        degrees=graph.degrees,
    )


# What flat rows have beside the attributes of nodes and edges.
_NODE: tuple[Attributes, ...] = ({"kind": ""},)
_EDGE: tuple[Attributes, ...] = ({"kind": "", "symmetric": False},)
_TIMED: tuple[Attributes, ...] = ({"year": 0, "start": "", "end": ""},)


def nodes(graph: ClaimGraph) -> Iterator[FlatNode]:
    """All nodes, sorted by id."""
    times = stretches(graph)
    for node in graph.nodes():
        yield flat_node(node, times.get(node.id))


def flat_node(node: Node, when: Stretch | None, further: Attributes = NOTHING) -> FlatNode:
    """A node with the time that it stands at, and further attributes."""
    kind = node.kind.value
    first: dict[str, Scalar] = {"kind": kind}
    if when:
        first["year"], first["start"], first["end"] = when.year, when.first, when.last
    others = {**node.attributes, **further} if further else node.attributes
    return FlatNode(clean(node.id), clean(node.label), kind, _ordered(first, others), when)


def edges(graph: ClaimGraph) -> Iterator[FlatEdge]:
    """All edges, sorted by source, target and kind."""
    return map(flat_edge, graph.edge_rows())


def flat_edge(row: EdgeRow, when: Stretch | None = None) -> FlatEdge:
    """An edge with the time that it stands at."""
    source, target, kind, facts = row
    identity = f"{source} {kind} {target}"
    if not identity.isprintable():
        identity, source, target = clean(identity), clean(source), clean(target)
    attributes = _described(kind, facts, when) if when or len(facts) > 1 else _plain(kind)
    return FlatEdge(identity, source, target, kind.value, int(facts["count"]), attributes, when)


@cache
def _plain(kind: EdgeKind) -> Attributes:
    """What every edge of a kind has, and all that most of them have."""
    return MappingProxyType({"kind": kind.value, "symmetric": kind in SYMMETRIC})


def _described(kind: EdgeKind, facts: Attributes, when: Stretch | None) -> Attributes:
    """The attributes of an edge that has a time, or more than its count."""
    first = dict(_plain(kind))
    if when:
        first["start"], first["end"] = when.first, when.last
    return _ordered(first, {name: value for name, value in facts.items() if name != "count"})


def columns(rows: Iterable[Attributes]) -> dict[str, type]:
    """The type of each attribute over all rows, sorted by name.

    bool, int, float and str as they come; int and float together are float, any other mixture is str.
    """
    shapes = {(tuple(row), tuple(map(type, row.values()))) for row in rows}
    found: dict[str, set[type]] = {}
    for names, types in shapes:
        for name, kind in zip(names, types, strict=True):
            found.setdefault(name, set()).add(kind)
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
    for name in _by_name(tuple(others)):
        if name not in first:
            value = others[name]
            if isinstance(value, str) and not value.isprintable():
                value = clean(value)
            first[name] = value
    return first


@lru_cache
def _by_name(names: tuple[str, ...]) -> Sequence[str]:
    """The names sorted; all rows of a kind have the same few."""
    return sorted(names)
