"""A headless Chromium that keeps what pages log and request; tests are skipped where there is none."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from kg.export.page import FILE, write
from kg.graph import assemble
from kg.model import Collection, EntityKind, Style
from tests.browser.reader import PHONE, Reader, Visits
from tests.browser.served import serving
from tests.factory import Pile, article, claim, entity, sample_collection

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

FLAGS = (
    "--use-gl=angle",  # WebGL without a graphics card
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
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


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One browser for the tests of a module; its event loop, within which no other can run, ends with it."""
    playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright")
    executable = shutil.which("chromium")
    if not executable:
        pytest.skip("needs chromium on the path")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=executable, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def visits(chromium: Browser) -> Iterator[Visits]:
    """Opens pages, and at the end of the test the browser has had nothing to complain of."""
    visits = Visits(chromium)
    yield visits
    visits.close()


@pytest.fixture
def reader(visits: Visits, address: str) -> Reader:
    """Someone at a desk."""
    return visits.to(address)


@pytest.fixture
def phone(visits: Visits, address: str) -> Reader:
    """Someone with a phone in hand."""
    return visits.to(address, PHONE)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    yield from serving(hostile_collection(), tmp_path_factory.mktemp("hostile"))
