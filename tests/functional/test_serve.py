"""A server as a user starts it, asked over the network by programs that know nothing of it, and attacked."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from rdflib.term import Variable

import kg
from kg.export import tables
from kg.export.rdf import write_nquads
from kg.graph import assemble
from kg.vocabulary import DATA_BASE
from tests.factory import Pile, sample_collection

PILE = Pile()
TIMEOUT_S = 1
ASK = "ASK { ?claim a kg:Claim }"
SELECT = "SELECT ?text { ?claim a kg:Claim ; schema:text ?text } ORDER BY ?text"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }"

Process = subprocess.Popen[str]
Start = Callable[..., tuple[Process, str]]


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("served")
    graph = assemble(sample_collection())
    write_nquads(graph, folder)
    tables.write(graph, folder)
    return folder


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where servers put their copies of the build."""
    return tmp_path_factory.mktemp("copies")


@pytest.fixture(scope="module")
def start(out: Path, copies: Path) -> Iterator[Start]:
    """Starts servers on free ports, and ends them in the end."""
    started: list[Process] = []
    env = os.environ | {
        "PYTHONPATH": str(Path(kg.__file__).parents[1]),
        "TMPDIR": str(copies),
        "no_proxy": "*",
    }

    def start(*options: str) -> tuple[Process, str]:
        command = [sys.executable, "-m", "kg", "serve", str(out), "--port", "0", *options]
        pipe = subprocess.PIPE
        process = subprocess.Popen(command, env=env, stdout=pipe, stderr=pipe, text=True)
        started.append(process)
        assert process.stdout is not None
        line = process.stdout.readline()
        found = re.fullmatch(r"Serving .+ at (http://127\.0\.0\.1:\d+)/ until Ctrl-C\n", line)
        assert found, line
        return process, found[1]

    yield start
    for process in started:
        process.terminate()
        process.communicate()


@pytest.fixture(scope="module")
def server(start: Start) -> str:
    """The address of a server with a short time limit."""
    return start("--timeout", str(TIMEOUT_S), "--max-rows", "1000")[1]


def get(address: str, accept: str = "*/*") -> tuple[int, str]:
    request = urllib.request.Request(address, headers={"Accept": accept})  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def ask(server: str, query: str) -> tuple[int, str]:
    return get(f"{server}/sparql?{urllib.parse.urlencode({'query': query})}")


def children(process: int) -> set[int]:
    listed = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(process)],  # noqa: S607
        capture_output=True,
        text=True,
        check=False,
    )
    return {int(line) for line in listed.stdout.split()}


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_plain_curl_talks_to_the_endpoint(server: str) -> None:
    curl = shutil.which("curl")
    if curl is None:
        pytest.skip("needs curl")

    def run(*arguments: str) -> str:
        done = subprocess.run(
            [curl, "--silent", "--noproxy", "*", f"{server}/sparql", *arguments],
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    assert json.loads(run("--data-urlencode", f"query={ASK}"))["boolean"] is True
    assert json.loads(run("-G", "--data-urlencode", f"query={ASK}"))["boolean"] is True
    kind = "Content-Type: application/sparql-query"
    table = run("-H", kind, "-H", "Accept: text/csv", "--data-binary", SELECT)
    assert table.splitlines()[0] == "text"
    assert PILE.nine.text in table
    status = ("-o", os.devnull, "-w", "%{http_code}")
    with tempfile.NamedTemporaryFile() as body:
        body.write(b"x" * 1_000_001)
        body.flush()
        assert run("-H", kind, *status, "--data-binary", f"@{body.name}") == "413"


def test_sparqlwrapper_talks_to_the_endpoint(server: str) -> None:
    wrapper = pytest.importorskip("SPARQLWrapper", reason="SPARQLWrapper comes with the extra test")
    for method in (wrapper.GET, wrapper.POST):
        for requested in (wrapper.URLENCODED, wrapper.POSTDIRECTLY):
            if (method, requested) == (wrapper.GET, wrapper.POSTDIRECTLY):
                continue
            client = wrapper.SPARQLWrapper(f"{server}/sparql")
            client.setMethod(method)
            client.setRequestMethod(requested)
            client.setQuery(SELECT)
            client.setReturnFormat(wrapper.JSON)
            rows = client.query().convert()["results"]["bindings"]
            assert PILE.nine.text in {row["text"]["value"] for row in rows}
            client.setReturnFormat(wrapper.XML)
            assert PILE.nine.text in client.query().convert().toxml()
            client.setReturnFormat(wrapper.CSV)
            assert PILE.nine.text in client.query().convert().decode()
    client = wrapper.SPARQLWrapper(f"{server}/sparql")
    client.setQuery(f"CONSTRUCT WHERE {{ <{DATA_BASE}{PILE.nine.id}> ?p ?o }}")
    client.setReturnFormat(wrapper.TURTLE)
    assert PILE.nine.text in client.query().convert().decode()
    client.setReturnFormat(wrapper.JSON)
    client.setQuery("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")
    with pytest.raises(wrapper.SPARQLExceptions.QueryBadFormed, match="SERVICE would send"):
        client.query()


def test_rdflibs_remote_store_talks_to_the_endpoint(server: str) -> None:
    store = SPARQLStore(f"{server}/sparql")
    assert PILE.nine.text in {str(row[Variable("text")]) for row in store.query(SELECT).bindings}


def test_a_server_asks_nobody_whatever_the_query_says(server: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.2)
        trap = f"http://127.0.0.1:{listener.getsockname()[1]}/"
        hidden = [
            f"SELECT * {{ SERVICE <{trap}> {{ ?s ?p ?o }} }}",
            f"SELECT * {{ \\u0053ERVICE SILENT <{trap}> {{ ?s ?p ?o }} }}",
            f"SELECT * {{ S\\U00000045RVICE <{trap}> {{ ?s ?p ?o }} }}",
            f"ASK {{ FILTER(true)SERVICE<{trap}>{{}} }}",
            f"SELECT * {{ # \nSERVICE\n# }}\n<{trap}> {{ ?s ?p ?o }} }}",
            f"ASK FROM <{trap}> {{ ?s ?p ?o }}",
            f"SELECT * {{#'''\nSERVICE <{trap}> {{ ?s ?p ?o }}#'''\n}}",
            f"LOAD <{trap}>",
        ]
        assert {ask(server, query)[0] for query in hidden} == {400}
        graph = urllib.parse.urlencode({"query": ASK, "default-graph-uri": trap})
        assert get(f"{server}/sparql?{graph}")[0] == 400
        with pytest.raises(TimeoutError):
            listener.accept()


def test_an_endless_query_is_stopped_while_the_page_and_others_are_answered(server: str) -> None:
    with ThreadPoolExecutor() as threads:
        began = time.monotonic()
        slow = threads.submit(ask, server, ENDLESS)
        time.sleep(0.2)
        assert get(f"{server}/")[0] == 200
        assert ask(server, ASK)[0] == 200
        assert time.monotonic() - began < TIMEOUT_S
        status, sentence = slow.result()
    assert status == 503
    assert "longer than 1 seconds" in sentence
    assert time.monotonic() - began < TIMEOUT_S + 2


def test_pages_come_even_while_every_process_is_busy(server: str) -> None:
    with ThreadPoolExecutor(20) as threads:
        slow = [threads.submit(ask, server, ENDLESS) for _ in range(20)]
        time.sleep(0.2)
        began = time.monotonic()
        assert get(f"{server}/")[0] == 200
        assert get(f"{server}/id/{PILE.nine.id}", "text/html")[0] == 200
        assert time.monotonic() - began < 1
        assert {one.result()[0] for one in slow} == {503}
    assert ask(server, ASK)[0] == 200


def test_the_network_of_a_build_with_tables_is_served(server: str) -> None:
    status, start = get(f"{server}/network/start")
    assert (status, json.loads(start)["totals"]["claims"]) == (200, len(PILE.claims))
    name = urllib.parse.quote(PILE.nine.id, safe="")
    for address in (f"part/{name}", "graph", "list/voices", "search?q=nine"):
        status, body = get(f"{server}/network/{address}")
        assert status == 200
        assert PILE.nine.id in body or "voices" in address
    assert get(f"{server}/network/part/claim/none")[0] == 404


def test_a_hundred_queries_at_once_are_all_answered(server: str) -> None:
    with ThreadPoolExecutor(100) as threads:
        answers = list(threads.map(lambda _: ask(server, SELECT), range(100)))
    assert {status for status, _ in answers} == {200}
    assert len({body for _, body in answers}) == 1


def test_an_answer_with_too_many_rows_is_stopped(server: str) -> None:
    status, sentence = ask(server, "SELECT * { ?a ?b ?c . ?d ?e ?f }")
    assert status == 503
    assert "more than 1,000 rows" in sentence


def test_a_client_that_goes_away_leaves_no_query_behind(start: Start) -> None:
    process, server = start("--timeout", "60")
    before = children(process.pid)
    parts = urllib.parse.urlsplit(server)
    with socket.create_connection((str(parts.hostname), int(parts.port or 0))) as client:
        query = urllib.parse.urlencode({"query": ENDLESS})
        client.sendall(f"GET /sparql?{query} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        time.sleep(0.5)
        assert children(process.pid) == before
    deadline = time.monotonic() + 10
    while children(process.pid) == before and time.monotonic() < deadline:
        time.sleep(0.05)
    assert len(children(process.pid) - before) <= 1
    assert before - children(process.pid)


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_server_and_all_its_processes_at_once(
    start: Start, sign: signal.Signals
) -> None:
    process, server = start("--timeout", "60")
    started = children(process.pid)
    assert len(started) > 1
    with ThreadPoolExecutor() as threads:
        slow = threads.submit(ask, server, ENDLESS)
        time.sleep(0.3)
        began = time.monotonic()
        process.send_signal(sign)
        _, errors = process.communicate(timeout=10)
        assert time.monotonic() - began < 3
        status, sentence = slow.result()
    assert (process.returncode, errors) == (0, "")
    assert (status, "the server is being stopped" in sentence.lower()) == (503, True)
    assert not any(map(is_alive, started))


def test_processes_end_when_their_server_is_killed(start: Start) -> None:
    process, server = start("--timeout", "60")
    started = children(process.pid)
    with ThreadPoolExecutor() as threads:
        slow = threads.submit(ask, server, ENDLESS)
        time.sleep(0.3)
        process.kill()
        assert isinstance(slow.exception(), (urllib.error.URLError, OSError, EOFError))
    process.communicate()
    deadline = time.monotonic() + 10
    while any(map(is_alive, started)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(is_alive, started))


def test_the_copy_of_the_build_is_gone_with_the_server(start: Start, copies: Path) -> None:
    before = set(copies.iterdir())
    process, _ = start()
    assert set(copies.iterdir()) - before
    process.terminate()
    process.communicate(timeout=10)
    assert not set(copies.iterdir()) - before
