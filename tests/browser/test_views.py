"""Articles, speakers, filters and addresses of the page."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.export.page import FILE, write
from kg.graph import assemble
from kg.model import Collection, EntityKind, RelationKind
from tests.browser.crowd import crowd
from tests.browser.reader import Reader, Visits
from tests.factory import Pile, article, claim, entity, quantity, relation, sample_collection

pytestmark = pytest.mark.browser

Show = Callable[[Collection], Reader]


@pytest.fixture
def show(visits: Visits, tmp_path: Path) -> Show:
    """Opens the page of a collection."""

    def opened(collection: Collection) -> Reader:
        write(assemble(collection), tmp_path)
        return visits.to((tmp_path / FILE).as_uri())

    return opened


def test_an_article_colours_claims_by_speaker_and_names_the_speakers(
    reader: Reader, pile: Pile
) -> None:
    reader.open(pile.second.id)
    colour = "(element) => element.style.getPropertyValue('--voice')"
    of = {
        name: reader.find(f"#panel mark[data-claim='{name}']").first.evaluate(colour)
        for name in (pile.fourteen.id, pile.eleven.id, pile.denial.id)
    }
    assert len(set(of.values())) == 3
    chips = reader.find("#panel .chip.voice").all()
    named = {chip.get_attribute("data-open"): chip.evaluate(colour) for chip in chips}
    assert named[pile.service.id] == of[pile.eleven.id]
    reader.find(f"#panel .chip.voice[data-open='{pile.service.id}']").click()
    assert reader.text("#panel h2") == "Velm Fire Service"


def test_disputed_claims_have_a_mark_in_the_margin_that_opens_both_sides(
    reader: Reader, pile: Pile
) -> None:
    reader.open(pile.second.id)
    left = "(elements) => elements.map((element) => element.getBoundingClientRect().x)"
    marks = reader.find("#panel .margin-mark").evaluate_all(left)
    assert len(marks) == 2
    [text] = reader.find("#panel .article-text").evaluate_all(left)
    assert all(mark < text + 24 for mark in marks)
    reader.find("#panel .margin-mark").first.click()
    assert reader.text("#panel .kind") == "Dispute"
    reader.open(pile.first.id)
    assert reader.count("#panel .margin-mark") == 0


def test_what_a_speaker_said_is_in_the_order_of_time(reader: Reader, pile: Pile) -> None:
    reader.open(pile.service.id)
    words = reader.texts("#panel .words")
    assert words.index(pile.nine.text) < words.index(pile.eleven.text)


def test_who_contradicts_itself_is_told_so_with_both_sayings(show: Show) -> None:
    pile = Pile()
    sample = sample_collection()
    own = relation(RelationKind.CONTRADICTS, pile.eleven, pile.nine)
    reader = show(sample.model_copy(update={"relations": (*sample.relations, own)}))
    reader.open(pile.service.id)
    assert "Contradicts itself".upper() in reader.text(".own-contradictions").upper()
    assert reader.texts(".own-contradictions .words") == [
        pile.nine.text,
        pile.eleven.text,
    ]
    reader.open(pile.mayor.id)
    assert reader.count(".own-contradictions") == 0


def test_only_what_is_disputed_is_left_in_network_and_lists(reader: Reader, pile: Pile) -> None:
    reader.find("#disputed-only").click()
    assert {pile.eleven.id, pile.fourteen.id, pile.service.id, pile.second.id} <= reader.drawn()
    assert not {pile.expert.id, pile.first.id} & reader.drawn()
    reader.find("#tab-claims").click()
    assert set(reader.texts("#list .words")) == {pile.eleven.text, pile.fourteen.text}
    assert "only=disputed" in reader.url


def test_the_slider_leaves_out_what_was_published_later(reader: Reader, pile: Pile) -> None:
    reader.find("#until").focus()
    reader.press("Home", "ArrowRight", "ArrowRight")
    assert reader.text("#until-value") == "4 Mar 2031"
    assert pile.first.id in reader.drawn()
    assert pile.second.id not in reader.drawn()
    reader.find("#tab-claims").click()
    assert pile.eleven.text not in reader.texts("#list .words")
    reader.find("#until").focus()
    reader.press("End")
    assert pile.second.id in reader.drawn()


def test_neighbours_alone_are_left_round_what_is_open(reader: Reader, pile: Pile) -> None:
    reader.open(pile.expert.id)
    reader.find("#ego").click()
    assert {pile.expert.id, pile.first.id} <= reader.drawn()
    assert pile.second.id not in reader.drawn()
    reader.find("#ego").click()
    assert pile.second.id in reader.drawn()


def test_an_address_brings_back_a_view_with_all_its_filters(reader: Reader, pile: Pile) -> None:
    reader.find("[data-node-kind=Source]").click()
    reader.find("#disputed-only").click()
    reader.open(pile.eleven.id)
    reader.find("#ego").click()
    address = reader.url
    drawn = reader.drawn()
    reader.visit(f"#{address.split('#', 1)[1]}")
    assert reader.marked() == pile.eleven.text
    assert reader.drawn() == drawn
    assert pile.unnamed.id not in drawn
    for name in ("disputed-only", "ego"):
        assert reader.find(f"#{name}").get_attribute("aria-pressed") == "true"


VIEW = "kg.viewNow()"


def test_an_address_brings_back_the_kinds_of_lines_and_what_is_folded_out_or_mentioned(
    reader: Reader, pile: Pile
) -> None:
    edges = len(reader.edges())
    reader.find("#all").click()
    reader.find("#mentioned").click()
    reader.find("[data-edge-kind=cites]").click()
    drawn, lines = reader.drawn(), len(reader.edges())
    assert {pile.nine.id, pile.velm.id} <= drawn
    reader.wait_for(lambda: "claims=all" in reader.url)
    reader.visit(f"#{reader.url.split('#', 1)[1]}")
    assert reader.drawn() == drawn
    assert len(reader.edges()) == lines
    for name in ("all", "mentioned"):
        assert reader.find(f"#{name}").get_attribute("aria-pressed") == "true"
    for pressed in ("#all", "#mentioned", "[data-edge-kind=cites]"):
        reader.find(pressed).click()
    reader.wait_for(lambda: "#" not in reader.url)
    assert len(reader.edges()) == edges


def test_an_address_brings_back_where_the_reader_has_moved_the_network(reader: Reader) -> None:
    reader.page.mouse.move(800, 400)
    reader.page.mouse.down()
    reader.page.mouse.move(700, 450, steps=4)
    reader.page.mouse.up()
    reader.wait_for(lambda: "at=" in reader.url)
    dragged = reader.url
    reader.page.mouse.wheel(0, -300)
    reader.wait_for(lambda: reader.url != dragged)
    seen = reader.run(VIEW)
    reader.visit(f"#{reader.url.split('#', 1)[1]}")
    for name, tolerance in (("x", 0.6), ("y", 0.6), ("scale", 0.01)):
        assert reader.run(VIEW)[name] == pytest.approx(seen[name], abs=tolerance)
    reader.find("#fit").click()
    reader.wait_for(lambda: "at=" not in reader.url)


def test_back_and_forward_bring_back_folds_lines_and_place(reader: Reader, pile: Pile) -> None:
    first = reader.drawn()
    reader.find("#tab-voices").click()
    reader.find("#all").click()
    reader.find("#closer").click()
    reader.wait_for(lambda: "at=" in reader.url and "claims=all" in reader.url)
    reader.wait_for(lambda: reader.run(VIEW)["scale"] == pytest.approx(scale_in(reader.url), 0.01))
    reader.open(pile.mayor.id)
    assert "at=" not in reader.url
    reader.page.go_back()
    reader.wait_for(lambda: reader.run(VIEW)["scale"] == pytest.approx(scale_in(reader.url), 0.01))
    reader.page.go_back()
    reader.wait_for(lambda: reader.drawn() == first)
    reader.page.go_forward()
    reader.wait_for(lambda: pile.nine.id in reader.drawn())
    assert "at=" in reader.url


def scale_in(url: str) -> float:
    """The zoom that an address names."""
    return float(url.rsplit("at=", 1)[1].split("+")[2])


def test_lists_have_addresses_and_back_goes_through_them(reader: Reader) -> None:
    reader.find("#tab-figures").click()
    assert reader.url.endswith("#figures")
    reader.find("#tab-voices").click()
    reader.page.go_back()
    reader.wait_for(lambda: reader.text("[aria-selected=true]").startswith("Figures"))
    reader.page.go_back()
    reader.wait_for(lambda: reader.text("[aria-selected=true]").startswith("Disputes"))
    reader.page.go_forward()
    reader.wait_for(lambda: reader.text("[aria-selected=true]").startswith("Figures"))


@pytest.mark.parametrize(
    "fragment",
    [
        "#?until=<img>",
        "#?without=nothing&lines=toString",
        "#?view=x&only=y&claims=1",
        "#?at=1+2",
        "#?at=x+y+z",
    ],
)
def test_a_garbled_filter_filters_nothing(reader: Reader, pile: Pile, fragment: str) -> None:
    reader.visit(fragment)
    assert {pile.first.id, pile.eleven.id, pile.expert.id} <= reader.drawn()


def test_a_large_network_opens_on_its_most_contested_part_and_says_so(show: Show) -> None:
    reader = show(crowd(articles=160, claims=6))
    drawn = reader.drawn()
    note = reader.text("#part-note")
    assert 100 < len(drawn) < 500
    assert note.startswith(f"The most contested part: {len(drawn)} of 1,")
    disputed = set(reader.run("kg.data.disputes[0].claims"))
    assert disputed <= drawn
    outside = reader.run(
        "(drawn) => kg.data.claims.find("
        "(row) => !drawn.includes(row.id) && !drawn.includes(row.speaker)).id",
        list(drawn),
    )
    reader.open(outside)
    assert outside in reader.drawn()
    reader.open("")
    reader.find("#part-note button").click()
    assert drawn < reader.drawn()
    assert not reader.find("#part-note").is_visible()
    assert "part=all" in reader.url


def test_a_small_network_says_nothing_of_parts(reader: Reader) -> None:
    assert not reader.find("#part-note").is_visible()


def test_on_a_phone_the_network_fills_its_canvas_and_the_tools_stay_on_it(phone: Reader) -> None:
    phone.find(".views [data-view=network]").click()
    assert phone.find("#canvas").evaluate(
        "({clientWidth, clientHeight}) =>"
        " Object.values(kg.network.getPositions()).every((place) => {"
        " const {x, y} = kg.network.canvasToDOM(place);"
        " return x > 0 && y > 0 && x < clientWidth && y < clientHeight})"
    )
    boxes = [button.bounding_box() for button in phone.find("#tools button").all()]
    assert all(box and box["x"] >= 0 and box["x"] + box["width"] <= 390 for box in boxes)


@pytest.mark.parametrize(
    ("locale", "day", "figure"),
    [("en-US", "Mar 4, 2031", "4,000"), ("de-DE", "4. März 2031", "4.000")],
)
def test_dates_and_numbers_are_those_of_the_reader_s_locale(
    visits: Visits, address: str, pile: Pile, locale: str, day: str, figure: str
) -> None:
    reader = visits.to(address, locale=locale)
    reader.open(pile.evacuated.id)
    told = reader.text("#panel")
    assert day in told
    assert figure in told


@pytest.mark.parametrize(
    ("low", "high", "unit", "counted", "told"),
    [
        (1, 1, "soldier", "soldiers", "1 soldier"),
        (12, 12, "soldier", "", "12 soldiers"),
        (None, 1, "person", "", "at most 1 person"),
        (11, 11, "person", "", "11 people"),
        (3, 3, "country", "countries", "3 countries"),
        (40, 40, "soldier", "its soldiers", "40 of its soldiers"),
        (40, 40, "soldier", "them", "40 soldiers"),
        (7.4, 7.4, "metre per second", "", "7.4 metres per second"),
        (140, 140, "millimetre", "rain", "140 millimetres of rain"),
        (30, 30, "percent", "the force", "30 percent of the force"),
        (1500, 2000, "$", "", "$1,500–2,000"),
    ],
)
def test_figures_and_what_they_count_agree_in_number(
    show: Show, low: float | None, high: float, unit: str, counted: str, told: str
) -> None:
    report = article("It was so many, they said.", "a.txt", published="2031-03-05")
    figure = quantity(report, "many", low, high, unit=unit, counted=counted)
    said = claim(report, "It was so many", quantities=(figure,))
    reader = show(Collection(articles=(report,), claims=(said,)))
    assert reader.texts("#list .cell-figures") == [told]


def test_the_axis_of_a_chart_names_what_is_counted_in_the_plural(reader: Reader) -> None:
    reader.find("#tab-figures").click()
    assert "↑ people" in (reader.find("#list .chart svg").first.text_content() or "")


def test_markup_in_a_disputed_sentence_its_speaker_and_its_address_stays_dead(show: Show) -> None:
    markup = "</script><img src=x onerror=\"document.title='broken in'\">"
    reports = [
        article(
            f"{count} boats {markup} sank, they said.",
            f"{count}.txt",
            title=markup,
            publisher=markup,
            published="2031-03-05",
            url="javascript:document.title='broken in'",
        )
        for count in (8, 9)
    ]
    speaker = entity(EntityKind.PERSON, f"Ruta {markup}")
    said = [
        claim(
            report,
            f"{count} boats {markup} sank",
            speaker=speaker.id,
            quantities=(quantity(report, str(count), count, count, unit=markup, measure="sunk"),),
        )
        for report, count in zip(reports, (8, 9), strict=True)
    ]
    reader = show(
        Collection(
            articles=tuple(sorted(reports, key=lambda row: row.id)),
            entities=(speaker,),
            claims=tuple(sorted(said, key=lambda row: row.id)),
            relations=(relation(RelationKind.CONTRADICTS, *sorted(said, key=lambda row: row.id)),),
        )
    )
    for name in (reader.run("kg.data.disputes[0].id"), reports[0].id, speaker.id):
        reader.open(name)
        assert "<img src=x" in reader.text("#panel")
        assert reader.count("img, #panel a") == 0
    reader.find("#tab-figures").click()
    assert "<img src=x" in reader.run("document.querySelector('#list .chart svg').textContent")
    assert reader.count("img") == 0
    assert reader.page.title() == "Who claims what"
