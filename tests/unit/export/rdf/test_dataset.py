"""What each named graph holds, and that the statements say no more and no less than the graph's edges."""

from itertools import groupby

import pytest
from rdflib.namespace import PROV

from kg import __version__
from kg.errors import ExportError
from kg.export.rdf import statements
from kg.export.rdf.edges import INVERSES
from kg.export.rdf.provenance import body_hash, run_id
from kg.export.rdf.terms import Statement
from kg.graph import ClaimGraph, EdgeKind, NodeKind, assemble
from kg.graph.claimgraph import SYMMETRIC
from kg.model import Collection, Input, Run
from kg.model.identifiers import slug
from kg.vocabulary import DATA_BASE, EDGES, KG, SCHEMA
from tests.factory import Pile, sample_collection

PILE = Pile()
GRAPH = assemble(sample_collection())
ROWS = statements(GRAPH)


def local(row: Statement) -> str:
    return row.predicate.value.replace("#", "/").rsplit("/", 1)[-1]


def edges(rows: list[Statement]) -> set[tuple[str, str, str]]:
    names = {str(KG[name]) for name in EDGES}
    inverses = {str(iri): kind.value for kind, iri in INVERSES.items()}
    found = set()
    for row in rows:
        ends = [node.value.removeprefix(DATA_BASE) for node in (row.subject, row.object)]
        if row.predicate.value in names:
            found.add((ends[0], local(row), ends[1]))
        elif row.predicate.value in inverses:
            found.add((ends[1], inverses[row.predicate.value], ends[0]))
    return found


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
    graphs = [row.graph.value for row in ROWS]
    assert list(dict.fromkeys(graphs)) == [name for name, _ in groupby(graphs)]
    for _, rows in groupby(ROWS, key=lambda row: row.graph):
        subjects = [row.subject.value for row in rows]
        assert subjects == sorted(subjects)


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
    assert names == expected | {f"{DATA_BASE}graph/{name}" for name in ("inferred", "terms", "provenance")}  # fmt: skip


def test_claim_stands_in_the_graph_of_its_article() -> None:
    home = {tail(PILE.first.id)}
    assert graph_of("text", "style", "content", "about", about=PILE.nine.id) == home
    assert graph_of("cites", "publishedBy", about=PILE.first.id) == home


def test_what_speaks_of_several_articles_is_inferred() -> None:
    assert graph_of("name", "type", "affiliatedWith", about=PILE.expert.id) == {"inferred"}
    assert graph_of("contradicts", "corroborates", about=PILE.fourteen.id) == {"inferred"}
    assert graph_of("updates", about=PILE.eleven.id) == {"inferred"}
    assert graph_of("reprints", about=PILE.reprint.id) == {"inferred"}
    assert graph_of("cites", about=PILE.wire.id) == {"inferred"}


def test_every_entity_of_an_article_can_be_reached_from_it_once() -> None:
    articles = {DATA_BASE + report.id for report in PILE.articles}
    home = {row.subject: row.object for row in ROWS if local(row) == "wasQuotedFrom"}
    led_to = [
        (home.get(row.subject, row.subject).value, row.object.value)
        for row in ROWS
        if local(row) in {"about", "via", "wasAttributedTo", "publishedBy"}
    ]
    mentions = [(row.subject.value, row.object.value) for row in ROWS if local(row) == "mentions"]
    assert set(led_to).isdisjoint(mentions)
    known = {(DATA_BASE + where, DATA_BASE + entity.id) for entity in PILE.entities for where in entity.articles}  # fmt: skip
    assert known <= {*led_to, *mentions}
    assert {where for where, _ in mentions} <= articles


@pytest.mark.parametrize(
    ("kind", "count"), [("Contradiction", 1), ("Corroboration", 2), ("Update", 1)]
)
def test_each_judgement_is_a_node_that_says_why(kind: str, count: int) -> None:
    nodes = [row.subject for row in ROWS if row.object.value == str(KG[kind])]
    assert len(nodes) == count
    for node in nodes:
        facts = {local(row) for row in ROWS if row.subject == node}
        expected = {"type", "left", "right", "basis", "why", "rule", "score", "independent"}
        assert facts == expected


def test_left_of_an_update_is_the_newer() -> None:
    (node,) = [row.subject for row in ROWS if row.object.value == str(KG.Update)]
    sides = {
        local(row): row.object.value.removeprefix(DATA_BASE) for row in ROWS if row.subject == node
    }
    assert (sides["left"], sides["right"]) == (PILE.eleven.id, PILE.nine.id)


def test_judgements_have_names_that_can_be_read() -> None:
    (node,) = [row.subject.value for row in ROWS if row.object.value == str(KG.Contradiction)]
    (left,) = [row.object.value for row in ROWS if row.subject.value == node and local(row) == "left"]  # fmt: skip
    said = next(row.text for row in PILE.claims if DATA_BASE + row.id == left)
    assert node.removeprefix(DATA_BASE).startswith(f"contradiction/{slug(said)}-")


def test_terms_in_use_come_with_what_they_narrow() -> None:
    found = {(row.subject.value, row.object.value) for row in ROWS if row.graph.value.endswith("/terms")}  # fmt: skip
    assert (str(KG.Expert), str(KG.Person)) in found
    assert (str(KG.Person), str(SCHEMA.Person)) in found  # though nobody is of that kind alone
    assert not any(subject == str(KG.Measure) for subject, _ in found)


def test_run_tells_program_texts_and_their_hashes_without_a_clock() -> None:
    run = next(row.subject for row in ROWS if row.object.value == str(PROV.Activity))
    assert {local(row) for row in ROWS if row.subject == run} == {"type", "used", "description", "wasAssociatedWith"}  # fmt: skip
    hashes = {row.subject.value: row.object.value for row in ROWS if local(row) == "sha256"}
    assert {DATA_BASE + report.id: body_hash(report.text) for report in PILE.articles}.items() <= hashes.items()  # fmt: skip
    assert {row.graph.value for row in ROWS if row.subject == run} == {f"{DATA_BASE}graph/provenance"}  # fmt: skip


def test_run_is_another_where_the_user_gave_or_asked_for_something_else() -> None:
    given = GRAPH.collection
    other = Run(inputs=(Input.of("mine.csv", b"left,right,answer\nA,B,same\n"),))
    changed = given.model_copy(update={"run": other})
    asked = given.model_copy(update={"run": given.run.model_copy(update={"options": ()})})
    fewer = given.model_copy(update={"articles": given.articles[:2]})
    names = {run_id(one) for one in (given, changed, asked, fewer)}
    assert len(names) == 4
    assert run_id(given) == run_id(given.model_copy())


def test_file_of_the_user_is_told_by_name_and_hash() -> None:
    (node,) = [row.subject for row in ROWS if row.object.value == str(SCHEMA.MediaObject)]
    facts = {local(row): row.object.value for row in ROWS if row.subject == node}
    (mine,) = GRAPH.collection.run.inputs
    assert (facts["name"], facts["sha256"]) == (mine.name, mine.sha256)


def test_graphs_say_where_they_come_from() -> None:
    assert graph_of("wasDerivedFrom", "wasGeneratedBy", about=f"graph/{tail(PILE.first.id)}") == {"provenance"}  # fmt: skip
    versions = [row.object.value for row in ROWS if local(row) == "softwareVersion"]
    assert versions == [__version__]


def test_other_base_moves_the_data_and_not_the_vocabulary() -> None:
    base = "https://data.harrow.test/kg/"
    moved = statements(assemble(GRAPH.collection, base))
    assert len(moved) == len(ROWS)
    assert all(row.subject.value.startswith((base, str(KG))) for row in moved)
    assert {row.predicate for row in moved} == {row.predicate for row in ROWS}


def test_bad_base_is_refused() -> None:
    with pytest.raises(ExportError):
        statements(assemble(GRAPH.collection, "here"))


def test_empty_graph_says_only_who_wrote_it() -> None:
    rows = statements(assemble(Collection()))
    assert {row.graph.value for row in rows} == {f"{DATA_BASE}graph/provenance"}
    assert {local(row) for row in rows} == {"type", "name", "softwareVersion", "wasAssociatedWith", "wasDerivedFrom", "wasGeneratedBy"}  # fmt: skip


def test_who_declined_to_comment_stands_in_the_graph_of_the_article() -> None:
    assert graph_of("declinedToComment", about=PILE.company.id) == {tail(PILE.first.id)}
