"""What the endpoint tells a machine about itself: SPARQL 1.1 Service Description (W3C 2013)."""

from collections.abc import Iterator
from functools import cache

from pyoxigraph import Literal, NamedNode, Triple
from rdflib.namespace import RDF, VOID, XSD

from kg.serve.dataset import Build
from kg.serve.rdf import written
from kg.vocabulary import PREFIXES

SD = "http://www.w3.org/ns/sparql-service-description#"
FORMATS = "http://www.w3.org/ns/formats/"

_WRITTEN = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "RDF_XML",
    "JSON-LD",
)
_PREFIXES = {"rdf": PREFIXES["rdf"], "sd": SD, "void": str(VOID), "xsd": PREFIXES["xsd"]}
_TYPE = NamedNode(str(RDF.type))


@cache
def _sd(name: str) -> NamedNode:
    return NamedNode(SD + name)


def describe(build: Build, triples: int, endpoint: str, extension: str) -> bytes:
    """The description of an endpoint.

    Args:
        build: What can be asked.
        triples: How many triples it has.
        endpoint: The address, without a query.
        extension: The file name extension of the format.
    """
    return written(_triples(build, triples, endpoint), extension, _PREFIXES)


def _triples(build: Build, triples: int, endpoint: str) -> Iterator[Triple]:
    service = NamedNode(f"{endpoint}#service")
    dataset, default = NamedNode(f"{endpoint}#dataset"), NamedNode(f"{endpoint}#default-graph")
    yield Triple(service, _TYPE, _sd("Service"))
    yield Triple(service, _sd("endpoint"), NamedNode(endpoint))
    yield Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Query"))
    yield Triple(service, _sd("feature"), _sd("UnionDefaultGraph"))
    for name in _WRITTEN:
        yield Triple(service, _sd("resultFormat"), NamedNode(FORMATS + name))
    yield Triple(service, _sd("defaultDataset"), dataset)
    yield Triple(dataset, _TYPE, _sd("Dataset"))
    yield Triple(dataset, _sd("defaultGraph"), default)
    yield Triple(default, _TYPE, _sd("Graph"))
    size = Literal(str(triples), datatype=NamedNode(str(XSD.integer)))
    yield Triple(default, NamedNode(str(VOID.triples)), size)
    for number, name in enumerate(build.named_graphs(), start=1):
        graph = NamedNode(f"{endpoint}#graph-{number}")
        yield Triple(dataset, _sd("namedGraph"), graph)
        yield Triple(graph, _TYPE, _sd("NamedGraph"))
        yield Triple(graph, _sd("name"), NamedNode(name))
