"""Proves that a build is sound: its graph keeps to the shapes, and every claim's words are cut from its article."""

from pathlib import Path

from rdflib import Graph
from rdflib.collection import Collection
from rdflib.namespace import RDF, RDFS, SH
from rdflib.term import Node

from kg.query.files import missing, unreadable
from kg.query.proof import table_violations, words_violations
from kg.query.violations import Violation
from kg.vocabulary import PREFIXES, ontology_file

GRAPH = "graph.ttl"

VALUE_LENGTH = 60
"""How much of a faulty value is shown, in characters."""


def check(out: Path) -> tuple[Violation, ...]:
    """All faults of the build in a folder, sorted; none where it is sound.

    Holds ``graph.ttl`` against ontology/shapes.ttl and proves each claim's text, in the graph and, if they are
    there, in the tables ``articles.jsonl`` and ``claims.jsonl``.

    Raises:
        QueryError: If there is no ``graph.ttl``, or a file cannot be read.
    """
    path = out / GRAPH
    if not path.is_file():
        raise missing(out, GRAPH)
    try:
        graph = Graph().parse(path, format="turtle")
    except Exception as error:  # rdflib's parser raises many unrelated types
        raise unreadable(path, error) from error
    found = {*shape_violations(graph), *words_violations(graph), *table_violations(out)}
    return tuple(sorted(found))


def shape_violations(graph: Graph) -> set[Violation]:
    """Where the graph breaks a shape; the graph stays as it is.

    Of the ontology only the subclasses are added, so that an expert counts as an entity: full inference takes many
    times longer and finds nothing more.
    """
    from pyshacl import validate  # noqa: PLC0415 - takes as long to import as a question to answer

    shapes = Graph().parse(ontology_file("shapes.ttl"), format="turtle")
    declared = Graph().parse(ontology_file("kg.ttl"), format="turtle")
    data = Graph()
    data += graph
    for narrower, broader in declared.subject_objects(RDFS.subClassOf):
        data.add((narrower, RDFS.subClassOf, broader))
    _, report, _ = validate(data, shacl_graph=shapes, inference="none", inplace=True)
    if not isinstance(report, Graph):
        raise TypeError(f"pyshacl gave no report but {report!r}")
    return {_violation(report, result) for result in report.subjects(SH.resultSeverity)}


def _violation(report: Graph, result: Node) -> Violation:
    node = report.value(result, SH.focusNode)
    path = report.value(result, SH.resultPath)
    value = report.value(result, SH.value)
    message = str(report.value(result, SH.resultMessage))
    if value is not None and value != node:
        message = f"{message} Found: {_short(str(value))[:VALUE_LENGTH]}"
    return Violation(node=str(node), path=_path(report, path), message=message)


def _path(report: Graph, path: Node | None) -> str:
    """A property path as SPARQL writes it, with the prefixes that we use."""
    if path is None:
        return ""
    if (inverse := report.value(path, SH.inversePath)) is not None:
        return f"^{_short(str(inverse))}"
    steps = Collection(report, path) if (path, RDF.first, None) in report else [path]
    return "/".join(_short(str(step)) for step in steps)


def _short(iri: str) -> str:
    """The IRI with a prefix, where one fits."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri
