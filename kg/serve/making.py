"""Makes what the network page is served from, out of the tables of a build: the only place of the server that knows of exporters."""

from pathlib import Path

from kg.errors import KgError, QueryError
from kg.export.page.database import FILE, write_database
from kg.export.page.document import served_document
from kg.graph import assemble
from kg.query.opened import Build
from kg.query.tables import TABLES, collection

_CLAIMS = "SELECT ?claim { ?claim a kg:Claim }"


def make_page(out: Path, place: Path) -> KgError | None:
    """Put the database of the page beside a store, if the build has its tables.

    Args:
        out: Folder of the build.
        place: Folder of the store that was made of it.

    Returns:
        Why there is none, where the tables cannot be used; a store is of use without it.
    """
    if not all((out / name).is_file() for name in TABLES):
        return None
    try:
        _make(out, place)
    except KgError as error:
        (place / FILE).unlink(missing_ok=True)
        return error
    return None


def _make(out: Path, place: Path) -> None:
    store = Build(place)
    found = collection(out, store.publishers())
    kept = {row[0] for row in store.ask(_CLAIMS).rows}
    if len(kept) != len(found.claims):
        raise QueryError("has tables of another build", remedy="build it again", path=out)
    write_database(assemble(found), place / FILE)


def page_document() -> str:
    """The network page as text, which says itself what it may run and fetch."""
    return served_document()
