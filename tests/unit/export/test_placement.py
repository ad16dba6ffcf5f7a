import gc

import pytest

from kg.export import placement
from kg.export.flat import whole
from kg.export.marks import LARGEST, Drawing, edge_mark
from kg.export.placement import place, place_all
from kg.graph import ClaimGraph, assemble
from tests.factory import Pile, sample_collection


@pytest.fixture(scope="module")
def graph() -> ClaimGraph:
    return assemble(sample_collection())


def test_folded_claims_have_no_place_and_all_others_one(graph: ClaimGraph) -> None:
    placed = place(graph, list(graph.edges()))
    assert Pile().nine.id in placed.folded
    assert placed.spots.keys() == {node.id for node in graph.nodes()} - placed.folded


def test_unfolded_all_nodes_have_places_of_their_own(graph: ClaimGraph) -> None:
    spots = place_all(graph)
    assert spots.keys() == {node.id for node in graph.nodes()}
    assert len(set(spots.values())) == len(spots)


def test_formats_that_need_the_same_places_share_them(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = assemble(sample_collection())
    spots = place_all(graph)

    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(placement, "lay_out", refuse)
    assert place_all(graph) is spots
    with pytest.raises(AssertionError):
        place_all(assemble(sample_collection()))


def test_places_are_forgotten_with_their_graph() -> None:
    kept = len(placement._PLACES)
    graph = assemble(sample_collection())
    place_all(graph)
    assert len(placement._PLACES) == kept + 1
    del graph
    gc.collect()
    assert len(placement._PLACES) == kept


def test_nodes_grow_with_their_edges_up_to_a_limit(graph: ClaimGraph) -> None:
    network = whole(graph)
    rows = {row.id: row for row in network.nodes()}
    spots = dict.fromkeys(rows, (3, 4))
    courier, service = rows[Pile().courier.id], rows[Pile().service.id]
    small = Drawing(spots, {}).node(courier)
    assert Drawing(spots, {courier.id: 5}).node(courier).size > small.size
    assert Drawing(spots, {courier.id: 10**6}).node(courier).size == LARGEST * small.size
    assert (small.x, small.y) == (3, -4)
    assert Drawing(spots, {}).node(service).colour != small.colour


def test_edges_widen_with_their_weight() -> None:
    assert edge_mark("cites", 9).width > edge_mark("cites", 1).width
