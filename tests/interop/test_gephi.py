"""Gephi's own toolkit reads every network without a severe issue, to the same nodes and edges, drawn and timed alike."""

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from kg.export.actors import Actors
from kg.export.flat import whole
from kg.export.marks import Drawing, edge_mark
from kg.export.placement import place_all
from kg.graph import ClaimGraph
from tests.interop import gephi_picture
from tests.interop.networks import NETWORKS, expected, hard_graph, write_networks

pytestmark = [pytest.mark.interop, pytest.mark.slow]
Rows = dict[str, dict[str, Any]]


class Found(NamedTuple):
    """What Gephi has read: nodes and edges by id, and the issues of its report."""

    nodes: Rows
    edges: Rows
    issues: list[dict[str, str]]


@pytest.fixture(scope="module")
def graph() -> ClaimGraph:
    return hard_graph()


@pytest.fixture(scope="module")
def read(graph: ClaimGraph, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Found]:
    """All networks by the name of their file."""
    folder = tmp_path_factory.mktemp("gephi")
    write_networks(graph, folder)
    return {name: by_gephi(folder, name) for name in NETWORKS}


def by_gephi(folder: Path, name: str) -> Found:
    names = [name, "edges.csv"] if name == "nodes.csv" else [name]
    target = folder / f"{name}.jsonl"
    gephi_picture.read(target, *[folder / file for file in names])
    rows = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    return Found(
        {row["id"]: row for row in rows if row["what"] == "node"},
        {row["id"]: row for row in rows if row["what"] == "edge"},
        [row for row in rows if row["what"] == "issue"],
    )


networks = pytest.mark.parametrize("name", NETWORKS)
drawn = pytest.mark.parametrize("name", ["graph.gexf", "actors.gexf", "graph.graphml"])
timed = pytest.mark.parametrize("name", ["graph.gexf", "actors.gexf", "nodes.csv"])


@networks
def test_the_report_has_nothing_but_information(name: str, read: dict[str, Found]) -> None:
    assert [issue for issue in read[name].issues if issue["level"] != "INFO"] == []


@networks
def test_all_nodes_come_back_with_label_and_kind(
    name: str, read: dict[str, Found], graph: ClaimGraph
) -> None:
    assert {name: (row["label"], row["column kind"]) for name, row in read[name].nodes.items()} == {
        row.id: (row.label, row.kind) for row in expected(graph, name).nodes.values()
    }


@networks
def test_all_edges_come_back_with_ends_kind_and_weight(
    name: str, read: dict[str, Found], graph: ClaimGraph
) -> None:
    """GraphML has no kinds of its own: there the kind is a column."""
    kind = "column kind" if name.endswith("ml") else "type"
    found = {
        identity: (row["source"], row["target"], row[kind], row["weight"], row["directed"])
        for identity, row in read[name].edges.items()
    }
    assert found == {
        row.id: (row.source, row.target, row.kind, row.weight, True)
        for row in expected(graph, name).edges.values()
    }


@pytest.mark.parametrize("name", ["graph.gexf", "actors.gexf", "nodes.csv"])
def test_kinds_are_gephi_s_own(name: str, read: dict[str, Found], graph: ClaimGraph) -> None:
    wanted = {row.kind for row in expected(graph, name).edges.values()}
    assert {row["type"] for row in read[name].edges.values()} == wanted


@networks
def test_further_values_come_back_as_they_are(
    name: str, read: dict[str, Found], graph: ClaimGraph
) -> None:
    for identity, row in expected(graph, name).nodes.items():
        found = read[name].nodes[identity]
        for column in row.attributes.keys() & {"text", "role", "year", "confidence", "named"}:
            assert found[f"column {column}"] == row.attributes[column]


@drawn
def test_nodes_come_back_where_they_lie_and_as_they_look(
    name: str, read: dict[str, Found], graph: ClaimGraph
) -> None:
    actors = Actors(graph)
    network = actors.projection() if name == "actors.gexf" else whole(graph)
    spots = actors.spots() if name == "actors.gexf" else place_all(graph)
    drawing = Drawing(spots, network.degrees)
    for row in network.nodes():
        found, mark = read[name].nodes[row.id], drawing.node(row)
        assert (found["x"], found["y"], found["rgb"]) == (
            mark.x,
            mark.y,
            " ".join(map(str, mark.colour)),
        )
        assert found["size"] == pytest.approx(mark.size)


@pytest.mark.parametrize("name", ["graph.gexf", "actors.gexf"])
def test_edges_come_back_in_their_colours(
    name: str, read: dict[str, Found], graph: ClaimGraph
) -> None:
    for identity, row in expected(graph, name).edges.items():
        colour = edge_mark(row.kind, row.weight).colour
        assert read[name].edges[identity]["rgb"] == " ".join(map(str, colour))


@timed
def test_intervals_come_back(name: str, read: dict[str, Found], graph: ClaimGraph) -> None:
    rows = expected(graph, name).nodes.values()
    assert any(row.when for row in rows)
    for row in rows:
        wanted = "/".join(row.when) if row.when else None
        assert read[name].nodes[row.id].get("interval") == wanted


def test_ties_of_actors_have_their_days(read: dict[str, Found], graph: ClaimGraph) -> None:
    for identity, row in expected(graph, "actors.gexf").edges.items():
        wanted = "/".join(row.when) if row.when else None
        assert read["actors.gexf"].edges[identity].get("interval") == wanted
