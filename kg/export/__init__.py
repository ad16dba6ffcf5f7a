"""Writes a claim graph in every format that its readers use: one row of ``EXPORTERS`` a format.

The table is what ``--format`` offers, what the documentation lists and what the round-trip tests read back. A row's
module is imported when it first writes, so that the table itself costs nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.graph import ClaimGraph

__all__ = ["EXPORTERS", "Exporter"]


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format.

    Attributes:
        name: What the user calls it.
        files: What it writes, as POSIX paths below the output folder; a folder ends with ``/``.
        purpose: What it is for, as the rest of a sentence that begins with "for".
        write: Writes them into a folder. Each file takes its place whole or not at all; the same graph gives
            the same bytes; raises ExportError if one cannot be written.
        by_default: Whether it is written where nobody names a format.
    """

    name: str
    files: tuple[str, ...]
    purpose: str
    write: "Callable[[ClaimGraph, Path], None]"
    by_default: bool = True


def _from(module: str, function: str = "write") -> "Callable[[ClaimGraph, Path], None]":
    """The writer of a module of this package, imported when it is first called."""

    def write(graph: "ClaimGraph", folder: Path) -> None:
        getattr(import_module(f"kg.export.{module}"), function)(graph, folder)

    return write


EXPORTERS = (
    Exporter("page", ("graph.html",), "looking at the network in any browser", _from("page")),
    Exporter(
        "tables",
        (
            "articles.jsonl",
            "claims.jsonl",
            "entities.jsonl",
            "relations.jsonl",
            "refusals.jsonl",
            "merges.csv",
        ),
        "pandas, DuckDB and jq",
        _from("tables"),
    ),
    Exporter(
        "turtle",
        ("graph.ttl",),
        "SPARQL, Jena and neosemantics, without named graphs",
        _from("rdf", "write_turtle"),
    ),
    Exporter(
        "trig",
        ("graph.trig",),
        "RDF stores that keep one named graph an article",
        _from("rdf", "write_trig"),
    ),
    Exporter(
        "nquads",
        ("graph.nq",),
        "bulk loading and line-by-line comparison, with the same named graphs",
        _from("rdf", "write_nquads"),
    ),
    Exporter(
        "jsonld",
        ("graph.jsonld",),
        "web developers, with its context inside",
        _from("rdf", "write_jsonld"),
    ),
    Exporter(
        "nanopub",
        ("nanopubs.trig",),
        "nanopublication servers, one nanopublication a claim; only where it is named",
        _from("rdf.nanopub"),
        by_default=False,
    ),
    Exporter(
        "gexf",
        ("graph.gexf", "actors.gexf"),
        "Gephi, Gephi Lite and sigma, laid out; the second shows who stands against whom, without claims",
        _from("gexf"),
    ),
    Exporter("graphml", ("graph.graphml",), "Cytoscape, yEd and igraph", _from("graphml")),
    Exporter(
        "csv",
        ("nodes.csv", "edges.csv"),
        "Gephi's spreadsheet import and spreadsheets; only where it is named",
        _from("sheets"),
        by_default=False,
    ),
    Exporter(
        "ftm",
        ("entities.ftm.json",),
        "Aleph and nomenklatura, as FollowTheMoney entities; only where it is named",
        _from("ftm"),
        by_default=False,
    ),
    Exporter("neo4j", ("neo4j/",), "a Neo4j database, by neo4j-admin import", _from("neo4j")),
)
"""All formats, in the order in which they are offered."""
