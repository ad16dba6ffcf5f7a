"""What holds for every claim graph, in whatever order its edges come."""

from hypothesis import given
from hypothesis import strategies as st

from kg.graph import ClaimGraph, Edge, EdgeKind, Node, NodeKind
from kg.graph.claimgraph import SYMMETRIC
from kg.model import Collection

NAMES = "abcd"

Link = tuple[str, str, EdgeKind]

links = st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES), st.sampled_from(list(EdgeKind)))
shuffled = st.lists(links).flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows)))


def linked(rows: list[Link]) -> list[Edge]:
    graph = ClaimGraph(Collection())
    for name in NAMES:
        graph.add_node(Node(id=name, kind=NodeKind.SOURCE, label=name, attributes={}))
    for source, target, kind in rows:
        graph.add_edge(source, target, kind)
    return list(graph.edges())


@given(shuffled)
def test_edges_do_not_depend_on_the_order_they_came_in(rows: tuple[list[Link], list[Link]]) -> None:
    assert linked(rows[0]) == linked(rows[1])


@given(st.lists(links))
def test_symmetric_edges_are_the_same_from_either_side(rows: list[Link]) -> None:
    turned = [(b, a, kind) if kind in SYMMETRIC else (a, b, kind) for a, b, kind in rows]
    assert linked(turned) == linked(rows)


@given(st.lists(links))
def test_every_edge_is_counted_once(rows: list[Link]) -> None:
    found = linked(rows)
    assert sum(int(edge.attributes["count"]) for edge in found) == len(rows)
    keys = [(edge.source, edge.target, edge.kind) for edge in found]
    assert keys == sorted(set(keys))
