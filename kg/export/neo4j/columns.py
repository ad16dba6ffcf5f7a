"""Which columns nodes and relationships have in Neo4j, and between which id spaces each kind of edge runs.

There are three id spaces, Article, Claim and Entity, so that edges between entities of any kind need no file of
their own, while the importer itself still refuses one that ends in the wrong sort of node.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from operator import attrgetter
from typing import NamedTuple

from kg.export.neo4j.cells import Cell
from kg.graph import ClaimGraph, EdgeKind, NodeKind
from kg.graph.build import figure
from kg.graph.claimgraph import SYMMETRIC, EdgeRow
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
        yield from map(_article, sorted(collection.articles, key=_BY_ID))
    elif kind is NodeKind.CLAIM:
        for claim in sorted(collection.claims, key=_BY_ID):
            yield _claim(claim, graph.node(claim.id).attributes["origins"])
    else:
        name = kind.value
        found = [entity for entity in collection.entities if entity.kind.value == name]
        yield from map(_entity, sorted(found, key=_BY_ID))


def edge_rows(graph: ClaimGraph) -> Iterator[tuple[Group, Columns]]:
    """The rows of all edges, each with the group that it belongs to, sorted by start, end and kind."""
    spaces = {node.id: _SPACES.get(node.kind, ENTITY) for node in graph.nodes()}
    for row in graph.edge_rows():
        source, target, kind, _ = row
        group = _group(kind, spaces[source], spaces[target])
        yield group, _edge(row, group)


_BY_ID = attrgetter("id")
_SPACES = {NodeKind.ARTICLE: ARTICLE, NodeKind.CLAIM: CLAIM}
_group = cache(Group)


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
        "style": claim.style,
        "modality": claim.modality,
        "polarity": claim.polarity,
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
    return _days(name, when.edtf if when else None)


@lru_cache(maxsize=4096)
def _days(name: str, edtf: str | None) -> Columns:
    when = When(edtf=edtf) if edtf else None
    return {
        name: edtf,
        f"{name}_from:date": when.earliest.isoformat() if when else None,
        f"{name}_to:date": when.latest.isoformat() if when else None,
    }


def _edge(row: EdgeRow, group: Group) -> Columns:
    """A row whose columns depend on the group alone."""
    source, target, kind, facts = row
    start, end, further = _titles(group)
    columns: dict[str, Cell] = {start: source, end: target, ":TYPE": kind}
    for title, name in further:
        columns[title] = facts[name]
    if kind in SYMMETRIC:
        columns["symmetric:boolean"] = True
    return columns


@cache
def _titles(group: Group) -> tuple[str, str, Sequence[tuple[str, str]]]:
    """The titles of the ends of a group's rows, and those of further columns with their attributes."""
    kind, start, end = group
    further = ["count:long"]
    if start == end == CLAIM:
        further += ["basis", "why", "score:double", "independent:boolean"]
        if kind is EdgeKind.CONTRADICTS:
            further += ["left_origins:long", "right_origins:long"]
    if kind is EdgeKind.DECLINED_TO_COMMENT:
        further.append("words")
    pairs = [(title, title.partition(":")[0]) for title in further]
    return f":START_ID({start})", f":END_ID({end})", pairs
