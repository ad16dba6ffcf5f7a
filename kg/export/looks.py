"""What each kind of node and edge looks like, on the page and in Gephi; the page's legend is made from the same rows.

Colours are those of Okabe and Ito (Color Universal Design, 2008), which stay apart for colour-blind readers,
darkened for light paper and lightened for dark; every kind also has a shape or a dash of its own.
"""

from kg.graph import EdgeKind, NodeKind
from kg.model.base import Frozen


class NodeLook(Frozen):
    """How a kind of node is drawn.

    Attributes:
        plural: Name of the kind in the legend.
        path: Outline in SVG path data, in a box from -10 to 10 on both axes.
        light, dark: Fill on light and on dark ground.
        radius: Half the height of the node, in pixels at zoom 1.
    """

    plural: str
    path: str
    light: str
    dark: str
    radius: int = 11


class EdgeLook(Frozen):
    """How a kind of edge is drawn.

    Attributes:
        label: What the edge says, read from its start to its end.
        light, dark: Colour on light and on dark ground.
        width: In pixels at zoom 1.
        dashes: Lengths of dash and gap in pixels; empty for a solid line.
        head: Arrow at the end, in vis-network's words; empty for none.
        tail: Arrow at the start.
        shown: Whether the page opens with this kind switched on.
    """

    label: str
    light: str
    dark: str
    width: float = 1.2
    dashes: tuple[int, ...] = ()
    head: str = "arrow"
    tail: str = ""
    shown: bool = False


NODE_LOOKS: dict[NodeKind, NodeLook] = {
    NodeKind.ARTICLE: NodeLook(
        plural="Articles",
        path="M-8-10H4L8-6V10H-8Z",
        light="#3d4a57",
        dark="#c3ced9",
        radius=15,
    ),
    NodeKind.CLAIM: NodeLook(
        plural="Claims",
        path="M-10-8H10V5H1L-4 10V5H-10Z",
        light="#b97f00",
        dark="#f0b429",
        radius=10,
    ),
    NodeKind.SOURCE: NodeLook(
        plural="Sources", path="M-10 0L-5-9H5L10 0L5 9H-5Z", light="#0072b2", dark="#56a8e0"
    ),
    NodeKind.EXPERT: NodeLook(
        plural="Experts",
        path="M0-10L2.9-3.6L9.8-2.9L4.7 1.8L6.1 8.7L0 5.2L-6.1 8.7L-4.7 1.8L-9.8-2.9L-2.9-3.6Z",
        light="#b0508a",
        dark="#e08fc0",
        radius=13,
    ),
    NodeKind.PERSON: NodeLook(
        plural="Persons",
        path="M0-9A9 9 0 1 1 0 9A9 9 0 1 1 0-9Z",
        light="#2a8fc4",
        dark="#8fd0f5",
    ),
    NodeKind.ORGANIZATION: NodeLook(
        plural="Organizations", path="M-8.5-8.5H8.5V8.5H-8.5Z", light="#00805e", dark="#2fc59b"
    ),
    NodeKind.UNIT: NodeLook(
        plural="Units", path="M0-9.5L10 8.5H-10Z", light="#6b5ea8", dark="#b0a4ee", radius=12
    ),
    NodeKind.EVENT: NodeLook(
        plural="Events",
        path="M0-10L10 0L0 10L-10 0Z",
        light="#8a6d3b",
        dark="#d9bd86",
    ),
    NodeKind.PLACE: NodeLook(
        plural="Places",
        path="M0 10C-3 4-8 1-8-3A8 7 0 0 1 8-3C8 1 3 4 0 10Z",
        light="#77808a",
        dark="#9aa5b1",
    ),
}

EDGE_LOOKS: dict[EdgeKind, EdgeLook] = {
    EdgeKind.CONTRADICTS: EdgeLook(
        label="contradicts",
        light="#d1350f",
        dark="#ff7a52",
        width=3,
        head="bar",
        tail="bar",
        shown=True,
    ),
    EdgeKind.CLAIMS: EdgeLook(
        label="claims", light="#b07a00", dark="#c99a2e", width=1.6, shown=True
    ),
    EdgeKind.CITES: EdgeLook(
        label="cites", light="#8793a0", dark="#8492a1", width=1, dashes=(5, 4), shown=True
    ),
    EdgeKind.CORROBORATES: EdgeLook(
        label="corroborates",
        light="#00805e",
        dark="#2fc59b",
        width=2,
        head="circle",
        tail="circle",
    ),
    EdgeKind.UPDATES: EdgeLook(
        label="updates", light="#6b5ea8", dark="#b0a4ee", width=2, dashes=(10, 4), head="vee"
    ),
    EdgeKind.REPRINTS: EdgeLook(
        label="reprints", light="#3d4a57", dark="#c3ced9", width=2, dashes=(2, 3), shown=True
    ),
    EdgeKind.REPORTS: EdgeLook(label="reports", light="#9aa5b1", dark="#5b6672", width=0.8),
    EdgeKind.ABOUT: EdgeLook(
        label="about", light="#a89878", dark="#7d7156", width=0.8, dashes=(2, 4)
    ),
    EdgeKind.AFFILIATED_WITH: EdgeLook(
        label="affiliated with", light="#b0508a", dark="#e08fc0", width=1, dashes=(8, 3, 2, 3)
    ),
    EdgeKind.PART_OF: EdgeLook(
        label="part of", light="#6b5ea8", dark="#b0a4ee", width=1, dashes=(8, 3, 2, 3)
    ),
    EdgeKind.LOCATED_IN: EdgeLook(
        label="located in", light="#77808a", dark="#9aa5b1", width=1, dashes=(8, 3, 2, 3)
    ),
    EdgeKind.PUBLISHED_BY: EdgeLook(
        label="published by", light="#0072b2", dark="#56a8e0", width=1, dashes=(1, 3)
    ),
    EdgeKind.DECLINED_TO_COMMENT: EdgeLook(
        label="declined to comment", light="#3d4a57", dark="#c3ced9", width=1, dashes=(1, 5)
    ),
}
