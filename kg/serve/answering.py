"""Answers one query from a store, within a number of rows and bytes.

Rows are counted before anybody is told that all went well: solutions are written as TSV first, where each is a line (SPARQL
1.1 Query Results CSV and TSV Formats, W3C 2013, section 4) and no term loses anything, and from there in the format that was
asked for.
"""

import re
import shutil
from collections.abc import Iterable, Iterator
from tempfile import SpooledTemporaryFile
from typing import IO, Any, cast

from pyoxigraph import (
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
    parse_query_results,
    serialize,
)

from kg.serve.jobs import Head, Job, Outcome

SPOOLED = 2**20
"""How many bytes of an answer stay in memory; the rest goes to a temporary file."""

_ENDS_IN_NAME = re.compile(r"[^\W\d][\w.-]*$")


class _StoppedError(Exception):
    """The answer cannot be given, and why."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome)
        self.outcome = outcome


class Answering:
    """What one process knows: the store and its limits.

    Attributes:
        store: The build, read-only.
        prefixes: Those that a query need not declare.
        max_rows: How many rows or triples an answer may have.
        max_bytes: How many bytes.
    """

    def __init__(
        self, store: Store, prefixes: dict[str, str], max_rows: int, max_bytes: int
    ) -> None:
        """Keep them."""
        self.store = store
        self.prefixes = prefixes
        self.max_rows = max_rows
        self.max_bytes = max_bytes

    def answer(self, job: Job, out: IO[bytes]) -> Head:
        """Write the answer of a job, and say how it went; what was written counts only if it went well."""
        try:
            return self._answer(job, out)
        except SyntaxError as error:
            return Head(Outcome.MALFORMED, detail=str(error))
        except _StoppedError as error:
            return Head(error.outcome, is_graph=error.outcome is Outcome.UNACCEPTABLE)
        except MemoryError:
            return Head(Outcome.TOO_LARGE)
        except (OSError, ValueError, RuntimeError) as error:
            return Head(Outcome.FAILED, detail=str(error))

    def _answer(self, job: Job, out: IO[bytes]) -> Head:
        found = self.store.query(
            job.sparql,
            prefixes=self.prefixes,
            use_default_graph_as_union=job.default_graphs is None,
            default_graph=_names(job.default_graphs),
            named_graphs=_names(job.named_graphs),
        )
        is_graph = isinstance(found, QueryTriples)
        extension = job.graph if is_graph else job.solutions
        if extension is None:
            return Head(Outcome.UNACCEPTABLE, is_graph=is_graph)
        sink = _Sink(out, self.max_bytes)
        if isinstance(found, QueryTriples):
            triples = self._counted(found)
            form = RdfFormat.from_extension(extension)
            checked = _nameable(triples) if form == RdfFormat.RDF_XML else triples
            serialize(checked, sink.file, form, prefixes=self.prefixes)
        elif isinstance(found, QueryBoolean):
            found.serialize(sink.file, QueryResultsFormat.from_extension(extension))
        else:
            self._write_solutions(found, sink, extension)
        return Head(Outcome.WELL, size=sink.size, is_graph=is_graph)

    def _write_solutions(self, found: QuerySolutions, sink: "_Sink", extension: str) -> None:
        """Write them by way of TSV."""
        form = QueryResultsFormat.from_extension(extension)
        with SpooledTemporaryFile(SPOOLED) as lines:
            counted = _Sink(lines, self.max_bytes, self.max_rows)
            found.serialize(counted.file, QueryResultsFormat.TSV)
            lines.seek(0)
            if form == QueryResultsFormat.TSV:
                shutil.copyfileobj(lines, sink)
            else:
                parse_query_results(lines, format=QueryResultsFormat.TSV).serialize(sink.file, form)

    def _counted(self, triples: Iterable[Triple]) -> Iterator[Triple]:
        """Each triple once, no more of them than allowed."""
        seen: set[Triple] = set()
        for triple in triples:
            if triple in seen:
                continue
            if len(seen) == self.max_rows:
                raise _StoppedError(Outcome.TOO_MANY_ROWS)
            seen.add(triple)
            yield triple


class _Sink:
    """Where bytes go, no more of them than allowed, and no more lines than rows are allowed below a heading."""

    def __init__(self, out: IO[bytes], limit: int, rows: int | None = None) -> None:
        self.out = out
        self.limit = limit
        self.left = None if rows is None else rows + 1
        self.size = 0

    @property
    def file(self) -> IO[bytes]:
        """Itself, for a library that asks for a file and only writes to it."""
        return cast("IO[bytes]", self)

    def write(self, piece: bytes) -> int:
        self.size += len(piece)
        if self.size > self.limit:
            raise _StoppedError(Outcome.TOO_LONG)
        if self.left is not None:
            self.left -= piece.count(b"\n")
            if self.left < 0:
                raise _StoppedError(Outcome.TOO_MANY_ROWS)
        return self.out.write(piece)

    def flush(self) -> None:
        self.out.flush()


def _names(iris: Iterable[str] | None) -> list[Any] | None:
    """The graphs of these names; the store's types allow for blank nodes too, and lists of names are none of theirs."""
    return None if iris is None else [NamedNode(iri) for iri in iris]


def _nameable(triples: Iterable[Triple]) -> Iterator[Triple]:
    """The triples, if XML has names for their predicates (RDF 1.1 XML Syntax, W3C 2014, section 2.3)."""
    for triple in triples:
        if not _ENDS_IN_NAME.search(triple.predicate.value):
            raise _StoppedError(Outcome.UNACCEPTABLE)
        yield triple
