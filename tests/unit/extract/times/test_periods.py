from datetime import date

import pytest

from kg.extract.times.periods import (
    before,
    edtf,
    month_of,
    months_of,
    season_of,
    third_of,
    week_in_month,
    week_of,
    weekday_near,
    year_of,
)

THURSDAY = date(2031, 2, 27)


def test_months_beyond_a_year_lie_in_the_next() -> None:
    assert months_of(2030, 12, 3) == (date(2030, 12, 1), date(2031, 2, 28))


def test_a_week_runs_from_monday_to_sunday() -> None:
    assert week_of(THURSDAY) == (date(2031, 2, 24), date(2031, 3, 2))


def test_the_last_week_of_a_month_is_its_last_seven_days() -> None:
    assert week_in_month(month_of(2030, 12), -1) == (date(2030, 12, 25), date(2030, 12, 31))


def test_the_second_week_of_a_month_begins_on_its_eighth() -> None:
    assert week_in_month(month_of(2030, 12), 2) == (date(2030, 12, 8), date(2030, 12, 14))


def test_a_winter_reaches_into_the_next_year() -> None:
    assert season_of(2030, "winter") == (date(2030, 12, 1), date(2031, 2, 28))


@pytest.mark.parametrize(
    ("part", "first", "last"),
    [
        ("early", date(2031, 1, 1), date(2031, 4, 30)),
        ("mid", date(2031, 5, 1), date(2031, 8, 31)),
        ("late", date(2031, 9, 1), date(2031, 12, 31)),
    ],
)
def test_a_year_has_an_early_a_middle_and_a_late_third(part: str, first: date, last: date) -> None:
    assert third_of(year_of(2031), part) == (first, last)


@pytest.mark.parametrize(
    ("ahead", "strict", "day"), [(False, False, 27), (False, True, 20), (True, False, 27)]
)
def test_a_weekday_is_the_day_itself_unless_left_out(
    *, ahead: bool, strict: bool, day: int
) -> None:
    assert weekday_near(THURSDAY, 3, ahead=ahead, strict=strict) == date(2031, 2, day)


def test_a_strict_weekday_ahead_is_a_week_away() -> None:
    assert weekday_near(THURSDAY, 3, ahead=True, strict=True) == date(2031, 3, 6)


@pytest.mark.parametrize(
    ("count", "unit", "text"),
    [
        (2, "day", "2031-02-25"),
        (-1, "week", "2031-03-03/2031-03-09"),
        (3, "month", "2030-11"),
        (1, "year", "2030"),
    ],
)
def test_periods_are_counted_back_from_a_day(count: int, unit: str, text: str) -> None:
    assert edtf(before(THURSDAY, count, unit)) == text


def test_whole_months_and_years_are_written_short() -> None:
    assert edtf(months_of(2030, 11, 3)) == "2030-11/2031-01"
    assert edtf((date(1990, 1, 1), date(1999, 12, 31))) == "1990/1999"


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot end on 2030-01-01"):
        edtf((THURSDAY, date(2030, 1, 1)))
