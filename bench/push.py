"""Times the way into Neo4j of a large graph: the CSV files, and kg push into a server, and prints a table.

    python bench/push.py [ROWS] [--server]

The graph is an invented pile of ``bench/comparison.py`` of about 250,000 nodes and relationships unless told otherwise; making it
is not timed. With ``--server`` a Neo4j is started on this machine as tests/interop does it, with a heap of half a GiB, and pushed into
three times: into an empty database of a server that has just started (cold), into one that was emptied again (warm: Java compiles
what runs often), and once more without a change (again). A push ends when its indexes can be searched. Columns: step; rows; seconds of wall clock and of processor in this
process; rows a second of either; the highest memory of this process in MiB, and how much of it the graph had taken before.
"""

import contextlib
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

ROWS = 250_000
ROWS_AN_ARTICLE = 30.6  # of these piles

EMPTY = "MATCH (it) CALL { WITH it DETACH DELETE it } IN TRANSACTIONS OF 10000 ROWS"


def main(rows: int, *, with_server: bool) -> None:
    """Print the table."""
    from comparison import Writer

    from kg.export.neo4j import write
    from kg.graph import assemble
    from kg.model import Collection

    pile = Writer(7).pile(max(1, round(rows / ROWS_AN_ARTICLE)))
    graph = assemble(Collection(articles=tuple(pile.articles), claims=tuple(pile.claims), entities=tuple(pile.entities)))  # fmt: skip
    size = graph.network.number_of_nodes() + graph.network.number_of_edges()
    print(
        f"{'step':8}{'rows':>10}{'wall':>8}{'cpu':>8}{'rows/s':>10}{'/s cpu':>10}{'MiB':>8}{'before':>8}"
    )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with timed("csv", size):
            write(graph, folder)
        if with_server:
            serve(folder, size)


def serve(folder: Path, size: int) -> None:
    """Push the build into a server three times."""
    from kg.push import push
    from tests.interop.neo4jserver import new_home

    home = new_home(folder / "home")
    with home.running() as driver:
        for step in ("cold", "warm", "again"):
            if step == "warm":
                with driver.session() as session:
                    session.run(EMPTY).consume()
            with timed(step, size):
                push(folder, home.access)


@contextlib.contextmanager
def timed(step: str, rows: int) -> Iterator[None]:
    """Print the row of what is done in the block."""
    before = memory()
    wall, cpu = time.perf_counter(), time.process_time()
    yield
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    print(f"{step:8}{rows:10,}{wall:8.1f}{cpu:8.1f}{rows / wall:10,.0f}{rows / cpu:10,.0f}{memory():8.0f}{before:8.0f}", flush=True)  # fmt: skip


def memory() -> float:
    """The highest memory of this process so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    given = [word for word in sys.argv[1:] if word != "--server"]
    main(int(given[0]) if given else ROWS, with_server="--server" in sys.argv)
