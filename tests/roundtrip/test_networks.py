"""GEXF and GraphML read back by networkx: the same nodes, edges, kinds and attributes as in the graph."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.export import gexf, graphml
from kg.export.flat import clean, edges, nodes
from kg.graph import ClaimGraph, EdgeKind, assemble
from kg.model import Collection
from tests.factory import Pile, article, claim, sample_collection

Reader = Callable[[ClaimGraph, Path], "nx.Graph[str]"]


def gexf_by_networkx(graph: ClaimGraph, folder: Path) -> "nx.Graph[str]":
    gexf.write(graph, folder)
    return nx.read_gexf(folder / gexf.FILE, version="1.3")


def graphml_by_networkx(graph: ClaimGraph, folder: Path) -> "nx.Graph[str]":
    graphml.write(graph, folder)
    return nx.read_graphml(folder / graphml.FILE)


both = pytest.mark.parametrize("read", [gexf_by_networkx, graphml_by_networkx])


@both
def test_every_node_comes_back_with_its_attributes(read: Reader, tmp_path: Path) -> None:
    graph = assemble(sample_collection())
    found = read(graph, tmp_path)
    for node in nodes(graph):
        expected = {**node.attributes, "label": node.label}
        assert {name: found.nodes[node.id][name] for name in expected} == expected
    assert len(found) == len(list(graph.nodes()))


@both
def test_every_edge_comes_back_with_its_kind_and_weight(read: Reader, tmp_path: Path) -> None:
    graph = assemble(sample_collection())
    found = {
        (source, target, facts["kind"]): facts
        for source, target, facts in read(graph, tmp_path).edges(data=True)
    }
    assert len(found) == len(list(graph.edges()))
    for edge in edges(graph):
        facts = found[edge.source, edge.target, edge.kind]
        expected = {**edge.attributes, "weight": edge.weight}
        assert {name: facts[name] for name in expected} == expected


@both
def test_parallel_edges_of_different_kinds_stay_apart(read: Reader, tmp_path: Path) -> None:
    pile = Pile()
    graph = assemble(sample_collection())
    graph.add_edge(pile.service.id, pile.velm.id, EdgeKind.PART_OF)
    found = read(graph, tmp_path)
    kinds = {
        facts["kind"]
        for source, target, facts in found.edges(data=True)
        if (source, target) == (pile.service.id, pile.velm.id)
    }
    assert kinds == {"partOf", "locatedIn"}


@both
def test_an_empty_graph_comes_back_empty(read: Reader, tmp_path: Path) -> None:
    assert len(read(assemble(Collection()), tmp_path)) == 0


@both
@settings(deadline=None)  # two processes share a core at times
@given(text=st.text(min_size=1).filter(lambda text: bool(clean(text).strip())))
def test_any_text_comes_back_but_for_what_xml_forbids(read: Reader, text: str) -> None:
    report = article(text)
    stated = claim(report, text)
    graph = assemble(Collection(articles=(report,), claims=(stated,)))
    with tempfile.TemporaryDirectory() as folder:
        found = read(graph, Path(folder))
    assert found.nodes[stated.id]["text"] == clean(text)
