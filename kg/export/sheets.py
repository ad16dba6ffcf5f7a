"""Writes nodes.csv and edges.csv, for Gephi's spreadsheet import and for spreadsheets.

Follows RFC 4180, in UTF-8. The headers are those that Gephi knows: ``Id``, ``Label`` and ``Timeset`` of nodes; ``Source``,
``Target``, ``Type``, ``Kind``, ``Label`` and ``Weight`` of edges; all others become columns of its own table. One column
of plain dates would make Gephi take all times for moments and lose the intervals of ``Timeset``, so other times are
written as intervals of EDTF, ``2031-03-04/2031-03-04`` for a day. A cell
that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, "CSV Injection"); the exact words are in
claims.jsonl.
"""

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

from kg.export.files import replacing
from kg.export.flat import FlatEdge, FlatNode, disarmed, literal, whole
from kg.export.times import stretch
from kg.graph import ClaimGraph
from kg.graph.claimgraph import Scalar

NODES = "nodes.csv"
EDGES = "edges.csv"

_TIMES = frozenset({"published", "said", "holds", "when"})

Row = Mapping[str, Scalar]


def write(graph: ClaimGraph, folder: Path) -> None:
    """Write both files.

    Raises:
        ExportError: If one cannot be written.
    """
    network = whole(graph)
    _write(folder / NODES, (*_NODE, *network.node_columns), map(_node, network.nodes()))
    _write(folder / EDGES, (*_EDGE, *network.edge_columns), map(_edge, network.edges()))


_NODE = ("Id", "Label", "Timeset")
_EDGE = ("Id", "Source", "Target", "Type", "Kind", "Label", "Weight")
_LEFT_OUT = {NODES: frozenset({"start", "end"}), EDGES: frozenset({"kind"})}
"""Attributes that the first columns have already."""


def _write(target: Path, header: Iterable[str], rows: Iterable[Row]) -> None:
    names = [name for name in header if name not in _LEFT_OUT[target.name]]
    with replacing(target) as stream:
        table = csv.writer(stream, lineterminator="\n")
        table.writerow(names)
        table.writerows([cell(row.get(name)) for name in names] for row in rows)


def _node(row: FlatNode) -> Row:
    timeset = {"Timeset": f"<[{row.when.first}, {row.when.last}]>"} if row.when else {}
    facts = {
        name: _interval(value) if name in _TIMES else value
        for name, value in row.attributes.items()
    }
    return {"Id": row.id, "Label": row.label, **timeset, **facts}


def _edge(row: FlatEdge) -> Row:
    ends = {"Id": row.id, "Source": row.source, "Target": row.target, "Type": "Directed"}
    named: Row = {"Kind": row.kind, "Label": row.kind, "Weight": row.weight}
    return {**ends, **named, **row.attributes}


def _interval(written: Scalar) -> str:
    """A time as an interval of days; as it is where it is no date."""
    when = stretch(str(written))
    return f"{when.first}/{when.last}" if when else str(written)


def cell(value: Scalar | None) -> str:
    """What stands in a cell; empty where there is nothing.

    >>> cell("=1+1"), cell("-5 degrees"), cell(True), cell(None)
    ("'=1+1", '-5 degrees', 'true', '')
    """
    if value is None:
        return ""
    text = literal(value)
    return disarmed(text) if isinstance(value, str) else text
