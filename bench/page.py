"""Times the page on invented graphs of growing size in headless Chromium, and prints a table.

    PYTHONPATH=. python bench/page.py [NODES ...]

The graphs (500, 2,000 and 10,000 nodes unless told otherwise) have articles of 17 claims each by speakers who meet in several
articles; the first claim of each article contradicts one of the article before. Needs chromium and chromedriver on the path.

Columns: nodes; megabytes of the file; seconds to write it, its layout included; seconds from the navigation until lists and
network are drawn and the page answers to a click (the best of three, after one for warming up); nodes that it opens with;
requests other than for the file itself.
"""

import json
import shutil
import sys
import tempfile
import time
from pathlib import Path

from selenium.webdriver import Chrome, ChromeOptions, ChromeService

from kg.export.page import FILE, write
from kg.graph import assemble
from tests.browser.crowd import crowd

SIZES = (500, 2000, 10_000)
CLAIMS = 17  # of an article, which with its two speakers makes 20 nodes
TRIES = 3
FLAGS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1280,800")
FLAGS += ("--disable-background-networking", "--disable-component-update")
USABLE = """
const done = arguments[0];
document.querySelector("#list [data-open]").click();
requestAnimationFrame(() => setTimeout(() => done(performance.now()), 0));
"""


def main() -> None:
    """Print a row for each size."""
    sizes = [int(word) for word in sys.argv[1:]] or SIZES
    print("  nodes      MB  written, s  usable after, s  drawn  requests")
    with tempfile.TemporaryDirectory() as folder, browser() as chrome:
        for size in sizes:
            graph = assemble(crowd(articles=size // (CLAIMS + 3), claims=CLAIMS))
            start = time.perf_counter()
            write(graph, Path(folder))
            written = time.perf_counter() - start
            file = Path(folder) / FILE
            usable(chrome, file)
            best = min(usable(chrome, file) for _ in range(TRIES))
            drawn = chrome.execute_script("return Object.keys(kg.network.getPositions()).length")
            print(
                f"{len(list(graph.nodes())):7,} {file.stat().st_size / 1e6:7.2f} {written:11.1f} "
                f"{best:16.2f} {drawn:6,} {requests(chrome, file):9}"
            )


def browser() -> Chrome:
    """Chromium without a graphics card, as in the tests."""
    options = ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for flag in FLAGS:
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL"})
    return Chrome(
        options=options, service=ChromeService(executable_path=shutil.which("chromedriver"))
    )


def usable(chrome: Chrome, file: Path) -> float:
    """Seconds from the navigation until a click on the first row has been answered."""
    chrome.get("about:blank")
    chrome.get(file.as_uri())
    found: float = chrome.execute_async_script(USABLE)
    return found / 1000


def requests(chrome: Chrome, file: Path) -> int:
    """How many requests there were for anything but the file and what is written in it."""
    rows = [json.loads(row["message"])["message"] for row in chrome.get_log("performance")]
    asked = {
        row["params"]["request"]["url"].split("#", 1)[0]
        for row in rows
        if row["method"] == "Network.requestWillBeSent"
    }
    return sum(
        1 for url in asked if url != file.as_uri() and not url.startswith(("data:", "about:"))
    )


if __name__ == "__main__":
    main()
