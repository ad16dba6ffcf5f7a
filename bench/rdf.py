"""Times the RDF files of a large graph, each in a process of its own, and prints a table.

    python bench/rdf.py [TRIPLES]

The graph is an invented pile of ``bench/comparison.py`` of about 1,000,000 triples unless told otherwise. Making it is not
timed. Columns: format; triples; seconds of wall clock from the graph to the file in its place; the highest memory of the
process in MiB, and how much of it the graph had taken before; size of the file in MiB.
"""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TRIPLES = 1_000_000
TRIPLES_AN_ARTICLE = 174.5  # of these piles
FILES = {
    "turtle": "graph.ttl",
    "trig": "graph.trig",
    "nquads": "graph.nq",
    "jsonld": "graph.jsonld",
}


def main(triples: int) -> None:
    """Print the table."""
    print(f"{'format':8}{'triples':>12}{'seconds':>10}{'MiB':>8}{'before':>8}{'file':>8}")
    for name in FILES:
        subprocess.run([sys.executable, __file__, name, str(triples)], check=True)


def write(name: str, triples: int) -> None:
    """Print the row of one format."""
    from comparison import Writer

    from kg.export import EXPORTERS
    from kg.export.rdf import statements
    from kg.graph import assemble
    from kg.model import Collection

    pile = Writer(7).pile(max(1, round(triples / TRIPLES_AN_ARTICLE)))
    graph = assemble(Collection(articles=tuple(pile.articles), claims=tuple(pile.claims), entities=tuple(pile.entities)))  # fmt: skip
    exporter = next(row for row in EXPORTERS if row.name == name)
    with tempfile.TemporaryDirectory() as folder:
        before = memory()
        start = time.perf_counter()
        exporter.write(graph, Path(folder))
        seconds = time.perf_counter() - start
        peak = memory()
        size = (Path(folder) / FILES[name]).stat().st_size / 2**20
    count = sum(1 for _ in statements(graph))
    print(f"{name:8}{count:12,}{seconds:10.1f}{peak:8.0f}{before:8.0f}{size:8.0f}", flush=True)


def memory() -> float:
    """The highest memory of this process so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    given = sys.argv[1:]
    if given and given[0] in FILES:
        write(given[0], int(given[1]))
    else:
        main(int(given[0]) if given else TRIPLES)
