"""The whole network in columns, for a page that draws all of it at once."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from kg.export.page.places import Places, one_line
from kg.export.placement import place_all
from kg.graph import ClaimGraph, EdgeKind, Node, NodeKind
from kg.graph.build import LABEL_LENGTH
from kg.model import Claim

Columns = dict[str, list[Any]]


def columns(
    graph: ClaimGraph, places: Places, edges: Iterable[tuple[int, int, str, int]]
) -> dict[str, Any]:
    """Nodes and edges, one list for each of their facts; kinds and ends of edges are numbers of rows.

    Args:
        graph: The graph.
        places: Its places.
        edges: Places of source and target, kind and count of all its edges, in order.
    """
    kinds, edge_kinds = list(NodeKind), list(EdgeKind)
    return {
        "nodes": _nodes(graph, places, kinds),
        "kinds": [kind.value for kind in kinds],
        "edges": _edges(edges, edge_kinds),
        "edgeKinds": [kind.value for kind in edge_kinds],
    }


def _nodes(graph: ClaimGraph, places: Places, kinds: list[NodeKind]) -> Columns:
    spots = place_all(graph)
    number = {kind: place for place, kind in enumerate(kinds)}
    claims = {claim.id: claim for claim in graph.collection.claims}
    nodes = list(graph.nodes())
    facts: Mapping[str, Callable[[Node], Any]] = {
        "id": lambda node: node.id,
        "kind": lambda node: number[node.kind],
        "label": lambda node: one_line(node.label, LABEL_LENGTH),
        "x": lambda node: round(spots[node.id][0], 1),
        "y": lambda node: round(spots[node.id][1], 1),
        "confidence": lambda node: _confidence(claims.get(node.id)),
        "day": lambda node: _day(node, claims.get(node.id), places),
        "disputed": lambda node: int(node.id in places.disputed),
    }
    return {name: [fact(node) for node in nodes] for name, fact in facts.items()}


def _confidence(claim: Claim | None) -> float | None:
    """In per cent, at a precision at which no claim changes the side of a whole number."""
    return None if claim is None else round(claim.confidence * 100, 6)


def _day(node: Node, claim: Claim | None, places: Places) -> int | None:
    article = node.id if claim is None else claim.article
    day = places.day.get(article)
    return -1 if day == len(places.days) else day


def _edges(edges: Iterable[tuple[int, int, str, int]], kinds: list[EdgeKind]) -> Columns:
    number = {kind.value: place for place, kind in enumerate(kinds)}
    found: Columns = {"from": [], "to": [], "kind": [], "count": []}
    for source, target, kind, count in edges:
        found["from"].append(source)
        found["to"].append(target)
        found["kind"].append(number[kind])
        found["count"].append(count)
    return found
