"""Reports that want to do harm: whatever is in their titles, names, ids and addresses is shown and never run."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.export.page import FILE, write
from kg.graph import assemble
from kg.model import Collection, EntityKind, RelationKind
from tests.browser.reader import Reader, Visits
from tests.factory import article, claim, entity, quantity, relation

pytestmark = pytest.mark.browser

TITLE = "Who claims what"
MARKUP = "</script><!--<script>--><img src=x onerror=\"document.title='broken in'\">"
HOSTILE_ID = "person/\"'><img src=x onerror=document.title=1>"

Attack = Callable[..., Reader]


@pytest.fixture
def attack(visits: Visits, tmp_path: Path) -> Attack:
    """Opens a page whose two reports have these facts; they contradict each other on a figure."""

    def attacked(speaker: str | None = None, **facts: object) -> Reader:
        reports = [
            article(f"{count} boats sank.", f"{count}.txt", published="2031-03-05", **facts)
            for count in (8, 9)
        ]
        voice = entity(
            EntityKind.PERSON, f"Ruta {MARKUP}", role=MARKUP, aliases=(MARKUP,), **_id(speaker)
        )
        said = [
            claim(
                report,
                f"{count} boats sank",
                speaker=voice.id,
                quantities=(
                    quantity(report, str(count), count, count, unit="boat", measure="sunk"),
                ),
            )
            for report, count in zip(reports, (8, 9), strict=True)
        ]
        said.sort(key=lambda row: row.id)
        write(
            assemble(
                Collection(
                    articles=tuple(sorted(reports, key=lambda row: row.id)),
                    entities=(voice,),
                    claims=tuple(said),
                    relations=(relation(RelationKind.CONTRADICTS, *said),),
                )
            ),
            tmp_path,
        )
        return visits.to((tmp_path / FILE).as_uri())

    return attacked


def _id(name: str | None) -> dict[str, object]:
    return {} if name is None else {"id": name}


def look_everywhere(reader: Reader) -> None:
    """Open every list and all that there is to open, with a search on the way."""
    for tab in ("disputes", "figures", "claims", "voices", "articles"):
        reader.find(f"#tab-{tab}").click()
        assert reader.count("#list img") == 0
    reader.press("/")
    reader.type("img")
    assert reader.count("#hits img") == 0
    reader.press("Escape")
    names = "[...kg.data.disputes, ...kg.data.articles, ...kg.data.entities, ...kg.data.claims]"
    for name in reader.run(f"{names}.map((row) => row.id)"):
        reader.open(name)
        assert reader.find("#panel").is_visible()
        assert reader.count("img") == 0
    assert reader.page.title() == TITLE
    assert {url.split("#")[0] for url in reader.requested} == {reader.address}


def test_markup_in_every_field_of_a_report_is_shown_as_words(attack: Attack) -> None:
    reader = attack(title=MARKUP, publisher=MARKUP, authors=(MARKUP,))
    look_everywhere(reader)
    reader.open(reader.run("kg.data.articles[0].id"))
    assert reader.text("#panel h2") == MARKUP


@pytest.mark.parametrize(
    "url",
    [
        "javascript:document.title='broken in'",
        " JavaScript:document.title='broken in'",
        "data:text/html,<script>document.title='broken in'</script>",
        "//evil.example/x",
        'https://evil.example/"onmouseover="document.title=1',
    ],
)
def test_only_web_addresses_are_linked_and_none_of_them_does_anything_else(
    attack: Attack, url: str
) -> None:
    reader = attack(url=url)
    look_everywhere(reader)
    reader.open(reader.run("kg.data.disputes[0].id"))
    links = reader.run(
        "[...document.querySelectorAll('#panel a')].map((a) => [a.protocol, a.getAttributeNames()])"
    )
    wanted = ["href", "rel", "target"]
    assert all(scheme == "https:" and sorted(names) == wanted for scheme, names in links)
    assert bool(links) == url.startswith("https:")


def test_an_id_that_is_markup_is_only_a_name(attack: Attack) -> None:
    reader = attack(speaker=HOSTILE_ID)
    look_everywhere(reader)
    reader.find("#tab-voices").click()
    reader.find("#list [data-open]").first.click()
    assert reader.text("#panel h2") == f"Ruta {MARKUP}"
    reader.visit(f"#{reader.url.split('#', 1)[1]}")
    assert reader.text("#panel h2") == f"Ruta {MARKUP}"
    reader.press("Escape")
    assert reader.page.title() == TITLE
