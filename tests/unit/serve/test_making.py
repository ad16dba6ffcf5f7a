"""Where stores are made, so is the page's database: of tables that fit, or not at all."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from kg.cli.group import app
from kg.export import rdf, tables
from kg.export.page.content import content
from kg.export.page.database import FILE
from kg.graph import assemble
from kg.query.opened import Build
from kg.query.tables import TABLES, collection
from kg.serve.application import application
from kg.serve.dataset import on_disk
from kg.serve.making import make_page
from kg.serve.settings import Settings
from tests.factory import Pile, sample_collection

GRAPH = assemble(sample_collection())
PILE = Pile()


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A build with RDF and tables."""
    rdf.write_nquads(GRAPH, tmp_path / "graph")
    tables.write(GRAPH, tmp_path / "graph")
    return tmp_path / "graph"


def load(out: Path) -> tuple[Path, str]:
    store = out.with_name("graph.store")
    result = CliRunner().invoke(app, ["load", str(out), "--store", str(store)])
    assert result.exit_code == 0, result.output
    return store, result.stderr


def part(folder: Path, name: str) -> dict[str, object]:
    with TestClient(application(folder, Settings(), lambda _: None), "http://localhost") as client:
        answer = client.get(f"/network/part/{name}")
        found: dict[str, object] = answer.json()
        return found


def test_a_build_that_is_loaded_has_its_page_in_the_store(out: Path) -> None:
    store, errors = load(out)
    assert errors == ""
    read_back = content(assemble(collection(out, Build(out).publishers())))
    (row,) = [row for row in read_back["claims"] if row["id"] == PILE.eleven.id]
    assert row in part(store, PILE.eleven.id)["claims"]  # type: ignore[operator]
    (outlet,) = [row["outlet"] for row in read_back["articles"] if row["id"] == PILE.first.id]
    assert outlet == PILE.courier.id


def test_a_build_without_a_store_is_served_with_a_page(out: Path) -> None:
    with on_disk(out, make_page) as folder:
        assert folder != out
        assert part(folder, PILE.nine.id)["counts"] == {"relations": 1, "edges": 5}


def test_a_build_with_a_store_has_the_page_without_its_tables(out: Path) -> None:
    store, _ = load(out)
    for name in TABLES:
        (out / name).unlink()
    with on_disk(out, make_page) as folder:
        assert folder.resolve() == store.resolve()
        assert (folder / FILE).is_file()


@pytest.mark.parametrize("name", TABLES)
def test_a_build_without_a_table_has_a_store_without_a_page(out: Path, name: str) -> None:
    (out / name).unlink()
    store, errors = load(out)
    assert errors == ""
    assert not (store / FILE).exists()
    assert len(Build(store).ask("SELECT ?c { ?c a kg:Claim }").rows) == len(PILE.claims)


def test_tables_that_are_broken_cost_the_page_alone(out: Path) -> None:
    (out / "claims.jsonl").write_text("{}\n", encoding="utf-8")
    store, errors = load(out)
    assert errors.startswith("Without the page of the network: ")
    assert "cannot be read" in errors
    assert not (store / FILE).exists()


def test_tables_of_another_build_cost_the_page_alone(out: Path) -> None:
    claims = (out / "claims.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    alone = next(line for line in claims if json.loads(line)["id"] == PILE.staff.id)
    (out / "claims.jsonl").write_text("".join(claims).replace(alone, ""), encoding="utf-8")
    store, errors = load(out)
    assert "has tables of another build; build it again" in errors
    assert not (store / FILE).exists()


def test_a_store_that_is_replaced_loses_its_page(out: Path) -> None:
    store, _ = load(out)
    for name in TABLES:
        (out / name).unlink()
    assert load(out)[0] == store
    assert not (store / FILE).exists()


def test_the_page_of_a_store_keeps_what_tables_lack(tmp_path: Path) -> None:
    text = "“We shut the lock,” said Ada Brook, the keeper. It had rained.\n"
    (tmp_path / "one.txt").write_text(text, encoding="utf-8")
    store = tmp_path / "graph.store"
    arguments = ["build", str(tmp_path / "one.txt"), "--out", str(tmp_path / "graph")]
    result = CliRunner().invoke(app, [*arguments, "--format", "turtle", "--store", str(store)])
    assert result.exit_code == 0, result.output
    with closing(sqlite3.connect(store / FILE)) as database:
        rows = database.execute("SELECT row FROM thing WHERE section = 'claims'").fetchall()
    claims = [json.loads(row) for (row,) in rows]
    assert claims
    assert any(claim["sentence"] != claim["content"] for claim in claims)
