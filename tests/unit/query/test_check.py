from pathlib import Path

import pytest
from rdflib import Graph

from kg.errors import QueryError
from kg.export.rdf import write_turtle
from kg.graph import assemble
from kg.query import Violation, check
from kg.query.check import VALUE_LENGTH, shape_violations
from kg.vocabulary import DATA_BASE, PREFIXES
from tests.factory import Pile, sample_collection

PILE = Pile()
CLAIM = f"{DATA_BASE}{PILE.nine.id}"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    write_turtle(assemble(sample_collection()), tmp_path)
    return tmp_path


def broken(out: Path, update: str) -> Path:
    """The build after a SPARQL update."""
    path = out / "graph.ttl"
    graph = Graph().parse(path)
    graph.update(update, initNs=PREFIXES)
    graph.serialize(path, format="turtle", encoding="utf-8")
    return out


def test_sound_build_has_no_violations(out: Path) -> None:
    assert check(out) == ()


def test_violation_names_node_path_and_value(out: Path) -> None:
    update = f"INSERT DATA {{ <{CLAIM}> kg:style kg:shouted }}"
    (many, wrong) = check(broken(out, update))
    assert {many.node, wrong.node} == {CLAIM}
    assert {many.path, wrong.path} == {"kg:style"}
    assert many.message.startswith("A claim has exactly one style")
    assert wrong.message.endswith("Found: kg:shouted")


@pytest.mark.parametrize(
    ("update", "path"),
    [
        (
            f"INSERT {{ <{CLAIM}2> kg:content ?p }} WHERE {{ <{CLAIM}> kg:content ?p }}",
            "^kg:content",
        ),
        ("DELETE WHERE { ?a kg:contradicts ?b }", "kg:left/kg:contradicts"),
        ("DELETE { ?q schema:value 9 } WHERE { ?q schema:value 9 }", ""),
        (f"INSERT DATA {{ <{CLAIM}> kg:said <urn:x:y> }}", "kg:said"),
    ],
)
def test_path_is_written_as_in_sparql(out: Path, update: str, path: str) -> None:
    assert path in {violation.path for violation in check(broken(out, update))}


def test_long_values_are_cut(out: Path) -> None:
    update = f"INSERT DATA {{ <{CLAIM}> kg:style <urn:x:{'y' * 200}> }}"
    assert all(
        len(violation.message.partition("Found: ")[2]) <= VALUE_LENGTH
        for violation in check(broken(out, update))
    )


def test_violations_are_sorted_and_there_once(out: Path) -> None:
    found = check(broken(out, "DELETE WHERE { ?c kg:modality ?m . ?c kg:style ?p }"))
    assert len(found) == 2 * len(PILE.claims)
    assert list(found) == sorted(set(found))


def test_words_and_shapes_are_checked_together(out: Path) -> None:
    update = f"DELETE {{ <{CLAIM}> schema:text ?t }} INSERT {{ <{CLAIM}> schema:text 'Ten people' }} WHERE {{ <{CLAIM}> schema:text ?t }}"
    assert check(broken(out, update)) == (
        Violation(
            node=CLAIM,
            path="schema:text",
            message="The claim says “Ten people”, but its article has “Nine people have died in the flood at Velm” there.",
        ),
    )


def test_text_that_is_not_that_of_its_hash_is_told(out: Path) -> None:
    update = "DELETE { ?a schema:sha256 ?h } INSERT { ?a schema:sha256 ?wrong } WHERE { ?a schema:sha256 ?h BIND(SHA256(?h) AS ?wrong) }"
    found = check(broken(out, update))
    assert [violation.path for violation in found] == ["schema:sha256"] * len(PILE.articles)
    assert found[0].message == "The article's text is not that of its hash."


def test_checking_leaves_the_graph_as_it_was(out: Path) -> None:
    graph = Graph().parse(out / "graph.ttl")
    before = set(graph)
    shape_violations(graph)
    assert set(graph) == before


def test_folder_without_turtle_says_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match=r"no graph\.ttl here; build it first"):
        check(tmp_path)


def test_turtle_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("<a> <b> .", encoding="utf-8")
    with pytest.raises(QueryError, match="cannot be read"):
        check(tmp_path)
