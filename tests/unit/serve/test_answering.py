import io
import json

import pytest
from pyoxigraph import Literal, NamedNode, Quad, QueryResultsFormat, QuerySolutions, Store

from kg.serve.answering import Answering
from kg.serve.jobs import Job, Outcome

PREFIXES = {"e": "http://e/"}
ODD = 'a\tb\nc\r"d\\ <é> 🌊'
"""What every format has to write in another way."""


@pytest.fixture(scope="module")
def store() -> Store:
    store = Store()
    rows = (Quad(NamedNode(f"http://e/{n}"), NamedNode("http://e/p"), Literal(n)) for n in range(5))
    store.extend(rows)
    store.add(Quad(NamedNode("http://e/0"), NamedNode("http://e/says"), Literal(ODD)))
    store.add(Quad(NamedNode("http://e/g"), NamedNode("http://e/in/"), Literal("x"), GRAPH))
    return store


GRAPH = NamedNode("http://e/graph")


def answered(
    store: Store, job: Job, rows: int = 100, size: int = 10_000
) -> tuple[Outcome, bytes, str]:
    out = io.BytesIO()
    head = Answering(store, PREFIXES, rows, size).answer(job, out)
    return head.outcome, out.getvalue()[: head.size], head.detail


@pytest.mark.parametrize("extension", ["srj", "srx", "csv", "tsv"])
def test_solutions_are_written_in_every_format(store: Store, extension: str) -> None:
    outcome, body, _ = answered(
        store, Job("SELECT ?n { ?s e:p ?n } ORDER BY ?n", solutions=extension)
    )
    assert outcome is Outcome.WELL
    assert all(str(n).encode() in body for n in range(5))


TERMS = (
    '"5"^^xsd:integer "+5"^^xsd:integer "five"^^xsd:integer "1.0"^^xsd:decimal "1e5"^^xsd:double '
    '"INF"^^xsd:float "1"^^xsd:boolean "true" "5" "" "x"@en-GB <http://e/ü> UNDEF "2024-01"^^e:when'
)


@pytest.mark.parametrize("extension", ["srj", "srx", "csv", "tsv"])
def test_an_answer_is_byte_by_byte_what_the_store_writes(store: Store, extension: str) -> None:
    xsd = "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> PREFIX e: <http://e/>"
    query = f"{xsd} SELECT ?v ?t {{ VALUES ?v {{ {TERMS} }} e:0 e:says ?t }}"
    expected = io.BytesIO()
    solutions = store.query(query)
    assert isinstance(solutions, QuerySolutions)
    solutions.serialize(expected, QueryResultsFormat.from_extension(extension))
    assert answered(store, Job(query, solutions=extension))[1] == expected.getvalue()


def test_line_ends_in_a_text_are_no_rows(store: Store) -> None:
    job = Job("SELECT ?t { ?s e:says ?t }")
    outcome, body, _ = answered(store, job, rows=1)
    assert outcome is Outcome.WELL
    assert json.loads(body)["results"]["bindings"][0]["t"]["value"] == ODD


@pytest.mark.parametrize("query", ["SELECT * { ?s e:p ?n }", "CONSTRUCT WHERE { ?s e:p ?n }"])
def test_as_many_rows_as_allowed_are_given_and_not_one_more(store: Store, query: str) -> None:
    assert answered(store, Job(query), rows=5)[0] is Outcome.WELL
    assert answered(store, Job(query), rows=4)[0] is Outcome.TOO_MANY_ROWS


@pytest.mark.parametrize("query", ["SELECT * { ?s e:p ?n }", "CONSTRUCT WHERE { ?s e:p ?n }"])
def test_an_answer_that_is_too_long_is_stopped(store: Store, query: str) -> None:
    assert answered(store, Job(query), size=50)[0] is Outcome.TOO_LONG


@pytest.mark.parametrize(
    ("extension", "yes"), [("srj", b"true"), ("srx", b"true"), ("csv", b"true")]
)
def test_yes_and_no_are_written(store: Store, extension: str, yes: bytes) -> None:
    outcome, body, _ = answered(store, Job("ASK { ?s e:p 3 }", solutions=extension))
    assert (outcome, yes in body) == (Outcome.WELL, True)


def test_triples_are_given_once(store: Store) -> None:
    job = Job("CONSTRUCT { e:all e:has e:one } { ?s e:p ?n }", graph="nt")
    assert answered(store, job)[1] == b"<http://e/all> <http://e/has> <http://e/one> .\n"


def test_a_predicate_that_xml_cannot_name_is_not_written_as_xml(store: Store) -> None:
    query = "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH e:graph { ?s ?p ?o } }"
    assert answered(store, Job(query, graph="rdf"))[0] is Outcome.UNACCEPTABLE
    assert answered(store, Job(query, graph="nt"))[0] is Outcome.WELL


def test_what_the_client_does_not_accept_is_not_written(store: Store) -> None:
    assert answered(store, Job("ASK {}", solutions=None))[0] is Outcome.UNACCEPTABLE
    assert answered(store, Job("CONSTRUCT WHERE {}", graph=None))[0] is Outcome.UNACCEPTABLE
    assert answered(store, Job("ASK {}", graph=None))[0] is Outcome.WELL


def test_a_malformed_query_is_told_with_its_place(store: Store) -> None:
    outcome, body, detail = answered(store, Job("SELECT ?x {"))
    assert (outcome, body) == (Outcome.MALFORMED, b"")
    assert "1:12" in detail


def test_the_data_set_is_that_of_the_request(store: Store) -> None:
    def count(**graphs: tuple[str, ...]) -> int:
        query = "SELECT * { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"
        body = answered(store, Job(query, **graphs))[1]  # type: ignore[arg-type]
        return len(json.loads(body)["results"]["bindings"])

    assert count() == 8  # the default graph is the union of all
    assert count(default_graphs=(GRAPH.value,), named_graphs=()) == 1
    assert count(default_graphs=(), named_graphs=(GRAPH.value,)) == 1
    assert count(default_graphs=(GRAPH.value,), named_graphs=(GRAPH.value,)) == 2
