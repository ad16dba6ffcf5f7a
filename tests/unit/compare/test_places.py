import pytest

from kg.compare.places import Level, Places, Site, Where, countries
from kg.model import Article, EntityKind
from tests.factory import article, entity

TEXT = "The town of Harrow lies in Sarn. Eastbank, a small village, and Velm do too. Orrin is a town square in France."


def _where(words: str, text: str = "") -> Where:
    report = article(TEXT)
    sarn = entity(EntityKind.PLACE, "Sarn", articles=(report.id,))
    rows = [sarn] + [
        entity(EntityKind.PLACE, name, articles=(report.id,), located_in=around)
        for name, around in (
            ("Harrow", (sarn.id,)), ("Eastbank", ()), ("Velm", ()), ("Orrin", ()), ("France", ()), ("Spain", ()),
        )
    ]  # fmt: skip
    return Places([report], rows).where(report.id, words, text or words)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("in Harrow", "in the village of Eastbank"),
        ("in France", "in Spain on Monday"),
        ("at the airport", "at his home in Harrow"),
        ("at a hospital in Harrow", "at home in Harrow"),
    ],
)
def test_two_places_of_one_level_exclude_each_other(left: str, right: str) -> None:
    assert _where(left).excludes(_where(right))
    assert _where(right).excludes(_where(left))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("in Harrow", "in Harrow"),
        ("in Harrow", "in Sarn"),
        ("in Harrow", "in Velm"),
        ("in Harrow", "in Orrin"),
        ("in Harrow", "in France"),
        ("in Harrow", "near Eastbank"),
        ("in Harrow", "at the airport"),
        ("at the airport", "in the airport hotel"),
        ("in Harrow", ""),
    ],
)
def test_places_that_may_be_one_exclude_nothing(left: str, right: str) -> None:
    assert not _where(left).excludes(_where(right))
    assert not _where(right).excludes(_where(left))


def test_a_place_that_is_rejected_is_excluded_whatever_it_is() -> None:
    rejecting = _where("in Sarn", "he was held in Sarn, not in Velm")
    assert rejecting.excludes(_where("in Velm"))
    assert _where("in Velm").excludes(rejecting)


def test_a_place_within_another_excludes_it_at_no_level() -> None:
    town = Site("harrow", frozenset({"greater-harrow"}), Level.TOWN)
    assert not town.excludes(Site("greater-harrow", level=Level.TOWN))
    assert town.excludes(Site("eastbank", level=Level.TOWN))


def test_the_parts_of_countries_are_no_countries() -> None:
    assert {"France", "Ukraine", "South Korea"} <= countries()
    assert countries().isdisjoint({"Hong Kong", "Puerto Rico", "Georgia"})


def test_a_place_lies_in_all_that_lies_around_what_it_lies_in() -> None:
    report: Article = article("In Harrow it rained.")
    land = entity(EntityKind.PLACE, "Norvania", articles=(report.id,))
    region = entity(EntityKind.PLACE, "Sarn", articles=(report.id,), located_in=(land.id,))
    town = entity(EntityKind.PLACE, "Harrow", articles=(report.id,), located_in=(region.id,))
    found = Places([report], [land, region, town]).named_in(report.id, report.text)
    assert found == {land.id, region.id, town.id}
