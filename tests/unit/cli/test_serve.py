import socket
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli.group import app
from kg.serve import server
from kg.serve.settings import Settings

Told = Callable[[str], None]


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path, Settings]]:
    """What would have been served; the server is ready at once and then interrupted."""
    found: list[tuple[Path, Settings]] = []

    def serve(out: Path, settings: Settings, on_ready: Told) -> None:
        found.append((out, settings))
        on_ready("http://127.0.0.1:8000/")
        raise KeyboardInterrupt

    monkeypatch.setattr(server, "serve", serve)
    return found


def test_the_address_is_one_line_and_ctrl_c_is_no_failure(
    served: list[tuple[Path, Settings]],
) -> None:
    result = CliRunner().invoke(app, ["serve", "graph"])
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "Serving graph at http://127.0.0.1:8000/ until Ctrl-C\n"
    assert served == [(Path("graph"), Settings())]


def test_the_options_reach_the_server(served: list[tuple[Path, Settings]]) -> None:
    options = "--host ::1 --port 0 --timeout 3 --max-rows 7 --cors https://a.test --cors *"
    result = CliRunner().invoke(app, ["serve", "graph", *options.split()])
    assert result.exit_code == 0
    assert served[0][1] == Settings("::1", 0, 3, 7, ("https://a.test", "*"))


@pytest.mark.usefixtures("served")
def test_a_browser_is_opened_only_on_demand(monkeypatch: pytest.MonkeyPatch) -> None:
    opened = threading.Event()
    monkeypatch.setattr("webbrowser.open", lambda _: opened.set())
    CliRunner().invoke(app, ["serve", "graph"])
    assert not opened.wait(0.1)
    CliRunner().invoke(app, ["serve", "graph", "--open"])
    assert opened.wait(5)


@pytest.mark.parametrize(
    "option", ["--port=70000", "--port=http", "--timeout=0", "--max-rows=0", "--timeout=nan"]
)
def test_values_that_cannot_be_are_refused(
    option: str, served: list[tuple[Path, Settings]]
) -> None:
    assert CliRunner().invoke(app, ["serve", "graph", option]).exit_code == 2
    assert served == []


def test_a_folder_without_a_build_is_told_with_its_remedy(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["serve", str(tmp_path), "--port", "0"])
    assert result.exit_code == 2
    assert "build it first: kg build INPUT... --out" in result.stderr


def test_a_port_in_use_is_told_with_its_remedy(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        result = CliRunner().invoke(app, ["serve", str(tmp_path), "--port", port])
    assert result.exit_code == 2
    assert f"cannot listen on 127.0.0.1:{port} (Address already in use)" in result.stderr
    assert "choose another port with --port" in result.stderr


def test_a_host_that_there_is_not_is_told(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["serve", str(tmp_path), "--host", "no.such.host.invalid"])
    assert result.exit_code == 2
    assert "there is no host 'no.such.host.invalid'" in result.stderr
