"""What the addresses have in common: headers, the guard, caching and compression, and a store without the page."""

import gzip
import json
import shutil
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from kg.export.looks import EDGE_LOOKS, NODE_LOOKS
from kg.export.placement import place_all
from kg.graph import ClaimGraph
from kg.serve.application import application
from kg.serve.guard import HEADERS
from kg.serve.network.rows import FILE
from kg.serve.settings import Settings
from tests.unit.serve.network.conftest import Ask

ADDRESSES = ("", "/start", "/graph", "/list/claims", "/search?q=dyke", "/part/claim/x")
HERE = "http://localhost:8000"


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_keeps_to_the_guard(client: TestClient, address: str) -> None:
    answer = client.get(f"/network{address}")
    expected = dict(HEADERS)
    if not address:
        expected["Content-Security-Policy"] = "frame-ancestors 'none'"
    assert {name: answer.headers[name] for name in expected} == expected
    foreign = client.get(f"/network{address}", headers={"Host": "rebound.example"})
    assert foreign.status_code == 421
    assert client.post(f"/network{address}").status_code == 405


def test_the_page_says_itself_which_scripts_it_has(client: TestClient) -> None:
    answer = client.get("/network")
    assert answer.text == "<title>Stand-in</title>"
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "script-src" not in answer.headers["Content-Security-Policy"]
    assert "script-src 'self'" in client.get("/").headers["Content-Security-Policy"]


def test_the_page_begins_with_looks_totals_days_and_the_list_that_opens(
    ask: Ask, known: dict[str, Any]
) -> None:
    start = ask("start")
    assert start["nodeLooks"].keys() == {kind.value for kind in NODE_LOOKS}
    assert start["edgeLooks"] == json.loads(json.dumps(known["edgeLooks"]))
    assert start["edgeLooks"].keys() == {kind.value for kind in EDGE_LOOKS}
    totals = {name: len(known[name]) for name in ("articles", "claims", "disputes", "developments", "figures")}  # fmt: skip
    assert start["totals"] == totals | {"voices": 6}
    assert start["days"] == ["2031-03", "2031-03-02", "2031-03-04", "2031-04-01"]
    assert start["list"] == ask("list/disputes")


def test_the_network_comes_in_columns(ask: Ask, known: dict[str, Any], graph: ClaimGraph) -> None:
    found = ask("graph")
    nodes, edges = found["nodes"], found["edges"]
    assert len({len(column) for column in nodes.values()}) == 1
    expected = {node.id: node for node in graph.nodes()}
    assert nodes["id"] == list(expected)
    assert [found["kinds"][kind] for kind in nodes["kind"]] == [
        node.kind for node in expected.values()
    ]
    assert nodes["label"] == [node.label for node in expected.values()]
    spots = place_all(graph)
    assert nodes["x"] == [round(spots[name][0], 1) for name in expected]
    assert nodes["y"] == [round(spots[name][1], 1) for name in expected]
    facts = ("from", "to", "kind", "count")
    columns = (edges["from"], edges["to"], edges["kind"], edges["count"])
    assert [
        (nodes["id"][source], nodes["id"][target], found["edgeKinds"][kind], count)
        for source, target, kind, count in zip(*columns, strict=True)
    ] == [tuple(edge[fact] for fact in facts) for edge in known["network"]["edges"]]


def test_the_columns_hold_what_the_filters_ask(ask: Ask, known: dict[str, Any]) -> None:
    nodes, days = ask("graph")["nodes"], ask("start")["days"]
    facts = ("confidence", "day", "disputed")
    found = {
        name: dict(zip(facts, values, strict=True))
        for name, *values in zip(nodes["id"], *(nodes[fact] for fact in facts), strict=True)
    }
    articles = {row["id"]: row for row in known["articles"]}
    disputed = {claim for row in known["disputes"] for claim in row["claims"]}

    def day(article: str) -> int:
        published = articles[article].get("published")
        return days.index(published[:10]) if published else -1

    for row in known["articles"]:
        assert found[row["id"]] == {"confidence": None, "day": day(row["id"]), "disputed": 0}
    for row in known["claims"]:
        assert found[row["id"]] == {
            "confidence": pytest.approx(row["confidence"] * 100),
            "day": day(row["article"]),
            "disputed": int(row["id"] in disputed),
        }
    for row in known["entities"]:
        assert found[row["id"]] == {"confidence": None, "day": None, "disputed": 0}


def test_answers_are_compressed_for_those_who_ask(client: TestClient) -> None:
    for address in ("/network/graph", "/network/list/claims"):
        plain = client.get(address, headers={"Accept-Encoding": "identity"})
        refused = client.get(address, headers={"Accept-Encoding": "gzip;q=0, br"})
        assert "Content-Encoding" not in plain.headers
        assert "Content-Encoding" not in refused.headers
        for accepted in ("gzip, deflate, br", "br;q=1.0, GZIP;q=0.5"):
            with client.stream("GET", address, headers={"Accept-Encoding": accepted}) as answer:
                assert answer.headers["Content-Encoding"] == "gzip"
                assert answer.headers["Vary"] == "Accept-Encoding"
                assert gzip.decompress(b"".join(answer.iter_raw())) == plain.content


def test_a_network_that_a_browser_has_is_not_sent_again(client: TestClient) -> None:
    first = client.get("/network/graph")
    tag = first.headers["ETag"]
    again = client.get("/network/graph", headers={"If-None-Match": tag})
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", tag)
    other = client.get("/network/graph", headers={"If-None-Match": '"other"'})
    assert (other.status_code, other.content) == (200, first.content)


@pytest.fixture
def bare(kept: Path, tmp_path: Path) -> Path:
    """The store without the page's database."""
    shutil.copytree(kept, tmp_path / "store", ignore=shutil.ignore_patterns(FILE))
    return tmp_path / "store"


def client_of(folder: Path) -> Iterator[TestClient]:
    with TestClient(application(folder, Settings(), lambda _: None), HERE) as client:
        yield client


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("fault", ["missing", "of another shape", "no database"])
def test_a_store_without_the_page_says_how_to_make_it_and_answers_queries(
    bare: Path, kept: Path, address: str, fault: str
) -> None:
    if fault == "of another shape":
        shutil.copy(kept / FILE, bare / FILE)
        with closing(sqlite3.connect(bare / FILE)) as database, database:
            database.execute("UPDATE fact SET value = '0' WHERE name = 'shape'")
    elif fault == "no database":
        (bare / FILE).write_bytes(b"SQLite format 3\0 or so")
    for client in client_of(bare):
        answer = client.get(f"/network{address}")
        assert (answer.status_code, answer.text.count("\n")) == (404, 1)
        assert "kg load OUT --store DIR" in answer.text
        assert client.get("/sparql?query=ASK{}").json()["boolean"] is True


def test_a_database_that_breaks_is_told_and_nothing_else_stops(bare: Path, kept: Path) -> None:
    shutil.copy(kept / FILE, bare / FILE)
    for client in client_of(bare):
        with (bare / FILE).open("r+b") as file:
            file.seek(4096)  # behind the first page
            file.write(b"\xff" * ((kept / FILE).stat().st_size - 4096))
        for address in ADDRESSES[1:]:
            answer = client.get(f"/network{address}")
            assert (answer.status_code, answer.text.count("\n")) == (500, 1)
            assert answer.text.startswith("The network cannot be read: ")
        assert client.get("/sparql?query=ASK{}").json()["boolean"] is True


def test_many_may_ask_at_once(kept: Path) -> None:
    for client in client_of(kept):
        addresses = ["/network/list/claims", "/network/list/voices"] * 20
        with ThreadPoolExecutor(8) as threads:
            answers = list(threads.map(client.get, addresses))
        assert {answer.status_code for answer in answers} == {200}
        assert len({answer.content for answer in answers}) == 2
