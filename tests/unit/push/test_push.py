"""What is sent and removed, told by a database that only writes down what it is asked."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from kg.export.neo4j import write
from kg.graph import assemble
from kg.push import Access, Pushed, Stage, push
from tests.factory import Pile, sample_collection

ACCESS = Access("bolt://localhost:7687")


def named(statement: str) -> str:
    """The label or type of what a statement is about."""
    found = re.search(r"[(\[]it:(\w+)", statement)
    assert found
    return found[1]


class Recorder:
    """Holds nodes and relationships by the statements of a push."""

    def __init__(self) -> None:
        self.rules: list[tuple[str, int]] = []
        self.sent: list[tuple[str, int]] = []
        self.nodes: dict[tuple[str, str], int] = {}
        self.edges: dict[tuple[str, str, str], int] = {}

    def run(self, statement: str) -> None:
        self.rules.append((statement, len(self.sent)))

    def send(self, statement: str, rows: Sequence[Any]) -> None:
        self.sent.append((statement, len(rows)))
        for row in rows:
            if "elementId" in statement:
                del self.edges[tuple(row.split(" "))]
            elif "DETACH" in statement:
                del self.nodes[named(statement), row]
            elif "left" in row:
                kind = named(statement)
                self.edges[kind, row["left"], row["right"]] = row["values"]["digest"]
            else:
                space = named(statement)
                self.nodes[space, row["id"]] = row["values"]["digest"]

    def records(self, statement: str) -> Iterator[Sequence[Any]]:
        if "elementId" in statement:
            yield from ([*key, digest, " ".join(key)] for key, digest in self.edges.items())
        else:
            space = named(statement)
            yield from ([node, digest] for (at, node), digest in self.nodes.items() if at == space)


@pytest.fixture
def database(monkeypatch: pytest.MonkeyPatch) -> Recorder:
    found = Recorder()

    @contextmanager
    def connected(_: Access) -> Iterator[Recorder]:
        yield found

    monkeypatch.setitem(push.__globals__, "connected", connected)
    return found


@pytest.fixture
def build(tmp_path: Path) -> Path:
    write(assemble(sample_collection()), tmp_path)
    return tmp_path


def test_constraints_go_first_and_indexes_last(database: Recorder, build: Path) -> None:
    push(build, ACCESS)
    found = [(statement.split()[:2], sent) for statement, sent in database.rules]
    sent = len(database.sent)
    assert found[:3] == [(["CREATE", "CONSTRAINT"], 0)] * 3
    assert found[3:] == [
        (["CREATE", "INDEX"], sent),
        (["CREATE", "FULLTEXT"], sent),
        (["CALL", "db.awaitIndexes(3600)"], sent),
    ]


def test_every_node_and_relationship_is_sent(database: Recorder, build: Path) -> None:
    graph = assemble(sample_collection())
    pushed = push(build, ACCESS)
    assert {node for _, node in database.nodes} == {node.id for node in graph.nodes()}
    assert set(database.edges) == {(e.kind.value, e.source, e.target) for e in graph.edges()}
    assert pushed == Pushed(len(database.nodes), len(database.edges))


def test_a_second_push_sends_nothing(database: Recorder, build: Path) -> None:
    push(build, ACCESS)
    database.sent.clear()
    size = len(database.nodes) + len(database.edges)
    assert push(build, ACCESS) == Pushed(unchanged=size)
    assert database.sent == []


def test_only_what_has_changed_is_sent(database: Recorder, build: Path) -> None:
    push(build, ACCESS)
    database.nodes["Claim", Pile().evacuated.id] += 1
    database.sent.clear()
    assert push(build, ACCESS).nodes == 1
    assert [size for _, size in database.sent] == [1]


@pytest.mark.parametrize("keep", [False, True])
def test_what_the_build_no_longer_has_is_removed_unless_it_is_to_be_kept(
    database: Recorder, build: Path, keep: bool
) -> None:
    push(build, ACCESS)
    database.nodes["Claim", "gone"] = database.edges["reports", "a", "gone"] = 1
    database.sent.clear()
    pushed = push(build, ACCESS, keep=keep)
    assert (pushed.removed_nodes, pushed.removed_relationships) == ((0, 0) if keep else (1, 1))
    assert (("Claim", "gone") in database.nodes) is keep
    assert (("reports", "a", "gone") in database.edges) is keep


def test_no_transaction_is_larger_than_a_batch(database: Recorder, build: Path) -> None:
    push(build, ACCESS, batch=2)
    assert max(size for _, size in database.sent) == 2


def test_progress_counts_batches_to_the_last(database: Recorder, build: Path) -> None:
    told: list[tuple[Stage, int, int]] = []
    push(build, ACCESS, lambda stage, done, total, _: told.append((stage, done, total)), batch=2)
    pushing = [(done, total) for stage, done, total in told if stage is Stage.PUSH]
    assert pushing == [(done, len(database.sent)) for done in range(len(database.sent) + 1)]
    assert told[0][0] is Stage.CONNECT
