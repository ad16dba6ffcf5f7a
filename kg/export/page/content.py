"""What the page knows: articles, claims, entities, relations, refusals, disputes and figures in plain JSON values."""

from collections.abc import Iterator
from typing import Any

from kg.export.looks import EDGE_LOOKS, NODE_LOOKS
from kg.export.page.network import network
from kg.export.page.threads import developments, disputes, figures
from kg.graph import ClaimGraph
from kg.model import Collection

Row = dict[str, Any]
Content = dict[str, Any]


def content(graph: ClaimGraph) -> Content:
    """Everything that the page shows; offsets are code points into the articles' texts."""
    collection = graph.collection
    found = disputes(collection)
    return {
        **looks(),
        "articles": list(articles(collection)),
        "entities": list(entities(collection)),
        "claims": list(claims(graph)),
        "relations": [row.model_dump(mode="json") for row in collection.relations],
        "refusals": [row.model_dump(mode="json") for row in collection.refusals],
        "disputes": [row.model_dump(mode="json") for row in found],
        "developments": [row.model_dump(mode="json") for row in developments(collection)],
        "figures": [row.model_dump(mode="json") for row in figures(collection)],
        "network": network(graph),
    }


def looks() -> Content:
    """How the kinds of node and edge are drawn."""
    return {
        "nodeLooks": {kind.value: look.model_dump() for kind, look in NODE_LOOKS.items()},
        "edgeLooks": {kind.value: look.model_dump() for kind, look in EDGE_LOOKS.items()},
    }


def articles(collection: Collection) -> Iterator[Row]:
    """The articles, with what each reprints and the entity that published it."""
    for article in collection.articles:
        row = article.model_dump(mode="json", exclude_none=True)
        row["origin"] = collection.origins.get(article.id)
        row["outlet"] = collection.publishers.get(article.id)
        yield row


def entities(collection: Collection) -> Iterator[Row]:
    """The entities."""
    for entity in collection.entities:
        yield entity.model_dump(mode="json", exclude_none=True)


def claims(graph: ClaimGraph) -> Iterator[Row]:
    """The claims, with how many independent origins each has."""
    for claim in graph.collection.claims:
        row = claim.model_dump(mode="json", exclude_none=True)
        row["origins"] = graph.node(claim.id).attributes["origins"]
        yield row
