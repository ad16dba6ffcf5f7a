"""The page that its server feeds, in a real browser: the same as in the file, asked for as it is read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from tests.browser.crowd import crowd
from tests.browser.reader import Visits
from tests.browser.served import ServedReader, complaining, serving
from tests.factory import Pile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Route

pytestmark = pytest.mark.browser

BOTH_SIDES = ["the number of dead at 11", "Fourteen people were killed by the flood at Velm"]


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """70 disputes and 1,190 claims, more than come at once."""
    yield from serving(crowd(articles=70, claims=17), tmp_path_factory.mktemp("crowd"))


@pytest.fixture
def reader(visits: Visits, server: str) -> ServedReader:
    return visits.by(ServedReader, server)


def test_the_lists_come_first_with_both_sides_words(reader: ServedReader) -> None:
    assert reader.text("[role=tab][aria-selected=true]").startswith("Disputes")
    assert reader.texts("#list .thread .words") == BOTH_SIDES
    assert reader.text("#totals") == "4 articles · 9 claims · 8 voices · 1 dispute"


def test_a_dispute_opens_from_the_list_with_both_sides_in_their_words(reader: ServedReader) -> None:
    reader.find("#list .thread h2 button").click()
    reader.wait_for_panel("Dispute")
    assert sorted(reader.texts("#panel .testimony mark")) == sorted(BOTH_SIDES)
    assert reader.url.split("#")[1].startswith("dispute/")


def test_a_claim_opens_in_its_article_with_what_stands_against_it(
    reader: ServedReader, pile: Pile
) -> None:
    reader.open(pile.eleven.id)
    assert reader.marked() == "the number of dead at 11"
    assert reader.texts("#panel .standing.contradicts .words") == BOTH_SIDES
    assert reader.texts("#panel .chain li") == [
        "Velm Fire Service",
        "Jonas Pell",
        "Rivermouth Wire",
        "Velm flood: “hospital officials” count 14",
    ]


def test_all_parts_of_a_broken_quote_are_marked_by_code_points(reader: ServedReader) -> None:
    reader.find("#tab-claims").click()
    reader.wait_for_answers()
    reader.page.locator("#list .plain", has_text="Not one boat").click()
    reader.wait_for_panel("Claim")
    assert reader.marked() == "Not one boat came,|We rowed ourselves out."


def test_an_entity_opens_with_what_it_said(reader: ServedReader, pile: Pile) -> None:
    reader.open(pile.service.id)
    assert reader.text("#panel h2") == "Velm Fire Service"
    assert "the number of dead at 11" in reader.texts("#panel .sides .words")


def test_an_article_opens_with_its_claims_marked_and_disputed_ones_in_the_margin(
    reader: ServedReader, pile: Pile
) -> None:
    reader.open(pile.second.id)
    assert reader.count("#panel mark[data-claim]") >= 3
    reader.find("#panel .margin-mark").first.click()
    reader.wait_for_panel("Dispute")


def test_the_panels_say_the_same_as_those_of_the_file(
    reader: ServedReader, visits: Visits, address: str
) -> None:
    file = visits.to(address)
    for name in file.run("kg.data.network.nodes.map(({ id }) => id)"):
        file.open(name)
        reader.open(name)
        reader.wait_for_answers()
        assert reader.text("#panel .panel-body") == file.text("#panel .panel-body"), name


@pytest.mark.parametrize("tab", ["disputes", "updates", "figures", "claims", "voices", "articles"])
@pytest.mark.parametrize("filters", ["", "confidence=70", "only=disputed", "until=2031-03-04"])
def test_the_lists_say_the_same_as_those_of_the_file(
    visits: Visits, server: str, address: str, tab: str, filters: str
) -> None:
    texts = []
    for reader in (visits.to(address), visits.by(ServedReader, server)):
        if not reader.count(f"#tab-{tab}"):
            continue
        reader.visit(f"#{tab}?{filters}")
        reader.run("() => new Promise((done) => setTimeout(done, 100))")
        if isinstance(reader, ServedReader):
            reader.wait_for_answers()
        texts.append(reader.find("#list").text_content())
    assert len(texts) != 1
    assert len(set(texts)) <= 1


@pytest.mark.parametrize("column", ["speaker", "text", "figures", "published", "modality"])
def test_the_server_sorts_the_claims(reader: ServedReader, column: str) -> None:
    reader.page.set_viewport_size({"width": 1600, "height": 800})
    reader.find("[data-view=list]").click()
    reader.find("#tab-claims").click()
    reader.wait_for_answers()
    button = reader.find(
        f"th:nth-child({['speaker', 'text', 'figures', 'published', 'modality'].index(column) + 1}) button"
    )
    button.click()
    reader.wait_for_answers()
    first = reader.find("#list .words").all_text_contents()
    button.click()
    reader.wait_for_answers()
    assert reader.find("#list .words").all_text_contents() == first[::-1]
    assert f"by={column}" in [url for url in reader.requested if "/list/claims" in url][-1]


def test_search_finds_names_and_claims_and_opens_the_best_at_enter(reader: ServedReader) -> None:
    reader.press("/")
    reader.type("fire serv")
    reader.press("Enter")
    reader.wait_for_panel("Organization")
    assert reader.text("#panel h2") == "Velm Fire Service"
    assert not reader.find("#hits").is_visible()


def test_search_tells_that_nothing_was_found(reader: ServedReader) -> None:
    reader.find("#search").fill("no such words")
    reader.wait_for(lambda: reader.texts("#hits li") == ["Nothing found"])


def test_an_older_answer_does_not_overwrite_a_newer_one(reader: ServedReader) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    reader.page.route(re.compile(r"q=fl$"), hold)
    reader.find("#search").press_sequentially("fl")
    reader.wait_for(lambda: bool(held))
    reader.find("#search").fill("pell")
    reader.wait_for(lambda: any("Jonas Pell" in text for text in reader.texts("#hits li")))
    held[0].abort()
    reader.page.wait_for_timeout(200)
    assert any("Jonas Pell" in text for text in reader.texts("#hits li"))
    complaining(reader)


def test_the_confidence_filter_asks_the_server_and_hides_in_the_network(
    reader: ServedReader, pile: Pile
) -> None:
    before = reader.drawn()
    unsure = reader.run("(id) => kg.placesOf([id]).length", pile.eleven.id)
    assert unsure == 1
    reader.find("#tab-claims").click()
    reader.wait_for_answers()
    reader.find("#confidence").fill("95")
    reader.wait_for_answers()
    shares = [
        int(words.split()[0]) for words in reader.find("#list .cell-confidence").all_text_contents()
    ]
    assert all(share >= 95 for share in shares)
    assert len(reader.drawn()) < len(before)
    assert "confidence=95" in reader.url


def test_only_disputed_leaves_the_disputed_claims(reader: ServedReader, pile: Pile) -> None:
    reader.find("#disputed-only").click()
    reader.wait_for_answers()
    claims = {name for name in reader.drawn() if name.startswith("claim/")}
    assert claims == {pile.eleven.id, pile.fourteen.id}
    assert "only=disputed" in reader.url


def test_until_hides_what_was_published_later(reader: ServedReader, pile: Pile) -> None:
    reader.find("#until").fill("1")
    reader.wait_for_answers()
    assert pile.second.id not in reader.drawn() or pile.first.id not in reader.drawn()


def test_neighbours_leave_what_is_open_and_its_own(reader: ServedReader, pile: Pile) -> None:
    reader.open(pile.eleven.id)
    reader.find("#ego").click()
    assert {pile.eleven.id, pile.fourteen.id, pile.service.id} <= reader.drawn()
    assert pile.staff.id not in reader.drawn()


def test_the_legend_counts_and_hides_kinds(reader: ServedReader) -> None:
    assert reader.text("[data-node-kind=Article] small") == "4"
    reader.find("[data-node-kind=Claim]").click()
    assert not any(name.startswith("claim/") for name in reader.drawn())
    assert "without=Claim" in reader.url
    reader.find("[data-edge-kind=contradicts]").click()
    assert reader.find("[data-edge-kind=contradicts]").get_attribute("aria-pressed") == "false"


def test_mentioned_ones_come_with_their_edges(reader: ServedReader) -> None:
    before = reader.drawn()
    reader.find("#mentioned").click()
    assert before < reader.drawn()


def test_a_click_in_the_network_opens_what_is_there(reader: ServedReader, pile: Pile) -> None:
    reader.click_node(pile.first.id)
    reader.wait_for_panel("Article")
    assert reader.url.endswith(quote(pile.first.id))


def test_kinds_are_drawn_in_their_colours(reader: ServedReader, pile: Pile) -> None:
    x, y = reader.spot(pile.first.id)
    script = """async ([x, y]) => {
      const gl = kg.network.getCanvases().nodes;
      const box = gl.getBoundingClientRect();
      kg.network.refresh();
      const flat = document.createElement("canvas");
      [flat.width, flat.height] = [gl.width, gl.height];
      const pen = flat.getContext("2d");
      pen.drawImage(gl, 0, 0);
      return [...pen.getImageData(x - box.left, y - box.top, 1, 1).data].slice(0, 3);
    }"""
    colour = "#" + "".join(f"{share:02x}" for share in reader.run(script, [x, y]))
    assert colour == reader.run("kg.data.nodeLooks.Article.light")


def test_show_more_brings_in_the_next_page_and_goes_on_from_there(
    visits: Visits, crowded: str
) -> None:
    reader = visits.by(ServedReader, crowded)
    assert reader.count("#list .thread") == 50
    assert reader.text("#list > .more-rows") == "Show more of 69 disputes"
    reader.find("#list > .more-rows").focus()
    reader.press("Enter")
    reader.wait_for(lambda: reader.count("#list .thread") == 69)
    assert reader.count("#list > .more-rows") == 0
    assert reader.run(
        "document.activeElement.closest('.thread') === document.querySelectorAll('.thread')[50]"
    )


def test_back_and_forward_go_where_one_was(reader: ServedReader, pile: Pile) -> None:
    reader.open(pile.eleven.id)
    reader.open(pile.service.id)
    reader.find("#panel .close").click()
    reader.find("#tab-claims").click()
    reader.wait_for_answers()
    reader.page.go_back()
    reader.wait_for(lambda: reader.text("[role=tab][aria-selected=true]").startswith("Disputes"))
    reader.page.go_back()
    reader.wait_for_panel("Organization")
    reader.page.go_back()
    reader.wait_for_panel("Claim")
    reader.page.go_forward()
    reader.wait_for_panel("Organization")


def test_a_permanent_link_opens_the_same_with_its_filters(
    visits: Visits, server: str, pile: Pile
) -> None:
    reader = visits.by(ServedReader, server)
    reader.visit(f"#{quote(pile.eleven.id)}?confidence=50&without=Event")
    reader.wait_for_panel("Claim")
    assert reader.marked() == "the number of dead at 11"
    assert reader.find("#confidence").input_value() == "50"
    assert reader.find("[data-node-kind=Event]").get_attribute("aria-pressed") == "false"


def test_a_permanent_link_keeps_where_the_network_was_moved_to_and_its_lines(
    reader: ServedReader,
) -> None:
    reader.find("[data-edge-kind=cites]").click()
    reader.page.mouse.move(800, 400)
    reader.page.mouse.down()
    reader.page.mouse.move(700, 450, steps=4)
    reader.page.mouse.up()
    reader.wait_for(lambda: "at=" in reader.url)
    assert "lines=" in reader.url
    seen = reader.run("kg.viewNow()")
    reader.visit(f"#{reader.url.split('#', 1)[1]}")
    assert reader.find("[data-edge-kind=cites]").get_attribute("aria-pressed") == "false"
    again = reader.run("kg.viewNow()")
    assert [again["x"], again["y"]] == pytest.approx([seen["x"], seen["y"]], abs=0.6)
    assert again["scale"] == pytest.approx(seen["scale"], rel=0.01)


def test_a_link_to_what_is_not_there_says_so(reader: ServedReader) -> None:
    reader.visit("#claim/nothing")
    reader.wait_for(lambda: reader.count("#panel .fault") == 1)
    assert "claim/nothing" in reader.text("#panel .fault")
    assert reader.count("#panel .fault button") == 0
    reader.find("#panel .close").click()
    assert not reader.find("#panel").is_visible()
    complaining(reader)
