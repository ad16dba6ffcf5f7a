"""The database of the page, opened for reading by as many threads as ask."""

import json
import sqlite3
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import Any

FILE = "page.sqlite"
"""In the folder of a store; kg.export.page.database makes it."""

SHAPE = "1"
"""The shape of the tables that is understood here; a database of another is passed over."""

HERE = "IN (SELECT value FROM json_each(?))"
"""Tests a column for being among the values of a list in JSON."""

Values = tuple[Any, ...]


class Rows:
    """The rows, by a connection for each thread, until it is closed."""

    def __init__(self, path: Path) -> None:
        """Take the file; it is opened by those who ask."""
        self._address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        self._own = threading.local()
        self._opened: list[sqlite3.Connection] = []

    def all(self, sql: str, *values: object) -> list[Values]:
        """What a query gives."""
        return self._connection().execute(sql, values).fetchall()

    def one(self, sql: str, *values: object) -> Values | None:
        """The first row that a query gives, or None where it gives none."""
        row: Values | None = self._connection().execute(sql, values).fetchone()
        return row

    def numbers(self, sql: str, *values: object) -> list[int]:
        """The first column of what a query gives."""
        return [row[0] for row in self.all(sql, *values)]

    def count(self, sql: str, *values: object) -> int:
        """The number that a query gives."""
        return self.numbers(sql, *values)[0]

    def fact(self, name: str) -> str:
        """A text that was written down when the database was made."""
        return str(self.all("SELECT value FROM fact WHERE name = ?", name)[0][0])

    def ids(self, places: Iterable[int]) -> dict[int, str]:
        """The ids of places."""
        found: list[tuple[int, str]] = self.all(
            f"SELECT place, id FROM thing WHERE place {HERE}", listed(places)
        )
        return dict(found)

    def close(self) -> None:
        """Close all connections; nobody may be asking any more."""
        for connection in self._opened:
            connection.close()

    def _connection(self) -> sqlite3.Connection:
        found: sqlite3.Connection | None = getattr(self._own, "connection", None)
        if found is None:
            found = sqlite3.connect(self._address, uri=True, check_same_thread=False)
            self._own.connection = found
            self._opened.append(found)
        return found


def rows_in(folder: Path) -> Rows | None:
    """The rows beside a store, or None where there are none that can be read."""
    path = folder / FILE
    if not path.is_file():
        return None
    rows = Rows(path)
    try:
        if rows.fact("shape") == SHAPE:
            return rows
    except (sqlite3.Error, IndexError):
        pass
    rows.close()
    return None


def listed(places: Iterable[int]) -> str:
    """Places as the list that HERE takes."""
    return json.dumps(list(places))
