"""Puts the files of a build in their place together: all are written elsewhere first, and renamed at the end.

A file takes the place of the one that was there; a folder, such as ``neo4j/``, replaces the one that was there as a
whole, but only if nothing foreign is in it. Whatever else lies in the output folder is left as it is.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import ExportError

_REMEDY = "choose another folder with --out"


@contextmanager
def staged(out: Path) -> Iterator[Path]:
    """A folder to write into, whose content moves to ``out`` when the block ends.

    It lies on the same disk as ``out``, so that moving is renaming. If the block fails, or writes nothing,
    ``out`` is as it was before, and not made where it was not there.

    Raises:
        ExportError: Before the block, if ``out`` cannot be written; after it, if a file cannot take its place.
    """
    if out.exists() and not out.is_dir():
        raise ExportError("is a file, not a folder", remedy=_REMEDY, path=out)
    with _temporary(out) as place:
        # The temporary folder is closed to others, which the folder made in it is not.
        stage = place / "build"
        stage.mkdir()
        yield stage
        if any(stage.iterdir()):
            try:
                _install(stage, out, place)
            except OSError as error:
                raise _unwritable(out, error) from error


@contextmanager
def _temporary(out: Path) -> Iterator[Path]:
    """A temporary folder in ``out``, or in the nearest folder above it that exists."""
    anchor = next(folder for folder in (out, *out.absolute().parents) if folder.exists())
    try:
        place = Path(tempfile.mkdtemp(prefix=".kg-", dir=anchor))
    except OSError as error:
        raise _unwritable(out, error) from error
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _unwritable(out: Path, error: OSError) -> ExportError:
    reason = error.strerror or str(error)
    return ExportError(
        f"cannot be written ({reason[:1].lower()}{reason[1:]})", remedy=_REMEDY, path=out
    )


def _install(stage: Path, out: Path, place: Path) -> None:
    """Move everything at the top of the stage into ``out``; what it replaces goes to ``place``."""
    if not out.exists():
        out.parent.mkdir(parents=True, exist_ok=True)
        stage.rename(out)
        return
    fresh = sorted(stage.iterdir())
    for item in fresh:
        _refuse_foreign(item, out / item.name)
    for item in fresh:
        target = out / item.name
        if item.is_dir() and target.exists():
            target.rename(place / f"replaced-{item.name}")
        item.replace(target)


def _refuse_foreign(item: Path, target: Path) -> None:
    """Refuse to replace a file by a folder, a folder by a file, or a folder in which somebody else's files lie."""
    if not target.exists():
        return
    if item.is_dir() != target.is_dir():
        raise ExportError("is in the way of a file of the same name", remedy=_REMEDY, path=target)
    foreign = next(_foreign(item, target), None) if item.is_dir() else None
    if foreign is not None:
        problem = f"is to be replaced, but {foreign} in it is not of a build"
        raise ExportError(problem, remedy="move it away, or " + _REMEDY, path=target)


def _foreign(ours: Path, theirs: Path) -> Iterator[str]:
    """Files of a folder that no build put there.

    A build's own are those at a place that the new build uses too, and those in folders of their own that are of
    the same kind as the new build's: a table of relationships may be there in one build and not in the next.
    """
    places = {path.name for path in ours.iterdir()}
    kinds = {path.suffix for path in ours.glob("*/*")}
    for path in sorted(theirs.rglob("*")):
        place = path.relative_to(theirs)
        is_nested_table = len(place.parts) > 1 and path.suffix in kinds
        if path.is_file() and place.parts[0] not in places and not is_nested_table:
            yield place.as_posix()
