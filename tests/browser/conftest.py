"""A headless Chromium that keeps what pages log and request; tests are skipped where there is none."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.export.page import FILE, write
from kg.graph import assemble
from kg.model import Collection, EntityKind, Style
from tests.factory import Pile, article, claim, entity, sample_collection

pytest.importorskip("selenium", reason="needs selenium")

from selenium.webdriver import Chrome, ChromeOptions, ChromeService

from tests.browser.reader import Reader, visiting

FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--window-size=1280,800",
)
HOSTILE = "</script><img src=x onerror=\"document.title='broken in'\"><b>Flood</b>"
"""A headline that is markup."""

EMOJI_TEXT = "🌊🌊 “Not one boat came,” said Ruta Malk. “We rowed ourselves out.” 🌊\n"
"""Code points beyond the basic plane before a quotation that is broken in two."""


def hostile_collection() -> Collection:
    """The sample and a report whose title and speaker are markup."""
    sample = sample_collection()
    report = article(EMOJI_TEXT, "velm/raft.txt", title=HOSTILE, published="2031-03-06")
    speaker = entity(EntityKind.PERSON, f"Ruta {HOSTILE}", articles=(report.id,))
    words = claim(
        report,
        "Not one boat came,",
        "We rowed ourselves out.",
        cue="said",
        source="Ruta Malk",
        speaker=speaker.id,
        style=Style.DIRECT,
        confidence=0.6,
    )
    return sample.model_copy(
        update={
            "articles": tuple(sorted((*sample.articles, report), key=lambda row: row.id)),
            "entities": tuple(sorted((*sample.entities, speaker), key=lambda row: row.id)),
            "claims": tuple(sorted((*sample.claims, words), key=lambda row: row.id)),
        }
    )


@pytest.fixture(scope="session")
def pile() -> Pile:
    return Pile()


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of the hostile collection as a file URL."""
    folder = tmp_path_factory.mktemp("page")
    write(assemble(hostile_collection()), folder)
    return (folder / FILE).as_uri()


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    """One browser for all tests; it has nothing but files to read."""
    browser, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not browser or not driver:
        pytest.skip("needs chromium and chromedriver on the path")
    options = ChromeOptions()
    options.binary_location = browser
    profile = tmp_path_factory.mktemp("profile")
    for flag in (*FLAGS, f"--user-data-dir={Path(profile)}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    service = ChromeService(executable_path=driver)
    with Chrome(options=options, service=service) as chrome:
        yield chrome


@pytest.fixture
def reader(chromium: Chrome, address: str) -> Iterator[Reader]:
    person = Reader(chromium, address)
    with visiting(person):
        yield person
