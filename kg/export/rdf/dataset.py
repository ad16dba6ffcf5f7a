"""The whole graph as statements: what each named graph holds.

There is one named graph an article, for what was read from it alone, and one for what was inferred across
articles: entities, and how they and the claims stand to each other.
"""

from collections.abc import Iterator, Mapping
from itertools import chain

from pyoxigraph import NamedNode
from rdflib.namespace import PROV, RDF

from kg import __version__
from kg.export.rdf.claims import claim_facts
from kg.export.rdf.entities import article_facts, entity_facts
from kg.export.rdf.terms import Fact, Minter, Statement, boolean, decimal, term, text, whole
from kg.graph import ClaimGraph, Edge, EdgeKind, NodeKind
from kg.graph.claimgraph import SYMMETRIC
from kg.model import Relation, RelationKind
from kg.model.identifiers import digest
from kg.vocabulary import KG, SCHEMA

_JUDGEMENTS = {
    RelationKind.CONTRADICTS: KG.Contradiction,
    RelationKind.CORROBORATES: KG.Corroboration,
    RelationKind.UPDATES: KG.Update,
}
_ACROSS = frozenset({EdgeKind.REPRINTS, *(EdgeKind(kind.value) for kind in RelationKind)})
"""Kinds of edge that start at an article or a claim and yet are known only from several articles."""

Homes = Mapping[str, NamedNode]
"""Ids of articles and claims with the named graphs that they are described in."""

Placed = tuple[NamedNode, Fact]
"""A fact with the named graph that it belongs to."""

_TYPE = str(RDF.type)


def statements(graph: ClaimGraph) -> list[Statement]:
    """Everything that the RDF files say, each once, sorted by graph, subject, predicate (the type first) and object.

    Raises:
        ExportError: If the base cannot be one.
    """
    mint = Minter(graph.base)
    collection = graph.collection
    homes = {article.id: mint.graph(article.id) for article in collection.articles}
    homes |= {claim.id: homes[claim.article] for claim in collection.claims}
    parts = (_read_facts(graph, homes, mint), _edges(graph, homes, mint), _inferred(graph, mint))
    found = {Statement(where, *fact) for where, fact in chain.from_iterable(parts)}
    return sorted(found, key=_order)


def _order(row: Statement) -> tuple[str, str, bool, str, str]:
    predicate = row.predicate.value
    return (row.graph.value, row.subject.value, predicate != _TYPE, predicate, str(row.object))


def _read_facts(graph: ClaimGraph, homes: Homes, mint: Minter) -> Iterator[Placed]:
    """What was read from single articles, without edges."""
    bodies = {article.id: article.text for article in graph.collection.articles}
    for article in graph.collection.articles:
        for fact in article_facts(article, mint):
            yield homes[article.id], fact
    for claim in graph.collection.claims:
        for fact in claim_facts(claim, bodies[claim.article], mint):
            yield homes[claim.id], fact
    for entity in graph.collection.entities:
        for article_id in entity.articles:
            mention = (mint.node(article_id), term(SCHEMA.mentions), mint.node(entity.id))
            yield homes[article_id], mention


def _inferred(graph: ClaimGraph, mint: Minter) -> Iterator[Placed]:
    """What was inferred across articles, without edges, and where the named graphs come from."""
    collection = graph.collection
    facts = chain(
        chain.from_iterable(entity_facts(entity, mint) for entity in collection.entities),
        chain.from_iterable(_judgement_facts(relation, mint) for relation in collection.relations),
        _origin_counts(graph, mint),
        _origin_facts(graph, mint),
    )
    return ((mint.inferred, fact) for fact in facts)


def _edges(graph: ClaimGraph, homes: Homes, mint: Minter) -> Iterator[Placed]:
    """All edges of the graph."""
    for edge in graph.edges():
        home = _home(edge, homes, mint)
        for fact in _edge_facts(graph, edge, mint):
            yield home, fact


def _home(edge: Edge, homes: Homes, mint: Minter) -> NamedNode:
    """The named graph of an edge: that of the one article that it was read from, or that of what was inferred."""
    if edge.kind in {EdgeKind.CLAIMS, EdgeKind.DECLINED_TO_COMMENT}:
        return homes[edge.target]
    return mint.inferred if edge.kind in _ACROSS else homes.get(edge.source, mint.inferred)


def _edge_facts(graph: ClaimGraph, edge: Edge, mint: Minter) -> Iterator[Fact]:
    """An edge, in both directions where it is symmetric."""
    name = KG[edge.kind.value]
    if edge.kind is EdgeKind.CONTRADICTS and graph.node(edge.source).kind is not NodeKind.CLAIM:
        name = KG.disagreesWith
    source, target = mint.node(edge.source), mint.node(edge.target)
    yield source, term(name), target
    if edge.kind in SYMMETRIC:
        yield target, term(name), source


def _judgement_facts(relation: Relation, mint: Minter) -> Iterator[Fact]:
    """The node that says why two claims stand to each other as they do."""
    kind = _JUDGEMENTS[relation.kind]
    name = kind.rsplit("#", 1)[-1].lower()
    node = mint.node(f"{name}/{digest(relation.kind.value, relation.left, relation.right)}")
    yield node, term(RDF.type), term(kind)
    yield node, term(KG.left), mint.node(relation.left)
    yield node, term(KG.right), mint.node(relation.right)
    yield node, term(KG.basis), term(KG[relation.basis.value])
    yield node, term(KG.why), text(relation.why)
    yield node, term(KG.score), decimal(relation.score)
    yield node, term(KG.independent), boolean(value=relation.independent)


def _origin_counts(graph: ClaimGraph, mint: Minter) -> Iterator[Fact]:
    """How many independent origins each claim has."""
    for claim in graph.collection.claims:
        count = graph.node(claim.id).attributes["origins"]
        yield mint.node(claim.id), term(KG.origins), whole(int(count))


def _origin_facts(graph: ClaimGraph, mint: Minter) -> Iterator[Fact]:
    """Where each named graph comes from."""
    program = mint.node("software/kg")
    yield program, term(RDF.type), term(PROV.SoftwareAgent)
    yield program, term(SCHEMA.name), text("kg")
    yield program, term(SCHEMA.softwareVersion), text(__version__)
    articles = graph.collection.articles
    for bundle in (mint.inferred, *(mint.graph(article.id) for article in articles)):
        yield bundle, term(RDF.type), term(PROV.Bundle)
        yield bundle, term(PROV.wasAttributedTo), program
    for article in articles:
        yield mint.graph(article.id), term(PROV.wasDerivedFrom), mint.node(article.id)
