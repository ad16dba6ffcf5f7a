from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli.group import app
from kg.export import rdf
from kg.graph import assemble
from tests.factory import sample_collection


@pytest.fixture
def out(tmp_path: Path) -> Path:
    rdf.write_nquads(assemble(sample_collection()), tmp_path / "graph")
    return tmp_path / "graph"


def test_a_build_is_loaded_and_its_store_asked(out: Path) -> None:
    store = str(out.with_name("graph.store"))
    loaded = CliRunner().invoke(app, ["load", str(out), "--store", store])
    assert loaded.exit_code == 0
    assert f"triples kept in {store}\nNext: run kg query {store} --question" in loaded.stdout
    asked = ["--question", "opponents", "--as", "csv"]
    answers = [CliRunner().invoke(app, ["query", where, *asked]) for where in (store, str(out))]
    assert answers[0].stdout == answers[1].stdout
    assert "Velm Fire Service" in answers[0].stdout


def test_what_is_in_the_way_is_told(out: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["load", str(out), "--store", str(tmp_path)])
    assert result.exit_code == 2
    assert "choose another folder with --store" in result.stderr


def test_a_folder_without_a_build_is_told(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["load", str(tmp_path), "--store", str(tmp_path / "store")])
    assert result.exit_code == 2
    assert "build it first" in result.stderr
