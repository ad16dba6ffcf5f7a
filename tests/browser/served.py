"""Someone who reads the page that its server feeds."""

from __future__ import annotations

from tests.browser.reader import Reader

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
