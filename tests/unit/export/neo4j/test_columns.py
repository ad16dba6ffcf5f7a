import pytest

from kg.export.neo4j.columns import ENDS, Columns, Group, edge_rows, node_rows
from kg.graph import ClaimGraph, EdgeKind, NodeKind, assemble
from kg.model import Collection
from tests.factory import Pile, sample_collection


def groups() -> dict[Group, list[Columns]]:
    """The rows of the sample's edges by their group."""
    found: dict[Group, list[Columns]] = {}
    for group, row in edge_rows(assemble(sample_collection())):
        found.setdefault(group, []).append(row)
    return found


def test_every_kind_of_edge_has_its_ends() -> None:
    assert set(ENDS) == set(EdgeKind)


@pytest.mark.parametrize("kind", list(NodeKind))
def test_every_kind_of_node_has_rows_with_the_same_columns(kind: NodeKind) -> None:
    rows = list(node_rows(assemble(sample_collection()), kind))
    assert rows
    assert all(list(row) == list(rows[0]) for row in rows)
    assert all(kind.value in row[":LABEL"] for row in rows if isinstance(row[":LABEL"], tuple))


def test_edges_are_grouped_by_the_id_spaces_of_their_ends() -> None:
    assert Group(EdgeKind.CONTRADICTS, "Claim", "Claim") in groups()
    assert Group(EdgeKind.CONTRADICTS, "Entity", "Entity") in groups()
    for group, rows in groups().items():
        assert all(list(row) == list(rows[0]) for row in rows)
        assert list(rows[0])[:2] == [f":START_ID({group.start})", f":END_ID({group.end})"]


def test_why_two_claims_disagree_is_written_with_their_edge() -> None:
    (row,) = groups()[Group(EdgeKind.CONTRADICTS, "Claim", "Claim")]
    assert row["basis"] == "quantity"
    assert row["symmetric:boolean"] is True
    assert "the number of dead at 11" in str(row["why"])


def test_a_time_is_written_as_read_and_as_its_first_and_last_day() -> None:
    pile = Pile()
    (row,) = node_rows(ClaimGraph(Collection(entities=(pile.flood,))), NodeKind.EVENT)
    assert (row["when"], row["when_from:date"], row["when_to:date"]) == (
        "2031-03-03/2031-03-04",
        "2031-03-03",
        "2031-03-04",
    )


def test_intermediaries_are_written_with_their_claim() -> None:
    rows = {row["id:ID(Claim)"]: row for row in node_rows(assemble(sample_collection()), NodeKind.CLAIM)}  # fmt: skip
    for claim in sample_collection().claims:
        assert rows[claim.id]["via:string[]"] == claim.via
    assert any(row["via:string[]"] for row in rows.values())


def test_words_of_a_refusal_are_written_with_its_edge() -> None:
    (row,) = groups()[Group(EdgeKind.DECLINED_TO_COMMENT, "Entity", "Article")]
    assert row["words"] == "did not respond to a request for comment"
