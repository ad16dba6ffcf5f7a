"""Which columns nodes and relationships have in Neo4j, and between which id spaces each kind of edge runs.

There are three id spaces, Article, Claim and Entity, so that edges between entities of any kind need no file of
their own, while the importer itself still refuses one that ends in the wrong sort of node.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kg.export.neo4j.cells import Cell
from kg.graph import ClaimGraph, Edge, EdgeKind, NodeKind
from kg.graph.build import figure
from kg.graph.claimgraph import SYMMETRIC
from kg.model import Article, Claim, Entity, When

ARTICLE, CLAIM, ENTITY = "Article", "Claim", "Entity"

Columns = Mapping[str, Cell]
"""A row by the header of its columns; all rows of one file have the same."""


class Group(NamedTuple):
    """The edges that share a file: one kind between two id spaces."""

    kind: EdgeKind
    start: str
    end: str


ENDS: Mapping[EdgeKind, tuple[tuple[str, str], ...]] = {
    EdgeKind.CLAIMS: ((ENTITY, CLAIM),),
    EdgeKind.REPORTS: ((ARTICLE, CLAIM),),
    EdgeKind.CITES: ((ARTICLE, ENTITY), (ARTICLE, ARTICLE), (ENTITY, ENTITY)),
    EdgeKind.CONTRADICTS: ((CLAIM, CLAIM), (ENTITY, ENTITY)),
    EdgeKind.CORROBORATES: ((CLAIM, CLAIM),),
    EdgeKind.UPDATES: ((CLAIM, CLAIM),),
    EdgeKind.ABOUT: ((CLAIM, ENTITY),),
    EdgeKind.AFFILIATED_WITH: ((ENTITY, ENTITY),),
    EdgeKind.PART_OF: ((ENTITY, ENTITY),),
    EdgeKind.LOCATED_IN: ((ENTITY, ENTITY),),
    EdgeKind.PUBLISHED_BY: ((ARTICLE, ENTITY),),
    EdgeKind.REPRINTS: ((ARTICLE, ARTICLE),),
    EdgeKind.DECLINED_TO_COMMENT: ((ENTITY, ARTICLE),),
}
"""The id spaces that the edges of each kind may join: start and end."""


def node_rows(graph: ClaimGraph, kind: NodeKind) -> Iterator[Columns]:
    """The rows of all nodes of a kind, sorted by id."""
    collection = graph.collection
    if kind is NodeKind.ARTICLE:
        yield from map(_article, sorted(collection.articles, key=lambda row: row.id))
    elif kind is NodeKind.CLAIM:
        for claim in sorted(collection.claims, key=lambda row: row.id):
            yield _claim(claim, graph.node(claim.id).attributes["origins"])
    else:
        entities = sorted(collection.entities, key=lambda row: row.id)
        yield from (_entity(entity) for entity in entities if entity.kind.value == kind.value)


def edge_rows(graph: ClaimGraph) -> Iterator[tuple[Group, Columns]]:
    """The rows of all edges, each with the group that it belongs to, sorted by start, end and kind."""
    spaces = {node.id: _space(node.kind) for node in graph.nodes()}
    for edge in graph.edges():
        start, end = spaces[edge.source], spaces[edge.target]
        yield Group(edge.kind, start, end), _edge(edge, start, end)


def _article(article: Article) -> Columns:
    return {
        f"id:ID({ARTICLE})": article.id,
        "title": article.title,
        "file": article.file,
        "publisher": article.publisher,
        "authors:string[]": article.authors,
        "published": article.published,
        "url": article.url,
        "language": article.language,
        ":LABEL": (ARTICLE,),
    }


def _claim(claim: Claim, origins: Cell) -> Columns:
    return {
        f"id:ID({CLAIM})": claim.id,
        "text": claim.text,
        "style": claim.style.value,
        "modality": claim.modality.value,
        "polarity": claim.polarity.value,
        "confidence:double": claim.confidence,
        "figures:string[]": tuple(map(figure, claim.quantities)),
        **_dates("said", claim.said),
        **_dates("holds", claim.holds),
        "origins:long": origins,
        "via:string[]": claim.via,
        ":LABEL": (CLAIM,),
    }


def _entity(entity: Entity) -> Columns:
    return {
        f"id:ID({ENTITY})": entity.id,
        "name": entity.name,
        "aliases:string[]": entity.aliases,
        "named:boolean": entity.named,
        "role": entity.role,
        "event": entity.event,
        **_dates("when", entity.when),
        "articles:long": len(entity.articles),
        ":LABEL": (ENTITY, entity.kind.value),
    }


def _dates(name: str, when: When | None) -> Columns:
    """A time as it was read (EDTF) and its first and last day as dates."""
    return {
        name: when.edtf if when else None,
        f"{name}_from:date": when.earliest.isoformat() if when else None,
        f"{name}_to:date": when.latest.isoformat() if when else None,
    }


def _space(kind: NodeKind) -> str:
    return kind.value if kind in {NodeKind.ARTICLE, NodeKind.CLAIM} else ENTITY


def _edge(edge: Edge, start: str, end: str) -> Columns:
    """A row whose columns depend on the group alone."""
    columns: dict[str, Cell] = {
        f":START_ID({start})": edge.source,
        f":END_ID({end})": edge.target,
        ":TYPE": edge.kind.value,
        "count:long": edge.attributes["count"],
    }
    if start == end == CLAIM:
        columns["basis"] = edge.attributes["basis"]
        columns["why"] = edge.attributes["why"]
        columns["score:double"] = edge.attributes["score"]
        columns["independent:boolean"] = edge.attributes["independent"]
        if edge.kind is EdgeKind.CONTRADICTS:
            columns["left_origins:long"] = edge.attributes["left_origins"]
            columns["right_origins:long"] = edge.attributes["right_origins"]
    if edge.kind is EdgeKind.DECLINED_TO_COMMENT:
        columns["words"] = edge.attributes["words"]
    if edge.kind in SYMMETRIC:
        columns["symmetric:boolean"] = True
    return columns
