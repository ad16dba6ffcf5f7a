"""The network that the page draws: pyvis' nodes and edges, with places for all that is not folded away.

Most claims open folded into whoever makes them, with a count; only disputed ones stand on their own from the
start. A folded claim has a ``home`` in place of coordinates and is fanned out round it on demand.
"""

from pathlib import Path
from typing import Any

from kg.errors import ExportError
from kg.export.looks import EDGE_LOOKS
from kg.export.placement import place
from kg.graph import ClaimGraph, EdgeKind

LIBRARY = "templates/lib/vis-9.1.2/vis-network.min.js"
"""vis-network as pyvis carries it, relative to the pyvis package."""

Network = dict[str, list[dict[str, Any]]]


def vis_network() -> str:
    """The source of the vis-network library, without the pointer to its source map, which a browser would fetch.

    Raises:
        ExportError: If the installed pyvis does not carry it.
    """
    import pyvis  # noqa: PLC0415 - slow: brings IPython, jinja2 and jsonpickle

    path = Path(pyvis.__file__).parent / LIBRARY
    try:
        source = path.read_text(encoding="utf-8")
    except OSError as error:
        raise ExportError(
            "the installed pyvis does not carry vis-network 9.1.2",
            remedy="install pyvis 0.3.2",
            path=LIBRARY,
        ) from error
    return source.rsplit("//# sourceMappingURL", 1)[0].rstrip() + "\n"


def network(graph: ClaimGraph) -> Network:
    """Nodes and edges of the graph in vis-network's form.

    Nodes have ``id``, ``label``, ``group`` (the kind) and either ``x`` and ``y`` or a ``home``; ``core`` ones
    are there when the page opens. Edges have ``id``, ``from``, ``to``, ``kind`` and ``count``, and
    ``stem`` where the edge ties a claim to its home.
    """
    from pyvis.network import Network as Drawing  # noqa: PLC0415 - slow, see above

    edges = list(graph.edges())
    placed = place(graph, edges)
    drawing = Drawing(directed=True)
    for node in graph.nodes():
        facts: dict[str, Any] = {"group": node.kind.value}
        if node.id in placed.folded:
            facts["home"] = placed.homes[node.id]
        else:
            facts["x"], facts["y"] = placed.spots[node.id]
        if node.id in placed.core:
            facts["core"] = True
        drawing.add_node(node.id, label=node.label, shape="custom", **facts)
    for number, edge in enumerate(edges):
        facts = {"id": f"e{number}", "kind": edge.kind.value, "count": edge.attributes["count"]}
        if placed.homes.get(edge.target) == edge.source:
            facts["stem"] = True
        drawing.add_edge(edge.source, edge.target, arrows=_arrows(edge.kind), **facts)
    return {"nodes": drawing.nodes, "edges": drawing.edges}


def _arrows(kind: EdgeKind) -> dict[str, Any]:
    look = EDGE_LOOKS[kind]
    ends = {"to": look.head, "from": look.tail}
    return {
        end: {"enabled": True, "type": shape, "scaleFactor": 0.6}
        for end, shape in ends.items()
        if shape
    }
