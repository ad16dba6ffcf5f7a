"""What lies beside the CSV files: the scripts that load them, the constraints, and the README with its queries.

Some of it names every file or every column and is made for the build; the rest is a template as it stands. Cypher is
that of Neo4j 5: the importing WITH of its subqueries is older than their scope clause and runs on all of its releases.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from kg.export.neo4j.cells import ARRAY_DELIMITER
from kg.vocabulary import PREFIXES

NAMES = ("import.sh", "constraints.cypher", "load.cypher", "n10s.cypher", "README.md")
"""The files, in the order in which they are written."""

BATCH = 10_000
"""Rows a transaction, so that a server's memory does not grow with the size of the build."""

_TEMPLATES = Path(__file__).parent / "templates"
_KEY = re.compile(r"(?:id)?:(ID|START_ID|END_ID)\((\w+)\)")
_CONVERTED = {
    "": "{}",
    "boolean": "toBoolean({})",
    "date": "date({})",
    "double": "toFloat({})",
    "long": "toInteger({})",
    "string[]": f"split({{}}, '{ARRAY_DELIMITER}')",
}
"""The Cypher that turns the text of a cell into a value, by the type in the header."""


class Table(NamedTuple):
    """A CSV file that was written.

    Attributes:
        name: Its POSIX path below the folder.
        header: The titles of its columns.
    """

    name: str
    header: tuple[str, ...]

    @property
    def is_of_nodes(self) -> bool:
        """Whether its rows are nodes."""
        return self.name.startswith("nodes/")

    @property
    def keys(self) -> dict[str, tuple[str, str]]:
        """The title and the id space of each key column by its role: ID, or START_ID and END_ID."""
        matches = filter(None, map(_KEY.fullmatch, self.header))
        return {match[1]: (match[0], match[2]) for match in matches}


def scripts(tables: Sequence[Table]) -> Iterator[tuple[str, str]]:
    """The names of the files beside the tables, and their texts."""
    options = [f'"--{"nodes" if table.is_of_nodes else "relationships"}={table.name}"' for table in tables]  # fmt: skip
    made = {
        "@SHELL@": " \\\n".join(f"  {option}" for option in options),
        "@POWERSHELL@": " `\n".join(f"      {option}" for option in options),
        "@LOADING@": "\n".join(map(_loading, tables)),
        "@PREFIXES@": "\n".join(
            f'CALL n10s.nsprefixes.add("{prefix}", "{iri}");' for prefix, iri in PREFIXES.items()
        ),
    }
    for name in NAMES:
        text = (_TEMPLATES / name).read_text(encoding="utf-8")
        for mark, replacement in made.items():
            text = text.replace(mark, replacement)
        yield name, text


def _loading(table: Table) -> str:
    """The statement that loads one file, as often as one likes."""
    found = _found_node(table) if table.is_of_nodes else _found_edge(table)
    return (
        f"LOAD CSV WITH HEADERS FROM 'file:///neo4j/{table.name}' AS row\n"
        f"CALL {{\n  WITH row\n{found}\n  SET {_values(table)}\n}} IN TRANSACTIONS OF {BATCH} ROWS;\n"
    )


def _found_node(table: Table) -> str:
    title, space = table.keys["ID"]
    kind = Path(table.name).stem
    label = "" if kind == space else f"\n  SET it:{kind}"
    return f"  MERGE (it:{space} {{id: row.`{title}`}}){label}"


def _found_edge(table: Table) -> str:
    (start, left), (end, right) = table.keys["START_ID"], table.keys["END_ID"]
    kind = Path(table.name).stem.split("-", 1)[0]
    return (
        f"  MATCH (left:{left} {{id: row.`{start}`}})\n"
        f"  MATCH (right:{right} {{id: row.`{end}`}})\n"
        f"  MERGE (left)-[it:{kind}]->(right)"
    )


def _values(table: Table) -> str:
    """The assignments of all properties but ids; an empty cell removes its property."""
    assignments = []
    for title in table.header:
        name, _, kind = title.partition(":")
        if name and not kind.startswith("ID"):
            value = _CONVERTED[kind].format(f"row.`{title}`")
            assignments.append(f"it.{name} = {value}")
    return ",\n      ".join(assignments)
