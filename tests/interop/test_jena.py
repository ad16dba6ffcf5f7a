"""Apache Jena reads every file without a warning, its validator finds the build sound, and Fuseki answers over it."""

import json
import re
import socket
import subprocess
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from tests.interop.conftest import NAMES

pytestmark = [pytest.mark.interop, pytest.mark.slow]
TRIES = 120
COUNT = "SELECT (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"


def run(jena: Path, *arguments: str) -> str:
    """What a program of Jena prints, complaints included."""
    command = ["java", "-cp", str(jena), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    return done.stdout + done.stderr


def test_riot_reads_every_file_without_a_warning(jena: Path, files: dict[str, Path]) -> None:
    paths = [str(files[name]) for name in NAMES]
    assert complaints(run(jena, "riotcmd.riot", "--validate", *paths)) == []
    counts = re.findall(r"(?:Triples|Quads)\s*=\s*([\d,]+)", run(jena, "riotcmd.riot", "--count", *paths))  # fmt: skip
    assert [int(count.replace(",", "")) for count in counts[: len(paths)]] == [
        size(files[name]) for name in NAMES
    ]


def complaints(said: str) -> list[str]:
    return re.findall(r".*\b(?:WARN|ERROR|FATAL)\b.*", said)


def test_riot_would_have_complained(jena: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.ttl"
    wrong.write_text(
        '<https://kg.test/a> <https://kg.test/b> "soon"^^<http://www.w3.org/2001/XMLSchema#date> .',
        encoding="utf-8",
    )
    assert len(complaints(run(jena, "riotcmd.riot", "--validate", str(wrong)))) == 1


def size(path: Path) -> int:
    extension = path.suffix.removeprefix(".")
    syntax = RdfFormat.from_extension(extension)
    assert syntax is not None
    return len(set(parse(path=path, format=syntax)))


@pytest.mark.parametrize("build", ["sample", "exports"])
def test_shapes_hold_for_another_validator(build: str, jena: Path, files: dict[str, Path]) -> None:
    shapes, data = files["ontology/shapes.ttl"], files[f"{build}/graph.ttl"]
    said = run(jena, "shacl.shacl", "validate", "--shapes", str(shapes), "--data", str(data), "--text")  # fmt: skip
    assert said.strip() == "Conforms"


@pytest.fixture
def fuseki(jena: Path, files: dict[str, Path], tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """Fuseki over the sample with its named graphs, and its log."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = tmp_path / "fuseki.log"
    command = ["java", "-jar", str(jena), "--localhost", f"--port={port}", f"--file={files['sample/graph.trig']}", "/build"]  # fmt: skip
    with log.open("wb") as stream:
        server = subprocess.Popen(command, cwd=tmp_path, stdout=stream, stderr=stream)
        try:
            yield f"http://127.0.0.1:{port}/build/sparql", log
        finally:
            server.terminate()
            server.wait(timeout=30)


def ask(address: str, query: str) -> list[dict[str, dict[str, str]]]:
    data = urllib.parse.urlencode({"query": query}).encode()
    request = urllib.request.Request(address, data, {"Accept": "application/sparql-results+json"})
    with urllib.request.urlopen(request, timeout=10) as answer:
        found: list[dict[str, dict[str, str]]] = json.load(answer)["results"]["bindings"]
    return found


def test_fuseki_answers_over_the_build(fuseki: tuple[str, Path], files: dict[str, Path]) -> None:
    address, log = fuseki
    for _ in range(TRIES):
        try:
            (row,) = ask(address, COUNT)
            break
        except OSError:
            time.sleep(0.25)
    else:
        pytest.fail(log.read_text())
    assert int(row["n"]["value"]) == size(files["sample/graph.trig"])
    said = log.read_text()
    assert complaints(said) == []
