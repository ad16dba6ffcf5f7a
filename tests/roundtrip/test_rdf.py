"""The four RDF files, read back by two libraries, say the same; whatever the texts hold, nothing is lost."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad, RdfFormat, parse
from rdflib import Dataset, Graph, Literal, URIRef
from rdflib.compare import isomorphic

from kg.export.rdf import statements, write_jsonld, write_nquads, write_trig, write_turtle
from kg.export.rdf.dataset import flat_facts
from kg.graph import ClaimGraph, assemble
from kg.model import Collection
from kg.vocabulary import SCHEMA
from tests.factory import article, sample_collection

# rdflib's parsers of named graphs use parts of rdflib that are deprecated.
pytestmark = pytest.mark.filterwarnings(
    "ignore:Dataset[.]:DeprecationWarning", "ignore:ConjunctiveGraph:DeprecationWarning"
)

NAMED = {
    "graph.trig": (RdfFormat.TRIG, "trig"),
    "graph.nq": (RdfFormat.N_QUADS, "nquads"),
    "graph.jsonld": (RdfFormat.JSON_LD, "json-ld"),
}


def written(graph: ClaimGraph, folder: Path) -> Path:
    for write in (write_turtle, write_trig, write_nquads, write_jsonld):
        write(graph, folder)
    return folder


def expected(graph: ClaimGraph) -> set[Quad]:
    return {Quad(row.subject, row.predicate, row.object, row.graph) for row in statements(graph)}


def by_oxigraph(path: Path, syntax: RdfFormat) -> set[Quad]:
    return set(parse(path=path, format=syntax))


def by_rdflib(path: Path, syntax: str) -> dict[str, Graph]:
    dataset = Dataset()
    dataset.parse(data=path.read_bytes(), format=syntax)
    return {str(graph.identifier): graph for graph in dataset.graphs() if len(graph)}


@pytest.fixture(scope="module")
def graph() -> ClaimGraph:
    return assemble(sample_collection())


@pytest.fixture(scope="module")
def folder(graph: ClaimGraph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(graph, tmp_path_factory.mktemp("rdf"))


@pytest.mark.parametrize("name", NAMED)
def test_oxigraph_reads_back_every_statement_in_its_graph(
    name: str, graph: ClaimGraph, folder: Path
) -> None:
    assert by_oxigraph(folder / name, NAMED[name][0]) == expected(graph)


@pytest.mark.parametrize("name", NAMED)
def test_rdflib_reads_the_same_graphs_from_every_file(name: str, folder: Path) -> None:
    found = by_rdflib(folder / name, NAMED[name][1])
    reference = by_rdflib(folder / "graph.nq", "nquads")
    assert found.keys() == reference.keys()
    assert all(isomorphic(found[identifier], reference[identifier]) for identifier in found)


def test_turtle_is_the_flat_union_of_the_named_graphs(folder: Path) -> None:
    union = Graph()
    for part in by_rdflib(folder / "graph.nq", "nquads").values():
        union += part
    assert isomorphic(Graph().parse(folder / "graph.ttl"), union)


def test_oxigraph_reads_turtle_without_named_graphs(graph: ClaimGraph, folder: Path) -> None:
    found = by_oxigraph(folder / "graph.ttl", RdfFormat.TURTLE)
    assert found == {Quad(*fact) for fact in flat_facts(graph)}


@pytest.mark.parametrize("name", NAMED)
def test_graph_of_nothing_can_be_read_back(name: str, tmp_path: Path) -> None:
    graph = assemble(Collection())
    assert by_oxigraph(written(graph, tmp_path) / name, NAMED[name][0]) == expected(graph)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_text_comes_back_to_the_character(tmp_path: Path, text: str) -> None:
    report = article(text, title=text, url=f"https://courier.test/{text}")
    graph = assemble(Collection(articles=(report,)))
    written(graph, tmp_path)
    for name, (syntax, _) in NAMED.items():
        assert by_oxigraph(tmp_path / name, syntax) == expected(graph), name
    body = NamedNode(str(SCHEMA.articleBody))
    (found,) = [row.object for row in by_oxigraph(tmp_path / "graph.ttl", RdfFormat.TURTLE) if row.predicate == body]  # fmt: skip
    assert getattr(found, "value", None) == text


@pytest.mark.parametrize(
    "text", ["a\r\nb", "\\n “x” \"y\" 'z'", "\u2028\x85\x0b", "\x00\x1b", "𝔘 é"]
)
def test_rdflib_reads_awkward_texts_as_they_were(text: str, tmp_path: Path) -> None:
    written(assemble(Collection(articles=(article(text),))), tmp_path)
    body = URIRef(str(SCHEMA.articleBody))
    assert list(Graph().parse(tmp_path / "graph.ttl").objects(None, body)) == [Literal(text)]
    for name, (_, syntax) in NAMED.items():
        (found,) = [
            value
            for part in by_rdflib(tmp_path / name, syntax).values()
            for value in part.objects(None, body)
        ]
        assert str(found) == text, name
