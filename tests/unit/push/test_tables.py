from datetime import date
from pathlib import Path

import pytest

from kg.errors import PushError
from kg.export.neo4j import write
from kg.graph import assemble
from kg.push.tables import Table, constraints, tables
from tests.factory import sample_collection

HEADER = "id:ID(Claim),text,confidence:double,origins:long,checked:boolean,holds:date,via:string[],:LABEL"


@pytest.fixture
def build(tmp_path: Path) -> Path:
    """A build that has constraints and no table."""
    (tmp_path / "neo4j" / "nodes").mkdir(parents=True)
    (tmp_path / "neo4j" / "constraints.cypher").write_text("// One.\nA;\nB;\n", encoding="utf-8")
    return tmp_path


def table(build: Path, *lines: str) -> Table:
    """The table of one file of claims."""
    text = "\n".join((HEADER, *lines)) + "\n"
    (build / "neo4j/nodes/Claim.csv").write_text(text, encoding="utf-8")
    (found,) = tables(build)
    return found


def test_cells_become_the_values_that_the_header_promises(build: Path) -> None:
    found = table(build, '"c","It ""rained"".\n","0.5","3","true","2031-03-04","a;b","Claim"')
    (row,) = found.rows()
    assert row.keys == ("c",)
    assert found.values(row) == {
        "digest": row.digest,
        "text": 'It "rained".\n',
        "confidence": 0.5,
        "origins": 3,
        "checked": True,
        "holds": date(2031, 3, 4),
        "via": ["a", "b"],
    }


def test_an_empty_cell_is_no_value(build: Path) -> None:
    found = table(build, '"c",,,,,,,"Claim"')
    (row,) = found.rows()
    assert set(found.values(row).values()) == {None, row.digest}


def test_a_digest_tells_every_cell_and_fits_64_bits(build: Path) -> None:
    lines = [f'"c","{text}",,"{n}",,,,"Claim"' for text, n in (("a", 1), ("b", 1), ("a", 2))]
    digests = [next(table(build, line).rows()).digest for line in (*lines, lines[0])]
    assert len(set(digests)) == 3
    assert digests[0] == digests[3]
    assert all(-(2**63) <= digest < 2**63 for digest in digests)


def test_nodes_come_before_relationships_and_all_rows_are_counted(tmp_path: Path) -> None:
    graph = assemble(sample_collection())
    write(graph, tmp_path)
    found = tables(tmp_path)
    kinds = [each.is_of_nodes for each in found]
    assert kinds == sorted(kinds, reverse=True)
    assert sum(each.size for each in found if each.is_of_nodes) == len(list(graph.nodes()))
    assert sum(each.size for each in found if not each.is_of_nodes) == len(list(graph.edges()))
    assert {each.path.stem: each.names for each in found}["Expert"] == ("Entity", "Expert")


def test_statements_come_one_by_one_without_comments(build: Path) -> None:
    assert constraints(build) == ["A", "B"]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (['"c","text","Claim"'], "has 3 cells where 8 are due"),
        (['"c","text'], "cannot be read"),
        (['"c",,,,,,,"Claim"', '"d",,,,,,,"Article"'], "has rows of Claim and Article"),
        (['"c",,,,,,,"Claim`) DETACH DELETE n //"'], "where a name is due"),
    ],
)
def test_a_file_that_is_not_whole_is_refused(build: Path, lines: list[str], told: str) -> None:
    with pytest.raises(PushError, match=r"Claim\.csv.*build it again") as caught:
        table(build, *lines)
    assert told in str(caught.value)


def test_a_cell_of_another_type_is_refused(build: Path) -> None:
    found = table(build, '"c",,"much",,,,,"Claim"')
    with pytest.raises(PushError, match="has 'much' under confidence:double"):
        found.values(next(found.rows()))


def test_a_folder_that_is_no_build_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PushError, match="has no neo4j/ to push; build it with kg build"):
        tables(tmp_path)
