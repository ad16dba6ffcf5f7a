"""The networks that other programs are to read: the sample with a text of every hard character, as files and as rows."""

from pathlib import Path
from typing import NamedTuple

from kg.export import EXPORTERS
from kg.export.actors import Actors
from kg.export.flat import FlatEdge, FlatNode, Projection, whole
from kg.graph import ClaimGraph, assemble
from tests.factory import article, claim, sample_collection

HARD = "a \"b\", 'c' & <d>\x00\x1b; e\r\nf\tg 😀𝒜 שלום \u200fعالم =1+1 \u2028 ]]>"
FORMATS = ("gexf", "graphml", "csv", "ftm")
NETWORKS = ("graph.gexf", "actors.gexf", "graph.graphml", "nodes.csv")
"""Files by which networks are read, nodes.csv with edges.csv behind it."""


class Expected(NamedTuple):
    """What a program has to find."""

    nodes: dict[str, FlatNode]
    edges: dict[str, FlatEdge]


def hard_graph() -> ClaimGraph:
    """The sample and an article of HARD, with a claim that nobody is named for."""
    collection = sample_collection()
    report = article(HARD, title=HARD, published="2031-03-06")
    stated = claim(report, HARD)
    return assemble(
        collection.model_copy(
            update={
                "articles": tuple(sorted((*collection.articles, report), key=lambda row: row.id)),
                "claims": tuple(sorted((*collection.claims, stated), key=lambda row: row.id)),
            }
        )
    )


def write_networks(graph: ClaimGraph, folder: Path) -> None:
    """Write all files that these tests read."""
    for exporter in EXPORTERS:
        if exporter.name in FORMATS:
            exporter.write(graph, folder)


def expected(graph: ClaimGraph, name: str) -> Expected:
    """The rows of a network by their ids."""
    network: Projection = Actors(graph).projection() if name == "actors.gexf" else whole(graph)
    return Expected(
        {row.id: row for row in network.nodes()}, {row.id: row for row in network.edges()}
    )
