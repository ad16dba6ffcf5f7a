"""Turns a collection into the graph: which facts become nodes, which become edges, and what each carries."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from kg.graph.claimgraph import ClaimGraph, EdgeKind, Node, NodeKind, Scalar
from kg.graph.origins import origins
from kg.model import Article, Claim, Collection, Entity, Quantity, RelationKind
from kg.vocabulary import DATA_BASE

LABEL_LENGTH = 80


def assemble(collection: Collection, base: str = DATA_BASE) -> ClaimGraph:
    """The graph of a collection.

    Args:
        collection: What the graph is made of.
        base: The IRI below which formats that need one name the nodes.

    Raises:
        GraphError: If a claim, relation or entity points to something that the collection lacks.
    """
    graph = ClaimGraph(collection, base)
    counted = origins(collection)
    for node in _nodes(collection, counted):
        graph.add_node(node)
    _link_articles(graph)
    _link_claims(graph)
    _link_refusals(graph)
    _link_entities(graph)
    _link_relations(graph, counted)
    return graph


def _nodes(collection: Collection, counted: Mapping[str, int]) -> Iterator[Node]:
    for article in collection.articles:
        label = article.title or article.file
        yield _node(article.id, NodeKind.ARTICLE, label, _article_facts(article))
    for entity in collection.entities:
        yield _node(entity.id, NodeKind(entity.kind.value), entity.name, _entity_facts(entity))
    for claim in collection.claims:
        facts = _claim_facts(claim) | {"origins": counted[claim.id]}
        yield _node(claim.id, NodeKind.CLAIM, shorten(claim.text), facts)


def _node(node_id: str, kind: NodeKind, label: str, facts: dict[str, Scalar | None]) -> Node:
    kept = {key: value for key, value in facts.items() if value is not None and value != ""}
    return Node(id=node_id, kind=kind, label=label, attributes=kept)


def shorten(text: str) -> str:
    """The text on one line, cut at a word within LABEL_LENGTH characters.

    >>> shorten("a  b")
    'a b'
    """
    line = " ".join(text.split())
    if len(line) <= LABEL_LENGTH:
        return line
    return line[: LABEL_LENGTH - 1].rsplit(" ", 1)[0] + "…"


def _joined(values: Iterable[str]) -> str:
    return " | ".join(values)


def _article_facts(article: Article) -> dict[str, Scalar | None]:
    return {
        "file": article.file,
        "publisher": article.publisher,
        "authors": _joined(article.authors),
        "published": article.published,
        "url": article.url,
    }


def _entity_facts(entity: Entity) -> dict[str, Scalar | None]:
    return {
        "aliases": _joined(entity.aliases),
        "named": entity.named,
        "role": entity.role,
        "event": entity.event,
        "when": entity.when.edtf if entity.when else None,
        "articles": len(entity.articles),
    }


def _claim_facts(claim: Claim) -> dict[str, Scalar | None]:
    return {
        "text": claim.text,
        "style": claim.style.value,
        "modality": claim.modality.value,
        "polarity": claim.polarity.value,
        "confidence": claim.confidence,
        "figures": _joined(map(figure, claim.quantities)),
        "said": claim.said.edtf if claim.said else None,
        "holds": claim.holds.edtf if claim.holds else None,
    }


def figure(quantity: Quantity) -> str:
    """A quantity in a few characters for labels: ``11000..15000 soldier``.

    Open bounds are left empty, as in ``4000..``.
    """
    low = "" if quantity.min is None else f"{quantity.min:.15g}"
    high = "" if quantity.max is None else f"{quantity.max:.15g}"
    value = low if low == high else f"{low}..{high}"
    return " ".join(part for part in (value, quantity.unit, quantity.measure) if part)


def _link_articles(graph: ClaimGraph) -> None:
    """Articles to their publishers and to what they reprint."""
    for article, publisher in sorted(graph.collection.publishers.items()):
        graph.add_edge(article, publisher, EdgeKind.PUBLISHED_BY)
    for article, origin in sorted(graph.collection.origins.items()):
        graph.add_edge(article, origin, EdgeKind.REPRINTS)


def _link_claims(graph: ClaimGraph) -> None:
    """Claims to articles, speakers and subjects; articles to those they cite; intermediaries to those they cite."""
    publishers = graph.collection.publishers
    for claim in graph.collection.claims:
        graph.add_edge(claim.article, claim.id, EdgeKind.REPORTS)
        for entity in claim.about:
            graph.add_edge(claim.id, entity, EdgeKind.ABOUT)
        if claim.speaker is not None:
            graph.add_edge(claim.speaker, claim.id, EdgeKind.CLAIMS)
        chain = [who for who in (claim.speaker, *claim.via) if who is not None]
        for who in chain:
            if who != publishers.get(claim.article):
                graph.add_edge(claim.article, who, EdgeKind.CITES)
        for nearer, outer in pairwise(chain):
            if nearer != outer:
                graph.add_edge(outer, nearer, EdgeKind.CITES)


def _link_refusals(graph: ClaimGraph) -> None:
    """Those who refused to comment to the articles that say so, with the words."""
    found: dict[tuple[str, str], list[str]] = {}
    for refusal in graph.collection.refusals:
        if refusal.speaker is not None:
            found.setdefault((refusal.speaker, refusal.article), []).append(refusal.text)
    for (speaker, article), texts in sorted(found.items()):
        for _ in texts:  # each counts
            words = _joined(dict.fromkeys(" ".join(text.split()) for text in texts))
            graph.add_edge(speaker, article, EdgeKind.DECLINED_TO_COMMENT, words=words)


def _link_entities(graph: ClaimGraph) -> None:
    """Entities to what they belong to and where they lie."""
    for entity in graph.collection.entities:
        for targets, kind in (
            (entity.affiliations, EdgeKind.AFFILIATED_WITH),
            (entity.part_of, EdgeKind.PART_OF),
            (entity.located_in, EdgeKind.LOCATED_IN),
        ):
            for target in targets:
                if target != entity.id:
                    graph.add_edge(entity.id, target, kind)


def _link_relations(graph: ClaimGraph, counted: Mapping[str, int]) -> None:
    """Claims to claims; contradictions with the origins of either side, and also between those who made them."""
    speakers = {claim.id: claim.speaker for claim in graph.collection.claims}
    for relation in graph.collection.relations:
        sides: dict[str, Scalar] = {}
        if relation.kind is RelationKind.CONTRADICTS:
            sides["left_origins"] = counted[relation.left]
            sides["right_origins"] = counted[relation.right]
        graph.add_edge(
            relation.left,
            relation.right,
            EdgeKind(relation.kind.value),
            basis=relation.basis.value,
            why=relation.why,
            score=relation.score,
            independent=relation.independent,
            **sides,
        )
        left, right = speakers.get(relation.left), speakers.get(relation.right)
        if relation.kind is RelationKind.CONTRADICTS and left and right and left != right:
            graph.add_edge(left, right, EdgeKind.CONTRADICTS)
