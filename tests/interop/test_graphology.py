"""graphology, on which Gephi Lite and sigma are built, reads GEXF and GraphML to the same nodes and edges."""

import json
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from tests.interop.fetching import modules, program
from tests.interop.networks import expected, hard_graph, write_networks

pytestmark = [pytest.mark.interop, pytest.mark.slow]
PACKAGES = ("graphology@0.26.0", "graphology-gexf@0.13.2", "graphology-graphml@0.5.2")
READER = Path(__file__).parent / "read_with_graphology.cjs"


@pytest.mark.parametrize("name", ["graph.gexf", "actors.gexf", "graph.graphml"])
def test_nodes_and_edges_come_back(name: str, tmp_path: Path) -> None:
    folder = modules(*PACKAGES)
    graph = hard_graph()
    write_networks(graph, tmp_path)
    done = subprocess.run(
        [program("node"), str(READER), str(tmp_path / name)],
        env={"NODE_PATH": str(folder)},
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
    )
    found, wanted = json.loads(done.stdout), expected(graph, name)
    assert (found["order"], found["size"]) == (len(wanted.nodes), len(wanted.edges))
    assert found["kinds"] == Counter(row.kind for row in wanted.edges.values())
    for identity, row in wanted.nodes.items():
        facts = found["nodes"][identity]
        assert (facts["label"], facts["kind"]) == (row.label, row.kind)
        assert {"x", "y", "size", "color"} <= facts.keys()
        assert facts.get("year") == row.attributes.get("year")
        assert facts.get("text") == row.attributes.get("text")
