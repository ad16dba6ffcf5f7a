"""What a build can be asked from, and what is said where it cannot."""

from pathlib import Path

from pyoxigraph import RdfFormat

from kg.errors import QueryError

FILES = {"graph.nq": RdfFormat.N_QUADS, "graph.ttl": RdfFormat.TURTLE}
"""The RDF that can be asked, the better first: N-Quads keep the named graphs and load fastest."""


def rdf_of(out: Path) -> Path | None:
    """The file that a build is asked from, or None where it has none."""
    return next((out / name for name in FILES if (out / name).is_file()), None)


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
