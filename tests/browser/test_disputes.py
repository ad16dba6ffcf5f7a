"""Disputes opened, and charts of figures: both sides in the articles' own words, each point within reach."""

from pathlib import Path

import pytest

from kg.export.page import FILE, write
from kg.graph import assemble
from kg.model import RelationKind
from tests.browser.reader import Reader, Visits
from tests.factory import Pile, relation, sample_collection

pytestmark = pytest.mark.browser


@pytest.fixture
def dispute(reader: Reader) -> str:
    """The id of the only dispute of the sample."""
    name: str = reader.run("kg.data.disputes[0].id")
    return name


def test_a_dispute_opens_from_the_list_with_both_sides_in_their_surroundings(
    reader: Reader,
) -> None:
    assert "1 independent origin against 1" in reader.text("#list .thread")
    reader.find("#list .thread h2 button").click()
    assert reader.text("#panel .kind") == "Dispute"
    assert sorted(reader.texts("#panel .side-name")) == ["11", "14"]
    assert {"the number of dead at 11", "Fourteen people were killed by the flood at Velm"} == set(
        reader.texts("#panel .testimony mark")
    )
    assert any("Jonas Pell, citing" in text for text in reader.texts("#panel .testimony .sentence"))
    surroundings = reader.texts("#panel blockquote")
    marks = reader.texts("#panel blockquote mark")
    assert all(len(text) > len(mark) for text, mark in zip(surroundings, marks, strict=True))


def test_the_most_contested_dispute_is_read_on_both_sides_and_followed_to_its_article_in_ten_seconds(
    visits: Visits, tmp_path: Path, pile: Pile
) -> None:
    sample = sample_collection()
    weaker = relation(RelationKind.CONTRADICTS, pile.held, pile.denial)
    more = sample.model_copy(update={"relations": (weaker, *sample.relations)})
    write(assemble(more), tmp_path)
    reader = visits.to((tmp_path / FILE).as_uri())
    weights = reader.run(
        "kg.data.disputes.map(({ origins }) => origins.slice(0, 2).sort((a, b) => a - b))"
    )
    assert len(weights) == 2
    assert weights == sorted(weights, reverse=True)
    title = reader.find("#list .thread h2").first.inner_text()
    reader.find("#list .thread h2 button").first.click()
    assert reader.text("#panel h2") == title
    sides = [side.inner_text() for side in reader.find("#panel .part").all()]
    assert len(sides) == 2
    assert reader.texts("#panel .why li") != []
    for place in range(2):
        part = reader.find("#panel .part").nth(place)
        sentence = part.locator(".testimony .sentence").first
        assert part.locator(".testimony mark.content").first.inner_text() != ""
        assert sentence.is_visible()
    claim = reader.find("#panel .testimony mark").first.get_attribute("data-claim")
    reader.find("#panel .testimony").first.get_by_role("button", name="In its article").click()
    assert reader.text("#panel .kind") == "Article"
    mark = reader.find(f"#panel mark.sought[data-claim='{claim}']").first
    panel, spot = reader.find("#panel").bounding_box(), mark.bounding_box()
    assert panel is not None
    assert spot is not None
    assert panel["y"] < spot["y"] < panel["y"] + panel["height"]


def test_a_dispute_tells_chain_dates_modality_reason_and_the_way_to_the_article(
    reader: Reader, pile: Pile, dispute: str
) -> None:
    reader.open(dispute)
    told = reader.text("#panel")
    assert "Velm Fire Service, via Jonas Pell and Rivermouth Wire, in Lakeside Herald" in told
    assert "said 5 Mar 2031" in told
    assert "published 5 Mar 2031" in told
    assert "asserted" in told
    assert "is set beside" in reader.text("#panel .why")
    reader.find(f".testimony [data-open='{pile.second.id}']").click()
    assert reader.text("#panel .kind") == "Article"


def test_an_article_with_a_web_address_is_linked_and_another_is_not(
    reader: Reader, pile: Pile
) -> None:
    update = reader.run("kg.data.developments[0].id")
    reader.open(update)
    links = reader.find(".testimony a").all()
    assert [link.get_attribute("href") for link in links] == [pile.first.url]


def test_a_reason_that_reprints_repeat_is_told_once(
    visits: Visits, tmp_path: Path, pile: Pile
) -> None:
    sample = sample_collection()
    rows = [row for row in sample.relations if row.kind is RelationKind.CONTRADICTS]
    again = rows[0].model_copy(update={"left": pile.copied.id, "why": f"{rows[0].why}!"})
    write(assemble(sample.model_copy(update={"relations": (*sample.relations, again)})), tmp_path)
    reader = visits.to((tmp_path / FILE).as_uri())
    assert len(reader.run("kg.data.disputes[0].relations")) == 2
    assert len(reader.texts("#list .thread .why li")) == 1
    reader.find("#list .thread h2 button").click()
    assert len(reader.texts("#panel .why li")) == 1


def test_a_dispute_has_an_address_of_its_own_and_back_leads_from_it(
    reader: Reader, pile: Pile, dispute: str
) -> None:
    reader.visit(f"#{dispute}")
    assert reader.text("#panel .kind") == "Dispute"
    assert {pile.eleven.id, pile.fourteen.id} <= reader.drawn()
    reader.open(pile.eleven.id)
    reader.page.go_back()
    reader.wait_for(lambda: reader.text("#panel .kind") == "Dispute")


def test_a_figure_has_a_chart_with_a_point_for_each_claim(reader: Reader, pile: Pile) -> None:
    reader.find("#tab-figures").click()
    points = reader.find("#list .chart [role=button]").all()
    assert {point.get_attribute("data-open") for point in points} == {
        pile.nine.id,
        pile.eleven.id,
        pile.fourteen.id,
        pile.copied.id,
    }
    assert all(point.get_attribute("tabindex") == "0" for point in points)
    assert reader.count(".chart .clashes path") == 1


def test_reprints_are_hollow_in_a_chart(reader: Reader, pile: Pile) -> None:
    reader.find("#tab-figures").click()
    fill = {
        name: reader.find(f"#list .chart [data-open='{name}']").get_attribute("fill")
        for name in (pile.fourteen.id, pile.copied.id)
    }
    assert fill[pile.copied.id] == "var(--sheet)"
    assert fill[pile.fourteen.id] != "var(--sheet)"
    assert "Hollow: reprint" in reader.text("#list .chart")


def test_a_point_tells_its_claim_on_focus_and_opens_it_on_enter(reader: Reader, pile: Pile) -> None:
    reader.find("#tab-figures").click()
    point = reader.find(f"#list .chart [data-open='{pile.eleven.id}']")
    point.focus()
    caption = reader.text("#list .chart-caption")
    assert caption.startswith("11 people · Velm Fire Service, via Jonas Pell")
    assert point.get_attribute("aria-label") == caption
    reader.press("Enter")
    assert reader.marked() == pile.eleven.text


def test_hovering_a_point_tells_its_claim(reader: Reader, pile: Pile) -> None:
    reader.find("#tab-figures").click()
    reader.find(f"#list .chart [data-open='{pile.nine.id}']").hover()
    assert reader.text("#list .chart-caption").startswith("9 people · Velm Fire Service")


def test_charts_and_disputes_leave_out_what_is_less_sure(reader: Reader, pile: Pile) -> None:
    reader.visit("#figures?confidence=90")
    points = reader.find("#list .chart [role=button]").all()
    assert pile.eleven.id not in {point.get_attribute("data-open") for point in points}


def test_a_dispute_is_no_wider_than_a_phone(phone: Reader, dispute: str) -> None:
    phone.visit(f"#{dispute}")
    assert phone.find("#panel .testimony").first.is_visible()
    assert phone.run("document.getElementById('panel').scrollWidth") <= 390
