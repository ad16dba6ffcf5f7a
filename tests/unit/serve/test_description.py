import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, VOID

from kg.serve.dataset import Build
from kg.serve.description import SD, describe
from kg.vocabulary import DATA_BASE

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")

ENDPOINT = "http://localhost:8000/sparql"


@pytest.mark.parametrize(
    ("extension", "form"), [("ttl", "turtle"), ("nt", "nt"), ("rdf", "xml"), ("jsonld", "json-ld")]
)
def test_the_endpoint_describes_itself_in_every_format(
    build: Build, extension: str, form: str
) -> None:
    graph = Graph().parse(data=describe(build, 42, ENDPOINT, extension), format=form)
    (service,) = graph.subjects(RDF.type, URIRef(f"{SD}Service"))
    assert graph.value(service, URIRef(f"{SD}endpoint")) == URIRef(ENDPOINT)
    assert graph.value(service, URIRef(f"{SD}supportedLanguage")) == URIRef(f"{SD}SPARQL11Query")
    assert len(set(graph.objects(service, URIRef(f"{SD}resultFormat")))) == 8
    assert (None, VOID.triples, Literal(42)) in graph
    names = {str(name) for name in graph.objects(None, URIRef(f"{SD}name"))}
    assert names == set(build.named_graphs())
    assert f"{DATA_BASE}graph/inferred" in names


def test_a_format_that_there_is_not_is_a_fault_of_the_caller(build: Build) -> None:
    with pytest.raises(ValueError, match="no RDF format"):
        describe(build, 1, ENDPOINT, "docx")
