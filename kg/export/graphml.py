"""Writes graph.graphml, for Cytoscape, yEd, igraph and networkx.

Follows the GraphML 1.0 primer and schema (http://graphml.graphdrawing.org). Every attribute has one declared type, and its
key the name that programs show. Places, sizes and colours are attributes by the names that Gephi and Cytoscape know (``x``,
``y``, ``size``, ``r``, ``g``, ``b``). All edges are directed, because readers refuse a mixture; ``symmetric`` tells those
that have no direction.
"""

from collections.abc import Mapping
from pathlib import Path

from kg.export.collector import resting
from kg.export.files import replacing
from kg.export.flat import Attributes, FlatEdge, FlatNode, literal, whole
from kg.export.marks import Drawing
from kg.export.placement import place_all
from kg.export.xml import XmlWriter
from kg.graph import ClaimGraph

FILE = "graph.graphml"
NAMESPACE = "http://graphml.graphdrawing.org/xmlns"

_TYPES = {bool: "boolean", int: "long", float: "double", str: "string"}


def write(graph: ClaimGraph, folder: Path) -> None:
    """Write graph.graphml; row by row.

    Raises:
        ExportError: If it cannot be written.
    """
    with resting(), replacing(folder / FILE) as stream:
        network = whole(graph)
        drawing = Drawing(place_all(graph), network.degrees)
        xml = XmlWriter(stream)
        xml.open("graphml", {"xmlns": NAMESPACE})
        node_keys = _declare(xml, "node", {**_NODE, **network.node_columns})
        edge_keys = _declare(xml, "edge", {**_EDGE, **network.edge_columns})
        xml.open("graph", {"id": "claims", "edgedefault": "directed"})
        for node in network.nodes():
            xml.open("node", {"id": node.id})
            _write_values(xml, node_keys, _node_facts(node, drawing))
            xml.close()
        for edge in network.edges():
            xml.open("edge", {"id": edge.id, "source": edge.source, "target": edge.target})
            _write_values(xml, edge_keys, _edge_facts(edge))
            xml.close()
        for _ in ("graph", "graphml"):
            xml.close()


# What this format adds to the attributes of nodes and edges.
_NODE = {"label": str, "x": float, "y": float, "size": float, "r": int, "g": int, "b": int}
_EDGE = {"label": str, "weight": int}


def _node_facts(row: FlatNode, drawing: Drawing) -> Attributes:
    mark = drawing.node(row)
    red, green, blue = mark.colour
    marks = {"x": float(mark.x), "y": float(mark.y), "size": mark.size}
    return {"label": row.label, **row.attributes, **marks, "r": red, "g": green, "b": blue}


def _edge_facts(row: FlatEdge) -> Attributes:
    return {"label": row.kind, "weight": row.weight, **row.attributes}


def _declare(xml: XmlWriter, owner: str, columns: Mapping[str, type]) -> dict[str, str]:
    """Declare the attributes of nodes or edges; their names to their keys."""
    keys: dict[str, str] = {}
    for name, kind in sorted(columns.items()):
        keys[name] = f"{owner}-{name}"
        declared = {"id": keys[name], "for": owner, "attr.name": name, "attr.type": _TYPES[kind]}
        xml.empty("key", declared)
    return keys


def _write_values(xml: XmlWriter, keys: Mapping[str, str], attributes: Attributes) -> None:
    for name, value in attributes.items():
        xml.text("data", {"key": keys[name]}, literal(value))
