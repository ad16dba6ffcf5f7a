"""Someone who reads the page in Chromium."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from selenium.webdriver import ActionChains, Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait


class Reader:
    """Opens the page, looks, clicks and types."""

    def __init__(self, chrome: Chrome, address: str) -> None:
        self.chrome = chrome
        self.address = address

    def visit(self, fragment: str = "") -> None:
        self.chrome.get("about:blank")
        self.chrome.get(f"{self.address}{fragment}")
        assert self.run("return document.body.dataset.ready") == "true"

    def run(self, script: str, *arguments: object) -> Any:
        return self.chrome.execute_script(script, *arguments)

    def wait_for(self, condition: Callable[[], bool]) -> None:
        WebDriverWait(self.chrome, 10).until(lambda _: condition())

    def find(self, selector: str) -> WebElement:
        return self.chrome.find_element(By.CSS_SELECTOR, selector)

    def texts(self, selector: str) -> list[str]:
        return [row.text for row in self.chrome.find_elements(By.CSS_SELECTOR, selector)]

    def open(self, node: str) -> None:
        self.run("kg.open(arguments[0])", node)

    def press(self, *keys: str) -> None:
        ActionChains(self.chrome).send_keys(*keys).perform()

    def drawn(self) -> set[str]:
        """Ids of the nodes that the network draws."""
        return set(self.run("return Object.keys(kg.network.getPositions())"))

    def edges(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.run(
            "return kg.network.body.data.edges.get().map(({from, to, color, dashes, width}) =>"
            " ({from, to, colour: color.color, dashes: JSON.stringify(dashes), width}))"
        )
        return found

    def click_node(self, node: str) -> None:
        """Click in the network where the node is drawn."""
        x, y = self.run(
            "const box = document.getElementById('canvas').getBoundingClientRect();"
            "const {x, y} = kg.network.canvasToDOM(kg.network.getPosition(arguments[0]));"
            "return [Math.round(x + box.left), Math.round(y + box.top)]",
            node,
        )
        ActionChains(self.chrome).move_by_offset(x, y).click().perform()
        ActionChains(self.chrome).move_by_offset(-x, -y).perform()
        # vis-network waits for a double click before it tells of a single one
        self.wait_for(lambda: self.run("return !document.getElementById('panel').hidden"))

    def marked(self) -> str:
        """What is marked as the claim in its article."""
        return "|".join(self.texts(".in-article mark.content"))


def emulate(
    chrome: Chrome, width: int, height: int, scheme: str = "light", locale: str = "en-GB"
) -> None:
    """A screen of this size, in this colour scheme and locale."""
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}
    chrome.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    chrome.execute_cdp_cmd("Emulation.setLocaleOverride", {"locale": locale})


@contextmanager
def visiting(person: Reader) -> Iterator[None]:
    """The page is open on a desk's screen within the block, and at its end the browser has had nothing to complain of."""
    chrome = person.chrome
    emulate(chrome, 1280, 800)
    chrome.get_log("browser")  # type: ignore[no-untyped-call]
    chrome.get_log("performance")  # type: ignore[no-untyped-call]
    person.visit()
    yield
    assert chrome.get_log("browser") == []  # type: ignore[no-untyped-call]
