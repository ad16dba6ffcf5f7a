"""Reads the ``neo4j/`` folder of a build back: its tables, and their cells as the values that the header promises.

The headers are those of ``neo4j-admin database import`` (Neo4j Operations Manual, version 5, "CSV header format").
"""

import csv
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from kg.errors import PushError

FOLDER = "neo4j"
CONSTRAINTS = "constraints.cypher"

Value = str | int | float | bool | date | list[str] | None

_KEY = re.compile(r"\w*:(ID|START_ID|END_ID)\((\w+)\)")
_WORD = re.compile(r"\w+")
_REMEDY = "build it again with kg build"

_CONVERTERS: dict[str, Callable[[str], Value]] = {
    "": str,
    "boolean": lambda text: text == "true",
    "date": date.fromisoformat,
    "double": float,
    "long": int,
    "string[]": lambda text: text.split(";"),
}


class Row(NamedTuple):
    """A node or relationship to be.

    Attributes:
        keys: The id of a node, or those of a relationship's start and end.
        digest: 64 bits of all that the row says, by which a changed one is told.
        cells: Its cells as they stand in the file.
    """

    keys: tuple[str, ...]
    digest: int
    cells: Sequence[str]


@dataclass(frozen=True, slots=True)
class Table:
    """A file of nodes or relationships.

    Attributes:
        path: Where it lies.
        header: The titles of its columns.
        spaces: The id spaces of its keys: one of nodes, two of relationships.
        names: The labels of its nodes or the type of its relationships, in order.
        size: How many rows it has.
    """

    path: Path
    header: tuple[str, ...]
    spaces: tuple[str, ...]
    names: tuple[str, ...]
    size: int

    @property
    def is_of_nodes(self) -> bool:
        """Whether its rows are nodes."""
        return len(self.spaces) == 1

    def rows(self) -> Iterator[Row]:
        """The rows, in the order of the file."""
        head = blake2b(",".join(self.header).encode(), digest_size=8)
        keys = [number for number, title in enumerate(self.header) if _KEY.fullmatch(title)]
        for cells in _records(self.path, len(self.header)):
            told = head.copy()
            told.update("\x1f".join(cells).encode())
            digest = int.from_bytes(told.digest(), "big", signed=True)
            yield Row(tuple(cells[number] for number in keys), digest, cells)

    def values(self, row: Row) -> dict[str, Value]:
        """The properties of a row by name, None where a cell is empty, and its digest.

        Raises:
            PushError: If a cell is not of the type of its column.
        """
        found: dict[str, Value] = {"digest": row.digest}
        for title, text in zip(self.header, row.cells, strict=True):
            name, _, kind = title.partition(":")
            if name and not _KEY.fullmatch(title):
                try:
                    found[name] = _CONVERTERS[kind](text) if text else None
                except (KeyError, ValueError) as error:
                    raise PushError(
                        f"has {text[:40]!r} under {title}", remedy=_REMEDY, path=self.path
                    ) from error
        return found


def tables(out: Path) -> list[Table]:
    """The tables of a build, those of nodes first, all read once to the end.

    Raises:
        PushError: If there is no build, it has no ``neo4j/``, or a file in it is not whole.
    """
    folder = out / FOLDER
    if not (folder / CONSTRAINTS).is_file():
        raise PushError(
            "has no neo4j/ to push", remedy="build it with kg build --format neo4j", path=out
        )
    csv.field_size_limit(sys.maxsize)
    parts = ("nodes", "relationships")
    return [_table(path) for part in parts for path in sorted((folder / part).glob("*.csv"))]


def constraints(out: Path) -> list[str]:
    """The statements that make ids unique and words searchable.

    Raises:
        PushError: If their file cannot be read.
    """
    path = out / FOLDER / CONSTRAINTS
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise PushError("cannot be read", remedy=_REMEDY, path=path) from error
    lines = [line for line in text.splitlines() if not line.startswith("//")]
    return [statement.strip() for statement in "\n".join(lines).split(";") if statement.strip()]


def _table(path: Path) -> Table:
    header = tuple(next(_records(path, None), ()))
    spaces = tuple(match[2] for match in map(_KEY.fullmatch, header) if match)
    column = ":LABEL" if len(spaces) == 1 else ":TYPE"
    if len(spaces) not in {1, 2} or column not in header:
        raise PushError("is no table of nodes or relationships", remedy=_REMEDY, path=path)
    number, names, size = header.index(column), "", 0
    for cells in _records(path, len(header)):
        names, size = names or cells[number], size + 1
        if cells[number] != names:
            raise PushError(f"has rows of {names} and {cells[number]}", remedy=_REMEDY, path=path)
    found = tuple(names.split(";")) if names else ()
    properties = tuple(title.partition(":")[0] for title in header)
    for word in (*spaces, *found, *filter(None, properties)):
        if not _WORD.fullmatch(word):
            raise PushError(f"has {word!r} where a name is due", remedy=_REMEDY, path=path)
    return Table(path, header, spaces, found, size)


def _records(path: Path, width: int | None) -> Iterator[list[str]]:
    """The records below the header, or from the header on where no width is asked for.

    Raises:
        PushError: If the file cannot be read, or a record has another width.
    """
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            reader = csv.reader(stream, strict=True)
            if width is not None:
                next(reader, None)
            for cells in reader:
                if width is not None and len(cells) != width:
                    raise PushError(
                        f"has {len(cells)} cells where {width} are due",
                        remedy=_REMEDY,
                        path=path,
                        line=reader.line_num,
                    )
                yield cells
    except (OSError, ValueError, csv.Error) as error:
        raise PushError(f"cannot be read ({error})", remedy=_REMEDY, path=path) from error
