from collections.abc import Callable
from itertools import groupby
from pathlib import Path

import pytest

from kg.errors import ExportError
from kg.export.rdf import statements, write_jsonld, write_nquads, write_trig, write_turtle
from kg.export.rdf.dataset import flat_facts
from kg.graph import ClaimGraph, assemble
from kg.vocabulary import DATA_BASE, PREFIXES
from tests.factory import sample_collection

GRAPH = assemble(sample_collection())
Write = Callable[[ClaimGraph, Path], None]
WRITERS: dict[str, Write] = {
    "graph.ttl": write_turtle,
    "graph.trig": write_trig,
    "graph.nq": write_nquads,
    "graph.jsonld": write_jsonld,
}


@pytest.mark.parametrize("name", WRITERS)
def test_same_graph_gives_the_same_bytes(name: str, tmp_path: Path) -> None:
    folders = (tmp_path / "one", tmp_path / "two")
    for folder in folders:
        WRITERS[name](assemble(sample_collection()), folder)
    assert (folders[0] / name).read_bytes() == (folders[1] / name).read_bytes()


@pytest.mark.parametrize("name", WRITERS)
def test_only_the_file_of_the_format_is_written(name: str, tmp_path: Path) -> None:
    WRITERS[name](GRAPH, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", WRITERS)
def test_unwritable_folder_is_told(name: str, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    with pytest.raises(ExportError):
        WRITERS[name](GRAPH, tmp_path / "taken")


@pytest.mark.parametrize("name", ["graph.ttl", "graph.trig"])
def test_readable_files_begin_with_base_and_prefixes(name: str, tmp_path: Path) -> None:
    WRITERS[name](GRAPH, tmp_path)
    lines = (tmp_path / name).read_text(encoding="utf-8").splitlines()
    assert lines[0] == f"@base <{DATA_BASE}> ."
    assert lines[1 : len(PREFIXES) + 1] == [f"@prefix {key}: <{iri}> ." for key, iri in PREFIXES.items()]  # fmt: skip
    assert sum(line.startswith(("@prefix", "@base")) for line in lines) == len(PREFIXES) + 1


def test_identifiers_in_turtle_are_those_of_the_tables(tmp_path: Path) -> None:
    write_turtle(GRAPH, tmp_path)
    written = (tmp_path / "graph.ttl").read_text(encoding="utf-8")
    for claim in GRAPH.collection.claims:
        assert f"<{claim.id}> a kg:Claim ;" in written


@pytest.mark.parametrize("name", WRITERS)
def test_no_blank_node_quoted_triple_or_same_as_is_written(name: str, tmp_path: Path) -> None:
    WRITERS[name](GRAPH, tmp_path)
    written = (tmp_path / name).read_text(encoding="utf-8")
    assert not any(sign in written for sign in ("_:", "<<", "sameAs", "example.org"))


def test_flat_facts_are_those_of_all_graphs_each_once() -> None:
    found = list(flat_facts(GRAPH))
    assert len(found) == len(set(found))
    assert set(found) == {row[1:] for row in statements(GRAPH)}


def test_what_several_graphs_say_of_a_claim_stands_together() -> None:
    subjects = [name for name, _ in groupby(flat_facts(GRAPH), key=lambda fact: fact[0].value)]
    claims = [name for name in subjects if "/claim/" in name]
    assert len(claims) == len(set(claims))


@pytest.mark.parametrize("name", WRITERS)
def test_bad_base_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="cannot be the base"):
        WRITERS[name](assemble(GRAPH.collection, "here"), tmp_path)


def test_base_of_the_user_is_used(tmp_path: Path) -> None:
    base = "https://data.harrow.test/kg/"
    for write in (write_turtle, write_trig, write_nquads, write_jsonld):
        write(assemble(GRAPH.collection, base), tmp_path)
    for name in WRITERS:
        written = (tmp_path / name).read_text(encoding="utf-8")
        assert base in written
        assert DATA_BASE not in written
