"""Writes neo4j/: CSV files for ``neo4j-admin database import full`` (Neo4j 5), with the script that runs it.

Follows the Neo4j Operations Manual, version 5, "Neo4j Admin import". A file without rows is not written, and removed
where an earlier run left one; whatever else lies in the folder stays.
"""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

from kg.errors import ExportError
from kg.export.files import remove, replacing, write_text
from kg.export.neo4j.cells import cell
from kg.export.neo4j.columns import ENDS, Columns, Group, group_edges, node_rows
from kg.graph import ClaimGraph, NodeKind

FOLDER = "neo4j"
COMPANIONS = ("README.md", "constraints.cypher", "n10s.cypher")

Option = Literal["nodes", "relationships"]

_TEMPLATES = Path(__file__).parent / "templates"


def write(graph: ClaimGraph, folder: Path) -> None:
    """Write the folder neo4j/ with its CSV files, import.sh, constraints.cypher, n10s.cypher and README.md.

    Raises:
        ExportError: If a file cannot be written, or an edge joins kinds that have no file.
    """
    target = folder / FOLDER
    written = [
        (option, name) for option, name, rows in _files(graph) if _write(target / name, rows)
    ]
    write_text(target / "import.sh", _script(written))
    for name in COMPANIONS:
        write_text(target / name, (_TEMPLATES / name).read_text(encoding="utf-8"))


def _files(graph: ClaimGraph) -> Iterator[tuple[Option, str, list[Columns]]]:
    """For every possible file the importer's option for it, its name and its rows.

    Raises:
        ExportError: If an edge joins kinds that have no file.
    """
    groups = group_edges(graph)
    possible = [Group(kind, *ends) for kind, spaces in ENDS.items() for ends in spaces]
    for kind, start, end in sorted(groups.keys() - set(possible)):
        raise ExportError(f"there is no Neo4j file for {kind} from {start} to {end}")
    for node_kind in NodeKind:
        yield "nodes", f"nodes/{node_kind}.csv", list(node_rows(graph, node_kind))
    for group in possible:
        yield "relationships", f"relationships/{'-'.join(group)}.csv", groups.get(group, [])


def _write(target: Path, rows: list[Columns]) -> bool:
    """Write the rows, or remove the file where there are none; whether it was written."""
    if not rows:
        remove(target)
        return False
    with replacing(target) as stream:
        table = csv.writer(stream, lineterminator="\n")
        table.writerow(rows[0])
        table.writerows([cell(value) for value in row.values()] for row in rows)
    return True


def _script(written: Iterable[tuple[Option, str]]) -> str:
    """A shell script that imports the files with rows into a database."""
    options = [f'  "--{option}={name}"' for option, name in written]
    template = (_TEMPLATES / "import.sh").read_text(encoding="utf-8")
    return template.replace("@FILES@", " \\\n".join(options))
