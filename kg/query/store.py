"""Loads the RDF of a build into Oxigraph's memory store."""

from pathlib import Path

from pyoxigraph import Quad, RdfFormat, Store, parse

from kg.errors import QueryError

FILES = {"graph.nq": RdfFormat.N_QUADS, "graph.ttl": RdfFormat.TURTLE}
"""What a build can be asked from, the better first: N-Quads keep the named graphs and load fastest."""


def load(out: Path) -> Store:
    """The build as a store: its default graph holds everything, and so does each named graph its part.

    Raises:
        QueryError: If the folder holds no build, or its file cannot be read.
    """
    path = next((out / name for name in FILES if (out / name).is_file()), None)
    if path is None:
        raise missing(out, *FILES)
    store = Store()
    try:
        found = list(parse(path=path, format=FILES[path.name]))
    except (SyntaxError, OSError) as error:
        raise unreadable(path, error) from error
    store.bulk_extend(found)
    store.bulk_extend(Quad(row.subject, row.predicate, row.object) for row in found)
    return store


def missing(out: Path, *names: str) -> QueryError:
    """There is no build in this folder, or not the files of it that are needed."""
    return QueryError(
        f"there is no {' or '.join(names)} here",
        remedy=f"build it first: kg build INPUT... --out {out}",
        path=out,
    )


def unreadable(path: Path, error: Exception) -> QueryError:
    """A file of the build is broken."""
    reason = " ".join(str(error).split())
    return QueryError(f"cannot be read ({reason})", remedy="build it again", path=path)
