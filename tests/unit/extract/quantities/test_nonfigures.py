import pytest

from kg.extract.lexemes import lexemes
from kg.extract.quantities.figures import figures
from kg.extract.quantities.nonfigures import blotted, nonfigures


def left(text: str) -> list[str]:
    row = blotted(lexemes(text), nonfigures(text))
    return [text[figure.start : figure.end] for figure in figures(row)]


@pytest.mark.parametrize(
    "text",
    [
        "at 5.15 p.m.", "between 2 p.m. and 6 p.m.", "at about 2:10 a.m.", "by two in the afternoon", "at 10 o'clock",
        "at 14:30", "0600 GMT", "aged 19", "a 19-year-old", "girls aged 12 to 14", "a six-month-old", "Ada Brook, 47, said",
        "Article 5", "No. 4", "Resolution 1701", "Section 12(b)", "Flight 370", "School No. 4", "1. First", "(3)", "2) Second",
        "call 0171 555 1234", "a 7-2 vote", "version 1.2.3", "on 12/05/2023", "open 24/7", "on Jan. 12", "in 2016 and 2021",
        "one day", "one of them", "the biggest one", "the 1990s", "three weeks ago", "since 2019",
    ],
)  # fmt: skip
def test_numbers_that_count_nothing_are_blotted_out(text: str) -> None:
    assert left(text) == []


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("the 31 boats at 5 p.m.", "31"),
        ("Velm, 300 km away", "300 km"),
        ("a list of 1,600 jobs", "1,600"),
        ("on Oct. 8 some 120,000 came", "some 120,000"),
        ("level 7.4 metres", "7.4 metres"),
        ("a toll of 60, or more", "60"),
        ("in 2016, 450 seats", "450"),
    ],
)
def test_figures_beside_them_are_kept(text: str, figure: str) -> None:
    assert left(text) == [figure]


def test_no_place_begins_inside_a_word() -> None:
    assert list(nonfigures("The guards let in anyone at night.")) == []
