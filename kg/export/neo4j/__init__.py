"""Writes neo4j/: CSV files for ``neo4j-admin database import full`` (Neo4j 5), with the scripts that load them.

Follows the Neo4j Operations Manual, version 5, "Neo4j Admin import", and the Cypher Manual, version 5, "LOAD CSV". A
file without rows is not written, and removed where an earlier run left one; whatever else lies in the folder stays.
Rows go to their files as they are made, so that memory does not grow with them.
"""

from collections.abc import Iterator
from contextlib import ExitStack
from itertools import chain
from pathlib import Path
from typing import TextIO

from kg.errors import ExportError
from kg.export.collector import resting
from kg.export.files import remove, replacing, write_text
from kg.export.neo4j.cells import line
from kg.export.neo4j.columns import ENDS, Columns, Group, edge_rows, node_rows
from kg.export.neo4j.scripts import Table, scripts
from kg.graph import ClaimGraph, NodeKind

FOLDER = "neo4j"

_GROUPS = tuple(Group(kind, *ends) for kind, spaces in ENDS.items() for ends in spaces)


def write(graph: ClaimGraph, folder: Path) -> None:
    """Write the folder neo4j/ with its CSV files, and what loads, constrains and explains them.

    Raises:
        ExportError: If a file cannot be written, or an edge joins kinds that have no file.
    """
    target = folder / FOLDER
    with resting():
        edges = _write_edges(graph, target)
        tables = [*_write_nodes(graph, target), *edges]
    for name, text in scripts(tables):
        write_text(target / name, text)


def _write_nodes(graph: ClaimGraph, target: Path) -> Iterator[Table]:
    """Write a file for each kind of node that there is."""
    for kind in NodeKind:
        name = f"nodes/{kind}.csv"
        rows = node_rows(graph, kind)
        first = next(rows, None)
        if first is None:
            remove(target / name)
            continue
        with replacing(target / name) as stream:
            stream.write(_head(first))
            stream.writelines(line(row.values()) for row in chain([first], rows))
        yield Table(name, tuple(first))


def _write_edges(graph: ClaimGraph, target: Path) -> list[Table]:
    """Write a file for each group of edges that there is, all of them side by side; their tables in fixed order.

    Raises:
        ExportError: If an edge joins kinds that have no file; none is written then.
    """
    names = {group: f"relationships/{'-'.join(group)}.csv" for group in _GROUPS}
    found: dict[Group, Table] = {}
    streams: dict[Group, TextIO] = {}
    with ExitStack() as stack:
        for group, row in edge_rows(graph):
            if group not in streams:
                if group not in names:
                    kind, start, end = group
                    raise ExportError(f"there is no Neo4j file for {kind} from {start} to {end}")
                found[group] = Table(names[group], tuple(row))
                streams[group] = stack.enter_context(replacing(target / names[group]))
                streams[group].write(_head(row))
            streams[group].write(line(row.values()))
    for group in names.keys() - found.keys():
        remove(target / names[group])
    return [found[group] for group in _GROUPS if group in found]


def _head(row: Columns) -> str:
    return ",".join(row) + "\n"
