"""Whether the page is fit for use: accessibility, print, other scripts, long titles."""

from pathlib import Path
from typing import Any

import pytest

from kg.export.page import FILE, write
from kg.graph import assemble
from kg.model import Collection, EntityKind, Style
from tests.browser.reader import Reader, Visits
from tests.factory import Pile, article, claim, entity

pytestmark = pytest.mark.browser

AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text(encoding="utf-8")
LONG = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle" * 3
ARABIC = "قال المسؤول إن المدينة آمنة."
KOREAN = "“우리는 안전하다” 김민수는 말했다."


def faults(reader: Reader) -> list[str]:
    """What axe-core finds serious or critical, as rule and element."""
    reader.run(AXE + ";window.axe = axe")
    found: list[dict[str, Any]] = reader.run(
        "axe.run(document, {resultTypes: ['violations']}).then((result) => result.violations)"
    )
    return [
        f"{row['id']}: {node['html'][:120]}"
        for row in found
        if row["impact"] in {"serious", "critical"}
        for node in row["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_serious_in_any_list(
    visits: Visits, address: str, width: int, scheme: str
) -> None:
    reader = visits.to(address, {"width": width, "height": 800}, scheme=scheme)
    found = {}
    for tab in ("disputes", "updates", "figures", "claims", "voices", "articles"):
        reader.find(f"#tab-{tab}").click()
        found[tab] = faults(reader)
    assert not any(found.values()), found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_any_panel(
    visits: Visits, address: str, pile: Pile, scheme: str
) -> None:
    reader = visits.to(address, scheme=scheme)
    found = {}
    dispute = reader.run("kg.data.disputes[0].id")
    for name in (dispute, pile.eleven.id, pile.second.id, pile.service.id):
        reader.open(name)
        found[name] = faults(reader)
    assert not any(found.values()), found


def test_both_sides_can_be_read_with_the_keyboard_alone(reader: Reader) -> None:
    for _ in range(40):
        reader.press("Tab")
        if reader.run("document.activeElement.matches('.thread h2 button')"):
            break
    reader.press("Enter")
    assert reader.text("#panel .kind") == "Dispute"
    assert reader.run("document.getElementById('panel').contains(document.activeElement)")
    reader.press("Escape")
    assert not reader.find("#panel").is_visible()
    assert reader.run("document.activeElement.matches('.thread h2 button')")


def test_print_shows_what_is_open_in_full_and_no_network(reader: Reader, pile: Pile) -> None:
    reader.open(pile.second.id)
    reader.page.emulate_media(media="print")
    assert not reader.find("#stage").is_visible()
    assert not reader.find("header .search").is_visible()
    assert reader.find("#panel .article-text").is_visible()
    assert reader.run("getComputedStyle(document.body).overflow") == "visible"
    assert reader.find("#panel").evaluate("(panel) => panel.scrollHeight <= panel.clientHeight + 1")


def foreign() -> Collection:
    """Reports in Arabic and Korean and one with a title without a blank."""
    reports = (
        article(ARABIC, "ar.txt", title=ARABIC, language="ar", published="2031-03-04"),
        article(KOREAN, "ko.txt", title=KOREAN, language="ko", published="2031-03-05"),
        article("All is safe.", "de.txt", title=LONG, publisher=LONG, published="2031-03-06"),
    )
    voices = (
        entity(EntityKind.PERSON, "عبد الرحمن", articles=(reports[0].id,)),
        entity(EntityKind.PERSON, "김민수", articles=(reports[1].id,)),
        entity(EntityKind.ORGANIZATION, LONG, articles=(reports[2].id,)),
    )
    said = (
        claim(reports[0], "المدينة آمنة", speaker=voices[0].id),
        claim(reports[1], "우리는 안전하다", speaker=voices[1].id, style=Style.DIRECT),
        claim(reports[2], "All is safe", speaker=voices[2].id),
    )
    return Collection(
        articles=tuple(sorted(reports, key=lambda row: row.id)),
        entities=tuple(sorted(voices, key=lambda row: row.id)),
        claims=tuple(sorted(said, key=lambda row: row.id)),
    )


@pytest.mark.parametrize("width", [1280, 390])
def test_other_scripts_and_endless_words_break_nothing(
    visits: Visits, tmp_path: Path, width: int
) -> None:
    write(assemble(foreign()), tmp_path)
    reader = visits.to((tmp_path / FILE).as_uri(), {"width": width, "height": 800})
    for row in foreign().articles + foreign().entities:
        reader.open(row.id)
        beyond = "(panel) => panel.scrollWidth - panel.clientWidth"
        assert reader.find("#panel").evaluate(beyond) <= 0
        assert reader.run("document.documentElement.scrollWidth") <= width
    right_to_left = next(row for row in foreign().articles if row.language == "ar")
    reader.open(right_to_left.id)
    text = reader.find("#panel .article-text")
    assert text.evaluate("(text) => getComputedStyle(text).direction") == "rtl"
    assert reader.count("#panel mark") > 0
