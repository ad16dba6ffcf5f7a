"""Times the layouts of invented graphs of growing size, each in a process of its own, and prints a table.

    PYTHONPATH=. python bench/layout.py [NODES ...]

The graphs (500, 2,000, 10,000 and 100,000 nodes unless told otherwise) are those of ``bench/page.py``, in one piece;
``pile`` is that of ``bench/gexf.py`` with 100,000 nodes and 150,000 edges, in thousands of pieces. Making the graph is not
timed. Columns: graph; nodes and edges; seconds of processor time for all nodes, as in GEXF and GraphML, and for those of the
page; boxes that overlap in the first of the two; the highest memory of the process in MiB, and how much of it was taken before.
"""

import subprocess
import sys
import time

import numpy as np
from gexf import EDGES, NODES, invented
from page import CLAIMS
from rdf import memory

from kg.export.layout.boxes import touching
from kg.export.placement import place, place_all
from kg.graph import ClaimGraph, assemble
from tests.browser.crowd import crowd

GRAPHS = ("500", "2000", "10000", "100000", "pile")


def main(names: list[str]) -> None:
    """Print a row for each graph."""
    print(f"{'graph':>8}{'nodes':>10}{'edges':>10}{'all, s':>9}{'page, s':>9}{'overlaps':>10}{'MiB':>7}{'before':>8}")  # fmt: skip
    for name in names:
        subprocess.run([sys.executable, __file__, "--one", name], check=True)


def measure(name: str) -> None:
    """Print the row of one graph."""
    graph = made(name)
    edges = list(graph.edges())
    before = memory()
    start = time.process_time()
    spots = place_all(graph)
    middle = time.process_time()
    place(graph, edges)
    end = time.process_time()
    peak = memory()
    x, y = (np.array(values, dtype=float) for values in zip(*spots.values(), strict=True))
    overlaps = len(touching(np.zeros(len(x), dtype=np.int64), x, y)[0])
    print(f"{name:>8}{len(spots):10,}{len(edges):10,}{middle - start:9.1f}{end - middle:9.1f}{overlaps:10,}{peak:7.0f}{before:8.0f}", flush=True)  # fmt: skip


def made(name: str) -> ClaimGraph:
    """A graph by its name."""
    if name == "pile":
        return invented(NODES, EDGES)
    return assemble(crowd(int(name) // (CLAIMS + 3), CLAIMS))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        measure(sys.argv[2])
    else:
        main(sys.argv[1:] or list(GRAPHS))
