from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.export.rdf import write_nquads, write_turtle
from kg.graph import assemble
from kg.query import Answer, ask
from kg.vocabulary import DATA_BASE, OA, ontology_file
from tests.factory import Pile, sample_collection

PILE = Pile()
GRAPH = assemble(sample_collection())


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("build")
    write_nquads(GRAPH, folder)
    return folder


def test_prefixes_are_known_without_declaration(out: Path) -> None:
    answer = ask(out, "SELECT ?n { ?e a kg:Expert ; schema:name ?n }")
    assert answer == Answer(columns=("n",), rows=(("Mira Castel",),))


def test_prefix_of_the_user_goes_before_ours(out: Path) -> None:
    assert ask(out, "PREFIX kg: <https://elsewhere.test/> SELECT * { ?c a kg:Claim }").rows == ()


def test_values_are_plain_strings_numbers_and_truths(out: Path) -> None:
    answer = ask(
        out,
        f"""SELECT ?claim ?value ?confidence ?named ?said ?nothing {{
            BIND(<{DATA_BASE}{PILE.nine.id}> AS ?claim)
            ?claim kg:hasQuantity/schema:value ?value ; kg:confidence ?confidence ; kg:said ?said .
            ?claim prov:wasQuotedFrom/kg:publishedBy ?outlet
            BIND(EXISTS {{ ?outlet schema:name ?name }} AS ?named) }}""",
    )
    assert answer.rows == ((DATA_BASE + PILE.nine.id, 9, 0.95, True, "2031-03-04", ""),)
    assert [type(cell) for cell in answer.rows[0]] == [str, int, float, bool, str, str]


def test_patterns_without_graph_match_each_fact_of_the_build_once(out: Path) -> None:
    (flat,) = ask(out, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows
    (named,) = ask(out, "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }").rows
    (claims,) = ask(out, "SELECT (COUNT(?c) AS ?n) { ?c a kg:Claim }").rows
    assert flat == named
    assert claims == (len(PILE.claims),)


def test_named_graph_holds_what_was_read_from_one_article(out: Path) -> None:
    answer = ask(
        out,
        f"""SELECT (COUNT(?c) AS ?n) {{
            ?g prov:wasDerivedFrom <{DATA_BASE}{PILE.first.id}> . GRAPH ?g {{ ?c a kg:Claim }} }}""",
    )
    assert answer.rows == ((3,),)


@pytest.mark.parametrize(("kind", "expected"), [("Contradiction", True), ("Relation", False)])
def test_ask_gives_a_truth(out: Path, kind: str, *, expected: bool) -> None:
    assert ask(out, f"ASK {{ ?c a kg:{kind} }}") == Answer(boolean=expected)


def test_construct_gives_sorted_triples(out: Path) -> None:
    answer = ask(out, "CONSTRUCT { ?j kg:score ?s } WHERE { ?j kg:score ?s }")
    assert answer.columns == ("subject", "predicate", "object")
    assert list(answer.rows) == sorted(answer.rows)
    assert len(answer.rows) == 4


def test_describe_gives_triples(out: Path) -> None:
    assert len(ask(out, f"DESCRIBE <{DATA_BASE}software/kg>").rows) == 3


def test_quoted_triples_and_blank_nodes_become_text(out: Path) -> None:
    (row,) = ask(out, "SELECT * { BIND(BNODE() AS ?b) BIND(<<( kg:a kg:b kg:c )>> AS ?t) }").rows
    assert all(isinstance(cell, str) and cell for cell in row)


def test_turtle_is_asked_where_there_are_no_quads(tmp_path: Path) -> None:
    write_turtle(GRAPH, tmp_path)
    assert ask(tmp_path, "SELECT (COUNT(?c) AS ?n) { ?c a kg:Claim }").rows == ((8,),)
    assert ask(tmp_path, "ASK { GRAPH ?g { ?c a kg:Claim } }").boolean is False


@pytest.mark.parametrize(
    ("query", "line", "said"),
    [
        ("SELECT * { ?c a zz:Claim }", 1, "a prefix is not declared at column 25, before “}”"),
        ("SELECT *\n{ ?c a kg:Claim", 2, "missing or out of place .* at the end of the line"),
        ("SELECT ?a { ?b ?c ?a } GROUP BY ?b", 1, "neither grouped nor counted"),
        ("", 1, "missing or out of place at column 1"),
        ("SELECT * {\n\n?s ?p ?o .\n?s ?p . }", 4, "missing or out of place .* before “}”"),
        ("nonsense", 1, "missing or out of place"),
    ],
)
def test_malformed_query_is_told_with_its_place(
    out: Path, query: str, line: int, said: str
) -> None:
    with pytest.raises(QueryError, match=said) as caught:
        ask(out, query)
    assert caught.value.line == line
    assert caught.value.remedy


def test_forbidden_query_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="SERVICE"):
        ask(tmp_path, "SELECT * { SERVICE <http://far.test/> { ?s ?p ?o } }")


def test_folder_without_a_build_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(
        QueryError, match=r"no graph\.nq or graph\.ttl here; build it first: kg build"
    ):
        ask(tmp_path, "ASK { ?s ?p ?o }")


def test_broken_build_is_told_with_its_file(tmp_path: Path) -> None:
    (tmp_path / "graph.nq").write_text("<a:b> <a:c> .\n", encoding="utf-8")
    with pytest.raises(QueryError, match="build it again") as caught:
        ask(tmp_path, "ASK { ?s ?p ?o }")
    assert caught.value.path == str(tmp_path / "graph.nq")


def test_query_for_web_annotations_in_the_ontology_guide_works(out: Path) -> None:
    guide = ontology_file("README.md").read_text(encoding="utf-8")
    answer = ask(out, guide.partition("```sparql\n")[2].partition("```")[0])
    parts = sum(len(claim.content.parts) for claim in PILE.claims)
    assert sum(row[1] == str(OA.hasTarget) for row in answer.rows) == parts
