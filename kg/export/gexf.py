"""Writes graph.gexf, for Gephi, Gephi Lite and sigma.

Follows GEXF 1.3 (https://gexf.net/schema.html). The kind of an edge is GEXF's own ``kind``, by which Gephi keeps
parallel edges apart that it would otherwise merge by adding their weights. Nodes with a date have a ``start``
for Gephi's timeline and a plain ``year`` for programs without one. All edges are written as directed, because
readers refuse a mixture; ``symmetric`` tells those that have no direction. No date of writing is kept: the same
graph gives the same bytes.
"""

from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree as ET

from kg.export.files import write_text
from kg.export.flat import Attributes, FlatEdge, FlatNode, columns, edges, literal, nodes
from kg.graph import ClaimGraph

FILE = "graph.gexf"
NAMESPACE = "http://gexf.net/1.3"

_TYPES = {bool: "boolean", int: "integer", float: "double", str: "string"}


def write(graph: ClaimGraph, folder: Path) -> None:
    """Write graph.gexf.

    Raises:
        ExportError: If it cannot be written.
    """
    root = ET.Element("gexf", xmlns=NAMESPACE, version="1.3")
    ET.SubElement(ET.SubElement(root, "meta"), "creator").text = "kg"
    body = ET.SubElement(
        root, "graph", defaultedgetype="directed", mode="dynamic", timeformat="date"
    )
    _write_nodes(body, list(nodes(graph)))
    _write_edges(body, list(edges(graph)))
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode")
    write_text(folder / FILE, f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n')


def _declare(body: ET.Element, owner: str, rows: Iterable[Attributes]) -> dict[str, str]:
    """Declare the attributes of nodes or edges; their names to their ids."""
    declared = ET.SubElement(body, "attributes", {"class": owner, "mode": "static"})
    ids: dict[str, str] = {}
    for number, (title, kind) in enumerate(columns(rows).items()):
        ids[title] = str(number)
        ET.SubElement(declared, "attribute", id=ids[title], title=title, type=_TYPES[kind])
    return ids


def _write_values(element: ET.Element, ids: dict[str, str], attributes: Attributes) -> None:
    values = ET.SubElement(element, "attvalues")
    for name, value in attributes.items():
        ET.SubElement(values, "attvalue", {"for": ids[name], "value": literal(value)})


def _write_nodes(body: ET.Element, rows: list[FlatNode]) -> None:
    ids = _declare(body, "node", (row.attributes for row in rows))
    parent = ET.SubElement(body, "nodes")
    for row in rows:
        element = ET.SubElement(parent, "node", id=row.id, label=row.label)
        if row.start is not None:
            element.set("start", row.start)
        _write_values(element, ids, row.attributes)


def _write_edges(body: ET.Element, rows: list[FlatEdge]) -> None:
    ids = _declare(body, "edge", (row.attributes for row in rows))
    parent = ET.SubElement(body, "edges")
    for row in rows:
        ends = {"source": row.source, "target": row.target, "type": "directed"}
        named = {"kind": row.kind, "label": row.kind, "weight": str(row.weight)}
        element = ET.SubElement(parent, "edge", {"id": row.id, **ends, **named})
        _write_values(element, ids, row.attributes)
