from datetime import date

import pytest
from pydantic import ValidationError

from kg.model import When


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2024-10-21", date(2024, 10, 21), date(2024, 10, 21)),
        ("2024-10~", date(2024, 10, 1), date(2024, 10, 31)),
        ("2024-10-08/2024-10-13", date(2024, 10, 8), date(2024, 10, 13)),
        ("2024-12/2025", date(2024, 12, 1), date(2025, 12, 31)),
        ("2024~/2024-03", date(2024, 1, 1), date(2024, 3, 31)),
    ],
)
def test_a_date_has_a_first_and_a_last_day(edtf: str, earliest: date, latest: date) -> None:
    when = When(edtf=edtf)
    assert (when.earliest, when.latest) == (earliest, latest)


@pytest.mark.parametrize(
    "edtf",
    [
        "",
        "24",
        "2024-13",
        "2024-02-30",
        "2024-1-1",
        "2024/2023",
        "2024/",
        "2024/2025/2026",
        "2024-10-21T10:00",
        "0000",
        "~2024",
        "yesterday",
    ],
)
def test_what_is_no_date_is_refused(edtf: str) -> None:
    with pytest.raises(ValidationError):
        When(edtf=edtf)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("2024-10", "2024-10-31", True),
        ("2024-10", "2024-11", False),
        ("2024", "2024-06-01/2025-01-01", True),
        ("2024-10-08/2024-10-13", "2024-10-13/2024-10-20", True),
        ("2024-10-08/2024-10-13", "2024-10-14", False),
    ],
)
def test_dates_overlap_where_they_share_a_day(left: str, right: str, *, expected: bool) -> None:
    assert When(edtf=left).overlaps(When(edtf=right)) is expected
    assert When(edtf=right).overlaps(When(edtf=left)) is expected


def test_a_day_is_written_as_iso_8601() -> None:
    assert When.day(date(2031, 3, 4)).edtf == "2031-03-04"
