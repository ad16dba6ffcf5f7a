import shutil
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from kg.errors import QueryError
from kg.export.rdf import write_nquads, write_turtle
from kg.graph import assemble
from kg.query.kept import keep_build
from kg.serve.dataset import Build, on_disk
from kg.vocabulary import DATA_BASE, KG
from tests.factory import Pile, sample_collection

PILE = Pile()


def named(identifier: str) -> NamedNode:
    return NamedNode(DATA_BASE + identifier)


def test_a_copy_says_what_the_build_says(build: Build) -> None:
    assert build.base == DATA_BASE
    assert len(build) > 300
    assert f"{DATA_BASE}graph/inferred" in build.named_graphs()
    assert build.has_graph(f"{DATA_BASE}graph/inferred")
    assert not build.has_graph("https://elsewhere.test/graph")
    assert not build.has_graph("no IRI")


def test_a_base_of_the_users_own_is_found(tmp_path: Path) -> None:
    base = "https://data.my.test/kg/"
    write_nquads(assemble(sample_collection(), base), tmp_path)
    with on_disk(tmp_path) as store:
        assert Build(store).base == base


def test_a_folder_without_a_build_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="build it first: kg build"), on_disk(tmp_path):
        pytest.fail("there is nothing to serve")


def test_a_broken_file_is_an_error_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "graph.nq").write_text("<http://e/a> <http://e/b> .\n", encoding="utf-8")
    with (
        pytest.raises(QueryError, match=r"graph.nq: cannot be read .*; build it again"),
        on_disk(tmp_path),
    ):
        pytest.fail("there is nothing to serve")


def test_a_build_that_was_kept_in_a_store_is_served_from_it(out: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    build = shutil.copytree(out, tmp_path / "build")
    keep_build(build, kept)
    with on_disk(build) as place, on_disk(kept) as named_itself:
        assert place.resolve() == kept.resolve() == named_itself.resolve()
    assert kept.is_dir()


def test_a_build_without_named_graphs_is_copied_too(tmp_path: Path) -> None:
    write_turtle(assemble(sample_collection()), tmp_path)
    with on_disk(tmp_path) as store:
        build = Build(store)
        assert build.named_graphs() == ()
        assert build.node(DATA_BASE + PILE.nine.id)


def test_a_node_has_what_is_said_of_it_and_what_leads_to_it(build: Build) -> None:
    node = build.node(DATA_BASE + PILE.nine.id)
    assert node is not None
    assert node.kinds == (NamedNode(str(KG.Claim)),)
    assert all(row.subject == node.iri for row in node.said)
    assert all(row.object == node.iri for row in node.used)
    assert named(PILE.service.id) in {row.subject for row in node.used}
    assert node.said[0].predicate.value.endswith("#type")


@pytest.mark.parametrize("iri", [f"{DATA_BASE}claim/none", "no IRI", "http://e/<x>"])
def test_of_what_is_not_there_nothing_is_said(build: Build, iri: str) -> None:
    assert build.node(iri) is None


def test_nodes_are_called_by_their_names_words_or_titles(build: Build) -> None:
    assert build.label(named(PILE.service.id)) == "Velm Fire Service"
    assert build.label(named(PILE.nine.id)) == PILE.nine.text
    assert build.label(named(PILE.first.id)) == "Nine dead as flood hits Velm"
    assert build.label(named("claim/none")) is None


def test_the_passage_of_a_claim_is_its_paragraph_with_its_words_marked(build: Build) -> None:
    passage = build.passage(named(PILE.held.id))
    assert passage is not None
    assert [words for words, marked in passage.pieces if marked] == [
        "The dam did not fail,",
        "It was opened too late.",
    ]
    assert "".join(words for words, _ in passage.pieces) == (
        "“The dam did not fail,” said Mira Castel, a hydrologist at the Dunmere Institute. “It was opened too late.”"
    )
    assert passage.article == named(PILE.first.id)


def test_what_was_not_read_from_an_article_has_no_passage(build: Build) -> None:
    assert build.passage(named(PILE.service.id)) is None
