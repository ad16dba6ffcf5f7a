"""Times the served page on an invented graph in headless Chromium without a graphics card, and prints a row.

    PYTHONPATH=. python bench/served.py [NODES ...]

The graphs (10,000 and 100,000 nodes unless told otherwise) are those of bench/page.py. Needs chromium on the path; requests to
anywhere but the server are counted and refused.

Columns: nodes and edges; seconds to write the database, its layout included, and its megabytes; seconds from the navigation
until the lists are there, until the whole network is drawn, and until a click on the first dispute, made as soon as that is,
has been answered by its panel (the best of three, after one for warming up); seconds until the page has drawn what "Only
disputed" leaves; requests elsewhere.
"""

import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from playwright.sync_api import Page, sync_playwright
from starlette.applications import Starlette

from kg.export.page.database import FILE, write_database
from kg.graph import assemble
from kg.serve.making import page_document
from kg.serve.network.routes import Network
from tests.browser.conftest import FLAGS
from tests.browser.crowd import crowd

SIZES = (10_000, 100_000)
CLAIMS = 17  # of an article, which with its two speakers makes 20 nodes
TRIES = 3
PATIENCE = 120_000  # milliseconds
HEAD = "  nodes    edges  written, s      MB  lists, s  network, s  usable after, s  filtered, s  elsewhere"
READY = "document.body?.dataset.ready === 'true'"
DRAWN = "document.body.dataset.drawn === 'true'"
OPEN = "document.querySelector('#panel .testimony') !== null"
IDLE = "!document.body.classList.contains('is-asking')"

PAINTED = """
const painted = (done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => {
  // reading a pixel waits until all before it has been drawn
  for (const gl of Object.values(window.kg?.network?.webGLContexts ?? {})) gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
  done(performance.now());
}, 0)));"""


def main() -> None:
    """Print a row for each size."""
    sizes = [int(word) for word in sys.argv[1:]] or SIZES
    print(HEAD)
    for size in sizes:
        graph = assemble(crowd(articles=size // (CLAIMS + 3), claims=CLAIMS))
        nodes, edges = len(list(graph.nodes())), len(list(graph.edges()))
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / FILE
            start = time.perf_counter()
            write_database(graph, file)
            written = time.perf_counter() - start
            with served(Path(folder)) as address, opened(address) as (page, elsewhere):
                best = min(
                    (timed(page, address) for _ in range(TRIES + 1)), key=lambda row: row[-1]
                )
                print(
                    f"{nodes:7,} {edges:8,} {written:11.1f} {file.stat().st_size / 1e6:7.1f} "
                    f"{best[0]:9.2f} {best[1]:11.2f} {best[2]:16.2f} {filtered(page):12.2f} "
                    f"{len(elsewhere):10}",
                    flush=True,
                )


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of the page of a database, without a store."""
    network = Network(folder, page_document)
    server = uvicorn.Server(
        uvicorn.Config(Starlette(routes=network.routes()), port=0, log_level="warning")
    )
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}/network"
    server.should_exit = True
    thread.join()
    network.close()


@contextmanager
def opened(address: str) -> Iterator[tuple[Page, set[str]]]:
    """An empty tab of a new browser, and the addresses elsewhere that it has asked for."""
    elsewhere: set[str] = set()
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
        page.set_default_timeout(PATIENCE)
        page.on(
            "request",
            lambda request: (
                None if request.url.startswith((address, "data:")) else elsewhere.add(request.url)
            ),
        )
        yield page, elsewhere
        browser.close()


def timed(page: Page, address: str) -> tuple[float, float, float]:
    """Seconds until the lists are there, the network is drawn, and a click on the first dispute is answered."""
    page.goto("about:blank")
    page.goto(address, wait_until="commit")
    lists = moment(page, READY)
    network = moment(page, DRAWN)
    page.evaluate("document.querySelector('#list [data-open]').click()")
    return lists, network, moment(page, OPEN)


def filtered(page: Page) -> float:
    """Seconds until the page has drawn what a filter leaves."""
    page.evaluate("kg.open(null)")
    start = moment(page, IDLE)
    page.evaluate("document.getElementById('disputed-only').click()")
    return moment(page, IDLE) - start


def moment(page: Page, condition: str) -> float:
    """Seconds since the navigation at which a condition is met and what follows from it is on the screen."""
    found: float = page.evaluate(
        f"new Promise((done) => {{ {PAINTED} const look = () => ({condition}) ? painted(done) : setTimeout(look, 5); look(); }})"
    )
    return found / 1000


if __name__ == "__main__":
    main()
