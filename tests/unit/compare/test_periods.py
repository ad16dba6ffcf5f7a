import pytest

from kg.compare.periods import period_over


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("12,000 soldiers were sent last October", {10}),
        ("They were sent last year", set(range(1, 13))),
        ("They came the previous summer", {6, 7, 8}),
        ("They have been there since last fall", set()),
        ("more than last year", set()),
        ("They were sent in October", set()),
        ("They were sent last week", set()),
        ("They came last May and left last June", set()),
    ],
)
def test_the_period_that_something_was_in_is_one_that_is_over(text: str, months: set[int]) -> None:
    assert period_over(text) == months


def test_a_winter_lies_in_no_year() -> None:
    winter, year = period_over("last winter"), period_over("last year")
    assert winter & year
    assert not winter <= year
