"""The page in a real browser: what it shows, what it asks for (nothing), and how it is used."""

from pathlib import Path

import pytest

from kg.export.page import FILE, write
from kg.graph import assemble
from tests.browser.crowd import crowd
from tests.browser.reader import Reader, Visits
from tests.factory import Pile

pytestmark = pytest.mark.browser


def test_opening_and_using_the_page_requests_nothing_but_the_file(
    reader: Reader, pile: Pile
) -> None:
    reader.open(pile.eleven.id)
    assert {url.split("#")[0] for url in reader.requested} == {reader.address}


def test_network_opens_with_labelled_nodes_of_several_kinds(reader: Reader, pile: Pile) -> None:
    assert {pile.first.id, pile.service.id, pile.expert.id, pile.eleven.id} <= reader.drawn()
    labels = reader.run("kg.network.body.data.nodes.get().map((node) => node.label)")
    assert "Mira Castel" in labels
    assert all(labels)


def test_claims_cites_and_contradicts_are_drawn_apart(reader: Reader) -> None:
    looks = reader.run("kg.data.edgeLooks")
    colours = {looks[kind]["light"] for kind in ("claims", "cites", "contradicts")}
    drawn = {edge["colour"] for edge in reader.edges()}
    assert len(colours) == 3
    assert colours <= drawn


def test_disputes_are_the_first_thing_to_read_with_both_sides_words(reader: Reader) -> None:
    assert reader.text("[role=tab][aria-selected=true]").startswith("Disputes")
    assert reader.texts("#list .thread h2") == ["Killed · flood at Velm"]
    assert reader.texts("#list .thread .words") == [
        "the number of dead at 11",
        "Fourteen people were killed by the flood at Velm",
    ]


def test_clicking_a_claim_in_the_network_shows_its_words_in_its_article(
    reader: Reader, pile: Pile
) -> None:
    reader.click_node(pile.eleven.id)
    assert reader.marked() == "the number of dead at 11"
    sentence = "".join(reader.texts(".in-article .sentence"))
    assert "Jonas Pell, citing" in sentence
    assert "denied" not in sentence
    assert reader.texts(".chain li") == [
        "Velm Fire Service",
        "Jonas Pell",
        "Rivermouth Wire",
        "Velm flood: “hospital officials” count 14",
    ]


def test_what_stands_against_a_claim_is_shown_with_reason_and_both_sides(
    reader: Reader, pile: Pile
) -> None:
    reader.open(pile.eleven.id)
    block = reader.find(".standing.contradicts")
    assert "is set beside" in block.locator(".why").inner_text()
    assert block.locator(".words").all_inner_texts() == [
        pile.eleven.text,
        pile.fourteen.text,
    ]


def test_opening_a_claim_brings_what_contradicts_it_into_view(reader: Reader, pile: Pile) -> None:
    reader.open(pile.eleven.id)
    inside = (
        "(node) => {"
        " const {x, y} = kg.network.canvasToDOM(kg.network.getPosition(node));"
        " const {clientWidth, clientHeight} = document.getElementById('canvas');"
        " return x > 0 && y > 0 && x < clientWidth && y < clientHeight }"
    )
    reader.wait_for(lambda: reader.run(inside, pile.eleven.id))
    reader.wait_for(lambda: reader.run(inside, pile.fourteen.id))


def test_all_parts_of_a_broken_quote_are_marked_by_code_points(reader: Reader) -> None:
    broken = reader.run("kg.data.claims.find((row) => row.text.startsWith('Not one')).id")
    reader.open(broken)
    assert reader.marked() == "Not one boat came,|We rowed ourselves out."


@pytest.mark.parametrize("name", ["nine", "held", "evacuated", "fourteen", "denial", "staff"])
def test_marked_words_are_the_claim(reader: Reader, pile: Pile, name: str) -> None:
    wanted = getattr(pile, name)
    reader.open(wanted.id)
    assert reader.marked().replace("|", " ") == wanted.text


def test_clicking_a_speaker_folds_out_its_claims_and_a_second_click_folds_them_in(
    reader: Reader, pile: Pile
) -> None:
    assert pile.nine.id not in reader.drawn()
    reader.click_node(pile.service.id)
    assert pile.nine.id in reader.drawn()
    reader.click_node(pile.service.id)
    reader.wait_for(lambda: pile.nine.id not in reader.drawn())


def test_a_speaker_lists_what_it_said_and_who_cites_it(reader: Reader, pile: Pile) -> None:
    reader.open(pile.service.id)
    words = reader.texts("#panel .words")
    assert {pile.nine.text, pile.eleven.text} <= set(words)
    assert "Jonas Pell" in reader.text("#panel dl")


def test_who_declined_to_comment_is_told_with_article_and_words(reader: Reader, pile: Pile) -> None:
    reader.open(pile.company.id)
    told = " ".join(reader.text("#panel dl").split())
    assert "Declined to comment in Nine dead as flood hits Velm" in told
    assert "Velm “did not respond to a request for comment”" in told
    ends = [(edge["from"], edge["to"]) for edge in reader.edges()]
    assert (pile.company.id, pile.first.id) in ends
    reader.open(pile.first.id)
    told = " ".join(reader.text("#panel dl").split())
    assert "Norvane Power “did not respond to a request" in told


def test_an_article_shows_its_text_with_every_claim_marked(reader: Reader, pile: Pile) -> None:
    reader.open(pile.first.id)
    marked = set(reader.texts("#panel mark"))
    assert {pile.nine.text, pile.evacuated.text, "It was opened too late."} <= marked
    shown = reader.run("document.querySelector('#panel .article-text').textContent")
    assert shown == pile.first.text


def test_clicking_a_marked_claim_opens_it(reader: Reader, pile: Pile) -> None:
    reader.open(pile.first.id)
    reader.find(f"#panel mark[data-claim='{pile.nine.id}']").click()
    assert reader.text("#panel .kind") == "Claim"


def test_search_goes_to_the_first_hit_on_enter(reader: Reader) -> None:
    reader.press("/")
    reader.type("castel")
    reader.press("Enter")
    assert reader.text("#panel h2") == "Mira Castel"


def test_search_finds_words_of_claims_and_arrows_go_through_the_hits(
    reader: Reader, pile: Pile
) -> None:
    reader.press("/")
    reader.type("evacuated")
    assert len(reader.texts("#hits [role=option]")) == 1
    reader.press("ArrowDown", "Enter")
    assert reader.marked() == pile.evacuated.text


def test_search_finds_disputes_updates_and_figures_by_their_titles_and_opens_them(
    reader: Reader,
) -> None:
    reader.press("/")
    reader.type("killed")
    notes = set(reader.texts("#hits small"))
    assert {"Dispute · 2 claims", "Development · 2 claims", "Figure · 4 claims"} <= notes
    reader.find("#hits [role=option]", has_text="Dispute · 2 claims").click()
    assert reader.text("#panel .kind") == "Dispute"


def test_search_that_finds_nothing_says_so(reader: Reader) -> None:
    reader.press("/")
    reader.type("zzz")
    assert reader.texts("#hits li") == ["Nothing found"]


def test_legend_filters_by_kind(reader: Reader, pile: Pile) -> None:
    reader.find("[data-node-kind=Expert]").click()
    assert pile.expert.id not in reader.drawn()
    assert reader.find("[data-node-kind=Expert]").get_attribute("aria-pressed") == "false"


def test_those_who_are_only_mentioned_can_be_shown(reader: Reader, pile: Pile) -> None:
    places = reader.find("[data-node-kind=Place]")
    assert places.inner_text().split() == ["Places", "0/1"]
    reader.find("#mentioned").click()
    assert {pile.velm.id, pile.flood.id, pile.unit.id} <= reader.drawn()
    assert reader.text("[data-node-kind=Place]").split() == ["Places", "1"]


def test_updates_show_how_a_figure_changed(reader: Reader, pile: Pile) -> None:
    reader.find("#tab-updates").click()
    assert reader.texts("#list .words") == [pile.nine.text, pile.eleven.text]
    figures = reader.run(
        "[...document.querySelectorAll('#list .plot circle')].map((dot) => dot.cx.baseVal.value)"
    )
    assert figures == sorted(set(figures))


def test_legend_filters_edges(reader: Reader) -> None:
    before = len(reader.edges())
    reader.find("[data-edge-kind=cites]").click()
    assert 0 < len(reader.edges()) < before


def test_without_claims_contradictions_join_the_speakers(reader: Reader, pile: Pile) -> None:
    reader.find("[data-node-kind=Claim]").click()
    ends = [{edge["from"], edge["to"]} for edge in reader.edges()]
    assert {pile.service.id, pile.unnamed.id} in ends


def test_all_claims_can_be_folded_out_at_once(reader: Reader, pile: Pile) -> None:
    reader.find("#all").click()
    assert {row.id for row in pile.claims} <= reader.drawn()


def test_confidence_filter_hides_what_is_less_sure_in_network_and_lists(
    reader: Reader, pile: Pile
) -> None:
    reader.run(
        "const field = document.getElementById('confidence'); field.value = 90;"
        "field.dispatchEvent(new Event('input'))"
    )
    assert pile.eleven.id not in reader.drawn()
    assert pile.fourteen.id in reader.drawn()
    assert "Nothing here between claims" in reader.text("#list")


def test_confidence_filter_hides_what_is_less_sure_in_the_panel(reader: Reader, pile: Pile) -> None:
    reader.open(pile.service.id)
    assert "hospital officials (1)" in reader.texts("#panel .chip")
    reader.find("#confidence").focus()
    reader.press("End", "ArrowLeft", "ArrowLeft")
    assert reader.text("#confidence-value") == "≥ 90 %"
    assert pile.nine.text in reader.texts("#panel .words")
    assert pile.eleven.text not in reader.texts("#panel .words")
    assert "hospital officials (1)" not in reader.texts("#panel .chip")
    reader.open(pile.fourteen.id)
    assert reader.count("#panel .standing.contradicts") == 0


def test_contradictions_of_less_sure_claims_join_no_speakers(reader: Reader, pile: Pile) -> None:
    reader.visit("#?confidence=90")
    reader.find("[data-node-kind=Claim]").click()
    ends = [{edge["from"], edge["to"]} for edge in reader.edges()]
    assert {pile.service.id, pile.unnamed.id} not in ends


def test_who_says_nothing_of_this_confidence_is_no_voice_in_the_list(reader: Reader) -> None:
    reader.find("#tab-voices").click()
    assert any("Jonas Pell" in text for text in reader.texts("#list li"))
    reader.visit("#?confidence=90")
    reader.find("#tab-voices").click()
    assert not any("Jonas Pell" in text for text in reader.texts("#list li"))


def test_every_claim_in_the_panel_tells_its_confidence(reader: Reader, pile: Pile) -> None:
    reader.open(pile.service.id)
    assert {"95 % sure", "85 % sure"} <= set(reader.texts("#panel .claim .sure"))
    reader.open(pile.eleven.id)
    assert reader.find("#panel meter").get_attribute("value") == "0.85"
    assert "92 % sure" in reader.texts("#panel .standing .sure")


def test_claims_and_disputes_tell_how_many_independent_origins_say_so(
    reader: Reader, pile: Pile
) -> None:
    reader.open(pile.denial.id)
    assert "Independent origins\n2" in reader.text("#panel dl")
    reader.open(pile.eleven.id)
    assert "Independent origins\n1" in reader.text("#panel dl")
    told = reader.text("#panel .standing.contradicts > .against > .meta")
    assert "1 independent origin against 1" in told
    reader.open(pile.company.id)
    assert "2 independent origins" in reader.texts("#panel .claim .sure")


def test_address_keeps_the_least_confidence(reader: Reader, pile: Pile) -> None:
    reader.find("#confidence").focus()
    reader.press("End", "ArrowLeft", "ArrowLeft")
    assert reader.url.endswith(".html#?confidence=90")
    reader.open(pile.nine.id)
    assert reader.url.endswith(f"#{pile.nine.id}?confidence=90")
    reader.visit(f"#{pile.held.id}?confidence=90")
    assert reader.marked().startswith("The dam did not fail")
    assert reader.text("#confidence-value") == "≥ 90 %"
    assert pile.eleven.id not in reader.drawn()
    reader.visit()
    assert reader.text("#confidence-value") == "all"


def test_a_list_is_opened_at_the_confidence_of_its_address(reader: Reader, pile: Pile) -> None:
    reader.visit("#claims?confidence=95")
    assert reader.texts("#list .words") == [pile.nine.text]


def test_address_names_what_is_open_and_leads_back_to_it(reader: Reader, pile: Pile) -> None:
    reader.open(pile.held.id)
    assert reader.url.endswith(f"#{pile.held.id}")
    reader.visit(f"#{pile.nine.id}")
    assert reader.marked() == pile.nine.text
    assert pile.nine.id in reader.drawn()
    reader.open(pile.eleven.id)
    reader.page.go_back()
    reader.wait_for(lambda: reader.marked() == pile.nine.text)


@pytest.mark.parametrize(
    "fragment", ["#no/such-thing", "#%E0%A4%A", "#<img>", "#?confidence=most", "#?"]
)
def test_an_address_that_names_nothing_opens_the_page_as_usual(
    reader: Reader, fragment: str
) -> None:
    reader.visit(fragment)
    assert not reader.find("#panel").is_visible()
    assert reader.text("#confidence-value") == "all"


def test_escape_closes_the_panel(reader: Reader, pile: Pile) -> None:
    reader.open(pile.nine.id)
    reader.press("Escape")
    assert not reader.find("#panel").is_visible()
    assert "#" not in reader.url


def test_arrow_keys_go_from_row_to_row_and_from_node_to_node(reader: Reader) -> None:
    rows = reader.find("#list button[data-open]")
    rows.nth(0).focus()
    reader.press("ArrowDown")
    assert rows.nth(1).evaluate("(row) => row === document.activeElement")
    reader.find("#canvas").focus()
    reader.press("ArrowRight")
    assert reader.find("#panel").is_visible()


@pytest.mark.parametrize(
    ("tab", "word"),
    [("claims", "Confidence"), ("voices", "Mira Castel"), ("articles", "Nine dead")],
)
def test_every_list_can_be_read_without_the_network(reader: Reader, tab: str, word: str) -> None:
    reader.find(".views [data-view=list]").click()
    reader.find(f"#tab-{tab}").click()
    assert not reader.find("#stage").is_visible()
    assert word in reader.text("#list") or tab == "claims"
    assert reader.count("#list [data-open]") >= 4


def test_claims_are_sorted_by_the_column_that_is_clicked(reader: Reader) -> None:
    reader.find(".views [data-view=list]").click()
    reader.find("#tab-claims").click()
    for _ in range(2):
        reader.find("th:last-child button").click()
    shares = [int(text.split()[0]) for text in reader.texts("td.cell-confidence")]
    assert shares == sorted(shares, reverse=True)


def test_markup_in_titles_and_names_is_shown_as_words(reader: Reader) -> None:
    reader.find("#tab-articles").click()
    assert any("<img src=x" in text for text in reader.texts("#list b"))
    hostile = reader.run("kg.data.articles.find((row) => row.title?.includes('<img')).id")
    reader.open(hostile)
    assert "<b>Flood</b>" in reader.text("#panel h2")
    assert reader.count("img, #panel h2 b") == 0
    assert reader.page.title() == "Who claims what"


def test_ground_follows_the_reader_s_colour_scheme(reader: Reader) -> None:
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    light = reader.run(ground)
    reader.page.emulate_media(color_scheme="dark")
    assert reader.run(ground) != light
    looks = reader.run("kg.data.edgeLooks")
    reader.wait_for(
        lambda: looks["contradicts"]["dark"] in {edge["colour"] for edge in reader.edges()}
    )


def test_on_a_phone_the_panel_is_a_sheet_and_nothing_is_wider_than_the_screen(
    phone: Reader, pile: Pile
) -> None:
    assert phone.texts("#list .thread h2") == ["Killed · flood at Velm"]
    phone.open(pile.eleven.id)
    sheet = phone.find("#panel").bounding_box()
    assert sheet is not None
    assert sheet["width"] == 390
    assert sheet["y"] > 150
    assert phone.run("document.documentElement.scrollWidth") <= 390
    phone.press("Escape")
    phone.find(".views [data-view=network]").click()
    assert phone.find("#canvas").is_visible()


@pytest.mark.parametrize("tab", ["disputes", "updates", "figures", "claims", "voices", "articles"])
def test_no_list_is_wider_than_a_phone(phone: Reader, tab: str) -> None:
    phone.find(f"#tab-{tab}").click()
    beyond = "(list) => list.scrollWidth - list.clientWidth"
    assert phone.find("#list").evaluate(beyond) <= 0
    assert phone.run("document.documentElement.scrollWidth") <= 390


def test_on_a_phone_the_network_stays_in_sight_beside_what_is_open(
    phone: Reader, pile: Pile
) -> None:
    phone.find(".views [data-view=network]").click()
    phone.open(pile.second.id)
    sheet = phone.find("#panel").bounding_box()
    canvas = phone.find("#canvas").bounding_box()
    assert sheet is not None
    assert canvas is not None
    assert sheet["y"] - canvas["y"] > 250


@pytest.mark.slow
def test_two_thousand_claims_open_with_their_speakers_and_articles(
    visits: Visits, tmp_path: Path
) -> None:
    write(assemble(crowd(articles=100, claims=20)), tmp_path)
    reader = visits.to((tmp_path / FILE).as_uri())
    assert len(reader.drawn()) > 200
