"""The terms of ontology/ as Python names, and where its files are, installed or in the source tree.

A term that ontology/kg.ttl lacks cannot be named: ``KG.clams`` raises AttributeError.
"""

from functools import cache
from pathlib import Path

from rdflib import Graph, Namespace
from rdflib.namespace import DC, DCTERMS, ORG, PROV, RDF, RDFS, SDO, SKOS, XSD, ClosedNamespace
from rdflib.term import Node, URIRef

from kg.errors import VocabularyError
from kg.model import Basis, EventKind, Growth, Measure, Measures, Modality, Polarity, Scope, Style

CLASSES = (
    "Informant",  # whoever passes on a claim: an article or an entity
    "Article",
    "Claim",
    "Entity",  # who and what the claims speak of
    "Source",
    "Person",
    "Expert",
    "Organization",
    "Unit",
    "Event",
    "Place",
    "Passage",  # where words of a claim stand in its article
    "Quantity",
    "Relay",  # one step of the way from the speaker to the article
    "Relation",
    "Contradiction",
    "Corroboration",
    "Update",
    "Measure",
    "EventKind",
    "Style",
    "Modality",
    "Polarity",
    "Scope",
    "Basis",
)
EDGES = (
    "claims",
    "reports",
    "cites",
    "contradicts",
    "corroborates",
    "updates",
    "about",
    "affiliatedWith",
    "partOf",
    "locatedIn",
    "publishedBy",
    "reprints",
    "declinedToComment",
    "disagreesWith",  # contradicts, lifted to the claimants
)
FACTS = (
    # of an article
    "file",
    # of a claim
    "content",
    "style",
    "modality",
    "polarity",
    "confidence",
    "said",
    "holds",
    "via",
    "relay",
    "origins",
    "position",
    # of a quantity
    "hasQuantity",
    "measure",
    "scope",
    "hedge",
    "counted",
    # of an entity
    "named",
    "role",
    "eventKind",
    "when",
    # of a relation
    "left",
    "right",
    "basis",
    "why",
    "rule",
    "score",
    "independent",
    # of a measure or a kind of event
    "noun",
    "verb",
    "adjective",
    "unit",
    "growth",
    "measures",
)
CONCEPTS = tuple(
    value.value for values in (Style, Modality, Polarity, Scope, Basis) for value in values
)

KG = ClosedNamespace("https://w3id.org/kg/ns#", [*CLASSES, *EDGES, *FACTS, *CONCEPTS])
MEASURE = Namespace("https://w3id.org/kg/measures#")
SCHEMA = SDO
OA = Namespace("http://www.w3.org/ns/oa#")
CITO = Namespace("http://purl.org/spar/cito/")
EDTF = URIRef("http://id.loc.gov/datatypes/edtf/EDTF")

ONTOLOGY_VERSION = URIRef("https://w3id.org/kg/ns/0.2.0")
"""The owl:versionIRI of ontology/kg.ttl."""

PREFIXES = {
    "cito": str(CITO),
    "dc": str(DC),
    "dcterms": str(DCTERMS),
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "kg": str(KG),
    "m": str(MEASURE),
    "oa": str(OA),
    "org": str(ORG),
    "prov": str(PROV),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "schema": str(SCHEMA),
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "skos": str(SKOS),
    "xsd": str(XSD),
}
"""The prefixes that exported files use and that queries may use without declaring them."""

DATA_BASE = "https://w3id.org/kg/id/"
"""Where the identifiers of a build live unless the user chooses a base of her own."""


def ontology_file(name: str) -> Path:
    """The path of a file of ontology/.

    Raises:
        VocabularyError: If the installation lacks it.
    """
    package = Path(__file__).resolve().parent
    for folder in (package / "ontology", package.parent / "ontology"):
        if (folder / name).is_file():
            return folder / name
    raise VocabularyError(f"the installation lacks ontology/{name}", remedy="install kg again")


@cache
def load_measures(*extra: Path) -> Measures:
    """The measures and kinds of event of ontology/measures.ttl and of the user's own files.

    Args:
        extra: Turtle files in the same terms; a measure of the same name gains their words.

    Raises:
        VocabularyError: If a file is no Turtle.
    """
    graph = Graph()
    for path in (ontology_file("measures.ttl"), *extra):
        try:
            graph.parse(path, format="turtle")
        except Exception as error:  # rdflib's parser raises many unrelated types
            raise VocabularyError(f"not valid Turtle: {error}", path=path) from error
    return Measures(
        measures=tuple(_measure(graph, subject) for subject in _subjects(graph, KG.Measure)),
        events=tuple(_event_kind(graph, subject) for subject in _subjects(graph, KG.EventKind)),
    )


def _subjects(graph: Graph, kind: URIRef) -> list[Node]:
    return sorted(set(graph.subjects(RDF.type, kind)), key=str)


def _local(node: Node) -> str:
    return str(node).rsplit("#", 1)[-1]


def _values(graph: Graph, subject: Node, predicate: URIRef) -> tuple[str, ...]:
    return tuple(sorted(_local(value) for value in graph.objects(subject, predicate)))


def _label(graph: Graph, subject: Node) -> str:
    label = graph.value(subject, SKOS.prefLabel)
    return _local(subject) if label is None else str(label)


def _event_kind(graph: Graph, subject: Node) -> EventKind:
    return EventKind(
        name=_local(subject),
        label=_label(graph, subject),
        nouns=_values(graph, subject, KG.noun),
        verbs=_values(graph, subject, KG.verb),
    )


def _measure(graph: Graph, subject: Node) -> Measure:
    growth = graph.value(subject, KG.growth)
    event = graph.value(subject, KG.measures)
    return Measure(
        name=_local(subject),
        label=_label(graph, subject),
        verbs=_values(graph, subject, KG.verb),
        nouns=_values(graph, subject, KG.noun),
        adjectives=_values(graph, subject, KG.adjective),
        units=_values(graph, subject, KG.unit),
        growth=Growth(str(growth)) if growth is not None else Growth.FIXED,
        broader=_values(graph, subject, SKOS.broader),
        event=None if event is None else _local(event),
    )
