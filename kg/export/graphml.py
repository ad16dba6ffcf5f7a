"""Writes graph.graphml, for Cytoscape, yEd, igraph and networkx.

Follows the GraphML 1.0 primer and schema (http://graphml.graphdrawing.org). Every attribute has one declared type.
All edges are directed, because readers refuse a mixture; ``symmetric`` tells those that have no direction.
"""

from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree as ET

from kg.export.files import write_text
from kg.export.flat import Attributes, FlatEdge, FlatNode, columns, edges, literal, nodes
from kg.graph import ClaimGraph

FILE = "graph.graphml"
NAMESPACE = "http://graphml.graphdrawing.org/xmlns"

_TYPES = {bool: "boolean", int: "long", float: "double", str: "string"}


def write(graph: ClaimGraph, folder: Path) -> None:
    """Write graph.graphml.

    Raises:
        ExportError: If it cannot be written.
    """
    node_rows = [_node_facts(row) for row in nodes(graph)]
    edge_rows = [_edge_facts(row) for row in edges(graph)]
    root = ET.Element("graphml", xmlns=NAMESPACE)
    node_keys = _declare(root, "node", (facts for _, facts in node_rows))
    edge_keys = _declare(root, "edge", (facts for _, facts in edge_rows))
    body = ET.SubElement(root, "graph", id="claims", edgedefault="directed")
    for node, facts in node_rows:
        _write_values(ET.SubElement(body, "node", id=node.id), node_keys, facts)
    for edge, facts in edge_rows:
        ends = {"source": edge.source, "target": edge.target}
        _write_values(ET.SubElement(body, "edge", {"id": edge.id, **ends}), edge_keys, facts)
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode")
    write_text(folder / FILE, f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n')


def _node_facts(row: FlatNode) -> tuple[FlatNode, Attributes]:
    return row, {"label": row.label, **row.attributes}


def _edge_facts(row: FlatEdge) -> tuple[FlatEdge, Attributes]:
    return row, {"label": row.kind, "weight": row.weight, **row.attributes}


def _declare(root: ET.Element, owner: str, rows: Iterable[Attributes]) -> dict[str, str]:
    """Declare the attributes of nodes or edges; their names to their keys."""
    keys: dict[str, str] = {}
    for name, kind in columns(rows).items():
        keys[name] = f"{owner}-{name}"
        declared = {"id": keys[name], "for": owner, "attr.name": name, "attr.type": _TYPES[kind]}
        ET.SubElement(root, "key", declared)
    return keys


def _write_values(element: ET.Element, keys: dict[str, str], attributes: Attributes) -> None:
    for name, value in attributes.items():
        ET.SubElement(element, "data", key=keys[name]).text = literal(value)
