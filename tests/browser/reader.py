"""Someone who reads the page in Chromium."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:  # so that tests are collected, and skipped, without Playwright
    from collections.abc import Callable

    from playwright.sync_api import Browser, Locator, Page, ViewportSize

DESK: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 390, "height": 844}
PATIENCE = 10  # seconds

AnyReader = TypeVar("AnyReader", bound="Reader")


class Reader:
    """Opens the page, looks, clicks and types.

    Attributes:
        page: The tab that it is open in.
        address: Where it is.
        requested: Addresses of all requests so far, those of data within the page left out.
        complaints: What the browser has logged so far, and what went wrong in scripts.
    """

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.requested: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requested.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def visit(self, fragment: str = "") -> None:
        self.page.goto("about:blank")
        self.page.goto(f"{self.address}{fragment}")
        assert self.run("document.body.dataset.ready") == "true"

    @property
    def url(self) -> str:
        """What the address bar shows."""
        found: str = self.run("location.href")
        return found

    def run(self, script: str, argument: object = None) -> Any:
        """The value of an expression, or of a function of the argument."""
        return self.page.evaluate(script, argument)

    def wait_for(self, condition: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < end, "waited in vain"
            self.page.wait_for_timeout(50)

    def find(self, selector: str, *, has_text: str | None = None) -> Locator:
        return self.page.locator(selector, has_text=has_text)

    def text(self, selector: str) -> str:
        self.settle()
        return self.find(selector).inner_text()

    def texts(self, selector: str) -> list[str]:
        self.settle()
        return self.find(selector).all_inner_texts()

    def settle(self) -> None:
        """Wait until what came last is on the screen: rows that were not painted yet have no text to read."""
        self.run(
            "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
        )

    def count(self, selector: str) -> int:
        return self.find(selector).count()

    def open(self, node: str) -> None:
        self.run("(node) => kg.open(node)", node)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, words: str) -> None:
        self.page.keyboard.type(words)

    def drawn(self) -> set[str]:
        """Ids of the nodes that the network draws."""
        return set(self.run("Object.keys(kg.network.getPositions())"))

    def edges(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.run(
            "kg.network.body.data.edges.get().map(({from, to, color, dashes, width}) =>"
            " ({from, to, colour: color.color, dashes: JSON.stringify(dashes), width}))"
        )
        return found

    def click_node(self, node: str) -> None:
        """Click in the network where the node is drawn."""
        x, y = self.run(
            "(node) => {"
            " const box = document.getElementById('canvas').getBoundingClientRect();"
            " const {x, y} = kg.network.canvasToDOM(kg.network.getPosition(node));"
            " return [Math.round(x + box.left), Math.round(y + box.top)] }",
            node,
        )
        self.page.mouse.click(x, y)
        # vis-network waits for a double click before it tells of a single one
        self.wait_for(self.find("#panel").is_visible)

    def marked(self) -> str:
        """What is marked as the claim in its article."""
        return "|".join(self.texts(".in-article mark.content"))


@dataclass
class Visits:
    """Pages opened in one test, each in a profile of its own."""

    chromium: Browser
    readers: list[Reader] = field(default_factory=list)

    def to(
        self,
        address: str,
        screen: ViewportSize = DESK,
        *,
        scheme: str = "light",
        locale: str = "en-GB",
    ) -> Reader:
        """Someone who has the page open on a screen of this size, in this colour scheme and locale."""
        return self.by(Reader, address, screen, scheme=scheme, locale=locale)

    def by(
        self,
        kind: type[AnyReader],
        address: str,
        screen: ViewportSize = DESK,
        *,
        scheme: str = "light",
        locale: str = "en-GB",
    ) -> AnyReader:
        """The same for another kind of reader."""
        page = self.chromium.new_page(
            viewport=screen,
            is_mobile=screen["width"] < 500,
            color_scheme="dark" if scheme == "dark" else "light",
            locale=locale,
        )
        page.set_default_timeout(PATIENCE * 1000)
        reader = kind(page, address)
        self.readers.append(reader)
        reader.visit()
        return reader

    def close(self) -> None:
        """Closes all pages.

        Raises:
            AssertionError: If the browser had anything to complain of.
        """
        for reader in self.readers:
            reader.page.close()
        complaints = [line for reader in self.readers for line in reader.complaints]
        assert not complaints, complaints
