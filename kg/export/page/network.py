"""The network that the page draws: pyvis' nodes and edges, with places for all that is not folded away.

Most claims open folded into whoever makes them, with a count; only disputed ones stand on their own from the
start. A folded claim has a ``home`` in place of coordinates and is fanned out round it on demand.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from kg.errors import ExportError
from kg.export.page.layout import Link, lay_out, settle
from kg.export.page.looks import EDGE_LOOKS
from kg.export.page.threads import Thread
from kg.graph import ClaimGraph, Edge, EdgeKind, NodeKind
from kg.model import Claim, Style

LIBRARY = "templates/lib/vis-9.1.2/vis-network.min.js"
"""vis-network as pyvis carries it, relative to the pyvis package."""

PULL = {
    EdgeKind.CLAIMS: 2.0,
    EdgeKind.REPORTS: 2.0,
    EdgeKind.CONTRADICTS: 1.5,
    EdgeKind.CITES: 1.0,
    EdgeKind.REPRINTS: 1.0,
}
"""How hard the edges pull in the layout, those that are drawn at the start alone."""

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


def network(graph: ClaimGraph, found: tuple[Thread, ...]) -> Network:
    """Nodes and edges of the graph in vis-network's form.

    Nodes have ``id``, ``label``, ``group`` (the kind) and either ``x`` and ``y`` or a ``home``; ``core`` ones
    are there when the page opens. Edges have ``id``, ``from``, ``to``, ``kind`` and ``count``, and
    ``stem`` where the edge ties a claim to its home.
    """
    from pyvis.network import Network as Drawing  # noqa: PLC0415 - slow, see above

    homes = {claim.id: home(claim) for claim in graph.collection.claims}
    disputed = {name for row in found for name in row.claims}
    folded = homes.keys() - disputed
    edges = list(graph.edges())
    core = set(_core(graph, edges, disputed))
    links = list(_links(edges, folded, homes))
    spots = lay_out(sorted(core), links)
    others = [node.id for node in graph.nodes() if node.id not in core | folded]
    spots |= settle(others, links, spots)
    drawing = Drawing(directed=True)
    for node in graph.nodes():
        facts: dict[str, Any] = {"group": node.kind.value}
        if node.id in folded:
            facts["home"] = homes[node.id]
        else:
            facts["x"], facts["y"] = spots[node.id]
        if node.id in core:
            facts["core"] = True
        drawing.add_node(node.id, label=node.label, shape="custom", **facts)
    for number, edge in enumerate(edges):
        facts = {"id": f"e{number}", "kind": edge.kind.value, "count": edge.attributes["count"]}
        if homes.get(edge.target) == edge.source:
            facts["stem"] = True
        drawing.add_edge(edge.source, edge.target, arrows=_arrows(edge.kind), **facts)
    return {"nodes": drawing.nodes, "edges": drawing.edges}


def home(claim: Claim) -> str:
    """Whom a claim folds into: its speaker, or its article where the article itself speaks."""
    if claim.speaker is None or claim.style is Style.NARRATED:
        return claim.article
    return claim.speaker


def _arrows(kind: EdgeKind) -> dict[str, Any]:
    look = EDGE_LOOKS[kind]
    ends = {"to": look.head, "from": look.tail}
    return {
        end: {"enabled": True, "type": shape, "scaleFactor": 0.6}
        for end, shape in ends.items()
        if shape
    }


def _core(graph: ClaimGraph, edges: list[Edge], disputed: set[str]) -> Iterator[str]:
    """Articles, disputed claims, and everyone who says something, passes it on or is cited."""
    yield from disputed
    for node in graph.nodes():
        if node.kind is NodeKind.ARTICLE:
            yield node.id
    for edge in edges:
        if edge.kind is EdgeKind.CITES:
            yield from (edge.source, edge.target)
    for claim in graph.collection.claims:
        yield home(claim)
        yield from claim.via


def _links(edges: Iterable[Edge], folded: set[str], homes: dict[str, str]) -> Iterator[Link]:
    """What holds the nodes together; the bonds of a folded claim are its home's."""
    for edge in edges:
        left, right = (homes[end] if end in folded else end for end in (edge.source, edge.target))
        pull = PULL.get(edge.kind, 0.1)
        if edge.kind is EdgeKind.REPORTS and homes.get(edge.target) != edge.source:
            pull = 0.1
        yield Link(left=left, right=right, weight=pull)
