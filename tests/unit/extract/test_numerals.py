import pytest

from kg.extract.lexemes import lexemes
from kg.extract.numerals import numeral, share


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", 7),
        ("11,000", 11_000),
        ("3.5 million", 3_500_000),
        ("1.2bn", 1_200_000_000),
        ("40k", 40_000),
        ("3m people", 3_000_000),
        ("3 hundred thousand", 300_000),
        ("eleven thousand", 11_000),
        ("twenty-seven", 27),
        ("twenty seven", 27),
        ("ninety", 90),
        ("one hundred and twenty", 120),
        ("one hundred and twenty thousand", 120_000),
        ("two thousand five hundred", 2_500),
        ("two and a half million", 2_500_000),
        ("a dozen", 12),
        ("two dozen", 24),
        ("a hundred thousand", 100_000),
        ("half a million", 500_000),
        ("a couple of hundred", 200),
    ],
)
def test_a_cardinal_number_has_its_value(text: str, value: float) -> None:
    found = numeral(lexemes(text), 0)
    assert found is not None
    assert (found.value, found.vague) == (value, False)


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("dozens", 24),
        ("scores of", 40),
        ("hundreds", 200),
        ("thousands", 2_000),
        ("tens of thousands", 20_000),
        ("hundreds of thousands", 200_000),
        ("several thousand", 2_000),
        ("a few hundred", 200),
        ("many thousand", 2_000),
    ],
)
def test_a_vague_count_has_the_least_that_it_can_mean(text: str, least: float) -> None:
    found = numeral(lexemes(text), 0)
    assert found is not None
    assert (found.value, found.vague) == (least, True)


@pytest.mark.parametrize(
    "text",
    [
        "11th",
        "1990s",
        "42nd",
        "a bridge",
        "half the town",
        "many people",
        "tens of metres",
        "seven"[:3],
    ],
)
def test_what_is_no_cardinal_number_is_left_alone(text: str) -> None:
    assert numeral(lexemes(text), 0) is None


@pytest.mark.parametrize("text", ["Su-35", "mid-thirty", "COVID-19"])
def test_the_tail_of_a_hyphenated_name_is_no_number(text: str) -> None:
    assert numeral(lexemes(text), 2) is None


def test_a_glued_m_multiplies_money_and_counts_but_measures_length_elsewhere() -> None:
    assert [found and found.value for found in (
        numeral(lexemes("5m"), 0, money=True), numeral(lexemes("5m barrels"), 0), numeral(lexemes("5m deep"), 0)
    )] == [5_000_000, 5_000_000, 5]  # fmt: skip


def test_only_digits_without_separator_are_bare() -> None:
    bare = {text: numeral(lexemes(text), 0) for text in ("1701", "1,701", "1701.5", "seven")}
    assert [text for text, found in bare.items() if found and found.bare] == ["1701"]


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("a third of", 33.333),
        ("two-thirds of", 66.667),
        ("three quarters of", 75),
        ("half of", 50),
        ("half the", 50),
        ("one in five", 20),
        ("nine out of ten", 90),
        ("one in every four", 25),
        ("eight of 10", 80),
        ("6 in 10", 60),
        ("9 out of 10", 90),
    ],
)
def test_a_fraction_of_a_whole_is_a_share_in_percent(text: str, percent: float) -> None:
    found = share(lexemes(text), 0)
    assert found is not None
    assert found.value == pytest.approx(percent, abs=0.001)


@pytest.mark.parametrize(
    "text",
    [
        "a third person",
        "half a million",
        "six of 11",
        "one in 2019",
        "6 in 10 days",
        "six in ten days",
        "6 in 12",
        "quarter of",
        "five thirds of",
        "two in the",
        "one on",
        "mid-half of",
    ],
)
def test_what_only_looks_like_a_fraction_is_no_share(text: str) -> None:
    assert share(lexemes(text), text.count("-") * 2) is None


def test_the_second_half_of_a_year_is_no_share() -> None:
    assert share(lexemes("second half of"), 1) is None
