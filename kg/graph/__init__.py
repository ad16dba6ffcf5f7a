"""Puts everything together as one graph: nodes of a few kinds, edges "claims", "cites", "contradicts" and so on."""

from kg.graph.build import assemble
from kg.graph.claimgraph import ClaimGraph, Edge, EdgeKind, Node, NodeKind

__all__ = ["ClaimGraph", "Edge", "EdgeKind", "Node", "NodeKind", "assemble"]
