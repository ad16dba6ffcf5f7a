import pytest

from kg.errors import GraphError
from kg.graph import ClaimGraph, EdgeKind, Node, NodeKind, assemble
from kg.graph.claimgraph import SYMMETRIC
from kg.model import Collection
from tests.factory import Pile, sample_collection


def small() -> ClaimGraph:
    graph = ClaimGraph(Collection())
    for name in ("b", "a", "c"):
        graph.add_node(Node(id=name, kind=NodeKind.PERSON, label=name.upper(), attributes={}))
    return graph


def test_nodes_come_out_sorted() -> None:
    assert [node.id for node in small().nodes()] == ["a", "b", "c"]


def test_edges_come_out_sorted_by_ends_and_kind() -> None:
    graph = small()
    graph.add_edge("c", "a", EdgeKind.CITES)
    graph.add_edge("a", "c", EdgeKind.PART_OF)
    graph.add_edge("a", "c", EdgeKind.CITES)
    found = [(edge.source, edge.target, edge.kind) for edge in graph.edges()]
    assert found == [
        ("a", "c", EdgeKind.CITES),
        ("a", "c", EdgeKind.PART_OF),
        ("c", "a", EdgeKind.CITES),
    ]


def test_an_id_is_taken_once() -> None:
    with pytest.raises(GraphError, match="two nodes have the id a"):
        small().add_node(Node(id="a", kind=NodeKind.PLACE, label="A", attributes={}))


@pytest.mark.parametrize(("source", "target"), [("a", "x"), ("x", "a")])
def test_an_edge_needs_both_its_ends(source: str, target: str) -> None:
    with pytest.raises(GraphError, match="there is no node x"):
        small().add_edge(source, target, EdgeKind.CITES)


def test_an_unknown_node_is_an_error_and_not_none() -> None:
    graph = small()
    assert graph.node("a").label == "A"
    assert "x" not in graph
    with pytest.raises(GraphError, match="there is no node x"):
        graph.node("x")


def test_the_same_edge_twice_is_counted() -> None:
    graph = small()
    graph.add_edge("a", "b", EdgeKind.CITES)
    graph.add_edge("a", "b", EdgeKind.CITES)
    assert [edge.attributes["count"] for edge in graph.edges()] == [2]


@pytest.mark.parametrize("kind", sorted(SYMMETRIC))
def test_symmetric_edges_are_stored_once(kind: EdgeKind) -> None:
    graph = small()
    graph.add_edge("b", "a", kind)
    graph.add_edge("a", "b", kind)
    assert [(edge.source, edge.target) for edge in graph.edges()] == [("a", "b")]


@pytest.mark.parametrize("kind", sorted(set(EdgeKind) - SYMMETRIC))
def test_other_edges_keep_their_direction(kind: EdgeKind) -> None:
    graph = small()
    graph.add_edge("b", "a", kind)
    graph.add_edge("a", "b", kind)
    assert len(list(graph.edges())) == 2


def test_the_network_is_a_flat_copy() -> None:
    pile = Pile()
    graph = assemble(sample_collection())
    network = graph.network
    assert network.nodes[pile.velm.id]["kind"] == "Place"
    assert network.edges[pile.service.id, pile.nine.id, "claims"]["count"] == 1
    network.remove_node(pile.velm.id)
    assert pile.velm.id in graph


def test_values_in_the_network_are_scalars() -> None:
    network = assemble(sample_collection()).network
    rows = [facts for _, facts in network.nodes(data=True)]
    rows += [facts for *_, facts in network.edges(data=True)]
    assert {type(value) for facts in rows for value in facts.values()} <= {str, int, float, bool}
