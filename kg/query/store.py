"""Opens a build for asking: the store that it was kept in, else its RDF in Oxigraph's memory store."""

from pathlib import Path

from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples, Store

from kg.errors import QueryError
from kg.query.files import FILES, missing, rdf_of, unreadable
from kg.query.kept import store_of
from kg.vocabulary import PREFIXES


def open_store(out: Path) -> Store:
    """The store of a build.

    Each fact stands once, in its named graph; ``found`` asks all graphs together. A store on disk is opened for reading
    only, by as many as like at a time.

    Args:
        out: Folder of a build with ``graph.nq`` or ``graph.ttl``, or of a store that kg made.

    Raises:
        QueryError: If the folder holds neither, or it cannot be read.
    """
    folder = store_of(out)
    if folder is not None:
        return _on_disk(folder)
    source = rdf_of(out)
    if source is None:
        raise missing(out, *FILES)
    store = Store()
    try:
        store.bulk_load(path=source, format=FILES[source.name])
    except (SyntaxError, OSError) as error:
        raise unreadable(source, error) from error
    return store


def _on_disk(folder: Path) -> Store:
    try:
        return Store.read_only(str(folder))
    except OSError as error:
        reason = " ".join(str(error).split())
        raise QueryError(
            f"is a store that cannot be opened ({reason})",
            remedy=f"make it again: kg load OUT --store {folder}",
            path=folder,
        ) from error


def found(store: Store, sparql: str) -> QuerySolutions | QueryBoolean | QueryTriples:
    """What a store answers: patterns outside GRAPH match the whole build, and PREFIXES need no declaration.

    Raises:
        SyntaxError: If the query is malformed.
    """
    return store.query(sparql, prefixes=PREFIXES, use_default_graph_as_union=True)
