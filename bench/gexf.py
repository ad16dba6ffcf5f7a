"""Times the GEXF file of a large graph beside networkx's own writer, each in a process of its own, and prints a table.

    python bench/gexf.py [NODES EDGES]

The graph is an invented pile of ``bench/comparison.py`` cut to 100,000 nodes and 150,000 edges unless told otherwise. Rows:
``layout`` is finding places for the nodes, which networkx has nothing like; ``writing`` is writing the graph with its places
given, colours, sizes and intervals included; ``networkx`` writes the same nodes and edges with the same attributes, types and
labels, but no places, colours or intervals, from a flat copy that is not timed; ``with copy`` times that as well. Making the
graph is not timed. Columns: row; seconds of processor time; the highest memory of the process in MiB, and how much of it was
taken before; size of the file in MiB.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from rdf import memory

if TYPE_CHECKING:
    from kg.graph import ClaimGraph

NODES, EDGES = 100_000, 150_000
NODES_AN_ARTICLE = 11.1  # of these piles


def main(size: tuple[int, int]) -> None:
    """Print the table."""
    print(f"{'row':10}{'nodes':>10}{'edges':>10}{'seconds':>10}{'MiB':>8}{'before':>8}{'file':>8}")
    for name in STEPS:
        subprocess.run([sys.executable, __file__, name, *map(str, size)], check=True)


def write(name: str, size: tuple[int, int]) -> None:
    """Print one row."""
    graph = invented(*size)
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "graph.gexf"
        work = STEPS[name](graph, target)
        before = memory()
        start = time.process_time()
        work()
        seconds = time.process_time() - start
        peak = memory()
        file = target.stat().st_size / 2**20 if target.exists() else 0
    nodes, edges = len(graph.network), graph.network.number_of_edges()
    print(f"{name:10}{nodes:10,}{edges:10,}{seconds:10.1f}{peak:8.0f}{before:8.0f}{file:8.0f}", flush=True)  # fmt: skip


def invented(nodes: int, edges: int) -> "ClaimGraph":
    """A graph of about so many nodes and at most so many edges."""
    from comparison import Writer

    from kg.graph import ClaimGraph, assemble
    from kg.model import Collection

    pile = Writer(7).pile(round(nodes / NODES_AN_ARTICLE))
    whole = assemble(Collection(articles=tuple(pile.articles), claims=tuple(pile.claims), entities=tuple(pile.entities)))  # fmt: skip
    graph = ClaimGraph(whole.collection)
    for node in whole.nodes():
        graph.add_node(node)
    for place, edge in enumerate(whole.edges()):
        if place < edges:
            graph.add_edge(edge.source, edge.target, edge.kind)
    return graph


def layout(graph: "ClaimGraph", target: Path) -> Callable[[], None]:  # noqa: ARG001 - writes nothing
    """Finding places."""
    from kg.export.collector import resting
    from kg.export.placement import place_all

    def work() -> None:
        with resting():
            place_all(graph)

    return work


def writing(graph: "ClaimGraph", target: Path) -> Callable[[], None]:
    """Writing by kg, from a graph that nothing has been asked yet."""
    from kg.export.collector import resting
    from kg.export.flat import whole
    from kg.export.gexf import write_network
    from kg.export.placement import place_all

    spots = place_all(graph)

    def work() -> None:
        with resting():
            write_network(target, whole(graph), spots)

    return work


def theirs(graph: "ClaimGraph", target: Path) -> Callable[[], None]:
    """Writing by networkx."""
    import networkx as nx

    from kg.export.flat import edges, nodes

    flat: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in nodes(graph):
        flat.add_node(node.id, label=node.label, **node.attributes)
    for edge in edges(graph):
        flat.add_edge(edge.source, edge.target, key=edge.id, label=edge.kind, weight=edge.weight, **edge.attributes)  # fmt: skip
    return partial(nx.write_gexf, flat, target, version="1.2draft")


def copying(graph: "ClaimGraph", target: Path) -> Callable[[], None]:
    """Writing by networkx, with the copy that it writes."""

    def write() -> None:
        theirs(graph, target)()

    return write


STEPS = {"layout": layout, "writing": writing, "networkx": theirs, "with copy": copying}


if __name__ == "__main__":
    given = sys.argv[1:]
    if given and given[0] in STEPS:
        write(given[0], (int(given[1]), int(given[2])))
    else:
        main((int(given[0]), int(given[1])) if given else (NODES, EDGES))
