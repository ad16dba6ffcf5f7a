import pytest

from kg.export.flat import FlatNode, clean, columns, edges, literal, nodes
from kg.graph import ClaimGraph, EdgeKind, assemble
from kg.graph.claimgraph import Scalar
from kg.model import Collection, EntityKind, When
from tests.factory import Pile, article, claim, entity, sample_collection


@pytest.fixture
def graph() -> ClaimGraph:
    return assemble(sample_collection())


def flat_node(graph: ClaimGraph, node_id: str) -> FlatNode:
    return next(node for node in nodes(graph) if node.id == node_id)


def day(node: FlatNode) -> str | None:
    return node.when.first if node.when else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\x00b\x08c\x0bd\x1be", "abcde"),
        ("tab\tline\nend", "tab\tline\nend"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("\ud800lone surrogate", "lone surrogate"),
        ("\ufffe\uffff\ufffd", "\ufffd"),
        ("Zürich 😀 서울", "Zürich 😀 서울"),
    ],
)
def test_characters_that_xml_forbids_are_left_out(text: str, expected: str) -> None:
    assert clean(text) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([1, 2], int),
        ([1, 0.5], float),
        ([True, False], bool),
        ([True, 1], str),
        (["a"], str),
        (["a", 1, 0.5], str),
    ],
)
def test_a_column_has_one_type(values: list[Scalar], expected: type) -> None:
    assert columns({"x": value} for value in values) == {"x": expected}


def test_columns_are_sorted_by_name() -> None:
    assert list(columns([{"b": 1}, {"a": 1, "c": 1}])) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("value", "expected"), [(True, "true"), (False, "false"), (7, "7"), (0.25, "0.25"), ("x", "x")]
)
def test_values_are_written_as_xml_schema_has_them(value: Scalar, expected: str) -> None:
    assert literal(value) == expected


def test_every_node_and_edge_comes_out_once_and_sorted(graph: ClaimGraph) -> None:
    assert [node.id for node in nodes(graph)] == [node.id for node in graph.nodes()]
    ids = [edge.id for edge in edges(graph)]
    assert len(ids) == len(set(ids)) == len(list(graph.edges()))


def test_a_claim_stands_from_the_day_it_was_said(graph: ClaimGraph) -> None:
    node = flat_node(graph, Pile().nine.id)
    assert (day(node), node.attributes["year"]) == ("2031-03-04", 2031)


def test_a_claim_of_unknown_day_stands_from_its_article_s_publication(graph: ClaimGraph) -> None:
    assert day(flat_node(graph, Pile().staff.id)) == "2031-03-01"


def test_an_event_stands_from_its_first_day(graph: ClaimGraph) -> None:
    assert day(flat_node(graph, Pile().flood.id)) == "2031-03-03"


def test_a_place_has_no_year(graph: ClaimGraph) -> None:
    node = flat_node(graph, Pile().velm.id)
    assert node.when is None
    assert "year" not in node.attributes


@pytest.mark.parametrize(
    ("published", "start"),
    [
        ("2031-03-04T10:30:00Z", "2031-03-04"),
        ("2031", "2031-01-01"),
        ("last Tuesday", None),
        ("2031-02-30", None),
        (None, None),
    ],
)
def test_only_a_date_that_can_be_read_gives_a_start(
    published: str | None, start: str | None
) -> None:
    report = article("The river rose.", published=published)
    graph = assemble(Collection(articles=(report,)))
    assert [day(node) for node in nodes(graph)] == [start]


def test_the_weight_of_an_edge_counts_what_stands_behind_it() -> None:
    mayor = entity(EntityKind.PERSON, "Jonas Pell")
    report = article("It rained, he said. It stopped, he said.")
    claims = (
        claim(report, "It rained", speaker=mayor.id),
        claim(report, "It stopped", speaker=mayor.id),
    )
    graph = assemble(Collection(articles=(report,), entities=(mayor,), claims=claims))
    cited = next(edge for edge in edges(graph) if edge.kind == EdgeKind.CITES)
    assert cited.weight == 2
    assert "count" not in cited.attributes


def test_symmetric_edges_say_so(graph: ClaimGraph) -> None:
    symmetric = {edge.kind for edge in edges(graph) if edge.attributes["symmetric"]}
    assert symmetric == {"contradicts", "corroborates"}


def test_an_event_without_a_date_takes_none_from_elsewhere() -> None:
    event = entity(EntityKind.EVENT, "flood", when=None)
    dated = entity(EntityKind.EVENT, "strike", when=When(edtf="2030~"))
    graph = assemble(Collection(entities=tuple(sorted((event, dated), key=lambda row: row.id))))
    assert {node.label: day(node) for node in nodes(graph)} == {
        "flood": None,
        "strike": "2030-01-01",
    }
