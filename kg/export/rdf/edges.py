"""Edges of the graph, and the judgements behind them, as triples."""

from collections.abc import Iterator, Mapping

from pyoxigraph import NamedNode
from rdflib.namespace import PROV, RDF
from rdflib.term import URIRef

from kg.export.rdf.terms import Fact, Minter, boolean, decimal, ours, term, text
from kg.graph import ClaimGraph, Edge, EdgeKind, NodeKind
from kg.graph.claimgraph import SYMMETRIC
from kg.model import Claim, Relation, RelationKind
from kg.model.identifiers import mint as identifier

_TYPE = term(RDF.type)

INVERSES: Mapping[EdgeKind, URIRef] = {EdgeKind.REPORTS: PROV.wasQuotedFrom}
"""Kinds of edge that are stated only by a standard property, from target to source; claim_facts writes it."""

_JUDGEMENTS = {
    RelationKind.CONTRADICTS: "Contradiction",
    RelationKind.CORROBORATES: "Corroboration",
    RelationKind.UPDATES: "Update",
}
_ACROSS = frozenset({EdgeKind.REPRINTS, *(EdgeKind(kind.value) for kind in RelationKind)})
"""Kinds of edge that start at an article or a claim and yet are known only from several articles."""

Homes = Mapping[str, NamedNode]
"""Ids of articles and claims with the named graphs that they are described in."""


def placed_edges(graph: ClaimGraph, homes: Homes, mint: Minter) -> Iterator[tuple[NamedNode, Fact]]:
    """The edges that the facts of the claims do not state already, each with the named graph that it belongs to."""
    for edge in graph.edges():
        if edge.kind not in INVERSES:
            home = _home(edge, homes, mint)
            for fact in _edge_facts(graph, edge, mint):
                yield home, fact


def _home(edge: Edge, homes: Homes, mint: Minter) -> NamedNode:
    """The named graph of an edge: that of the one article that it was read from, or that of what was inferred."""
    if edge.kind is EdgeKind.DECLINED_TO_COMMENT:
        return homes[edge.target]
    return mint.inferred if edge.kind in _ACROSS else homes.get(edge.source, mint.inferred)


def _edge_facts(graph: ClaimGraph, edge: Edge, mint: Minter) -> Iterator[Fact]:
    """An edge, in both directions where it is symmetric."""
    name = edge.kind.value
    if edge.kind is EdgeKind.CONTRADICTS and graph.node(edge.source).kind is not NodeKind.CLAIM:
        name = "disagreesWith"
    source, target = mint.node(edge.source), mint.node(edge.target)
    yield source, ours(name), target
    if edge.kind in SYMMETRIC:
        yield target, ours(name), source


def judgement_facts(relation: Relation, left: Claim, mint: Minter) -> Iterator[Fact]:
    """The node that says why two claims stand to each other as they do; the left one's words make it readable."""
    kind = _JUDGEMENTS[relation.kind]
    node = mint.node(identifier(kind, left.text, relation.left, relation.right))
    yield node, _TYPE, ours(kind)
    yield node, ours("left"), mint.node(relation.left)
    yield node, ours("right"), mint.node(relation.right)
    yield node, ours("basis"), ours(relation.basis.value)
    yield node, ours("why"), text(relation.why)
    yield node, ours("rule"), text(relation.rule)
    yield node, ours("score"), decimal(relation.score)
    yield node, ours("independent"), boolean(value=relation.independent)
