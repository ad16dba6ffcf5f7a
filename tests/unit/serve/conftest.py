"""The sample build, as a folder and as the store that a server reads."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.export.rdf import write_nquads
from kg.graph import assemble
from kg.serve.dataset import Build, on_disk
from tests.factory import sample_collection


@pytest.fixture(scope="session")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out")
    write_nquads(assemble(sample_collection()), folder)
    return folder


@pytest.fixture(scope="session")
def folder(out: Path) -> Iterator[Path]:
    with on_disk(out) as place:
        yield place


@pytest.fixture(scope="session")
def build(folder: Path) -> Build:
    return Build(folder)
