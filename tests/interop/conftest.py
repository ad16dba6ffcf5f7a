"""The files that other programs are to read, and Apache Jena, fetched by Maven into its own cache."""

import shutil
import subprocess
from pathlib import Path

import pytest

from kg.export import EXPORTERS
from kg.graph import assemble
from kg.vocabulary import ontology_file
from tests.factory import sample_collection

JENA = "5.2.0"
"""The last line of releases that runs on Java 17."""
RDF = ("turtle", "trig", "nquads", "jsonld", "nanopub")
MINUTES = 60  # seconds


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """All RDF of the sample, of the committed build and of the ontology, by a name to tell them by."""
    folder = tmp_path_factory.mktemp("rdf")
    graph = assemble(sample_collection())
    for exporter in EXPORTERS:
        if exporter.name in RDF:
            exporter.write(graph, folder)
    exports = ontology_file("kg.ttl").parents[1] / "exports"
    found = {f"sample/{path.name}": path for path in folder.iterdir()}
    found |= {
        f"exports/{path.name}": path for path in exports.glob("graph.*") if path.name in FILES
    }
    return found | {f"ontology/{name}": ontology_file(name) for name in TERMS}


TERMS = ("kg.ttl", "measures.ttl", "shapes.ttl")
FILES = ("graph.ttl", "graph.trig", "graph.nq", "graph.jsonld")
NAMES = (
    *(f"sample/{name}" for name in (*FILES, "nanopubs.trig")),
    *(f"exports/{name}" for name in FILES),
    *(f"ontology/{name}" for name in TERMS),
)


@pytest.fixture(scope="session")
def jena() -> Path:
    """The jar of Fuseki, which has all of Jena in it."""
    java, maven = shutil.which("java"), shutil.which("mvn")
    if java is None or maven is None:
        pytest.skip("Apache Jena needs Java 17 and Maven")
    artifact = f"org.apache.jena:jena-fuseki-server:{JENA}"
    repository = Path.home() / ".m2/repository"
    jar = repository / f"org/apache/jena/jena-fuseki-server/{JENA}/jena-fuseki-server-{JENA}.jar"
    if not jar.is_file():
        got = subprocess.run(
            [maven, "--quiet", "--batch-mode", "dependency:get", "-Dtransitive=false", f"-Dartifact={artifact}", f"-Dmaven.repo.local={repository}"],
            capture_output=True,
            text=True,
            check=False,
            timeout=8 * MINUTES,
        )  # fmt: skip
        if got.returncode or not jar.is_file():
            pytest.skip(f"Maven could not fetch Apache Jena: {got.stdout[-200:]}")
    return jar
