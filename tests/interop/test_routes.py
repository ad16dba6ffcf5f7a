"""The ways into Neo4j and Gephi that the README shows, run as they are written, give the counts that it shows."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

pytest.importorskip("neo4j", reason="the driver comes with the extra neo4j")

import neo4j

from tests.interop import gephi_picture
from tests.interop.neo4jserver import Home, new_home

pytestmark = [pytest.mark.interop, pytest.mark.slow]

ROOT = Path(__file__).resolve().parents[2]
TITLE = "## Into Neo4j and Gephi"
LABELS = "MATCH (it) UNWIND labels(it) AS label RETURN label, count(*)"
TYPES = "MATCH ()-[it]->() RETURN type(it), count(*)"

Counts = dict[str, int]


class Section(NamedTuple):
    """What the README says of the ways in: their commands, and how much Neo4j counts then."""

    importing: str
    pushing: str
    opening: str
    labels: Counts
    types: Counts


@pytest.fixture(scope="module")
def section() -> Section:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert TITLE in readme, f"README.md has no section {TITLE!r}"
    text = readme.split(TITLE, 1)[1].split("\n## ", 1)[0]
    importing, pushing, opening = re.findall(r"```bash\n(.*?)```", text, re.DOTALL)
    rows = re.findall(r"^\|(.*)\|(.*)\|(.*)\|(.*)\|$", text, re.MULTILINE)[2:]
    labels = {row[0].strip(" `"): int(row[1]) for row in rows if row[0].strip()}
    types = {row[2].strip(" `"): int(row[3]) for row in rows if row[2].strip()}
    return Section(importing, pushing, opening, labels, types)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nothing but the reports, and ``kg`` beside it."""
    base = tmp_path_factory.mktemp("routes")
    shutil.copytree(ROOT / "seeds", base / "work/seeds")
    command = base / "bin/kg"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kg "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    return base / "work"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return new_home(tmp_path / "home")


def run(script: str, folder: Path, home: Home) -> None:
    path = f"{folder.parent / 'bin'}:{home.path / 'bin'}:/usr/local/bin:/usr/bin:/bin"
    where = {"NEO4J_HOME": str(home.path), "NEO4J_CONF": str(home.path / "conf")}
    environment = where | {"PATH": path, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"}
    done = subprocess.run(
        ["/bin/sh", "-euc", script.replace("localhost:7687", f"127.0.0.1:{home.port}")],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def counted(driver: neo4j.Driver) -> tuple[Counts, Counts]:
    def found(query: str) -> Counts:
        return dict(driver.execute_query(query).records)

    return found(LABELS), found(TYPES)


def test_the_importer_gives_the_counts_of_the_readme(
    section: Section, folder: Path, home: Home
) -> None:
    run(section.importing, folder, home)
    with home.running() as driver:
        assert counted(driver) == (section.labels, section.types)


def test_a_push_gives_the_counts_of_the_readme(section: Section, folder: Path, home: Home) -> None:
    with home.running() as driver:
        run(section.pushing, folder, home)
        assert counted(driver) == (section.labels, section.types)


def test_gephi_reads_as_many_nodes_and_edges(section: Section, tmp_path: Path) -> None:
    network = ROOT / "exports/graph.gexf"
    assert "gephi exports/" in section.opening
    gephi_picture.read(tmp_path / "read.jsonl", network)
    lines = (tmp_path / "read.jsonl").read_text(encoding="utf-8").splitlines()
    found = [re.match(r'\{"what": "(\w+)"', line) for line in lines]
    kinds = [each[1] for each in found if each]
    nodes = section.labels["Article"] + section.labels["Claim"] + section.labels["Entity"]
    assert (kinds.count("node"), kinds.count("edge")) == (nodes, sum(section.types.values()))
