"""The claim graph: a thin, typed face of networkx's MultiDiGraph, from which every exporter reads."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from operator import itemgetter
from typing import cast

import networkx as nx

from kg.errors import GraphError
from kg.model import Collection
from kg.model.base import Frozen
from kg.vocabulary import DATA_BASE

Scalar = str | int | float | bool


class NodeKind(StrEnum):
    """Kinds of node; values are the local names of the classes in ontology/kg.ttl."""

    ARTICLE = "Article"
    CLAIM = "Claim"
    SOURCE = "Source"
    EXPERT = "Expert"
    PERSON = "Person"
    ORGANIZATION = "Organization"
    UNIT = "Unit"
    EVENT = "Event"
    PLACE = "Place"


class EdgeKind(StrEnum):
    """Kinds of edge; values are the local names of the properties in ontology/kg.ttl."""

    CLAIMS = "claims"  # who asserts -> Claim
    REPORTS = "reports"  # Article -> Claim
    CITES = "cites"  # Article -> Source, and Source -> Source where the text says who drew on whom
    CONTRADICTS = (
        "contradicts"  # Claim - Claim, and lifted to their speakers; symmetric, stored once
    )
    CORROBORATES = "corroborates"  # Claim - Claim; symmetric, stored once
    UPDATES = "updates"  # newer Claim -> older Claim
    ABOUT = "about"  # Claim -> entity or Event
    AFFILIATED_WITH = "affiliatedWith"
    PART_OF = "partOf"
    LOCATED_IN = "locatedIn"
    PUBLISHED_BY = "publishedBy"  # Article -> Source
    REPRINTS = "reprints"  # Article -> Article
    DECLINED_TO_COMMENT = "declinedToComment"  # who would not say anything -> Article


SYMMETRIC = frozenset({EdgeKind.CONTRADICTS, EdgeKind.CORROBORATES})


class Node(Frozen):
    """A node with flat attributes, ready for formats that know only scalars.

    Attributes:
        id: Identifier, the same in every format.
        kind: What it is.
        label: What a reader sees.
        attributes: Further facts; no None, no lists (several values are joined by " | ").
    """

    id: str
    kind: NodeKind
    label: str
    attributes: Mapping[str, Scalar]


class Edge(Frozen):
    """An edge with flat attributes.

    Attributes:
        source, target: Node ids; for symmetric kinds source < target.
        kind: What it says; at most one edge of a kind between two nodes in one direction.
        attributes: ``count`` (how many claims, disputes or refusals stand behind it) always, others by kind.
    """

    source: str
    target: str
    kind: EdgeKind
    attributes: Mapping[str, Scalar]


EdgeRow = tuple[str, str, EdgeKind, Mapping[str, Scalar]]
"""Source, target, kind and attributes of an edge."""


class ClaimGraph:
    """All articles, claims, entities and events with the edges between them.

    Nodes and edges come out sorted, so that the same collection gives the same bytes in every format.
    """

    def __init__(self, collection: Collection, base: str = DATA_BASE) -> None:
        """An empty graph over the collection; ``assemble`` fills it.

        Args:
            collection: What the graph is made of.
            base: The IRI below which formats that need one name the nodes.
        """
        self.collection = collection
        self.base = base
        self._network: nx.MultiDiGraph[str] = nx.MultiDiGraph()

    def add_node(self, node: Node) -> None:
        """Add a node.

        Raises:
            GraphError: If its id is taken.
        """
        if node.id in self._network:
            raise GraphError(f"two nodes have the id {node.id}")
        self._network.add_node(node.id, node=node)

    def add_edge(self, source: str, target: str, kind: EdgeKind, **attributes: Scalar) -> None:
        """Add an edge, or raise the ``count`` of the one that is there.

        Raises:
            GraphError: If one of its ends is unknown.
        """
        for end in (source, target):
            if end not in self._network:
                raise GraphError(f"edge {kind} {source} -> {target}: there is no node {end}")
        if kind in SYMMETRIC and target < source:
            source, target = target, source
        if self._network.has_edge(source, target, key=kind):
            self._network.edges[source, target, kind]["count"] += 1
        else:
            self._network.add_edge(source, target, key=kind, count=1, **attributes)

    def __contains__(self, node_id: object) -> bool:
        """Whether there is a node of this id."""
        return node_id in self._network

    def node(self, node_id: str) -> Node:
        """The node of this id.

        Raises:
            GraphError: If there is none.
        """
        try:
            found: Node = self._network.nodes[node_id]["node"]
        except KeyError:
            raise GraphError(f"there is no node {node_id}") from None
        return found

    def nodes(self) -> Iterator[Node]:
        """All nodes, sorted by id."""
        held = cast("Iterable[tuple[str, Mapping[str, Node]]]", self._network.nodes.data())
        for _, facts in sorted(held, key=itemgetter(0)):
            yield facts["node"]

    def edges(self) -> Iterator[Edge]:
        """All edges, sorted by source, target and kind."""
        for source, target, kind, facts in self.edge_rows():
            yield Edge(source=source, target=target, kind=kind, attributes=dict(facts))

    def edge_rows(self) -> Iterator[EdgeRow]:
        """The same as plain tuples of the graph's own attributes: the short way where there are very many."""
        for source, targets in sorted(self._network.adjacency(), key=itemgetter(0)):
            for target in sorted(targets):
                kinds = targets[target]
                for kind in sorted(kinds):
                    yield source, target, cast("EdgeKind", kind), kinds[kind]

    def edge_attributes(self) -> Iterator[Mapping[str, Scalar]]:
        """The attributes of all edges, in no order: the short way where nothing else is asked."""
        for _, _, facts in self._network.edges(data=True):
            yield facts

    def pairs(self) -> list[tuple[str, str]]:
        """Source and target of all edges, sorted."""
        return sorted(self._network.edges())

    @property
    def degrees(self) -> dict[str, int]:
        """How many edges begin or end at each node, by its id."""
        found = dict.fromkeys(self._network, 0)
        for source, targets in self._network.adjacency():
            for target, kinds in targets.items():
                found[source] += len(kinds)
                found[target] += len(kinds)
        return found

    @property
    def network(self) -> "nx.MultiDiGraph[str]":
        """A flat copy for networkx's own algorithms and writers; changing it changes nothing here.

        Nodes carry ``kind``, ``label`` and their attributes; edges ``kind`` and theirs.
        """
        flat: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        for node in self.nodes():
            flat.add_node(node.id, kind=str(node.kind), label=node.label, **node.attributes)
        for edge in self.edges():
            flat.add_edge(
                edge.source, edge.target, key=str(edge.kind), kind=str(edge.kind), **edge.attributes
            )
        return flat
