"""Finds the files behind the inputs: which are articles to be, which are passed over, which are not there."""

import difflib
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from kg.errors import InputError
from kg.read.document import Document, explained
from kg.read.readers import BY_SUFFIX

# Names, without suffix and case, of files that by custom are about a folder and not of it. Passed over in folders,
# read when named.
ABOUT_THE_FOLDER = frozenset(
    {
        "authors",
        "changelog",
        "contributing",
        "copying",
        "licence",
        "license",
        "notice",
        "readme",
        "sources",
    }
)


def documents(
    written: str, passed_over: Counter[str], leave_out: Path | None = None
) -> Iterator[Document | InputError]:
    """The documents of a file or folder, in the order of their paths.

    Folders are searched to the bottom, without hidden files and folders and without following links to folders.

    Args:
        written: The path as the user wrote it.
        passed_over: Gains a count for each kind of file in a folder that nobody reads.
        leave_out: A folder whose files are not inputs: the one that is written to.
    """
    path = Path(written)
    if path.is_dir():
        yield from _in_folder(path, passed_over, leave_out)
    elif not path.exists():
        yield InputError("does not exist", remedy=_near(path), path=written)
    elif path.suffix.lower() not in BY_SUFFIX:
        kind = path.suffix or "a file without suffix"
        readable = ", ".join(sorted(BY_SUFFIX))
        yield InputError(f"cannot read {kind}", remedy=f"give one of {readable}", path=written)
    elif not path.is_file():
        yield InputError("is neither a file nor a folder", remedy="give a file", path=written)
    else:
        yield Document(path=written, file=path.name, origin=path)


def _near(path: Path) -> str:
    """What to try in place of a path that is not there: what is called nearly so beside it, suffix apart."""
    try:
        beside = sorted(path.parent.iterdir())
    except OSError:
        beside = []
    by_stem = {other.stem: other for other in beside}
    near = difflib.get_close_matches(path.stem, by_stem, n=1)
    return f"did you mean {by_stem[near[0]]}?" if near else "check the spelling"


def _in_folder(
    folder: Path, passed_over: Counter[str], leave_out: Path | None
) -> Iterator[Document | InputError]:
    found = 0
    faults: list[OSError] = []
    for path in _files(folder, faults, None if leave_out is None else leave_out.resolve()):
        if path.suffix.lower() not in BY_SUFFIX:
            passed_over[path.suffix.lower() or "no suffix"] += 1
        elif path.stem.casefold() in ABOUT_THE_FOLDER:
            passed_over[path.name] += 1
        else:
            found += 1
            yield Document(path=str(path), file=path.relative_to(folder).as_posix(), origin=path)
    for fault in faults:
        problem, remedy = explained(fault)
        yield InputError(problem, remedy=remedy, path=fault.filename)
    if not found and not faults:
        readable = ", ".join(sorted(BY_SUFFIX))
        yield InputError("has no articles", remedy=f"put files of {readable} into it", path=folder)


def _files(folder: Path, faults: list[OSError], leave_out: Path | None) -> Iterator[Path]:
    """All files below the folder that are not hidden, sorted by path."""
    paths: list[Path] = []
    for place, folders, names in os.walk(folder, onerror=faults.append):
        here = Path(place)
        folders[:] = [
            name
            for name in folders
            if not name.startswith(".") and (here / name).resolve() != leave_out
        ]
        paths.extend(here / name for name in names if not name.startswith("."))
    yield from sorted(paths, key=lambda path: path.parts)
