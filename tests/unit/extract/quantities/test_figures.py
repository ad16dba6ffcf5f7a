import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.lexemes import lexemes
from kg.extract.quantities.figures import Doubt, Figure, figures


def read(text: str) -> list[Figure]:
    return list(figures(lexemes(text)))


def only(text: str) -> Figure:
    found = read(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("exactly 140 homes", 140, 140),
        ("about 2,300 residents", 2300, 2300),
        ("nearly 12,000 marchers", 12000, 12000),
        ("just over 60 boats", 60, 60),
        ("some 40 or so trucks", 40, 40),
        ("more than 4,000 people", 4000, None),
        ("over 1 million", 1_000_000, None),
        ("no fewer than 60", 60, None),
        ("upwards of 90", 90, None),
        ("4,000+ runners", 4000, None),
        ("20 or more", 20, None),
        ("dozens of places", 24, None),
        ("up to 3,000 troops", None, 3000),
        ("no more than 110", None, 110),
        ("as many as 70", None, 70),
        ("fewer than 15", None, 15),
        ("a maximum of 20", None, 20),
        ("200 or fewer", None, 200),
        ("between 11,000 and 15,000", 11000, 15000),
        ("between 20 and about 30", 20, 30),
        ("1,000 to 3,000", 1000, 3000),
        ("10,000–15,000", 10000, 15000),
        ("five or six", 5, 6),
        ("3 to 5 million", 3_000_000, 5_000_000),
        ("800 to 1,200", 800, 1200),
        ("ranging from 20 to 30", 20, 30),
        ("at least 20 to 30", 20, None),
        ("up to 20 to 30", None, 30),
        ("up to several hundred", 200, None),
        ("6.2, plus or minus 0.1", 6.1, 6.3),
        ("45 ± 3", 42, 48),
        ("dozens to hundreds", 24, None),
    ],
)  # fmt: skip
def test_hedges_and_ranges_set_the_bounds(text: str, low: float | None, high: float | None) -> None:
    figure = only(text)
    assert (figure.min, figure.max) == (low, high)


@pytest.mark.parametrize(
    ("text", "unit", "span"),
    [
        ("20 to 30 percent of", "percent", "20 to 30 percent"),
        ("30%", "percent", "30%"),
        ("12 per cent", "percent", "12 per cent"),
        ("four percentage points", "percentage point", "four percentage points"),
        ("about $1.2bn", "$", "about $1.2bn"),
        ("$1,500-2,000", "$", "$1,500-2,000"),
        ("US$5 million", "$", "US$5 million"),
        ("EUR 300,000", "€", "EUR 300,000"),
        ("£3m", "£", "£3m"),
        ("5 million dollars", "$", "5 million dollars"),
        ("7.4-metre wall", "metre", "7.4-metre"),
        ("5.5km away", "kilometre", "5.5km"),
        ("three nautical miles", "nautical mile", "three nautical miles"),
        ("700 sq km", "square kilometre", "700 sq km"),
        ("110 km/h", "kilometre per hour", "110 km/h"),
        ("120 cubic metres per second", "cubic metre per second", "120 cubic metres per second"),
        ("38 °C", "degree celsius", "38 °C"),
        ("over 41 years", "year", "41 years"),
        ("at least two more days", "day", "at least two more days"),
        ("300 foot soldiers", "", "300"),
    ],
)  # fmt: skip
def test_the_unit_belongs_to_the_figure(text: str, unit: str, span: str) -> None:
    figure = next(iter(read(text)))
    assert figure.unit is None if not unit else figure.unit is not None and figure.unit.name == unit
    expected = span if "over" not in text else text
    assert text[figure.start : figure.end] == expected


def test_a_stretch_of_time_is_not_bounded_by_over() -> None:
    figure = only("over 41 years")
    assert (figure.min, figure.max, figure.hedge) == (41, 41, None)


def test_degrees_below_zero_are_negative() -> None:
    assert [only(text).max for text in ("minus 12 degrees", "-12°C", "12 degrees")] == [
        -12,
        -12,
        12,
    ]


def test_hedges_are_kept_in_the_order_of_the_text() -> None:
    assert [only(text).hedge for text in ("at least roughly 30", "between 3 and 4", "the 300-odd", "90")] == [
        "at least roughly", "between", "odd", None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["another 500", "3,000 more troops", "an additional 40", "200 further boats"]
)
def test_what_comes_on_top_is_an_addition_without_a_hedge(text: str) -> None:
    figure = only(text)
    assert (figure.added, figure.hedge) == (True, None)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("rose from 14 to 17", [True, False]),
        ("1,450, up from the 1,200", [False, True]),
        ("31 rather than 60", [False, True]),
        ("two more than he said", [True]),
        ("17 from 3 villages", [False, False]),
    ],
)
def test_a_figure_that_another_is_compared_with_is_left_behind(text: str, left: list[bool]) -> None:
    assert [figure.left for figure in read(text)] == left


@pytest.mark.parametrize(
    "text",
    [
        "a six-storey house",
        "Su-35",
        "the 11th",
        "a 3-1 win",
        "51-49",
        "4x4",
        "10/8",
        "the bridge",
        "no longer",
        "no more",
        "#12",
    ],
)
def test_scores_properties_and_codes_are_no_figures(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("1701", Doubt.BARE), ("about 1701", Doubt.BARE), ("1,701", None), ("one boat", Doubt.ONE), ("about one boat", None),
        ("nobody", Doubt.NIL), ("not a single boat", Doubt.NIL), ("one kilometre", None),
    ],
)  # fmt: skip
def test_what_may_be_no_figure_is_marked(text: str, doubt: Doubt | None) -> None:
    assert only(text).doubt is doubt


def test_a_range_needs_one_unit_and_rising_ends() -> None:
    assert [(figure.min, figure.max) for figure in read("5 km to 3 hours; 9 to 4")] == [
        (5, 5),
        (3, 3),
        (9, 9),
        (4, 4),
    ]


def test_a_figure_ends_with_its_line() -> None:
    assert [(figure.min, figure.max) for figure in read("5\nmillion")] == [(5, 5)]


@given(
    st.text(alphabet="ab 0123456789,.-–$€%\nto or between and more than five million", max_size=80)
)
def test_figures_lie_in_the_text_in_order_with_a_bound(text: str) -> None:
    last = 0
    for figure in read(text):
        assert last <= figure.start < figure.end <= len(text)
        assert figure.min is not None or figure.max is not None
        last = figure.end
