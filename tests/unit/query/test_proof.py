"""The proof that claims are cut from their articles finds every way in which they might not be."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.term import Node

from kg.errors import QueryError
from kg.export.rdf import statements
from kg.graph import assemble
from kg.query.proof import table_violations, words_violations
from kg.vocabulary import DATA_BASE, OA, SCHEMA
from tests.factory import Pile, sample_collection

PILE = Pile()
BROKEN_IN_TWO = URIRef(f"{DATA_BASE}{PILE.held.id}")
PLACE = URIRef(f"{BROKEN_IN_TWO}/content/1")


@pytest.fixture
def graph() -> Graph:
    rows = statements(assemble(sample_collection()))
    return Graph().parse(data="\n".join(f"{s} {p} {o} ." for _, s, p, o in rows), format="nt")


def faults(graph: Graph) -> set[tuple[str, str]]:
    return {(fault.node, fault.path) for fault in words_violations(graph)}


def test_sound_graph_is_proved(graph: Graph) -> None:
    assert faults(graph) == set()


@pytest.mark.parametrize(
    ("node", "predicate", "value", "expected"),
    [
        (BROKEN_IN_TWO, SCHEMA.text, Literal("The dam failed"), {(str(BROKEN_IN_TWO), "schema:text")}),
        (PLACE, OA.exact, Literal("The dam"), {(str(PLACE), "oa:exact")}),
        (PLACE, OA.prefix, Literal("nothing of the kind"), {(str(PLACE), "oa:prefix")}),
        (PLACE, OA.suffix, Literal("nothing of the kind"), {(str(PLACE), "oa:suffix")}),
        (PLACE, OA.start, Literal(0), {(str(BROKEN_IN_TWO), "schema:text"), (str(PLACE), "oa:exact"), (str(PLACE), "oa:prefix")}),
        (PLACE, OA.end, Literal(999999), {(str(BROKEN_IN_TWO), "schema:text"), (str(PLACE), "oa:exact"), (str(PLACE), "oa:suffix")}),
        (PLACE, OA.end, Literal("soon"), {(str(BROKEN_IN_TWO), "schema:text")}),
    ],
)  # fmt: skip
def test_whatever_is_not_in_the_article_is_found(
    graph: Graph, node: Node, predicate: URIRef, value: Node, expected: set[tuple[str, str]]
) -> None:
    graph.set((node, predicate, value))
    assert faults(graph) == expected


def test_article_that_was_changed_is_found(graph: Graph) -> None:
    node = URIRef(f"{DATA_BASE}{PILE.reprint.id}")
    graph.set((node, SCHEMA.articleBody, Literal("Another text.")))
    nodes = {fault.node for fault in words_violations(graph)}
    assert {f"{DATA_BASE}{claim.id}" for claim in (PILE.copied, PILE.staff)} <= nodes


def test_missing_parts_are_left_to_the_shapes(graph: Graph) -> None:
    graph.remove((PLACE, OA.suffix, None))
    graph.remove((PLACE, OA.exact, None))
    graph.remove((None, SCHEMA.articleBody, None))
    assert faults(graph) == set()


ARTICLE = {"id": "article/a-1", "text": "The 𝔘nion walked out. It will return."}
CLAIM = {
    "id": "claim/c-1",
    "article": "article/a-1",
    "content": [[4, 20]],
    "text": "𝔘nion walked out",
}


def tables(folder: Path, claim: Mapping[str, object]) -> Path:
    (folder / "articles.jsonl").write_text(json.dumps(ARTICLE) + "\n", encoding="utf-8")
    (folder / "claims.jsonl").write_text(json.dumps(claim) + "\n\n", encoding="utf-8")
    return folder


def test_sound_tables_are_proved_by_code_points(tmp_path: Path) -> None:
    assert list(table_violations(tables(tmp_path, {**CLAIM}))) == []


def test_parts_are_joined_by_one_space(tmp_path: Path) -> None:
    claim = {**CLAIM, "content": [[4, 9], [22, 24]], "text": "𝔘nion It"}
    assert list(table_violations(tables(tmp_path, claim))) == []


@pytest.mark.parametrize(
    ("change", "path", "said"),
    [
        ({"text": "Union walked out"}, "text", "its article has “𝔘nion walked out”"),
        ({"content": [[4, 999]]}, "content", "does not lie in its article"),
        ({"content": [[9, 4]]}, "content", "does not lie in its article"),
        ({"content": []}, "content", "does not lie in its article"),
        ({"content": None}, "content", "does not lie in its article"),
        ({"article": "article/b-2"}, "article", "not in articles.jsonl"),
    ],
)
def test_row_that_is_not_cut_from_its_article_is_found(
    tmp_path: Path, change: dict[str, object], path: str, said: str
) -> None:
    (fault,) = table_violations(tables(tmp_path, {**CLAIM, **change}))
    assert (fault.node, fault.path) == ("claim/c-1", path)
    assert said in fault.message


@pytest.mark.parametrize("line", ["{", "[]", "7"])
def test_line_that_is_no_row_is_told_with_its_place(tmp_path: Path, line: str) -> None:
    tables(tmp_path, {**CLAIM})
    with (tmp_path / "claims.jsonl").open("a", encoding="utf-8") as stream:
        stream.write(line + "\n")
    with pytest.raises(QueryError, match="no JSON object") as caught:
        list(table_violations(tmp_path))
    assert (caught.value.path, caught.value.line) == (str(tmp_path / "claims.jsonl"), 3)


@pytest.mark.parametrize("name", ["articles.jsonl", "claims.jsonl"])
def test_build_without_both_tables_is_not_judged_by_them(tmp_path: Path, name: str) -> None:
    (tables(tmp_path, {**CLAIM, "text": "wrong"}) / name).unlink()
    assert list(table_violations(tmp_path)) == []
