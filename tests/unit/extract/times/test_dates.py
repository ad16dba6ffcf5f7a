from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.times.dates import Anchor, date_expressions

PUBLISHED = date(2031, 2, 27)  # a Thursday


def only(text: str, anchor: Anchor) -> tuple[str, str | None]:
    (expression,) = date_expressions(text)
    return text[expression.start : expression.end], expression.resolve(anchor)


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("on Jan. 12", "Jan. 12", "2031-01-12"),
        ("by March 31", "March 31", "2031-03-31"),
        ("on December 21", "December 21", "2030-12-21"),
        ("Saturday January 11", "Saturday January 11", "2031-01-11"),
        ("around Feb. 7", "around Feb. 7", "2031-02-07~"),
        ("July 14-16", "July 14-16", "2030-07-14/2030-07-16"),
        ("by 30 July at last", "30 July", "2030-07-30"),
        ("in October", "October", "2030-10"),
        ("last October", "last October", "2030-10"),
        ("last February", "last February", "2030-02"),
        ("next October", "next October", "2031-10"),
        ("October last year", "October last year", "2030-10"),
        ("early August", "early August", "2030-08-01~/2030-08-10~"),
        ("since mid-January", "since mid-January", "2031-01-11/2031-02-27"),
        ("the first week of February", "the first week of February", "2031-02-01~/2031-02-07~"),
        ("the last week of December", "the last week of December", "2030-12-25~/2030-12-31~"),
        (
            "between January and February of this year",
            "between January and February of this year",
            "2031-01/2031-02",
        ),
        ("between November and January", "between November and January", "2030-11/2031-01"),
        ("on Thursday", "Thursday", "2031-02-27"),
        ("on Friday", "Friday", "2031-02-21"),
        ("last Thursday", "last Thursday", "2031-02-20"),
        ("next Thursday", "next Thursday", "2031-03-06"),
        ("since Monday", "since Monday", "2031-02-24/2031-02-27"),
        ("yesterday", "yesterday", "2031-02-26"),
        ("tomorrow", "tomorrow", "2031-02-28"),
        ("last week", "last week", "2031-02-17/2031-02-23"),
        ("earlier this month", "earlier this month", "2031-02"),
        ("next year", "next year", "2032"),
        ("last fall", "last fall", "2030-09~/2030-11~"),
        ("this winter", "this winter", "2031-12~/2032-02~"),
        ("next spring", "next spring", "2031-03~/2031-05~"),
        ("since last fall", "since last fall", "2030-09-01/2031-02-27"),
        ("three weeks ago", "three weeks ago", "2031-02-03~/2031-02-09~"),
        ("twenty-five years ago", "twenty-five years ago", "2006~"),
        ("a day ago", "a day ago", "2031-02-26"),
        ("10 months ago", "10 months ago", "2030-04~"),
        ("in May", "May", "2030-05"),
    ],
)
def test_relative_dates_are_reckoned_from_the_day_of_publication(
    text: str, words: str, edtf: str
) -> None:
    assert only(text, Anchor(PUBLISHED)) == (words, edtf)


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("2024-02-08", "2024-02-08", "2024-02-08"),
        ("Sept. 5, 2021", "Sept. 5, 2021", "2021-09-05"),
        ("the 14th of July 2022", "the 14th of July 2022", "2022-07-14"),
        ("12 January 2024", "12 January 2024", "2024-01-12"),
        ("June 1997", "June 1997", "1997-06"),
        ("late 2023", "late 2023", "2023-09~/2023-12~"),
        ("in 2016", "2016", "2016"),
        ("since 2019", "since 2019", "2019"),
        ("the 1990s", "the 1990s", "1990/1999"),
        ("the summer of 2022", "the summer of 2022", "2022-06~/2022-08~"),
        ("from March to May 2024", "from March to May 2024", "2024-03/2024-05"),
    ],
)
def test_dates_with_a_year_need_no_publication(text: str, words: str, edtf: str) -> None:
    assert only(text, Anchor(None)) == (words, edtf)


@pytest.mark.parametrize(
    "text",
    [
        "Jan. 12", "October", "last October", "Thursday", "yesterday", "last week", "last fall", "three weeks ago",
        "the first week of May", "between May and June",
    ],
)  # fmt: skip
def test_dates_without_a_year_are_not_resolved_without_publication(text: str) -> None:
    assert only(text, Anchor(None))[1] is None


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Friday", "2031-02-28"),
        ("Thursday", "2031-02-27"),
        ("October", "2031-10"),
        ("Jan. 12", "2032-01-12"),
        ("last Friday", "2031-02-21"),
    ],
)
def test_the_next_such_day_is_meant_where_the_text_speaks_of_the_future(
    text: str, edtf: str
) -> None:
    assert only(text, Anchor(PUBLISHED, ahead=True))[1] == edtf


@pytest.mark.parametrize(
    "text", ["Feb. 30, 2024", "two weeks earlier", "July 16-14, 2024", "900 years later"]
)
def test_a_day_that_no_calendar_has_or_that_reckons_from_elsewhere_is_not_resolved(
    text: str,
) -> None:
    assert only(text, Anchor(PUBLISHED))[1] is None


@pytest.mark.parametrize(
    "text",
    [
        "Ms May said",
        "the march",
        "in 2000 people",
        "June Carver",
        "COVID-2020",
        "she may go",
        "1,990",
        "a fall of snow",
        "$2024",
    ],
)
def test_names_and_other_words_are_no_dates(text: str) -> None:
    assert date_expressions(text) == ()


def test_years_that_are_coordinated_are_each_a_date() -> None:
    text = "in 2016 and 2021"
    assert [text[found.start : found.end] for found in date_expressions(text)] == ["2016", "2021"]


@given(
    st.text(alphabet="Jan. Oct0123456789-,/ last yearsince Mondayinago three weeks", max_size=60)
)
def test_whatever_the_text_a_date_is_read_or_left(text: str) -> None:
    last = 0
    for expression in date_expressions(text):
        assert last <= expression.start < expression.end <= len(text)
        expression.resolve(Anchor(PUBLISHED))
        last = expression.end
