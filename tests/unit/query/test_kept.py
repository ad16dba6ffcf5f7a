"""A store on disk: made whole or not at all, of a build, replacing nothing that is not one, and never out of date unnoticed."""

import json
import os
from pathlib import Path

import pytest

from kg.errors import ExportError, QueryError
from kg.export.rdf import write_nquads, write_turtle
from kg.graph import assemble
from kg.model import Collection
from kg.query import ask
from kg.query.kept import MARK, POINTER, is_store, keep_build, replacing, store_of
from kg.query.store import open_store
from tests.factory import sample_collection

GRAPH = assemble(sample_collection())
CLAIMS = "SELECT (COUNT(?c) AS ?n) { ?c a kg:Claim }"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    write_nquads(GRAPH, tmp_path / "graph")
    return tmp_path / "graph"


@pytest.fixture
def store(out: Path) -> Path:
    folder = out.with_name("graph.store")
    keep_build(out, folder)
    return folder


def claims(folder: Path) -> int:
    ((count,),) = ask(folder, CLAIMS).rows
    return int(count)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_store_holds_each_triple_of_its_build_once(out: Path) -> None:
    kept = keep_build(out, out.with_name("graph.store"))
    assert kept.triples == len((out / "graph.nq").read_text(encoding="utf-8").splitlines())


def test_a_store_is_asked_like_the_build(out: Path, store: Path) -> None:
    assert is_store(store)
    for question in (CLAIMS, "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g"):  # fmt: skip
        assert ask(store, question).rows == ask(out, question).rows != ()


def test_a_store_of_turtle_has_no_named_graphs(tmp_path: Path) -> None:
    write_turtle(GRAPH, tmp_path / "graph")
    keep_build(tmp_path / "graph", tmp_path / "store")
    assert claims(tmp_path / "store") == len(GRAPH.collection.claims)
    assert ask(tmp_path / "store", "ASK { GRAPH ?g { ?s ?p ?o } }").boolean is False


def test_a_store_can_be_asked_by_two_at_a_time(store: Path) -> None:
    stores = [open_store(store), open_store(store)]
    assert len({len(opened) for opened in stores}) == 1


@pytest.mark.usefixtures("store")
def test_a_build_points_to_its_store_and_nothing_else_is_left_behind(out: Path) -> None:
    assert store_of(out) == out / ".." / "graph.store"
    assert json.loads((out / POINTER).read_text())["store"] == "../graph.store"
    assert names(out) == ["graph.nq", POINTER]
    assert names(out.parent) == ["graph", "graph.store"]


def test_a_store_within_its_build_is_found(out: Path) -> None:
    keep_build(out, out / "store")
    assert store_of(out) == out / "store"


def test_a_build_that_was_copied_still_finds_its_store(out: Path, store: Path) -> None:
    os.utime(out / POINTER, (0, 0))  # the pointer is older than the graph now
    assert store_of(out) is not None
    assert store.is_dir()


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("touch", [True, False])
def test_a_store_of_an_earlier_build_is_passed_over(out: Path, *, touch: bool) -> None:
    lines = (out / "graph.nq").read_text(encoding="utf-8")
    changed = lines.replace("hydrologist", "hydrologi5t") if touch else lines.split("\n")[0] + "\n"
    (out / "graph.nq").write_text(changed, encoding="utf-8")
    os.utime(out / POINTER, (0, 0))
    assert store_of(out) is None
    assert claims(out) == (len(GRAPH.collection.claims) if touch else 0)


def test_a_store_that_was_made_anew_of_another_build_is_passed_over(out: Path, store: Path) -> None:
    other = out.with_name("other")
    write_nquads(assemble(Collection()), other)
    keep_build(other, store)
    assert store_of(out) is None
    assert store_of(other) is not None
    assert claims(out) == len(GRAPH.collection.claims)


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("text", ["", "[]", "{}", '{"store": "x", "sha256": "y"}', "\xe9"])
def test_a_pointer_that_leads_nowhere_is_passed_over(out: Path, text: str) -> None:
    (out / POINTER).write_text(text, encoding="latin-1")
    assert store_of(out) is None


def test_a_store_answers_where_its_build_has_no_rdf_any_more(out: Path, store: Path) -> None:
    (out / "graph.nq").unlink()
    assert store.is_dir()
    assert claims(out) == len(GRAPH.collection.claims)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("file", "is a file, not a folder; choose another folder with --store"),
        ("full", "is to be replaced, but is no store of kg; move it away"),
        ("graph", "is where the build lies"),
        (".", "is where the build lies"),
        ("file/below", "cannot be written"),
    ],
)
def test_what_is_no_store_of_ours_is_not_replaced(out: Path, name: str, said: str) -> None:
    here = out.parent
    (here / "file").touch()
    (here / "full").mkdir()
    (here / "full/mine.txt").touch()
    before = names(here)
    with pytest.raises(ExportError, match=said):
        keep_build(out, here / name)
    assert names(here) == before
    assert names(out) == ["graph.nq"]
    assert names(here / "full") == ["mine.txt"]


def test_an_empty_folder_is_taken(out: Path) -> None:
    folder = out.with_name("new")
    folder.mkdir()
    keep_build(out, folder)
    assert is_store(folder)


def test_a_store_is_replaced_by_the_next(out: Path, store: Path) -> None:
    write_nquads(assemble(Collection()), out)
    keep_build(out, store)
    assert claims(store) == 0
    assert names(out.parent) == ["graph", "graph.store"]


def test_a_block_that_fails_leaves_the_earlier_store(out: Path, store: Path) -> None:
    (out / "graph.nq").write_text("<a:b> <a:c> .\n")
    with pytest.raises(QueryError):
        keep_build(out, store)
    assert claims(store) == len(GRAPH.collection.claims)
    assert names(out.parent) == ["graph", "graph.store"]


def test_a_block_that_makes_nothing_leaves_the_earlier_store(out: Path, store: Path) -> None:
    with replacing(store):
        pass
    assert claims(store) == len(GRAPH.collection.claims)
    assert out.is_dir()


def test_rdf_that_is_broken_is_told_and_no_store_made(tmp_path: Path) -> None:
    (tmp_path / "graph").mkdir()
    (tmp_path / "graph/graph.nq").write_text("<a:b> <a:c> .\n")
    with pytest.raises(QueryError, match=r"graph\.nq: cannot be read"):
        keep_build(tmp_path / "graph", tmp_path / "store")
    assert names(tmp_path) == ["graph"]


def test_a_folder_without_a_build_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="build it first"):
        keep_build(tmp_path, tmp_path / "store")


def test_a_broken_store_says_how_to_make_it_again(store: Path) -> None:
    for path in store.glob("*"):
        if path.name != MARK:
            path.unlink()
    with pytest.raises(QueryError, match="make it again: kg load OUT --store"):
        ask(store, CLAIMS)
