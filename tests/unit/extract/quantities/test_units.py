import pytest

from kg.extract.lexemes import lexemes
from kg.extract.quantities.units import DIMENSIONS, currency_at, unit_after


@pytest.mark.parametrize(
    ("text", "name", "length"),
    [
        ("km from", "kilometre", 1),
        ("nautical miles off", "nautical mile", 2),
        ("miles per hour", "mile per hour", 3),
        ("sq. km of", "square kilometre", 3),
        ("mg twice", "milligram", 1),
        ("m³/s at", "cubic metre per second", 3),
        ("percentage points", "percentage point", 2),
    ],
)
def test_the_longest_unit_is_read(text: str, name: str, length: int) -> None:
    found = unit_after(lexemes(text), 0, plural=True)
    assert found is not None
    assert (found[0].name, found[1]) == (name, length)


@pytest.mark.parametrize("text", ["men", "foot soldiers", "second team", "kmx", "per head", "\nkm"])
def test_a_word_that_only_looks_like_a_unit_is_none(text: str) -> None:
    assert unit_after(lexemes(text), 0, plural=True) is None


def test_the_singular_is_a_unit_where_the_number_is_one() -> None:
    assert unit_after(lexemes("foot"), 0, plural=False) is not None


@pytest.mark.parametrize(
    ("text", "name", "length"),
    [("$5", "$", 1), ("A$5", "A$", 2), ("USD 5", "$", 1), ("€ 5", "€", 1)],
)
def test_a_currency_stands_before_its_number(text: str, name: str, length: int) -> None:
    found = currency_at(lexemes(text), 0)
    assert found is not None
    assert (found[0].name, found[1]) == (name, length)


@pytest.mark.parametrize("text", ["a boat", "eur markets", "5"])
def test_other_words_are_no_currency(text: str) -> None:
    assert currency_at(lexemes(text), 0) is None


def test_every_unit_has_one_dimension() -> None:
    assert DIMENSIONS["kilometre"] == DIMENSIONS["mile"] == "length"
    assert DIMENSIONS["€"] == "money"
