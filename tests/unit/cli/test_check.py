from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli.group import app
from kg.export import rdf, tables
from kg.graph import assemble
from tests.factory import sample_collection


@pytest.fixture
def out(tmp_path: Path) -> Path:
    graph = assemble(sample_collection())
    rdf.write_turtle(graph, tmp_path)
    tables.write(graph, tmp_path)
    return tmp_path


def test_a_sound_build_is_said_to_be_valid(out: Path) -> None:
    result = CliRunner().invoke(app, ["check", str(out)])
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{out} is valid")


def test_each_violation_is_a_line_with_its_node_and_its_place(out: Path) -> None:
    table = out / "claims.jsonl"
    table.write_text(
        table.read_text().replace("the number of dead at 11", "the number of dead at 12")
    )
    result = CliRunner().invoke(app, ["check", str(out)])
    assert result.exit_code == 3
    (line,) = result.stdout.splitlines()
    assert line.startswith("claim/the-number-of-dead-at-11-")
    assert " text: " in line
    assert result.stderr == f"{out} is not valid: 1 violation\n"
