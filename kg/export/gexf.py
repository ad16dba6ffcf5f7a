"""Writes graph.gexf and actors.gexf, for Gephi, Gephi Lite and sigma.

Follows GEXF 1.3 (https://gexf.net/schema.html). The kind of an edge is GEXF's own ``kind``, by which Gephi keeps
parallel edges apart that it would otherwise merge by adding their weights. Colours, sizes and places are written, so that
the file opens laid out. What has a date has an interval from the first to the last day that it can stand at, for Gephi's
timeline, and plain ``year``, ``start`` and ``end`` for programs without one. All edges are written as directed, because
readers refuse a mixture; ``symmetric`` tells those that have no direction. No date of writing is kept: the same
graph gives the same bytes.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache, partial
from pathlib import Path

from kg.export.actors import Actors
from kg.export.collector import resting
from kg.export.files import replacing
from kg.export.flat import FlatEdge, FlatNode, Projection, literal, whole
from kg.export.layout import Spot
from kg.export.marks import Drawing, edge_mark
from kg.export.placement import place_all
from kg.export.xml import XmlWriter, escaped, is_plain
from kg.graph import ClaimGraph
from kg.graph.claimgraph import Scalar

FILE = "graph.gexf"
ACTORS = "actors.gexf"
NAMESPACE = "http://gexf.net/1.3"
VIZ = f"{NAMESPACE}/viz"

_TYPES = {bool: "boolean", int: "integer", float: "double", str: "string"}

Keys = dict[str, str]
"""Names of attributes to the elements that hold their values, with gaps for these."""


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
        xml.raw(_nodes(network.nodes(), node_keys, drawing))
        xml.close()
        xml.open("edges")
        xml.raw(_edges(network.edges(), edge_keys))
        for _ in ("edges", "graph", "gexf"):
            xml.close()


def _declare(xml: XmlWriter, owner: str, columns: Mapping[str, type]) -> Keys:
    """Declare the attributes of nodes or edges."""
    keys: Keys = {}
    xml.open("attributes", {"class": owner, "mode": "static"})
    for number, (title, kind) in enumerate(columns.items()):
        xml.empty("attribute", {"id": str(number), "title": title, "type": _TYPES[kind]})
        keys[title] = f'<attvalue for="{number}" value="%s"/>'
    xml.close()
    return keys


def _nodes(rows: Iterable[FlatNode], keys: Keys, drawing: Drawing) -> Iterator[str]:
    """The elements of nodes; those that have the same attributes are filled into one form."""
    form = cache(partial(_node_form, keys))
    for row in rows:
        colour, size, x, y = drawing.node(row)
        facts = _texts(row.id, row.label, *(row.when or ()), *row.attributes.values())
        filled = form(tuple(row.attributes), is_timed=row.when is not None)
        yield filled % (*facts, *colour, x, y, size)


def _node_form(keys: Keys, names: tuple[str, ...], *, is_timed: bool) -> str:
    """The element of a node with gaps for its texts and marks."""
    colour = '<viz:color r="%d" g="%d" b="%d"/>'
    place = '<viz:position x="%d" y="%d" z="0"/><viz:size value="%s"/>'
    begin = f'<node id="%s" label="%s"{_TIMES if is_timed else ""}>'
    return f"{begin}{_values(keys, names)}{colour}{place}</node>"


def _edges(rows: Iterable[FlatEdge], keys: Keys) -> Iterator[str]:
    """The elements of edges; those that have the same attributes, kind and weight are filled into one form."""
    form = cache(partial(_edge_form, keys))
    for row in rows:
        facts = _texts(row.id, row.source, row.target, *(row.when or ()), *row.attributes.values())
        names = tuple(row.attributes)
        yield form(names, row.kind, row.weight, is_timed=row.when is not None) % facts


def _edge_form(
    keys: Keys, names: tuple[str, ...], kind: str, weight: int, *, is_timed: bool
) -> str:
    """The element of an edge with gaps for its texts."""
    mark = edge_mark(kind, weight)
    named = f'type="directed" kind="{kind}" label="{kind}" weight="{weight}"'
    begin = f'<edge id="%s" source="%s" target="%s" {named}{_TIMES if is_timed else ""}>'
    colour = '<viz:color r="{}" g="{}" b="{}"/>'.format(*mark.colour)
    return f'{begin}{_values(keys, names)}{colour}<viz:thickness value="{mark.width}"/></edge>'


_TIMES = ' start="%s" end="%s"'


def _values(keys: Keys, names: Iterable[str]) -> str:
    """The values of attributes with gaps for them."""
    return f"<attvalues>{''.join([keys[name] for name in names])}</attvalues>"


def _texts(*values: Scalar) -> tuple[str, ...]:
    """The values as they stand in attributes."""
    texts = [value if type(value) is str else _figure(value) for value in values]
    return tuple(texts if is_plain("".join(texts)) else map(escaped, texts))


_figure = lru_cache(maxsize=4096, typed=True)(literal)
"""Numbers and truths as they are written; few of them are met once only."""
