"""Keeps a build in Oxigraph on disk, so that a large one can be asked without being read anew.

A store is a folder of Oxigraph's, with a file beside its tables that says whose it is and what it was made of. It is made
elsewhere and renamed at the end, and never changed afterwards. The build that it was made of gets a file that points to it.
"""

import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

from pyoxigraph import Store

from kg import __version__
from kg.errors import ExportError
from kg.query.files import FILES, missing, rdf_of, unreadable

MARK = "kg-store.json"
"""In the folder of a store: what it was made of. A folder without it is not ours to replace."""

POINTER = "store.json"
"""In the folder of a build: where its store is, and what the build held when the store was made."""

BEST = "graph.nq"
"""The file of a build that a store is best made of."""

_REMEDY = "choose another folder with --store"


@contextmanager
def replacing(folder: Path) -> Iterator[Path]:
    """Where to make a store that takes the folder's place when the block ends.

    If the block fails, or makes nothing there, the folder is as it was before.

    Raises:
        ExportError: Before the block, if the folder holds anything but a store of ours, or cannot be written.
    """
    _refuse_foreign(folder)
    anchor = next(place for place in folder.absolute().parents if place.exists())
    try:
        with tempfile.TemporaryDirectory(prefix=".kg-", dir=anchor) as temporary:
            place = Path(temporary) / "store"
            yield place
            if place.exists():
                _install(place, folder, Path(temporary) / "replaced")
    except OSError as error:
        reason = error.strerror or str(error)
        raise ExportError(
            f"cannot be written ({reason[:1].lower()}{reason[1:]})", remedy=_REMEDY, path=folder
        ) from error


def _refuse_foreign(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise ExportError("is a file, not a folder", remedy=_REMEDY, path=folder)
    if folder.is_dir() and any(folder.iterdir()) and not is_store(folder):
        raise ExportError(
            "is to be replaced, but is no store of kg",
            remedy=f"move it away, or {_REMEDY}",
            path=folder,
        )


def _install(place: Path, folder: Path, replaced: Path) -> None:
    """Rename the new store into its place, or leave the old one there."""
    _refuse_foreign(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    if not folder.exists():
        place.rename(folder)
        return
    folder.rename(replaced)
    try:
        place.rename(folder)
    except OSError:
        replaced.rename(folder)
        raise


def is_store(folder: Path) -> bool:
    """Whether the folder is a store that kg made."""
    return (folder / MARK).is_file()


class Kept(NamedTuple):
    """A store that was made.

    Attributes:
        triples: How many it holds.
        digest: The SHA-256 of the file that it was made of.
    """

    triples: int
    digest: str


def keep(source: Path, place: Path) -> Kept:
    """Make a store of a file of RDF.

    Args:
        source: One of FILES.
        place: A folder that is not there yet.

    Raises:
        QueryError: If the file cannot be read.
    """
    store = Store(place)
    try:
        store.bulk_load(path=source, format=FILES[source.name])
    except (SyntaxError, OSError) as error:
        raise unreadable(source, error) from error
    store.flush()
    made_of = {"kg": __version__, "file": source.name, "sha256": _digest(source)}
    (place / MARK).write_text(json.dumps(made_of, indent=1) + "\n", encoding="utf-8")
    return Kept(len(store), made_of["sha256"])


def keep_build(out: Path, folder: Path, beside: Callable[[Path], object] = lambda _: None) -> Kept:
    """Make a store of a build, and let the build point to it.

    Args:
        out: Folder of the build.
        folder: Where the store is to be.
        beside: Called with the store's folder before it is in its place, to put into it what goes with it.

    Raises:
        QueryError: If there is no build, or its RDF cannot be read.
        ExportError: If the store cannot be written, or the folder holds anything but a store of ours.
    """
    source = rdf_of(out)
    if source is None:
        raise missing(out, *FILES)
    refuse_nested(out, folder)
    with replacing(folder) as place:
        kept = keep(source, place)
        beside(place)
    with suppress(OSError):  # a build on a disk that is read-only is asked by the store's own name
        point(out, out, folder, kept)
    return kept


def refuse_nested(out: Path, folder: Path) -> None:
    """Refuse a store in whose place a build lies.

    Raises:
        ExportError: If the build is the store's folder or within it.
    """
    if out.resolve().is_relative_to(folder.resolve()):
        raise ExportError("is where the build lies", remedy=_REMEDY, path=folder)


def point(written: Path, out: Path, folder: Path, kept: Kept) -> None:
    """Write down where a build's store is.

    Args:
        written: Where the build's files are now, and the pointer goes.
        out: Where they will be in the end.
        folder: Where the store is, or will be.
        kept: What it holds.
    """
    files = {name: _facts(written / name) for name in FILES if (written / name).is_file()}
    where = Path(os.path.relpath(folder.resolve(), out.resolve())).as_posix()
    text = json.dumps({"store": where, "sha256": kept.digest, "files": files}, indent=1)
    beside = written / f".{POINTER}.{os.getpid()}.part"
    beside.write_text(text + "\n", encoding="utf-8")
    beside.replace(written / POINTER)


def store_of(out: Path) -> Path | None:
    """The store that answers for a build, or None where there is none that still holds what the build does.

    The folder itself may be a store; else the build may point to one. It is passed over if it was since made anew of another
    build, or the build's RDF was written anew with other content.
    """
    if is_store(out):
        return out
    pointer = _json(out / POINTER)
    folder = out / str(pointer.get("store"))
    digest = pointer.get("sha256")
    if digest is None or _json(folder / MARK).get("sha256") != digest:
        return None
    source = rdf_of(out)
    return folder if source is None or _is_as_noted(source, pointer, out / POINTER) else None


def _is_as_noted(source: Path, pointer: dict[str, Any], written: Path) -> bool:
    """Whether a file is what it was when the pointer was written; read only where its age leaves it open.

    One that the build of the store did not write is of an earlier build, unless it is younger.
    """
    facts = pointer.get("files", {}).get(source.name)
    now = source.stat()
    is_older = now.st_mtime_ns <= written.stat().st_mtime_ns
    if facts is None:
        return is_older
    return facts.get("bytes") == now.st_size and (
        is_older or facts.get("sha256") == _digest(source)
    )


def _json(path: Path) -> dict[str, Any]:
    """The object in a file; empty where there is none, for then no store can be trusted."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _facts(path: Path) -> dict[str, str | int]:
    return {"bytes": path.stat().st_size, "sha256": _digest(path)}


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
