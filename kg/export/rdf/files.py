"""The four RDF files: what each holds and how it is laid out.

They are written as they are made, one named graph after the other: a graph of any size takes the memory
of its largest named graph.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, cast

from pyoxigraph import Quad, RdfFormat, Triple, serialize

from kg.export.files import replacing, replacing_bytes
from kg.export.rdf.dataset import flat_facts, named_graphs
from kg.export.rdf.jsonld import jsonld
from kg.export.rdf.terms import Minter, Statement
from kg.graph import ClaimGraph
from kg.vocabulary import PREFIXES

NO_PREFIXES: Mapping[str, str] = {}


def write_turtle(graph: ClaimGraph, folder: Path) -> None:
    """Write ``graph.ttl``: all triples, without named graphs.

    Raises:
        ExportError: If the file cannot be written, or the base cannot be one.
    """
    triples = (Triple(*fact) for fact in flat_facts(graph))
    write_readable(triples, RdfFormat.TURTLE, graph.base, folder / "graph.ttl")


def write_trig(graph: ClaimGraph, folder: Path) -> None:
    """Write ``graph.trig``: Turtle with named graphs.

    Raises:
        ExportError: If the file cannot be written, or the base cannot be one.
    """
    write_readable(_quads(graph), RdfFormat.TRIG, graph.base, folder / "graph.trig")


def write_nquads(graph: ClaimGraph, folder: Path) -> None:
    """Write ``graph.nq``: one quad a line.

    Raises:
        ExportError: If the file cannot be written, or the base cannot be one.
    """
    with replacing_bytes(folder / "graph.nq") as stream:
        serialize(_quads(graph), stream, format=RdfFormat.N_QUADS)


def write_jsonld(graph: ClaimGraph, folder: Path) -> None:
    """Write ``graph.jsonld``: named graphs in JSON, with the context inside.

    Raises:
        ExportError: If the file cannot be written, or the base cannot be one.
    """
    rows = (Statement(name, *fact) for name, facts in named_graphs(graph) for fact in facts)
    with replacing(folder / "graph.jsonld") as stream:
        stream.writelines(jsonld(rows, graph.base))


def _quads(graph: ClaimGraph) -> Iterator[Quad]:
    return (Quad(*fact, name) for name, facts in named_graphs(graph) for fact in facts)


def write_readable(
    rows: Iterable[Triple] | Iterable[Quad],
    syntax: RdfFormat,
    base: str,
    target: Path,
    more_prefixes: Mapping[str, str] = NO_PREFIXES,
) -> None:
    """Write Turtle or TriG with our own head: the serializer would shorten the prefixes against the base as well.

    Raises:
        ExportError: If the file cannot be written, or the base cannot be one.
    """
    Minter(base)
    prefixes = {**PREFIXES, **more_prefixes}
    head = [f"@base <{base}> .\n"]
    head += [f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in prefixes.items()]
    with replacing_bytes(target) as stream:
        stream.write("".join((*head, "\n")).encode())
        body = cast(
            "IO[bytes]", _Headless(stream, len(head))
        )  # writes are all that it is asked for
        serialize(rows, body, format=syntax, prefixes=prefixes, base_iri=base)


class _Headless:
    """A stream that leaves out the first lines of what is written to it."""

    def __init__(self, stream: IO[bytes], lines: int) -> None:
        """Take the stream to write to, and how many lines to leave out."""
        self._stream = stream
        self._lines = lines

    def write(self, data: bytes) -> int:
        """Write what is not of the first lines."""
        rest = data
        while self._lines and b"\n" in rest:
            rest = rest.partition(b"\n")[2]
            self._lines -= 1
        if not self._lines:
            self._stream.write(rest)
        return len(data)

    def flush(self) -> None:
        """Hand on what is buffered."""
        self._stream.flush()
