"""Writes graph.gexf and actors.gexf, for Gephi, Gephi Lite and sigma.

Follows GEXF 1.3 (https://gexf.net/schema.html). The kind of an edge is GEXF's own ``kind``, by which Gephi keeps
parallel edges apart that it would otherwise merge by adding their weights. Colours, sizes and places are written, so that
the file opens laid out. What has a date has an interval from the first to the last day that it can stand at, for Gephi's
timeline, and plain ``year``, ``start`` and ``end`` for programs without one. All edges are written as directed, because
readers refuse a mixture; ``symmetric`` tells those that have no direction. No date of writing is kept: the same
graph gives the same bytes.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from kg.export.actors import Actors
from kg.export.collector import resting
from kg.export.files import replacing
from kg.export.flat import Attributes, FlatEdge, FlatNode, Projection, literal, whole
from kg.export.layout import Spot
from kg.export.marks import Colour, Drawing, edge_mark
from kg.export.placement import place_all
from kg.export.xml import XmlWriter, quoted
from kg.graph import ClaimGraph

FILE = "graph.gexf"
ACTORS = "actors.gexf"
NAMESPACE = "http://gexf.net/1.3"
VIZ = f"{NAMESPACE}/viz"

_TYPES = {bool: "boolean", int: "integer", float: "double", str: "string"}

_PLAIN = 2
"""Attributes of an edge that has no more than its kind and whether it is symmetric, as most."""

Keys = dict[str, str]
"""Names of attributes to the start of the elements that hold their values."""


def write(graph: ClaimGraph, folder: Path) -> None:
    """Write graph.gexf, and actors.gexf, in which the claims have become ties between those who make them.

    Raises:
        ExportError: If one cannot be written.
    """
    write_graph(graph, folder / FILE)
    actors = Actors(graph)
    write_network(folder / ACTORS, actors.projection(), actors.spots())


def write_graph(graph: ClaimGraph, target: Path) -> None:
    """Write the graph alone.

    Raises:
        ExportError: If it cannot be written.
    """
    with resting():
        write_network(target, whole(graph), place_all(graph))


def write_network(target: Path, network: Projection, spots: Mapping[str, Spot]) -> None:
    """Write one document.

    Args:
        target: Where to.
        network: Its nodes and edges.
        spots: Where the nodes lie, by their ids.

    Raises:
        ExportError: If it cannot be written.
    """
    drawing = Drawing(spots, network.degrees)
    with replacing(target) as stream:
        xml = XmlWriter(stream)
        xml.open("gexf", {"xmlns": NAMESPACE, "xmlns:viz": VIZ, "version": "1.3"})
        xml.open("meta")
        xml.text("creator", {}, "kg")
        xml.close()
        xml.open("graph", {"defaultedgetype": "directed", "mode": "dynamic", "timeformat": "date"})
        node_keys = _declare(xml, "node", network.node_columns)
        edge_keys = _declare(xml, "edge", network.edge_columns)
        xml.open("nodes")
        for node in network.nodes():
            xml.raw(_node(node, node_keys, drawing))
        xml.close()
        xml.open("edges")
        plain = cache(lambda kind, symmetric: _values(edge_keys, {"kind": kind, "symmetric": symmetric}))  # fmt: skip
        for edge in network.edges():
            facts = edge.attributes
            values = plain(*facts.values()) if len(facts) == _PLAIN else _values(edge_keys, facts)
            xml.raw(_edge(edge, values))
        for _ in ("edges", "graph", "gexf"):
            xml.close()


def _declare(xml: XmlWriter, owner: str, columns: Mapping[str, type]) -> Keys:
    """Declare the attributes of nodes or edges."""
    keys: Keys = {}
    xml.open("attributes", {"class": owner, "mode": "static"})
    for number, (title, kind) in enumerate(columns.items()):
        xml.empty("attribute", {"id": str(number), "title": title, "type": _TYPES[kind]})
        keys[title] = f'<attvalue for="{number}" value='
    xml.close()
    return keys


def _node(row: FlatNode, keys: Keys, drawing: Drawing) -> str:
    """The element of a node, as one string: there are very many."""
    mark = drawing.node(row)
    begin = f"<node id={quoted(row.id)} label={quoted(row.label)}{_interval(row)}>"
    values, colour = _values(keys, row.attributes), _colour(mark.colour)
    place = f'<viz:position x="{mark.x}" y="{mark.y}" z="0"/><viz:size value="{mark.size}"/>'
    return f"{begin}{values}{colour}{place}</node>"


def _edge(row: FlatEdge, values: str) -> str:
    """The element of an edge, as one string, with its values as they are written."""
    ends = f"source={quoted(row.source)} target={quoted(row.target)}"
    named = f'type="directed" kind="{row.kind}" label="{row.kind}" weight="{row.weight}"'
    begin = f"<edge id={quoted(row.id)} {ends} {named}{_interval(row)}>"
    return f"{begin}{values}{_look(row.kind, row.weight)}</edge>"


def _interval(row: FlatNode | FlatEdge) -> str:
    return f' start="{row.when.first}" end="{row.when.last}"' if row.when else ""


def _values(keys: Keys, attributes: Attributes) -> str:
    values = [
        f"{keys[name]}{quoted(value if isinstance(value, str) else literal(value))}/>"
        for name, value in attributes.items()
    ]
    return f"<attvalues>{''.join(values)}</attvalues>"


@cache
def _look(kind: str, weight: int) -> str:
    mark = edge_mark(kind, weight)
    return f'{_colour(mark.colour)}<viz:thickness value="{mark.width}"/>'


def _colour(colour: Colour) -> str:
    red, green, blue = colour
    return f'<viz:color r="{red}" g="{green}" b="{blue}"/>'
