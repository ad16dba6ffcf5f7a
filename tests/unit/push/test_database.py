import socket
import sys

import pytest

from kg.errors import PushError
from kg.push.database import Access, connected


@pytest.mark.parametrize(
    "uri",
    ["bolt://neo4j:hidden@localhost:7687", "neo4j://hidden@db", "bolt://[a:hidden@b", "hidden@"],
)
def test_an_address_with_a_password_is_refused_and_not_repeated(uri: str) -> None:
    with pytest.raises(PushError, match="has a user or password in it") as caught, connected(Access(uri)):  # fmt: skip
        pass
    assert "hidden" not in str(caught.value)


@pytest.mark.parametrize("uri", ["", "graph", "http://localhost:7474", "bolt://", "bolt://[a"])
def test_what_is_no_address_is_refused(uri: str) -> None:
    with pytest.raises(PushError, match="is no address of a Neo4j"), connected(Access(uri)):
        pass


def test_a_password_is_not_shown() -> None:
    assert "hidden" not in repr(Access("bolt://localhost", password="hidden"))


def test_a_driver_that_is_missing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "neo4j", None)
    with pytest.raises(PushError, match=r"driver is not installed; pip install 'kg\[neo4j\]'"), connected(Access("bolt://localhost")):  # fmt: skip
        pass


def test_nobody_at_the_address_is_told() -> None:
    pytest.importorskip("neo4j")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        uri = f"bolt://127.0.0.1:{taken.getsockname()[1]}"
        with pytest.raises(PushError, match="does not answer; start Neo4j there"), connected(Access(uri, password="hidden")):  # fmt: skip
            pass
