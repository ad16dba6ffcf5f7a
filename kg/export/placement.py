"""Where the nodes of a graph lie when it opens, on the page as in Gephi.

Most claims fold into whoever makes them; articles, disputed claims and those who say or pass on something are laid
out first, by the edges that are drawn at the start, and all others settle round them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from types import MappingProxyType
from weakref import WeakKeyDictionary

from kg.export.layout import Link, Spot, lay_out, settle
from kg.graph import ClaimGraph, Edge, EdgeKind, NodeKind
from kg.model import Claim, RelationKind, Style

PULL = {
    EdgeKind.CLAIMS: 2.0,
    EdgeKind.REPORTS: 2.0,
    EdgeKind.CONTRADICTS: 1.5,
    EdgeKind.CITES: 1.0,
    EdgeKind.REPRINTS: 1.0,
}
"""How hard the edges pull in the layout, those that are drawn at the start alone."""


LOOSE = 0.4
"""How hard all others pull where every edge is drawn: less, and what only they hold drifts away."""


@dataclass(frozen=True, slots=True)
class Placement:
    """Where nodes lie.

    Attributes:
        core: Ids of the nodes that are there when the page opens.
        homes: Ids of all claims to whom they fold into.
        folded: Ids of the claims that lie folded.
        spots: Places of all nodes but the folded ones; y grows downwards.
    """

    core: frozenset[str]
    homes: Mapping[str, str]
    folded: frozenset[str]
    spots: Mapping[str, Spot]


def home(claim: Claim) -> str:
    """Whom a claim folds into: its speaker, or its article where the article itself speaks."""
    if claim.speaker is None or claim.style is Style.NARRATED:
        return claim.article
    return claim.speaker


def place(graph: ClaimGraph, edges: Sequence[Edge]) -> Placement:
    """Places for all nodes but the folded claims.

    Args:
        graph: The graph.
        edges: All its edges, in order.
    """
    homes = {claim.id: home(claim) for claim in graph.collection.claims}
    disputed = {
        side
        for relation in graph.collection.relations
        if relation.kind is RelationKind.CONTRADICTS
        for side in (relation.left, relation.right)
    }
    folded = homes.keys() - disputed
    core = set(_core(graph, edges, disputed))
    links = list(_links(edges, folded, homes))
    spots = lay_out(sorted(core), links)
    known = core | folded
    others = [node.id for node in graph.nodes() if node.id not in known]
    spots |= settle(others, links, spots)
    return Placement(core=frozenset(core), homes=homes, folded=frozenset(folded), spots=spots)


def place_all(graph: ClaimGraph) -> Mapping[str, Spot]:
    """Places for all nodes, none of them folded.

    They are found once for a graph and kept as long as it is, since several formats ask; nothing may be added to it in between.
    """
    if graph not in _PLACES:
        homes = {claim.id: home(claim) for claim in graph.collection.claims}
        links = _links(graph.edges(), frozenset(), homes, least=LOOSE)
        _PLACES[graph] = MappingProxyType(lay_out([node.id for node in graph.nodes()], links))
    return _PLACES[graph]


_PLACES: WeakKeyDictionary[ClaimGraph, Mapping[str, Spot]] = WeakKeyDictionary()


def _core(graph: ClaimGraph, edges: Iterable[Edge], disputed: set[str]) -> Iterator[str]:
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


def _links(
    edges: Iterable[Edge], folded: AbstractSet[str], homes: Mapping[str, str], least: float = 0.1
) -> Iterator[Link]:
    """What holds the nodes together; the bonds of a folded claim are its home's."""
    for edge in edges:
        left, right = (homes[end] if end in folded else end for end in (edge.source, edge.target))
        pull = PULL.get(edge.kind, least)
        if edge.kind is EdgeKind.REPORTS and homes.get(edge.target) != edge.source:
            pull = least
        yield Link(left=left, right=right, weight=pull)
