"""The CSV files for Neo4j read back as neo4j-admin reads them: ids unique, every edge end known, columns typed."""

import csv
import re
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from kg.export.neo4j import FOLDER, write
from kg.graph import ClaimGraph, assemble
from kg.model import Collection
from tests.factory import Pile, article, claim, sample_collection

TYPES: dict[str, Callable[[str], object]] = {
    "string": str,
    "string[]": lambda text: text.split(";"),
    "boolean": {"true": True, "false": False}.__getitem__,
    "long": int,
    "double": float,
    "date": date.fromisoformat,
}
SPACE = re.compile(r"(?:\w*):(ID|START_ID|END_ID)\((\w+)\)")


class Table(NamedTuple):
    """A file with its header and rows of as many cells."""

    name: str
    header: list[str]
    rows: list[list[str]]

    def column(self, role: str) -> tuple[str, list[str]]:
        """The id space and the values of the column of this role."""
        for number, title in enumerate(self.header):
            found = SPACE.fullmatch(title)
            if found and found[1] == role:
                return found[2], [row[number] for row in self.rows]
        raise LookupError(f"{self.name} has no {role}")


def read(graph: ClaimGraph, folder: Path) -> tuple[list[Table], list[Table]]:
    """Node tables and relationship tables."""
    write(graph, folder)
    found: dict[str, list[Table]] = {}
    for part in ("nodes", "relationships"):
        for path in sorted((folder / FOLDER / part).glob("*.csv")):
            with path.open(encoding="utf-8", newline="") as stream:
                header, *rows = csv.reader(stream, strict=True)
            found.setdefault(part, []).append(Table(path.name, header, rows))
    return found["nodes"], found.get("relationships", [])


@pytest.fixture
def tables(tmp_path: Path) -> tuple[list[Table], list[Table]]:
    return read(assemble(sample_collection()), tmp_path)


def test_ids_are_unique_and_those_of_the_graph(tables: tuple[list[Table], list[Table]]) -> None:
    ids = [node for table in tables[0] for node in table.column("ID")[1]]
    assert len(set(ids)) == len(ids)
    assert sorted(ids) == [node.id for node in assemble(sample_collection()).nodes()]


def test_every_edge_end_is_known_in_its_id_space(tables: tuple[list[Table], list[Table]]) -> None:
    known: dict[str, set[str]] = {}
    for table in tables[0]:
        space, ids = table.column("ID")
        known.setdefault(space, set()).update(ids)
    assert set(known) == {"Article", "Claim", "Entity"}
    for table in tables[1]:
        for role in ("START_ID", "END_ID"):
            space, ends = table.column(role)
            assert set(ends) <= known[space]


def test_every_edge_comes_back(tables: tuple[list[Table], list[Table]]) -> None:
    found = [
        (source, target, row[table.header.index(":TYPE")])
        for table in tables[1]
        for source, target, row in zip(
            table.column("START_ID")[1], table.column("END_ID")[1], table.rows, strict=True
        )
    ]
    expected = assemble(sample_collection()).edges()
    assert sorted(found) == [(edge.source, edge.target, edge.kind.value) for edge in expected]


def test_every_cell_has_the_type_of_its_column(tables: tuple[list[Table], list[Table]]) -> None:
    for table in (*tables[0], *tables[1]):
        for row in table.rows:
            assert len(row) == len(table.header)
            for title, value in zip(table.header, row, strict=True):
                name, _, kind = title.partition(":")
                if name and value and not kind.startswith("ID"):
                    TYPES[kind or "string"](value)


def test_every_node_has_a_label_and_entities_their_kind_too(
    tables: tuple[list[Table], list[Table]],
) -> None:
    for table in tables[0]:
        kind = Path(table.name).stem
        labels = {row[table.header.index(":LABEL")] for row in table.rows}
        assert labels == {kind if kind in {"Article", "Claim"} else f"Entity;{kind}"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"No", he said; "never"', '"No", he said; "never"'),
        ("one\n\ntwo", "one\n\ntwo"),
        ("a, b; c", "a, b; c"),
        ("back\\slash", "back\\slash"),
        ("'quoted'", "'quoted'"),
        ("=1+1", "'=1+1"),
    ],
)
def test_awkward_texts_come_back(text: str, expected: str, tmp_path: Path) -> None:
    report = article(text)
    stated = claim(report, text)
    nodes, _ = read(assemble(Collection(articles=(report,), claims=(stated,))), tmp_path)
    claims = next(table for table in nodes if table.name == "Claim.csv")
    assert claims.rows[0][claims.header.index("text")] == expected


def test_dates_of_a_claim_come_back_as_days(tables: tuple[list[Table], list[Table]]) -> None:
    claims = next(table for table in tables[0] if table.name == "Claim.csv")
    row = next(row for row in claims.rows if row[0] == Pile().evacuated.id)
    facts = dict(zip(claims.header, row, strict=True))
    assert facts["holds_from:date"] == "2031-03-03"
    assert facts["holds_to:date"] == "2031-03-04"


def test_the_script_hands_every_file_to_the_importer(tmp_path: Path) -> None:
    write(assemble(sample_collection()), tmp_path / "out")
    importer = tmp_path / "home" / "bin" / "neo4j-admin"
    importer.parent.mkdir(parents=True)
    importer.write_text(
        '#!/bin/sh\nfor word in "$@"; do case $word in --nodes=*|--relationships=*)\n'
        'test -f "${word#*=}" || exit 9;; esac; echo "$word"; done\n',
        encoding="utf-8",
    )
    importer.chmod(0o755)
    run = subprocess.run(
        ["/bin/sh", str(tmp_path / "out" / FOLDER / "import.sh"), "claims"],
        env={"PATH": "/usr/bin:/bin", "NEO4J_HOME": str(tmp_path / "home")},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    words = run.stdout.splitlines()
    assert words[:3] == ["database", "import", "full"]
    assert words[3] == "claims"  # behind the files it would be taken for one of them
    files = list((tmp_path / "out" / FOLDER).rglob("*.csv"))
    assert sum(word.startswith(("--nodes=", "--relationships=")) for word in words) == len(files)
