"""The page's database is a function of the graph, whatever stands in the articles."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kg.errors import ExportError
from kg.export.page.content import content
from kg.export.page.database import FILE, SHAPE, write_database
from kg.graph import assemble
from kg.model import Collection
from kg.serve.network import rows
from tests.factory import article, claim, sample_collection

GRAPH = assemble(sample_collection())


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as database:
        return list(database.iterdump())


def all_rows(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as database:
        return database.execute(sql).fetchall()


def test_the_same_graph_gives_the_same_rows(tmp_path: Path) -> None:
    collection = sample_collection()
    for name in ("one", "two"):
        write_database(assemble(collection), tmp_path / name)
    assert dump(tmp_path / "one") == dump(tmp_path / "two")
    assert any("Velm Fire Service" in line for line in dump(tmp_path / "one"))


def test_every_row_of_the_content_is_there_once(tmp_path: Path) -> None:
    write_database(GRAPH, tmp_path / FILE)
    known = content(GRAPH)
    for section in ("articles", "entities", "claims", "disputes", "developments", "figures"):
        found = all_rows(tmp_path / FILE, f"SELECT row FROM thing WHERE section = '{section}'")  # noqa: S608
        by_id = {row["id"]: row for row in map(json.loads, (row for (row,) in found))}  # type: ignore[arg-type]
        assert by_id == {row["id"]: row for row in known[section]}
        assert len(found) == len(known[section])


def test_the_server_reads_what_is_written() -> None:
    assert (rows.FILE, rows.SHAPE) == (FILE, SHAPE)


def test_an_empty_graph_has_a_database_too(tmp_path: Path) -> None:
    write_database(assemble(Collection()), tmp_path / FILE)
    assert all_rows(tmp_path / FILE, "SELECT * FROM thing") == []
    ((start,),) = all_rows(tmp_path / FILE, "SELECT value FROM fact WHERE name = 'start'")
    totals = json.loads(f"{{{start}}}")["totals"]
    assert set(totals.values()) == {0}


def test_letters_that_no_file_can_hold_are_escaped(tmp_path: Path) -> None:
    report = article("A half \0 said so.", "x.txt", title="Nil \0", authors=("Odd \udc00 one",))
    row = claim(report, "half \0 said")
    write_database(assemble(Collection(articles=(report,), claims=(row,))), tmp_path / FILE)
    found = all_rows(tmp_path / FILE, "SELECT section, row FROM thing ORDER BY section")
    kept = {section: json.loads(str(text)) for section, text in found}
    assert kept["articles"]["authors"] == list(report.authors)
    assert kept["articles"]["title"] == report.title
    assert kept["claims"]["text"] == row.text


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"cannot be written .*; choose another folder"):
        write_database(GRAPH, tmp_path / "nowhere" / FILE)
