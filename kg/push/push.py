"""What a push sends and removes, and in which order: constraints, nodes, relationships, what is gone, indexes.

Indexes are for those who ask: made before the first claims are sent, they would cost half as much again for each of these.

Every node and relationship that a push makes or changes carries the digest of its row. The next push reads the digests first
and sends only rows whose digest is not there: so it takes up one that was broken off, and changes nothing where nothing
has changed. What carries a digest and has no row any more is what the build no longer has.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import TypeVar

from kg.push import statements
from kg.push.database import Access, Database, connected
from kg.push.tables import Row, Table, constraints, tables

BATCH = 5_000
"""Rows a transaction: a few megabytes on the way, and little to do again where one fails."""

_INDEX = re.compile(r"CREATE (?:FULLTEXT )?INDEX\b")

Thing = TypeVar("Thing")


class Stage(StrEnum):
    """The stages of a push, in their order."""

    CONNECT = "connecting"
    PUSH = "pushing"
    REMOVE = "removing"
    INDEX = "indexing"


Progress = Callable[[Stage, int, int, str], None]
"""Called with the stage, how many of its steps are done, how many there are, and what comes next ("" at its end)."""


@dataclass(frozen=True, slots=True)
class Pushed:
    """What a push changed.

    Attributes:
        nodes, relationships: How many were made or changed.
        unchanged: How many rows were there already.
        removed_nodes, removed_relationships: How many are gone, as the build no longer has them; relationships that
            went with their nodes are counted if a push brought them.
    """

    nodes: int = 0
    relationships: int = 0
    unchanged: int = 0
    removed_nodes: int = 0
    removed_relationships: int = 0


def _silent(stage: Stage, done: int, total: int, what: str) -> None:
    """Report no progress."""


def push(
    out: Path,
    access: Access,
    on_progress: Progress = _silent,
    *,
    keep: bool = False,
    batch: int = BATCH,
) -> Pushed:
    """Bring a database to the state of a build.

    Safe to break off at any point and to run again. The files are read to the end before anything is sent.

    Args:
        out: The folder of the build.
        access: The database.
        on_progress: Told what is being done.
        keep: Whether what the build no longer has stays.
        batch: Rows a transaction.

    Raises:
        PushError: If the build has no ``neo4j/`` or is not whole, or the database cannot be reached or refuses.
    """
    found = tables(out)
    rules = constraints(out)
    indexes = [rule for rule in rules if _INDEX.match(rule)]
    on_progress(Stage.CONNECT, 0, 1, f"to {access.uri}")
    with connected(access) as database:
        for statement in rules:
            if statement not in indexes:
                database.run(statement)
        run = _Run(database, on_progress, batch)
        run.send(found)
        pushed = run.outcome(keep=keep)
        on_progress(Stage.INDEX, 0, 1, "names and texts")
        for statement in (*indexes, statements.ONLINE):
            database.run(statement)
        return pushed


class _Run:
    """A push that is under way: what is known to be in the database and has not been met in the build yet."""

    def __init__(self, database: Database, on_progress: Progress, batch: int) -> None:
        self._database = database
        self._on_progress = on_progress
        self._batch = batch
        self._nodes: dict[str, dict[str, int]] = {}
        self._edges: dict[tuple[str, ...], tuple[int, str]] = {}
        self._sent = {True: 0, False: 0}
        self._unchanged = 0

    def send(self, found: Sequence[Table]) -> None:
        """Send the rows of all tables that are new or have changed."""
        for space in ("Article", "Claim", "Entity"):
            records = self._database.records(statements.held_nodes(space))
            self._nodes[space] = {node: digest for node, digest in records}  # noqa: C416 - records are lists
        for kind, left, right, digest, element in self._database.records(statements.HELD_EDGES):
            self._edges[kind, left, right] = (digest, element)
        total, done = sum(-(-table.size // self._batch) for table in found), 0
        for table in found:
            for rows in _batches(table.rows(), self._batch):
                self._on_progress(Stage.PUSH, done, total, table.path.stem)
                self._send(table, rows)
                done += 1
        self._on_progress(Stage.PUSH, done, total, "")

    def _send(self, table: Table, rows: Sequence[Row]) -> None:
        fresh = [row for row in rows if self._met(table, row) != row.digest]
        self._unchanged += len(rows) - len(fresh)
        if fresh:
            named = [_named(table, row) for row in fresh]
            self._database.send(statements.merge(table), named)
            self._sent[table.is_of_nodes] += len(fresh)

    def _met(self, table: Table, row: Row) -> int | None:
        """The digest with which the database holds a row, which is now met; None if it does not."""
        if table.is_of_nodes:
            return self._nodes[table.spaces[0]].pop(row.keys[0], None)
        held = self._edges.pop((table.names[0], *row.keys), None)
        return held[0] if held else None

    def outcome(self, *, keep: bool) -> Pushed:
        """Remove what was not met, unless it is to stay, and tell what the push changed."""
        gone = 0 if keep else sum(map(len, self._nodes.values()))
        cut = 0 if keep else len(self._edges)
        if not keep:
            self._remove()
        return Pushed(self._sent[True], self._sent[False], self._unchanged, gone, cut)

    def _remove(self) -> None:
        """Remove what was not met: relationships first, as nodes take theirs along."""
        elements = (element for _, element in self._edges.values())
        removals: list[tuple[str, Iterable[str]]] = [(statements.REMOVE_EDGES, elements)]
        removals += [(statements.remove_nodes(space), ids) for space, ids in self._nodes.items()]
        total = len(self._edges) + sum(map(len, self._nodes.values()))
        done = 0
        for statement, rows in removals:
            for batch in _batches(rows, self._batch):
                self._on_progress(Stage.REMOVE, done, total, "what the build no longer has")
                self._database.send(statement, batch)
                done += len(batch)


def _named(table: Table, row: Row) -> dict[str, object]:
    """A row as the statements name its parts."""
    names = ("id",) if table.is_of_nodes else ("left", "right")
    return {**dict(zip(names, row.keys, strict=True)), "values": table.values(row)}


def _batches(things: Iterable[Thing], size: int) -> Iterator[list[Thing]]:
    """The things in lists of so many."""
    iterator = iter(things)
    while batch := list(islice(iterator, size)):
        yield batch
