"""The page as a database, so that a server can draw from it what a reader asks for, however large the network is.

It holds the rows of the page's content, each as JSON, with columns to filter and order by, an index of words, and the whole
network in columns. It is written once and read ever after: the same graph gives the same rows.
"""

import gzip
import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from importlib.resources import files
from pathlib import Path

from kg.errors import ExportError
from kg.export.page.columns import columns
from kg.export.page.content import looks
from kg.export.page.places import Places, as_json, places
from kg.export.page.ranks import folded
from kg.export.page.records import (
    Record,
    article_records,
    claim_records,
    edge_records,
    part_records,
    refusal_records,
    relation_records,
    sought,
    things,
    thread_claims,
    thread_records,
    thread_relations,
    voices,
)
from kg.graph import ClaimGraph

FILE = "page.sqlite"

SHAPE = "1"
"""Changes when the tables do, so that a server refuses a database that it would misread."""


def write_database(graph: ClaimGraph, path: Path) -> None:
    """Write the page's rows into a new database.

    Raises:
        ExportError: If it cannot be written.
    """
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            _fill(database, graph)
    except (sqlite3.Error, OSError) as error:
        raise ExportError(
            f"cannot be written ({error})", remedy="choose another folder with --store", path=path
        ) from error


def _fill(database: sqlite3.Connection, graph: ClaimGraph) -> None:
    """All rows in one transaction; a file that is not finished is thrown away, so nothing is kept to go back to."""
    database.execute("PRAGMA journal_mode = OFF")
    database.execute("PRAGMA synchronous = OFF")
    database.executescript(_script("database.sql"))
    database.execute("BEGIN")
    where = places(graph)
    for table, records in _tables(graph, where):
        _insert(database, table, records)
    _insert_words(database, graph, where)
    _insert_network(database, graph, where)
    database.execute("COMMIT")
    database.executescript(_script("indexes.sql"))


def _tables(graph: ClaimGraph, where: Places) -> Iterator[tuple[str, Iterable[Record]]]:
    collection = graph.collection
    speakers = [where.of[row.id] for row in voices(collection)]
    yield "thing", things(graph, where)
    yield "article", article_records(collection, where)
    yield "claim", claim_records(collection, where)
    yield "part", part_records(collection, where)
    yield "voice", enumerate(speakers)
    yield "relation", relation_records(collection, where)
    yield "thread", thread_records(where)
    yield "thread_claim", thread_claims(where)
    yield "thread_relation", thread_relations(where)
    yield "refusal", refusal_records(collection, where)
    yield "edge", edge_records(graph.edges(), where)
    yield "fact", _facts(graph, where, len(speakers))


def _insert(database: sqlite3.Connection, table: str, records: Iterable[Record]) -> None:
    records = iter(records)
    first = next(records, None)
    if first is None:
        return
    marks = ", ".join("?" for _ in first)
    statement = f"INSERT INTO {table} VALUES ({marks})"  # noqa: S608 - names of our own tables
    database.execute(statement, first)
    database.executemany(statement, records)


def _facts(graph: ClaimGraph, where: Places, speakers: int) -> Iterator[Record]:
    """What the page is told at its start."""
    totals = {
        "articles": len(graph.collection.articles),
        "claims": len(graph.collection.claims),
        "voices": speakers,
        **{section: len(rows) for section, rows in where.threads.items()},
    }
    yield ("shape", SHAPE)
    yield ("start", as_json({**looks(), "totals": totals, "days": where.days})[1:-1])
    yield ("days", as_json(where.days))


def _insert_words(database: sqlite3.Connection, graph: ClaimGraph, where: Places) -> None:
    for rank, (place, degree, words) in enumerate(sought(graph.collection, where, graph.degrees)):
        text = folded(words)
        database.execute("INSERT INTO sought VALUES (?, ?, ?, ?)", (rank, place, degree, text))
        database.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (rank, text))
    database.execute("INSERT INTO words (words) VALUES ('optimize')")


def _insert_network(database: sqlite3.Connection, graph: ClaimGraph, where: Places) -> None:
    edges = database.execute("SELECT source, target, kind, count FROM edge ORDER BY place")
    text = as_json(columns(graph, where, edges)).encode()
    zipped = gzip.compress(text, mtime=0)
    digest = hashlib.sha256(text).hexdigest()
    database.execute("INSERT INTO file VALUES ('graph', ?, ?, ?)", (digest, zipped, text))


def _script(name: str) -> str:
    return files("kg.export.page").joinpath(name).read_text(encoding="utf-8")
