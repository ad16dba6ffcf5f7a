"""The addresses of a server, asked without a network."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from rdflib import Graph, URIRef
from starlette.testclient import TestClient

from kg.serve.application import application
from kg.serve.protocol import FORM, QUERY, UPDATE
from kg.serve.settings import MAX_BODY, Settings
from kg.vocabulary import DATA_BASE, KG
from tests.factory import Pile

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")

PILE = Pile()
ASK = "ASK { ?claim a kg:Claim }"
SELECT = "SELECT ?claim { ?claim a kg:Claim } ORDER BY ?claim"
CONSTRUCT = "CONSTRUCT { ?claim a kg:Claim } WHERE { ?claim a kg:Claim }"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
HERE = "http://localhost:8000"


@pytest.fixture(scope="module")
def client(folder: Path) -> Iterator[TestClient]:
    app = application(folder, Settings(timeout_s=0.5, max_rows=60), lambda _: None)
    with TestClient(app, HERE, follow_redirects=False) as client:
        yield client


def test_a_query_can_be_asked_in_three_ways(client: TestClient) -> None:
    answers = [
        client.get("/sparql", params={"query": ASK}),
        client.post("/sparql", data={"query": ASK}),
        client.post("/sparql", content=ASK, headers={"Content-Type": QUERY}),
        client.post("/sparql", content=ASK, headers={"Content-Type": f"{QUERY}; charset=UTF-8"}),
    ]
    for answer in answers:
        assert answer.status_code == 200
        assert answer.headers["Content-Type"] == "application/sparql-results+json"
        assert answer.headers["Vary"] == "Accept"
        assert answer.json()["boolean"] is True


def test_solutions_come_in_every_format_of_the_recommendations(client: TestClient) -> None:
    def ask(accept: str) -> str:
        answer = client.get("/sparql", params={"query": SELECT}, headers={"Accept": accept})
        assert answer.headers["Content-Type"].partition(";")[0] == accept
        assert int(answer.headers["Content-Length"]) == len(answer.content)
        return answer.text

    bindings = json.loads(ask("application/sparql-results+json"))["results"]["bindings"]
    claims = [row["claim"]["value"] for row in bindings]
    assert DATA_BASE + PILE.nine.id in claims
    assert [row["claim"] for row in csv.DictReader(io.StringIO(ask("text/csv")))] == claims
    assert ask("text/tab-separated-values").split() == ["?claim", *(f"<{row}>" for row in claims)]
    tree = ET.fromstring(ask("application/sparql-results+xml"))  # noqa: S314 - our own
    spaces = {"s": "http://www.w3.org/2005/sparql-results#"}
    assert [node.text for node in tree.iterfind(".//s:uri", spaces)] == claims


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("text/turtle", "turtle"),
        ("application/n-triples", "nt"),
        ("application/rdf+xml", "xml"),
        ("application/ld+json", "json-ld"),
    ],
)
@pytest.mark.parametrize("query", [CONSTRUCT, f"DESCRIBE <{DATA_BASE}{PILE.nine.id}>"])
def test_triples_come_in_every_format(
    client: TestClient, query: str, accept: str, form: str
) -> None:
    answer = client.get("/sparql", params={"query": query}, headers={"Accept": accept})
    assert answer.headers["Content-Type"].partition(";")[0] == accept
    graph = Graph().parse(data=answer.text, format=form)
    assert (URIRef(DATA_BASE + PILE.nine.id), None, KG.Claim) in graph


@pytest.mark.parametrize(
    ("query", "there"), [(SELECT, "sparql-results+json"), (CONSTRUCT, "text/turtle")]
)
def test_what_is_not_there_in_an_accepted_type_is_406(
    client: TestClient, query: str, there: str
) -> None:
    answer = client.get("/sparql", params={"query": query}, headers={"Accept": "image/png"})
    assert answer.status_code == 406
    assert there in answer.text


def test_a_malformed_query_is_400_with_its_line_and_column(client: TestClient) -> None:
    answer = client.get("/sparql", params={"query": "SELECT ?x\nWHERE { ?x a }"})
    assert answer.status_code == 400
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.text.startswith("Line 2: the query is not valid SPARQL")
    assert "at column 15, at the end of the line" in answer.text


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE"),
        ("SELECT * { \\u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE"),
        ("SELECT * { s\\U00000065rvice SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE"),
        ("ASK { FILTER(true)SERVICE<http://127.0.0.1:9/>{} }", "SERVICE"),
        ("SELECT * { BIND('#' AS ?x) SERVICE <http://127.0.0.1:9/> {} }", "SERVICE"),
        ("SELECT * FROM <http://127.0.0.1:9/x> { ?s ?p ?o }", "FROM"),
        ("SELECT * FROM NAMED <file:///etc/passwd> { GRAPH ?g { ?s ?p ?o } }", "FROM"),
        ("LOAD <http://127.0.0.1:9/x>", "LOAD"),
        ("DELETE WHERE { ?s ?p ?o }", "read-only"),
        ("INSERT DATA { <a> <b> <c> }", "read-only"),
        ("CLEAR ALL", "read-only"),
    ],
)
def test_what_would_leave_or_change_the_build_is_400(
    client: TestClient, query: str, word: str
) -> None:
    for answer in (
        client.get("/sparql", params={"query": query}),
        client.post("/sparql", content=query.encode(), headers={"Content-Type": QUERY}),
    ):
        assert answer.status_code == 400
        assert word in answer.text


def test_updates_are_400_however_they_are_sent(client: TestClient) -> None:
    update = {"update": "CLEAR ALL"}
    for answer in (
        client.post("/sparql", data=update),
        client.get("/sparql", params=update),
        client.post("/sparql", content="CLEAR ALL", headers={"Content-Type": UPDATE}),
    ):
        assert answer.status_code == 400
        assert "A build is read-only" in answer.text
    assert client.get("/sparql", params={"query": ASK}).json()["boolean"] is True


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [
        (b"query=" + b"x" * MAX_BODY, FORM, 413),
        (b"x" * (MAX_BODY + 1), QUERY, 413),
        (b"ASK {} " + b" " * (MAX_BODY - 7), QUERY, 200),
        (b"ASK { ?s ?p '\xff' }", QUERY, 400),
        (b"query=%FF", FORM, 400),
        (b"", FORM, 400),
        (b"query=ASK+%7B%7D&query=ASK+%7B%7D", FORM, 400),
        (b"&".join([b"x=1"] * 2000), FORM, 400),
        (b"{}", "application/json", 415),
        (b"ASK {}", "", 415),
    ],
)
def test_a_body_that_is_no_query_is_refused(
    client: TestClient, content: bytes, kind: str, status: int
) -> None:
    answer = client.post("/sparql", content=content, headers={"Content-Type": kind})
    assert answer.status_code == status
    if status != 200:
        assert answer.text.endswith(".\n")


def test_a_body_of_unknown_length_is_read_no_further_than_it_may_be_long(
    client: TestClient,
) -> None:
    pieces = (b"x" * 1000 for _ in range(MAX_BODY // 1000 + 1))
    answer = client.post("/sparql", content=pieces, headers={"Content-Type": QUERY})
    assert answer.status_code == 413


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        (ENDLESS, "longer than 0.5 seconds"),
        ("SELECT * { ?s ?p ?o }", "more than 60 rows"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "more than 60 rows"),
    ],
)
def test_a_query_past_its_limits_is_503_with_a_sentence(
    client: TestClient, query: str, sentence: str
) -> None:
    answer = client.get("/sparql", params={"query": query})
    assert answer.status_code == 503
    assert sentence in answer.text
    assert "Retry-After" in answer.headers
    assert client.get("/sparql", params={"query": ASK}).status_code == 200


def test_the_data_set_may_be_made_of_graphs_of_the_build(client: TestClient) -> None:
    inferred = f"{DATA_BASE}graph/inferred"
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"

    def number(**graphs: str) -> int:
        names = {name.replace("_", "-"): value for name, value in graphs.items()}
        answer = client.get("/sparql", params={"query": count, **names})
        return int(answer.json()["results"]["bindings"][0]["n"]["value"])

    assert 0 < number(default_graph_uri=inferred) < number()
    assert number(named_graph_uri=inferred) == 0


@pytest.mark.parametrize("name", ["default-graph-uri", "named-graph-uri"])
def test_a_graph_from_elsewhere_is_400(client: TestClient, name: str) -> None:
    for answer in (
        client.get("/sparql", params={"query": ASK, name: "http://127.0.0.1:9/x"}),
        client.post("/sparql", data={"query": ASK, name: "http://127.0.0.1:9/x"}),
    ):
        assert answer.status_code == 400
        assert "nothing is fetched" in answer.text


def test_without_a_query_the_endpoint_describes_itself(client: TestClient) -> None:
    answer = client.get("/sparql")
    assert answer.headers["Content-Type"] == "text/turtle; charset=utf-8"
    graph = Graph().parse(data=answer.text, format="turtle")
    assert (None, None, URIRef(f"{HERE}/sparql")) in graph
    browser = client.get("/sparql", headers={"Accept": "text/html"})
    assert (browser.status_code, browser.headers["Location"]) == (303, "/")
    assert client.get("/sparql", headers={"Accept": "image/png"}).status_code == 406


def test_parameters_without_a_query_are_400(client: TestClient) -> None:
    assert client.get("/sparql", params={"default-graph-uri": "x"}).status_code == 400
    assert client.post("/sparql", data={"quarry": ASK}).status_code == 400


def test_head_and_options_are_answered_and_other_methods_are_not(client: TestClient) -> None:
    assert client.head("/sparql", params={"query": ASK}).status_code == 200
    assert client.head("/").status_code == 200
    options = client.options("/sparql")
    assert (options.status_code, options.headers["Allow"]) == (204, "GET, HEAD, POST, OPTIONS")
    for method in ("PUT", "DELETE", "PATCH"):
        answer = client.request(method, "/sparql")
        assert answer.status_code == 405
        assert "POST" in answer.headers["Allow"]


def test_a_node_is_a_page_turtle_or_json_ld_as_the_client_likes(client: TestClient) -> None:
    path = f"/id/{PILE.nine.id}"
    page = client.get(path, headers={"Accept": "text/html,*/*;q=0.8"})
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    assert f"<mark>{PILE.nine.text}</mark>" in page.text
    for accept, form in (("text/turtle", "turtle"), ("application/ld+json", "json-ld")):
        answer = client.get(path, headers={"Accept": accept})
        assert answer.headers["Vary"] == "Accept"
        graph = Graph().parse(data=answer.text, format=form)
        node = URIRef(DATA_BASE + PILE.nine.id)
        assert (node, None, KG.Claim) in graph
        assert (URIRef(DATA_BASE + PILE.service.id), KG.claims, node) in graph


@pytest.mark.parametrize("path", ["claim/none", "", "..%2f..%2fetc/passwd", "%3Cscript%3E", "a b"])
def test_what_the_build_does_not_speak_of_is_404(client: TestClient, path: str) -> None:
    page = client.get(f"/id/{path}", headers={"Accept": "text/html"})
    assert page.status_code == 404
    assert "<script>" not in page.text
    assert client.get(f"/id/{path}", headers={"Accept": "text/turtle"}).status_code == 404


@pytest.mark.parametrize("path", ["/", "/sparql", "/id/claim/none", "/nowhere", "/static/kg.css"])
def test_every_answer_forbids_what_it_does_not_need(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert "script-src 'self';" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "Access-Control-Allow-Origin" not in headers


@pytest.mark.parametrize("path", ["/static/../application.py", "/static/%2e%2e/application.py"])
def test_only_what_is_meant_for_browsers_is_served(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_name_that_a_stranger_points_here_is_turned_away(client: TestClient) -> None:
    answer = client.get("/", headers={"Host": "rebound.test:8000"})
    assert answer.status_code == 421
    assert client.get("/", headers={"Host": "127.0.0.1:8000"}).status_code == 200


def test_pages_of_other_origins_may_ask_only_where_the_user_says_so(folder: Path) -> None:
    origin = "https://my.test"
    app = application(folder, Settings(origins=(origin,)), lambda _: None)
    with TestClient(app, HERE) as client:
        asked = client.get("/sparql", params={"query": ASK}, headers={"Origin": origin})
        assert asked.headers["Access-Control-Allow-Origin"] == origin
        other = client.get(
            "/sparql", params={"query": ASK}, headers={"Origin": "https://other.test"}
        )
        assert "Access-Control-Allow-Origin" not in other.headers
        preflight = client.options(
            "/sparql",
            headers={
                "Origin": origin,
                "Access-Control-Request-Method": "POST",
                "Access-Control-Request-Headers": "Content-Type",
            },
        )
        assert preflight.headers["Access-Control-Allow-Origin"] == origin


def test_a_server_for_other_machines_answers_to_any_name(folder: Path) -> None:
    app = application(folder, Settings(host="0.0.0.0"), lambda _: None)  # noqa: S104
    with TestClient(app, "http://graph.my.test") as client:
        assert client.get("/").status_code == 200
