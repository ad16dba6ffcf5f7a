"""The page that its server feeds, by whatever means it is read: keyboard, phone, screen reader, a server that is gone, no WebGL."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

import pytest

from tests.browser.conftest import HOSTILE
from tests.browser.reader import DESK, PHONE, Reader, Visits
from tests.browser.served import ServedReader, complaining
from tests.browser.test_fitness import faults
from tests.factory import Pile

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.browser


@pytest.fixture
def reader(visits: Visits, server: str) -> ServedReader:
    return visits.by(ServedReader, server)


@pytest.fixture
def phone(visits: Visits, server: str) -> ServedReader:
    return visits.by(ServedReader, server, PHONE)


def hosts(reader: Reader) -> set[str]:
    return {urlsplit(url).netloc for url in reader.requested if url.startswith("http")}


def test_arrow_keys_go_from_node_to_node(reader: ServedReader, pile: Pile) -> None:
    reader.open(pile.first.id)
    reader.find("#canvas").focus()
    for key in ("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"):
        reader.press(key)
        reader.wait_for_answers()
    assert not reader.url.endswith(quote(pile.first.id)) or reader.count("#panel h2") == 1
    assert reader.find("#canvas").get_attribute("role") == "application"


def test_both_sides_can_be_read_with_the_keyboard_alone(reader: ServedReader) -> None:
    for _ in range(40):
        reader.press("Tab")
        if reader.run("document.activeElement.matches('.thread h2 button')"):
            break
    reader.press("Enter")
    reader.wait_for_panel("Dispute")
    assert reader.run("document.getElementById('panel').contains(document.activeElement)")
    reader.press("Escape")
    assert not reader.find("#panel").is_visible()


def test_on_a_phone_nothing_is_wider_than_the_screen(phone: ServedReader, pile: Pile) -> None:
    assert phone.run("document.body.dataset.view") == "list"
    phone.open(pile.eleven.id)
    assert phone.run("document.documentElement.scrollWidth") <= PHONE["width"]
    phone.find("#panel .close").click()
    phone.find("[data-view=network]").click()
    phone.wait_for(lambda: len(phone.drawn()) > 3)
    assert phone.run("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", [DESK, PHONE], ids=["desk", "phone"])
def test_axe_finds_nothing_serious(
    visits: Visits, server: str, pile: Pile, screen: dict[str, int], scheme: str
) -> None:
    reader = visits.by(ServedReader, server, screen, scheme=scheme)  # type: ignore[arg-type]
    found = {}
    for tab in ("disputes", "claims", "voices", "articles"):
        reader.find(f"#tab-{tab}").click()
        reader.wait_for_answers()
        found[tab] = faults(reader)
    for name in (pile.eleven.id, pile.second.id, pile.service.id):
        reader.open(name)
        found[name] = faults(reader)
    assert not any(found.values()), found


def test_markup_in_titles_and_names_stays_text(reader: ServedReader) -> None:
    reader.find("#tab-articles").click()
    reader.wait_for_answers()
    assert any(HOSTILE in text for text in reader.find("#list .label b").all_text_contents())
    reader.page.locator("#list .row-button", has_text="<img").click()
    reader.wait_for_panel("Article")
    assert reader.text("#panel h2") == HOSTILE
    assert reader.count("#panel img, #list img") == 0
    assert reader.page.title() == "Who claims what"


def test_a_link_leads_to_the_page_to_ask_on(reader: ServedReader) -> None:
    assert reader.run("document.querySelector('header a').href") == reader.address.removesuffix(
        "network"
    )


def test_nobody_but_the_server_is_asked(reader: ServedReader, pile: Pile) -> None:
    reader.open(pile.eleven.id)
    for tab in ("claims", "voices", "articles"):
        reader.find(f"#tab-{tab}").click()
        reader.wait_for_answers()
    assert hosts(reader) == {urlsplit(reader.address).netloc}


def test_a_server_that_stops_answering_is_told_and_asked_again_at_will(
    reader: ServedReader, pile: Pile
) -> None:
    reader.page.route(re.compile(r"/network/"), lambda route: route.abort())
    reader.run("(id) => void kg.open(id)", pile.service.id)
    reader.wait_for(lambda: reader.count("#panel .fault") == 1)
    assert reader.text("#panel .fault") == "The server does not answer. Try again"
    reader.find("#tab-claims").click()
    reader.wait_for(lambda: reader.count("#list .fault") == 1)
    reader.page.unroute(re.compile(r"/network/"))
    reader.find("#panel .fault button").click()
    reader.wait_for_panel("Organization")
    reader.find("#list .fault button").click()
    reader.wait_for(lambda: reader.count("#list tbody tr") == 9)
    assert all("ERR_FAILED" in line for line in complaining(reader))


def test_a_network_that_does_not_come_is_told_and_the_lists_stay(
    visits: Visits, server: str, pile: Pile
) -> None:
    def without(reader: ServedReader) -> None:
        reader.page.route(re.compile(r"/network/graph"), lambda route: route.abort())

    reader = cut_off(visits, server, without)
    reader.wait_for(reader.find("#part-note").is_visible)
    assert reader.text("#part-note") == "The server does not answer. Try again"
    reader.open(pile.eleven.id)
    assert reader.marked() == "the number of dead at 11"
    reader.page.unroute(re.compile(r"/network/graph"))
    reader.find("#part-note button").click()
    reader.wait_for(lambda: bool(reader.drawn()))
    assert not reader.find("#part-note").is_visible()
    complaining(reader)


def cut_off(visits: Visits, server: str, prepare: Callable[[ServedReader], None]) -> ServedReader:
    """A reader of the page who was prepared before opening it, and waits for the lists alone."""

    class Prepared(ServedReader):
        def visit(self, fragment: str = "") -> None:
            prepare(self)
            self.page.goto(f"{self.address}{fragment}")
            self.wait_for(lambda: self.run("document.body.dataset.ready === 'true'"))

    return visits.by(Prepared, server)


def test_without_webgl_lists_and_panels_work_and_a_sentence_says_what_does_not(
    visits: Visits, server: str, pile: Pile
) -> None:
    def without(reader: ServedReader) -> None:
        reader.page.add_init_script(
            "const own = HTMLCanvasElement.prototype.getContext;"
            "HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {"
            " return kind.startsWith('webgl') ? null : own.call(this, kind, ...rest); };"
        )

    reader = cut_off(visits, server, without)
    reader.wait_for(reader.find("#part-note").is_visible)
    assert "no WebGL" in reader.text("#part-note")
    reader.open(pile.eleven.id)
    assert reader.marked() == "the number of dead at 11"
    reader.find("#tab-voices").click()
    reader.wait_for(lambda: reader.count("#list .row-button") == 8)
