import gc
import re
from pathlib import Path

import pytest

from kg.errors import ExportError
from kg.export import neo4j
from kg.export.neo4j import FOLDER, write
from kg.export.neo4j.scripts import NAMES
from kg.export.rdf import write_turtle
from kg.graph import ClaimGraph, EdgeKind, NodeKind, assemble
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


def test_no_mark_of_a_template_is_left(tmp_path: Path) -> None:
    write(assemble(sample_collection()), tmp_path)
    for name in NAMES:
        text = (tmp_path / FOLDER / name).read_text(encoding="utf-8")
        assert not re.search(r"@[A-Z]+@", text), name


def test_every_file_is_loaded_and_named_in_the_command_for_windows(tmp_path: Path) -> None:
    write(assemble(sample_collection()), tmp_path)
    folder = tmp_path / FOLDER
    files = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.csv"))
    loading = (folder / "load.cypher").read_text(encoding="utf-8")
    assert sorted(re.findall(r"FROM 'file:///neo4j/([^']+)'", loading)) == files
    explained = (folder / "README.md").read_text(encoding="utf-8")
    assert (
        sorted(re.findall(r'^ +"--(?:nodes|relationships)=([^"]+)"', explained, re.MULTILINE))
        == files
    )


def test_loading_turns_every_column_into_its_type(tmp_path: Path) -> None:
    write(assemble(sample_collection()), tmp_path)
    loading = (tmp_path / FOLDER / "load.cypher").read_text(encoding="utf-8")
    assert "it.confidence = toFloat(row.`confidence:double`)" in loading
    assert "it.holds_from = date(row.`holds_from:date`)" in loading
    assert "it.independent = toBoolean(row.`independent:boolean`)" in loading
    assert "it.authors = split(row.`authors:string[]`, ';')" in loading
    assert "MERGE (it:Entity {id: row.`id:ID(Entity)`})\n  SET it:Expert\n" in loading
    assert "MERGE (left)-[it:contradicts]->(right)" in loading


def test_every_prefix_of_the_turtle_is_known_to_neosemantics(tmp_path: Path) -> None:
    write(assemble(sample_collection()), tmp_path)
    write_turtle(assemble(sample_collection()), tmp_path)
    told = (tmp_path / FOLDER / "n10s.cypher").read_text(encoding="utf-8")
    used = re.findall(r"^@prefix (\w+): <([^>]+)>", (tmp_path / "graph.ttl").read_text(encoding="utf-8"), re.MULTILINE)  # fmt: skip
    assert used
    assert re.findall(r'nsprefixes\.add\("(\w+)", "([^"]+)"\)', told) == used


def test_rows_go_to_their_file_as_they_are_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    alive, most = 0, 0

    def counted(row: object) -> str:
        nonlocal alive, most
        assert row is not None
        alive = sum(isinstance(held, Row) for held in gc.get_objects())
        most = max(most, alive)
        return "\n"

    class Row(dict[str, object]):
        """A row that can be counted."""

    rows = (Row({"id:ID(Claim)": str(number)}) for number in range(200))
    monkeypatch.setattr(neo4j, "node_rows", lambda _, kind: rows if kind is NodeKind.CLAIM else iter(()))  # fmt: skip
    monkeypatch.setattr(neo4j, "line", counted)
    write(ClaimGraph(Collection()), tmp_path)
    assert 1 <= most < 5


def test_its_companions_lie_beside_it(tmp_path: Path) -> None:
    write(assemble(sample_collection()), tmp_path)
    for name in NAMES:
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
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
