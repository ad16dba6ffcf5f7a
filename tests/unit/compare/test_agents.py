import pytest

from kg.compare.agents import Agent, Agents
from kg.model import EntityKind
from tests.factory import article, claim, entity

RUSSIA = entity(EntityKind.PLACE, "Russia")
UKRAINE = entity(EntityKind.PLACE, "Ukraine")
HARROW = entity(EntityKind.PLACE, "Harrow")
AGENCY = entity(EntityKind.ORGANIZATION, "Harrow Agency", affiliations=(UKRAINE.id,))
FRONT = entity(EntityKind.ORGANIZATION, "Velm Front")
BRIGADE = entity(EntityKind.UNIT, "Tarn Brigade", part_of=(FRONT.id,))
PELL = entity(EntityKind.PERSON, "Jonas Pell", aliases=("Pell",))
KIN = entity(EntityKind.PERSON, "Mira Pell")
DALE = entity(EntityKind.PERSON, "Orrin Dale")
PEOPLE = entity(EntityKind.SOURCE, "one farmer", named=False)
ALL = (RUSSIA, UKRAINE, HARROW, AGENCY, FRONT, BRIGADE, PELL, KIN, DALE, PEOPLE)


def agent(doer: str) -> Agent | None:
    made = claim(
        article("The dam failed.\n"),
        "The dam failed",
        about=tuple(e.id for e in ALL),
        speaker=FRONT.id,
    )
    return Agents({one.id: one for one in ALL}).agent(doer, made)


@pytest.mark.parametrize(
    ("doer", "name"),
    [
        ("Russia", RUSSIA),
        ("Ukraine’s armed forces", UKRAINE),
        ("General Orrin Dale", DALE),
        ("the Velm Front", FRONT),
        ("We", FRONT),
        ("", FRONT),
    ],
)
def test_a_doer_is_found_by_name_title_and_pronoun(doer: str, name: object) -> None:
    found = agent(doer)
    assert found is not None
    assert found.id == name.id  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "doer", ["Jonas Pell and Orrin Dale", "the wife of Orrin Dale", "one farmer", "Harrow", "it"]
)
def test_several_and_unnamed_doers_and_towns_are_not_found(doer: str) -> None:
    assert agent(doer) is None


@pytest.mark.parametrize(
    ("left", "right", "excluded"),
    [
        ("Russia", "Ukraine", True),
        ("Russia", "Harrow Agency", True),
        ("Ukraine", "Harrow Agency", False),
        ("Russia", "Velm Front", False),
        ("Velm Front", "Harrow Agency", True),
        ("Velm Front", "Tarn Brigade", False),
        ("Jonas Pell", "Orrin Dale", True),
        ("Jonas Pell", "Mira Pell", False),
        ("Jonas Pell", "Velm Front", False),
    ],
)
def test_doers_exclude_each_other_only_where_neither_may_act_for_the_other(
    left: str, right: str, excluded: bool
) -> None:
    one, other = agent(left), agent(right)
    assert one is not None
    assert other is not None
    assert one.excludes(other) == other.excludes(one) == excluded
