"""What programs get of a build: rdflib's dataset, networkx's network, and answers."""

from contextlib import suppress
from pathlib import Path

import pytest
from networkx.utils import graphs_equal
from rdflib import Dataset, Graph, Literal, URIRef
from rdflib.namespace import RDF

import kg
from kg.errors import QueryError
from kg.export import tables
from kg.export.rdf import write_nquads, write_turtle
from kg.graph import assemble
from kg.query import Build, ask
from kg.query.kept import keep_build
from kg.vocabulary import DATA_BASE, KG, SCHEMA
from tests.factory import Pile, sample_collection

# rdflib's Dataset uses parts of rdflib that are deprecated.
pytestmark = pytest.mark.filterwarnings("ignore:Dataset[.]:DeprecationWarning")

GRAPH = assemble(sample_collection())
PILE = Pile()
BASES = (DATA_BASE, "https://data.harrow.test/kg/")


@pytest.fixture(scope="module", params=["folder", "store"])
def build(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Build:
    """A build that is read from its files, and one that is kept in a store."""
    out = tmp_path_factory.mktemp("build")
    write_nquads(GRAPH, out)
    write_turtle(GRAPH, out)
    tables.write(GRAPH, out)
    if request.param == "store":
        keep_build(out, out / "store")
    return kg.open(out)


def test_dataset_is_rdflibs_with_one_graph_an_article(build: Build) -> None:
    dataset = build.dataset()
    assert isinstance(dataset, Dataset)
    named = [graph for graph in dataset.graphs() if len(graph)]
    assert len(named) > len(PILE.articles)
    assert sum(map(len, named)) == len(dataset)


def test_default_graph_of_the_dataset_is_everything(build: Build) -> None:
    dataset = build.dataset()
    claims = set(dataset.subjects(RDF.type, KG.Claim))
    assert claims == {URIRef(DATA_BASE + claim.id) for claim in PILE.claims}
    turtle = Graph().parse(build.out / "graph.ttl")
    found = list(dataset.triples((None, None, None)))
    assert len(found) == len(
        turtle
    )  # 1.0 is 1 to Oxigraph, so that objects can differ in their digits
    assert {triple[:2] for triple in found} == {triple[:2] for triple in turtle}


def test_dataset_is_asked_with_our_prefixes(build: Build) -> None:
    rows = build.dataset().query("SELECT ?n { ?e a kg:Expert ; schema:name ?n }")
    assert [str(row[0]) for row in rows if isinstance(row, tuple)] == ["Mira Castel"]


def test_change_to_a_dataset_does_not_reach_the_files(build: Build) -> None:
    before = ask(build.out, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    dataset = kg.open(build.out).dataset()
    with suppress(RuntimeError):  # as a store on disk is open for reading only
        dataset.add((URIRef("urn:x:a"), SCHEMA.name, Literal("added")))
    assert ask(build.out, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }") == before


def test_graph_is_what_the_build_held(build: Build) -> None:
    assert graphs_equal(build.graph(), GRAPH.network)


def test_graph_is_the_callers_own(build: Build) -> None:
    build.graph().clear()
    assert len(build.graph()) == len(GRAPH.network)


@pytest.mark.parametrize("base", BASES)
def test_graph_is_the_same_under_any_base(base: str, tmp_path: Path) -> None:
    graph = assemble(sample_collection(), base)
    write_turtle(graph, tmp_path)
    tables.write(graph, tmp_path)
    assert graphs_equal(kg.open(tmp_path).graph(), GRAPH.network)


def test_graph_needs_the_tables_of_the_build(tmp_path: Path) -> None:
    write_nquads(GRAPH, tmp_path / "graph")
    keep_build(tmp_path / "graph", tmp_path / "store")
    for folder in ("graph", "store"):
        with pytest.raises(QueryError, match=r"there is no articles\.jsonl here"):
            kg.open(tmp_path / folder).graph()


def test_build_is_asked_in_sparql_as_by_the_command(build: Build) -> None:
    query = "SELECT ?n { ?e a kg:Person ; schema:name ?n }"
    assert build.ask(query) == ask(build.out, query)
    with pytest.raises(QueryError, match="SERVICE"):
        build.ask("SELECT * { SERVICE <http://far.test/> { ?s ?p ?o } }")


def test_build_answers_a_question_with_values(build: Build) -> None:
    assert build.question("figure-timeline", measure="displaced").rows[0][:3] == (
        "displaced",
        "2031-03-03/2031-03-04",
        4000,
    )


def test_question_that_there_is_not_is_told_with_the_nearest(build: Build) -> None:
    with pytest.raises(QueryError, match="no question 'disptues'; did you mean disputes"):
        build.question("disptues")
    with pytest.raises(QueryError, match="no parameter 'mesure'; did you mean measure"):
        build.question("figure-timeline", mesure="killed")


def test_nothing_is_read_before_it_is_asked_for(tmp_path: Path) -> None:
    build = kg.open(str(tmp_path / "missing"))
    assert repr(build).startswith("Build(")
    for give in (build.dataset, build.graph):
        with pytest.raises(QueryError, match="build it first"):
            give()
