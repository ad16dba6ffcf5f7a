"""The whole graph as statements: what each named graph holds.

There is one named graph an article, for what was read from it alone; one for what was inferred across articles:
entities, and how they and the claims stand to each other; one for what the terms in use narrow; and one for the run
that made them. Nothing is stated twice: an edge that a standard property states the other way round is stated by that
alone, and what an article mentions is stated where no claim of it leads there.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from pyoxigraph import NamedNode
from rdflib.namespace import PROV, RDF
from rdflib.term import URIRef

from kg.export.rdf.claims import claim_facts
from kg.export.rdf.declared import declared_facts
from kg.export.rdf.entities import article_facts, entity_facts
from kg.export.rdf.provenance import run_facts
from kg.export.rdf.terms import Fact, Minter, Statement, boolean, decimal, term, text, whole
from kg.graph import ClaimGraph, Edge, EdgeKind, NodeKind
from kg.graph.claimgraph import SYMMETRIC
from kg.model import Relation, RelationKind
from kg.model.identifiers import mint as identifier
from kg.vocabulary import KG, SCHEMA

_JUDGEMENTS = {
    RelationKind.CONTRADICTS: KG.Contradiction,
    RelationKind.CORROBORATES: KG.Corroboration,
    RelationKind.UPDATES: KG.Update,
}
INVERSES: Mapping[EdgeKind, URIRef] = {
    EdgeKind.CLAIMS: PROV.wasAttributedTo,
    EdgeKind.REPORTS: PROV.wasQuotedFrom,
}
"""Kinds of edge with the standard property that states them from target to source; claim_facts writes it."""

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
    found |= {Statement(mint.terms, *fact) for fact in declared_facts(_terms(found))}
    found |= {Statement(mint.provenance, *fact) for fact in run_facts(collection.articles, mint)}
    return sorted(found, key=_order)


def _terms(rows: Iterable[Statement]) -> set[NamedNode]:
    """The properties, classes and values of closed lists that the statements use, and what else is no subject."""
    used = {row.predicate for row in rows}
    return used | {row.object for row in rows if isinstance(row.object, NamedNode)}


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
    for article_id, entity_id in _mentions(graph):
        fact = (mint.node(article_id), term(SCHEMA.mentions), mint.node(entity_id))
        yield homes[article_id], fact


def _mentions(graph: ClaimGraph) -> set[tuple[str, str]]:
    """Articles with the entities in them that neither a claim of the article nor its publisher leads to."""
    collection = graph.collection
    led_to = set(collection.publishers.items())
    for claim in collection.claims:
        speaker = () if claim.speaker is None else (claim.speaker,)
        led_to |= {(claim.article, entity) for entity in (*claim.about, *claim.via, *speaker)}
    found = {(article, entity.id) for entity in collection.entities for article in entity.articles}
    return found - led_to


def _inferred(graph: ClaimGraph, mint: Minter) -> Iterator[Placed]:
    """What was inferred across articles, without edges."""
    collection = graph.collection
    claims = {claim.id: claim for claim in collection.claims}
    judged = (
        _judgement_facts(relation, claims[relation.left].text, mint)
        for relation in collection.relations
    )
    facts = chain(
        chain.from_iterable(entity_facts(entity, mint) for entity in collection.entities),
        chain.from_iterable(judged),
        _origin_counts(graph, mint),
    )
    return ((mint.inferred, fact) for fact in facts)


def _edges(graph: ClaimGraph, homes: Homes, mint: Minter) -> Iterator[Placed]:
    """The edges of the graph that the facts of its claims do not state already."""
    for edge in graph.edges():
        if edge.kind in INVERSES:
            continue
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
    name = KG[edge.kind.value]
    if edge.kind is EdgeKind.CONTRADICTS and graph.node(edge.source).kind is not NodeKind.CLAIM:
        name = KG.disagreesWith
    source, target = mint.node(edge.source), mint.node(edge.target)
    yield source, term(name), target
    if edge.kind in SYMMETRIC:
        yield target, term(name), source


def _judgement_facts(relation: Relation, words: str, mint: Minter) -> Iterator[Fact]:
    """The node that says why two claims stand to each other as they do; the words of one make it readable."""
    kind = _JUDGEMENTS[relation.kind]
    name = kind.rsplit("#", 1)[-1]
    node = mint.node(identifier(name, words, relation.left, relation.right))
    yield node, term(RDF.type), term(kind)
    yield node, term(KG.left), mint.node(relation.left)
    yield node, term(KG.right), mint.node(relation.right)
    yield node, term(KG.basis), term(KG[relation.basis.value])
    yield node, term(KG.why), text(relation.why)
    yield node, term(KG.rule), text(relation.rule)
    yield node, term(KG.score), decimal(relation.score)
    yield node, term(KG.independent), boolean(value=relation.independent)


def _origin_counts(graph: ClaimGraph, mint: Minter) -> Iterator[Fact]:
    """How many independent origins each claim has."""
    for claim in graph.collection.claims:
        count = graph.node(claim.id).attributes["origins"]
        yield mint.node(claim.id), term(KG.origins), whole(int(count))
