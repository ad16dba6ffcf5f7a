"""What each named graph holds, and that the statements say no more and no less than the graph's edges."""

import pytest

from kg import __version__
from kg.errors import ExportError
from kg.export.rdf import statements
from kg.export.rdf.terms import Statement
from kg.graph import ClaimGraph, EdgeKind, NodeKind, assemble
from kg.graph.claimgraph import SYMMETRIC
from kg.model import Collection
from kg.vocabulary import DATA_BASE, EDGES, KG
from tests.factory import Pile, sample_collection

PILE = Pile()
GRAPH = assemble(sample_collection())
ROWS = statements(GRAPH)


def local(row: Statement) -> str:
    return row.predicate.value.replace("#", "/").rsplit("/", 1)[-1]


def edges(rows: list[Statement]) -> set[tuple[str, str, str]]:
    names = {str(KG[name]) for name in EDGES}
    return {
        (row.subject.value.removeprefix(DATA_BASE), local(row), row.object.value.removeprefix(DATA_BASE))
        for row in rows
        if row.predicate.value in names
    }  # fmt: skip


def expected_edges(graph: ClaimGraph) -> set[tuple[str, str, str]]:
    found = set()
    for edge in graph.edges():
        between_claims = graph.node(edge.source).kind is NodeKind.CLAIM
        lifted = edge.kind is EdgeKind.CONTRADICTS and not between_claims
        name = "disagreesWith" if lifted else edge.kind.value
        found.add((edge.source, name, edge.target))
        if edge.kind in SYMMETRIC:
            found.add((edge.target, name, edge.source))
    return found


def graph_of(*names: str, about: str) -> set[str]:
    """The named graphs of the statements with these predicates about this node."""
    node = DATA_BASE + about
    return {row.graph.value.removeprefix(f"{DATA_BASE}graph/") for row in ROWS if row.subject.value == node and local(row) in names}  # fmt: skip


def tail(article_id: str) -> str:
    return article_id.removeprefix("article/")


def test_edges_are_those_of_the_graph() -> None:
    assert edges(ROWS) == expected_edges(GRAPH)


def test_statements_are_sorted_and_each_there_once() -> None:
    assert len(set(ROWS)) == len(ROWS)
    assert [row.graph.value for row in ROWS] == sorted(row.graph.value for row in ROWS)


def test_type_comes_first_of_a_node() -> None:
    seen: set[tuple[str, str]] = set()
    typed = {(row.graph.value, row.subject.value) for row in ROWS if local(row) == "type"}
    for row in ROWS:
        node = (row.graph.value, row.subject.value)
        if node in typed and node not in seen:
            assert local(row) == "type"
        seen.add(node)


def test_there_is_one_graph_an_article_and_one_for_what_was_inferred() -> None:
    names = {row.graph.value for row in ROWS}
    expected = {f"{DATA_BASE}graph/{tail(report.id)}" for report in PILE.articles}
    assert names == expected | {f"{DATA_BASE}graph/inferred"}


def test_claim_stands_in_the_graph_of_its_article() -> None:
    home = {tail(PILE.first.id)}
    assert graph_of("text", "style", "content", "about", about=PILE.nine.id) == home
    assert graph_of("cites", "reports", "publishedBy", about=PILE.first.id) == home
    assert graph_of("claims", about=PILE.expert.id) == home


def test_what_speaks_of_several_articles_is_inferred() -> None:
    assert graph_of("name", "type", "affiliatedWith", about=PILE.expert.id) == {"inferred"}
    assert graph_of("contradicts", "corroborates", about=PILE.fourteen.id) == {"inferred"}
    assert graph_of("updates", about=PILE.eleven.id) == {"inferred"}
    assert graph_of("reprints", about=PILE.reprint.id) == {"inferred"}
    assert graph_of("cites", about=PILE.wire.id) == {"inferred"}


def test_articles_mention_the_entities_in_them() -> None:
    mentions = [row for row in ROWS if local(row) == "mentions"]
    assert len(mentions) == sum(len(entity.articles) for entity in PILE.entities)
    assert {tail(row.subject.value.removeprefix(f"{DATA_BASE}article/")) for row in mentions} == {
        row.graph.value.removeprefix(f"{DATA_BASE}graph/") for row in mentions
    }


@pytest.mark.parametrize(
    ("kind", "count"), [("Contradiction", 1), ("Corroboration", 2), ("Update", 1)]
)
def test_each_judgement_is_a_node_that_says_why(kind: str, count: int) -> None:
    nodes = [row.subject for row in ROWS if row.object.value == str(KG[kind])]
    assert len(nodes) == count
    for node in nodes:
        facts = {local(row) for row in ROWS if row.subject == node}
        expected = {"type", "left", "right", "basis", "why", "score", "independent"}
        assert facts == expected


def test_left_of_an_update_is_the_newer() -> None:
    (node,) = [row.subject for row in ROWS if row.object.value == str(KG.Update)]
    sides = {
        local(row): row.object.value.removeprefix(DATA_BASE) for row in ROWS if row.subject == node
    }
    assert (sides["left"], sides["right"]) == (PILE.eleven.id, PILE.nine.id)


def test_graphs_say_where_they_come_from() -> None:
    assert graph_of("wasDerivedFrom", "wasAttributedTo", about=f"graph/{tail(PILE.first.id)}") == {"inferred"}  # fmt: skip
    versions = [row.object.value for row in ROWS if local(row) == "softwareVersion"]
    assert versions == [__version__]


def test_other_base_moves_the_data_and_not_the_vocabulary() -> None:
    base = "https://data.harrow.test/kg/"
    moved = statements(assemble(GRAPH.collection, base))
    assert len(moved) == len(ROWS)
    assert all(row.subject.value.startswith(base) for row in moved)
    assert {row.predicate for row in moved} == {row.predicate for row in ROWS}


def test_bad_base_is_refused() -> None:
    with pytest.raises(ExportError):
        statements(assemble(GRAPH.collection, "here"))


def test_empty_graph_says_only_who_wrote_it() -> None:
    rows = statements(assemble(Collection()))
    assert {row.graph.value for row in rows} == {f"{DATA_BASE}graph/inferred"}
    assert len(rows) == 5


def test_who_declined_to_comment_stands_in_the_graph_of_the_article() -> None:
    assert graph_of("declinedToComment", about=PILE.company.id) == {tail(PILE.first.id)}
