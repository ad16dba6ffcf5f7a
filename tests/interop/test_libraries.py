"""rdflib, Oxigraph, a JSON-LD processor and the nanopublication library read what is written, and complain of nothing."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyld import jsonld
from pyoxigraph import Quad, RdfFormat, parse
from rdflib import Dataset, Graph

from tests.interop.conftest import NAMES

pytestmark = [
    pytest.mark.interop,
    # rdflib's parsers of named graphs use parts of rdflib that are deprecated.
    pytest.mark.filterwarnings("ignore:.*(Dataset|ConjunctiveGraph):DeprecationWarning"),
]
SYNTAX = {
    ".ttl": (RdfFormat.TURTLE, "turtle"),
    ".trig": (RdfFormat.TRIG, "trig"),
    ".nq": (RdfFormat.N_QUADS, "nquads"),
    ".jsonld": (RdfFormat.JSON_LD, "json-ld"),
}


def by_oxigraph(path: Path) -> set[Quad]:
    return set(parse(path=path, format=SYNTAX[path.suffix][0]))


@pytest.mark.parametrize("name", NAMES)
def test_rdflib_and_oxigraph_read_as_many_without_a_warning(
    name: str, files: dict[str, Path], caplog: pytest.LogCaptureFixture
) -> None:
    path = files[name]
    dataset = Dataset()
    with caplog.at_level(logging.WARNING):
        dataset.parse(data=path.read_bytes(), format=SYNTAX[path.suffix][1])
    assert caplog.messages == []
    assert sum(len(graph) for graph in dataset.graphs()) == len(by_oxigraph(path)) > 0


def refuse(url: str, options: object = None) -> None:
    raise AssertionError(f"{url} was asked for, with {options}")


@pytest.mark.parametrize("build", ["sample", "exports"])
def test_json_ld_processor_gives_back_the_same_dataset(build: str, files: dict[str, Path]) -> None:
    document = json.loads(files[f"{build}/graph.jsonld"].read_text(encoding="utf-8"))
    options = {"processingMode": "json-ld-1.1", "format": "application/n-quads"}
    found = jsonld.to_rdf(document, {**options, "documentLoader": refuse})
    assert set(parse(found.encode(), format=RdfFormat.N_QUADS)) == by_oxigraph(files[f"{build}/graph.nq"])  # fmt: skip


@pytest.mark.parametrize("build", ["sample", "exports"])
def test_document_is_what_its_own_context_makes_of_it_again(
    build: str, files: dict[str, Path]
) -> None:
    """Compaction by the processor leads to the same names as ours."""
    document = json.loads(files[f"{build}/graph.jsonld"].read_text(encoding="utf-8"))
    again = jsonld.compact(document, document["@context"], {"documentLoader": refuse})
    ours = {node["id"]: node for node in nodes(document)}
    theirs = {node["id"]: node for node in nodes(again)}
    assert ours.keys() == theirs.keys()
    assert all(theirs[name].keys() == ours[name].keys() for name in ours)


def nodes(document: dict[str, list[dict[str, list[dict[str, object]]]]]) -> Iterator[dict[str, object]]:  # fmt: skip
    """All nodes but those that the second and later graphs describe too."""
    seen: set[object] = set()
    for graph in document["@graph"]:
        for node in graph["@graph"]:
            if node["id"] not in seen:
                seen.add(node["id"])
                yield node


def test_nanopublication_library_finds_every_one_valid(files: dict[str, Path]) -> None:
    library = pytest.importorskip("nanopub", reason="nanopub is not installed")
    whole = Dataset()
    whole.parse(data=files["sample/nanopubs.trig"].read_bytes(), format="trig")
    parts: dict[str, Dataset] = {}
    for graph in whole.graphs():
        if len(graph):
            one = parts.setdefault(str(graph.identifier).partition("#")[0], Dataset())
            for row in graph:
                one.get_context(graph.identifier).add(row)
    assert len(parts) == 8
    for one in parts.values():
        assert library.Nanopub(rdf=one).is_valid


def test_validators_of_shapes_agree_that_the_build_is_sound(files: dict[str, Path]) -> None:
    from kg.query.check import shape_violations  # noqa: PLC0415 - loads pySHACL

    for build in ("sample", "exports"):
        assert shape_violations(Graph().parse(files[f"{build}/graph.ttl"])) == set()
