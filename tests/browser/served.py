"""Someone who reads the page that its server feeds."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import kg
from kg.export.page.database import FILE, write_database
from kg.export.rdf import write_nquads
from kg.graph import assemble
from kg.model import Collection
from kg.query.kept import BEST, keep
from tests.browser.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Iterator

SPOT = """(node) => {
  const box = document.getElementById("canvas").getBoundingClientRect();
  const view = kg.viewNow();
  const [{ x, y }] = kg.placesOf([node]);
  return [
    box.left + box.width / 2 + (x - view.x) * view.scale,
    box.top + box.height / 2 + (y - view.y) * view.scale,
  ].map(Math.round);
}"""


class ServedReader(Reader):
    """Waits for what comes from the server."""

    def visit(self, fragment: str = "") -> None:
        self.page.goto("about:blank")
        self.page.goto(f"{self.address}{fragment}")
        self.wait_for(lambda: self.run("document.body.dataset.drawn !== undefined"))

    def wait_for_answers(self) -> None:
        """Wait until all that the page has asked for has come."""
        self.wait_for(lambda: not self.run("document.body.classList.contains('is-asking')"))

    def wait_for_panel(self, kind: str) -> None:
        """Wait until something of this kind is open."""
        self.wait_for(lambda: self.texts("#panel .kind") == [kind])

    def drawn(self) -> set[str]:
        return set(self.run("kg.placesOf().map(({ id }) => id)"))

    def spot(self, node: str) -> tuple[int, int]:
        """Where on the screen a node is drawn, once the camera stands still."""
        self.wait_for(lambda: not self.run("kg.network.getCamera().isAnimated()"))
        self.run("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 60)))")
        x, y = self.run(SPOT, node)
        return x, y

    def click_node(self, node: str) -> None:
        self.page.mouse.click(*self.spot(node))
        self.wait_for(self.find("#panel").is_visible)


def serving(collection: Collection, out: Path) -> Iterator[str]:
    """Serves a collection and gives the address of its page."""
    graph = assemble(collection)
    write_nquads(graph, out)
    keep(out / BEST, out / "store")
    write_database(graph, out / "store" / FILE)
    env = os.environ | {"PYTHONPATH": str(Path(kg.__file__).parents[1])}
    command = [sys.executable, "-m", "kg", "serve", str(out / "store"), "--port", "0"]
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        found = re.search(r"http://[\d.:]+/", process.stdout.readline())
        assert found is not None
        yield f"{found[0]}network"
        process.terminate()


def complaining(reader: Reader) -> list[str]:
    """What was logged so far, which a test that breaks the connection expects."""
    found, reader.complaints = reader.complaints, []
    return found
