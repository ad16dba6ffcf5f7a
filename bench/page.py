"""Times the page on invented graphs of growing size in headless Chromium beside pyvis as it comes, and prints a table.

    PYTHONPATH=. python bench/page.py [NODES ...]

The graphs (500, 2,000 and 10,000 nodes unless told otherwise) have articles of 17 claims each by speakers who meet in several
articles; the first claim of each article contradicts one of the article before. pyvis draws the same nodes and edges with their
labels, all else by its defaults and its scripts in the file. Needs chromium on the path; it reaches no network, requests are
counted and refused.

Columns: nodes; megabytes of the file; seconds to write it, its layout included; seconds from the navigation until lists and
network are drawn and the page answers to a click (the best of three, after one for warming up); nodes that it opens with;
seconds from a click on "Show all" until the whole network is drawn, where it opens on a part; requests other than for the file
itself. Of pyvis: megabytes; seconds to write; seconds from the navigation until its network is drawn, and until it stands still;
requests. What takes pyvis longer than 60 seconds is not waited for; graphs of more than 2,000 nodes are not tried.
"""

import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import ConsoleMessage, Page, sync_playwright
from pyvis.network import Network

from kg.export.page import FILE, write
from kg.graph import ClaimGraph, assemble
from tests.browser.crowd import crowd

SIZES = (500, 2000, 10_000)
CLAIMS = 17  # of an article, which with its two speakers makes 20 nodes
TRIES = 3
PATIENCE = 60  # seconds
MOST = 2000  # nodes that pyvis is given
USABLE = """() => new Promise((done) => {
  document.querySelector("#list [data-open]").click();
  requestAnimationFrame(() => setTimeout(() => done(performance.now()), 0));
})"""
WHOLE = """() => new Promise((done) => {
  kg.open(null);
  const start = performance.now();
  document.querySelector("#part-note button").click();
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(performance.now() - start), 0)));
})"""
MILESTONES = ("stabilizationIterationsDone", "stabilized")
TELL = """
let drawing;
Object.defineProperty(window, "network", {
  get: () => drawing,
  set(value) {
    drawing = value;
    for (const name of ["stabilizationIterationsDone", "stabilized"])
      drawing.once(name, () => setTimeout(() => console.log(name, performance.now())));
  },
});
"""
HEAD = """\
                      kg                                                           pyvis
  nodes      MB  written, s  usable after, s  drawn  all after, s  requests     MB  written, s  drawn after, s  still after, s  requests"""


def main() -> None:
    """Print a row for each size."""
    sizes = [int(word) for word in sys.argv[1:]] or SIZES
    print(HEAD)
    for size in sizes:
        graph = assemble(crowd(articles=size // (CLAIMS + 3), claims=CLAIMS))
        with tempfile.TemporaryDirectory() as folder:
            row = ours(graph, Path(folder))
            if size <= MOST:
                row += plain(graph, Path(folder))
            print(f"{len(list(graph.nodes())):7,} {row}", flush=True)


def ours(graph: ClaimGraph, folder: Path) -> str:
    """The figures of our page."""
    start = time.perf_counter()
    write(graph, folder)
    written = time.perf_counter() - start
    file = folder / FILE
    with opened() as (page, asked):
        usable(page, file)
        best = min(usable(page, file) for _ in range(TRIES))
        drawn = page.evaluate("Object.keys(kg.network.getPositions()).length")
        is_part = page.locator("#part-note").is_visible()
        whole = f"{page.evaluate(WHOLE) / 1000:.2f}" if is_part else "-"
        return (
            f"{file.stat().st_size / 1e6:7.2f} {written:11.1f} {best:16.2f} {drawn:6,} "
            f"{whole:>13} {len(asked - {file.as_uri()}):9}"
        )


def usable(page: Page, file: Path) -> float:
    """Seconds from the navigation until a click on the first row has been answered."""
    page.goto("about:blank")
    page.goto(file.as_uri())
    found: float = page.evaluate(USABLE)
    return found / 1000


def plain(graph: ClaimGraph, folder: Path) -> str:
    """The figures of pyvis' page."""
    file = folder / "pyvis.html"
    start = time.perf_counter()
    network = Network(cdn_resources="in_line")
    for node in graph.nodes():
        network.add_node(node.id, label=node.label)
    for edge in graph.edges():
        network.add_edge(edge.source, edge.target, label=edge.kind.value)
    file.write_text(network.generate_html(), encoding="utf-8")
    written = time.perf_counter() - start
    with opened() as (page, asked):
        reached: dict[str, float] = {}

        def note(message: ConsoleMessage) -> None:
            name, _, moment = message.text.partition(" ")
            if name in MILESTONES:
                reached[name] = float(moment)

        page.on("console", note)
        page.add_init_script(TELL)
        page.goto(file.as_uri(), wait_until="commit")
        end = time.monotonic() + PATIENCE
        while len(reached) < len(MILESTONES) and time.monotonic() < end:
            page.wait_for_timeout(500)
        shown = [
            f"{reached[name] / 1000:.1f}" if name in reached else f"> {PATIENCE}"
            for name in MILESTONES
        ]
        return (
            f"{file.stat().st_size / 1e6:6.2f} {written:11.1f} {shown[0]:>15} {shown[1]:>15} "
            f"{len(asked - {file.as_uri()}):9}"
        )


@contextmanager
def opened() -> Iterator[tuple[Page, set[str]]]:
    """An empty tab of a new browser, and the addresses that it has asked for."""
    asked: set[str] = set()
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"))
        page = browser.new_page(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
        page.route("http*://**", lambda route: route.abort())
        page.on("request", lambda request: asked.add(request.url.split("#", 1)[0]))
        yield page, asked
        browser.close()


if __name__ == "__main__":
    main()
