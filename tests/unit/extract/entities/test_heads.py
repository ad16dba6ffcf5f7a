"""What words alone tell."""

import pytest

from kg.extract.entities import heads
from kg.model import EntityKind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("harbour university", EntityKind.ORGANIZATION),
        ("university of the sea", EntityKind.ORGANIZATION),
        ("institute for harbour light", EntityKind.ORGANIZATION),
        ("11th corps", EntityKind.UNIT),
        ("4th army", EntityKind.UNIT),
        ("danish army", None),
        ("black fox brigade", EntityKind.UNIT),
        ("danish special operations forces", EntityKind.UNIT),
        ("harbour herald", EntityKind.SOURCE),
        ("radio tide", EntityKind.SOURCE),
        ("cape loss", EntityKind.PLACE),
        ("harbour street", EntityKind.PLACE),
        ("herald", None),
        ("ana ruiz", None),
    ],
)
def test_shape_of_a_name(name: str, kind: EntityKind | None) -> None:
    assert heads.shape(name.split()) is kind


@pytest.mark.parametrize(
    ("noun", "kind"),
    [
        ("hydrologist", EntityKind.PERSON),
        ("mayor", EntityKind.PERSON),
        ("charity", EntityKind.ORGANIZATION),
        ("newspaper", EntityKind.SOURCE),
        ("town", EntityKind.PLACE),
        ("owner", None),
        ("banana", None),
    ],
)
def test_nouns_that_denote(noun: str, kind: EntityKind | None) -> None:
    assert heads.denotes(noun) is kind


@pytest.mark.parametrize(
    "word", ["seismologist", "glaciologist", "economist", "analyst", "professor"]
)
def test_experts(word: str) -> None:
    assert heads.is_expert(word)


@pytest.mark.parametrize("word", ["apologist", "photographer", "mayor", "minister", "spokesman"])
def test_no_experts(word: str) -> None:
    assert not heads.is_expert(word)


@pytest.mark.parametrize("name", ["clean rivers act", "world cup", "treaty of ghent"])
def test_laws_and_prizes_are_things(name: str) -> None:
    assert heads.names_thing(name.split())


def test_state_bodies_are_told_from_others() -> None:
    assert heads.is_state_body(["ministry", "of", "water"])
    assert not heads.is_state_body(["navy"])
    assert not heads.is_state_body(["harbour", "university"])


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("ifp", "institute for peace", True),
        ("ip", "institute for peace", True),
        ("ctp", "coastal tide party of norway", True),
        ("rfl/rt", "radio free lund/radio tide", True),
        ("abc", "institute for peace", False),
        ("r", "ruiz", False),
    ],
)
def test_initials(short: str, full: str, *, expected: bool) -> None:
    assert heads.is_initials(short, full) is expected
