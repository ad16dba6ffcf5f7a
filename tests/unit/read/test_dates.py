import pytest

from kg.read.dates import iso_date


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2024", "2024"),
        ("2024-10", "2024-10"),
        ("2024-1-5", "2024-01-05"),
        (" 2024-10-24 ", "2024-10-24"),
        ("2024/10/24", "2024-10-24"),
        ("2024.10.24", "2024-10-24"),
        ("2024-10-24T14:10:05Z", "2024-10-24T14:10:05+00:00"),
        ("2024-10-24T14:10:05.123+0530", "2024-10-24T14:10:05+05:30"),
        ("2024-10-24t9:05", "2024-10-24T09:05"),
        ("2024-10-24 14:10 -04", "2024-10-24T14:10-04:00"),
        ("24 October 2024", "2024-10-24"),
        ("Thursday, 24th Oct. 2024", "2024-10-24"),
        ("October 24, 2024", "2024-10-24"),
        ("Sept. 3 2024", "2024-09-03"),
        ("May 2024", "2024-05"),
        ("Thu, 24 Oct 2024 14:10:00 +0200", "2024-10-24T14:10:00+02:00"),
    ],
)
def test_a_date_becomes_iso_at_the_precision_that_it_gives(written: str, expected: str) -> None:
    assert iso_date(written) == expected


@pytest.mark.parametrize(
    "written",
    [
        "",
        "yesterday",
        "01/02/2024",
        "2024-13-01",
        "2024-02-30",
        "2024-10-24T25:00",
        "2024-10-24Tnoon",
        "2024-10-24 1 o'clock",
        "30 February 2024",
        "24 Thermidor 2024",
        "0024-10-24",
        "20241",
        "Thu, 99 Oct 2024 14:10:00 +0200",
    ],
)
def test_what_is_no_date_or_could_be_two_gives_none(written: str) -> None:
    assert iso_date(written) is None
