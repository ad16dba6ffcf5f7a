"""What the page knows: articles, claims, entities, relations, refusals, disputes and figures in plain JSON values."""

from typing import Any

from kg.export.looks import EDGE_LOOKS, NODE_LOOKS
from kg.export.page.network import network
from kg.export.page.threads import developments, disputes, figures
from kg.graph import ClaimGraph

Content = dict[str, Any]


def content(graph: ClaimGraph) -> Content:
    """Everything that the page shows; offsets are code points into the articles' texts."""
    collection = graph.collection
    found = disputes(collection)
    articles = [
        article.model_dump(mode="json", exclude_none=True) for article in collection.articles
    ]
    for article in articles:
        article["origin"] = collection.origins.get(article["id"])
        article["outlet"] = collection.publishers.get(article["id"])
    claims = [row.model_dump(mode="json", exclude_none=True) for row in collection.claims]
    for claim in claims:
        claim["origins"] = graph.node(claim["id"]).attributes["origins"]
    return {
        "nodeLooks": {kind.value: look.model_dump() for kind, look in NODE_LOOKS.items()},
        "edgeLooks": {kind.value: look.model_dump() for kind, look in EDGE_LOOKS.items()},
        "articles": articles,
        "entities": [row.model_dump(mode="json", exclude_none=True) for row in collection.entities],
        "claims": claims,
        "relations": [row.model_dump(mode="json") for row in collection.relations],
        "refusals": [row.model_dump(mode="json") for row in collection.refusals],
        "disputes": [row.model_dump(mode="json") for row in found],
        "developments": [row.model_dump(mode="json") for row in developments(collection)],
        "figures": [row.model_dump(mode="json") for row in figures(collection)],
        "network": network(graph),
    }
