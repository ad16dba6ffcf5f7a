import re
from pathlib import Path

import pytest

from kg.errors import ExportError
from kg.export.neo4j import COMPANIONS, FOLDER, write
from kg.graph import ClaimGraph, EdgeKind, assemble
from kg.model import Collection
from tests.factory import Pile, article, sample_collection


def test_the_script_imports_every_file_that_is_there(tmp_path: Path) -> None:
    write(assemble(sample_collection()), tmp_path)
    folder = tmp_path / FOLDER
    script = (folder / "import.sh").read_text(encoding="utf-8")
    named = re.findall(r'"--(?:nodes|relationships)=([^"]+)"', script)
    assert sorted(named) == sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*.csv")
    )
    assert "@FILES@" not in script


def test_its_companions_lie_beside_it(tmp_path: Path) -> None:
    write(assemble(sample_collection()), tmp_path)
    for name in COMPANIONS:
        assert (tmp_path / FOLDER / name).read_text(encoding="utf-8")


def test_the_constraints_are_on_the_labels_of_the_id_spaces(tmp_path: Path) -> None:
    write(assemble(sample_collection()), tmp_path)
    text = (tmp_path / FOLDER / "constraints.cypher").read_text(encoding="utf-8")
    assert re.findall(r"FOR \(n:(\w+)\) REQUIRE n\.id IS UNIQUE", text) == [
        "Article",
        "Claim",
        "Entity",
    ]


def test_files_of_an_earlier_run_without_rows_now_are_removed_and_others_kept(
    tmp_path: Path,
) -> None:
    write(assemble(sample_collection()), tmp_path)
    note = tmp_path / FOLDER / "nodes" / "my-notes.txt"
    note.write_text("mine", encoding="utf-8")
    write(assemble(Collection(articles=(article("It rained."),))), tmp_path)
    left = sorted(path.name for path in (tmp_path / FOLDER / "nodes").iterdir())
    assert left == ["Article.csv", "my-notes.txt"]
    assert not list((tmp_path / FOLDER / "relationships").iterdir())


def test_an_edge_that_has_no_file_is_an_error(tmp_path: Path) -> None:
    pile = Pile()
    graph = ClaimGraph(Collection())
    whole = assemble(sample_collection())
    for node_id in (pile.velm.id, pile.first.id):
        graph.add_node(whole.node(node_id))
    graph.add_edge(pile.velm.id, pile.first.id, EdgeKind.REPRINTS)
    with pytest.raises(ExportError, match="reprints from Entity to Article"):
        write(graph, tmp_path)
    assert not list(tmp_path.iterdir())
