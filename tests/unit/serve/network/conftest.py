"""A pile with its content as the page as a file has it, and the rows that a server draws from."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

import kg.serve.application
from kg.export.page.content import content
from kg.export.page.database import FILE, write_database
from kg.export.rdf import write_nquads
from kg.graph import ClaimGraph, assemble
from kg.query.kept import keep
from kg.serve.application import application
from kg.serve.settings import Settings
from tests.unit.serve.network.pile import pile

Ask = Callable[[str], Any]


@pytest.fixture(scope="session")
def graph() -> ClaimGraph:
    return assemble(pile())


@pytest.fixture(scope="session")
def known(graph: ClaimGraph) -> dict[str, Any]:
    """All that the page as a file knows."""
    found = content(graph)
    found["relations"] = [row | {"place": place} for place, row in enumerate(found["relations"])]
    return found


@pytest.fixture(scope="session")
def kept(graph: ClaimGraph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store with the page's database."""
    folder = tmp_path_factory.mktemp("kept")
    write_nquads(graph, folder / "out")
    keep(folder / "out" / "graph.nq", folder / "store")
    write_database(graph, folder / "store" / FILE)
    return folder / "store"


@pytest.fixture(scope="module")
def client(kept: Path) -> Iterator[TestClient]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kg.serve.application, "page_document", lambda: "<title>Stand-in</title>")
        app = application(kept, Settings(), lambda _: None)
    with TestClient(app, "http://localhost:8000") as client:
        yield client


@pytest.fixture(scope="module")
def ask(client: TestClient) -> Ask:
    """Asks for an address below /network, and reads the JSON."""

    def asked(path: str) -> Any:
        answer = client.get(f"/network/{path}")
        assert answer.status_code == 200, answer.text
        assert answer.headers["Content-Type"] == "application/json"
        return answer.json()

    return asked
