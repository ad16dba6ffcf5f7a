import csv
from pathlib import Path

import pytest

from kg.export.sheets import EDGES, NODES, cell, write
from kg.graph import assemble
from kg.graph.claimgraph import Scalar
from kg.model import Collection
from tests.factory import Pile, article, sample_collection


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_headers_are_those_that_gephi_knows(tmp_path: Path) -> None:
    write(assemble(sample_collection()), tmp_path)
    node, edge = read(tmp_path / NODES)[0], read(tmp_path / EDGES)[0]
    assert list(node)[:3] == ["Id", "Label", "Timeset"]
    assert list(edge)[:7] == ["Id", "Source", "Target", "Type", "Kind", "Label", "Weight"]
    assert len({name.casefold() for name in node}) == len(node)
    assert len({name.casefold() for name in edge}) == len(edge)


def test_all_nodes_and_edges_are_there_once(tmp_path: Path) -> None:
    graph = assemble(sample_collection())
    write(graph, tmp_path)
    assert [row["Id"] for row in read(tmp_path / NODES)] == [node.id for node in graph.nodes()]
    assert [(row["Source"], row["Target"], row["Kind"]) for row in read(tmp_path / EDGES)] == [
        (edge.source, edge.target, edge.kind.value) for edge in graph.edges()
    ]


def test_times_are_intervals_and_no_column_has_plain_dates(tmp_path: Path) -> None:
    write(assemble(sample_collection()), tmp_path)
    rows = {row["Id"]: row for row in read(tmp_path / NODES)}
    nine = rows[Pile().nine.id]
    assert (nine["Timeset"], nine["said"]) == (
        "<[2031-03-04, 2031-03-04]>",
        "2031-03-04/2031-03-04",
    )
    assert "start" not in nine


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("@channel", "@channel"),
        ("-5 degrees", "-5 degrees"),
        (-5, "-5"),
        (False, "false"),
        (None, ""),
    ],
)
def test_no_cell_is_run_as_a_formula(value: Scalar | None, expected: str) -> None:
    assert cell(value) == expected


def test_quotes_lines_and_all_scripts_survive(tmp_path: Path) -> None:
    title = 'a "b", c\nd 😀 שלום'
    write(assemble(Collection(articles=(article("Rain.", title=title),))), tmp_path)
    assert read(tmp_path / NODES)[0]["Label"] == title


def test_an_empty_graph_has_headers_alone(tmp_path: Path) -> None:
    write(assemble(Collection()), tmp_path)
    assert read(tmp_path / NODES) == []
    assert (tmp_path / EDGES).read_text(encoding="utf-8").startswith("Id,Source,Target")
