"""The four RDF files: what each holds and how it is laid out."""

import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, Triple, serialize
from rdflib.namespace import RDF

from kg.export.files import write_text
from kg.export.rdf.dataset import statements
from kg.export.rdf.jsonld import jsonld
from kg.export.rdf.terms import Statement
from kg.graph import ClaimGraph
from kg.vocabulary import PREFIXES

_TYPE = str(RDF.type)


def write_turtle(graph: ClaimGraph, folder: Path) -> None:
    """Write ``graph.ttl``: all triples, without named graphs.

    Raises:
        ExportError: If the file cannot be written, or the base cannot be one.
    """
    triples = (Triple(*row[1:]) for row in flat(statements(graph)))
    write_text(folder / "graph.ttl", _readable(triples, RdfFormat.TURTLE, graph.base))


def write_trig(graph: ClaimGraph, folder: Path) -> None:
    """Write ``graph.trig``: Turtle with named graphs.

    Raises:
        ExportError: If the file cannot be written, or the base cannot be one.
    """
    write_text(
        folder / "graph.trig", _readable(_quads(statements(graph)), RdfFormat.TRIG, graph.base)
    )


def write_nquads(graph: ClaimGraph, folder: Path) -> None:
    """Write ``graph.nq``: one quad a line.

    Raises:
        ExportError: If the file cannot be written, or the base cannot be one.
    """
    lines = io.BytesIO()
    serialize(_quads(statements(graph)), lines, format=RdfFormat.N_QUADS)
    write_text(folder / "graph.nq", lines.getvalue().decode())


def write_jsonld(graph: ClaimGraph, folder: Path) -> None:
    """Write ``graph.jsonld``: named graphs in JSON, with the context inside.

    Raises:
        ExportError: If the file cannot be written, or the base cannot be one.
    """
    write_text(folder / "graph.jsonld", jsonld(statements(graph), graph.base))


def flat(rows: Iterable[Statement]) -> list[Statement]:
    """One statement a triple, whatever named graphs it stands in, sorted by subject, predicate and object."""
    triples = {row[1:]: row for row in rows}
    return sorted(triples.values(), key=_order)


def _order(row: Statement) -> tuple[str, bool, str, str]:
    predicate = row.predicate.value
    return row.subject.value, predicate != _TYPE, predicate, str(row.object)


def _readable(rows: Iterable[Triple] | Iterable[Quad], syntax: RdfFormat, base: str) -> str:
    """Turtle or TriG with our own head: the serializer would shorten the prefixes against the base as well."""
    written = io.BytesIO()
    serialize(rows, written, format=syntax, prefixes=PREFIXES, base_iri=base)
    body = written.getvalue().decode().splitlines(keepends=True)[len(PREFIXES) + 1 :]
    head = [f"@base <{base}> .\n"]
    head += [f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items()]
    return "".join((*head, "\n", *body))


def _quads(rows: Iterable[Statement]) -> Iterator[Quad]:
    return (Quad(row.subject, row.predicate, row.object, row.graph) for row in rows)
