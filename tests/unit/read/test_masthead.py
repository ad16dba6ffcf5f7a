import pytest

from kg.model import Metadata
from kg.read.masthead import stated_day, with_day

BODY = "\n\nWater has come over the wall and into the lower town, where people have gone up to their roofs, as one of them said today.\n"


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Dam bursts\n\nBy Ann Lee\nMarch 12, 2025", "2025-03-12"),
        ("Dam bursts\n\nBy Ann Lee and Bo de Vries | 12 March 2025 | 5:10 pm", "2025-03-12"),
        ("Dam bursts\nPublished 4:03 PM EST, Tue January 7, 2025", "2025-01-07"),
        ("News\nDam bursts\nAnn Lee / 2024.10.24 (Thu)", "2024-10-24"),
        ("June 3rd, 2025\n\nDam bursts", "2025-06-03"),
        ("Dam bursts\n\n**Jan 9, 2026 5:34 AM UTC, updated an hour ago**", "2026-01-09"),
    ],
)
def test_a_line_of_names_labels_and_a_date_tells_the_day(head: str, day: str) -> None:
    assert stated_day(head + BODY) == day


@pytest.mark.parametrize(
    "dateline",
    [
        "DELOR, June 3, 2025 (XYZ) — ",
        "DELOR, Ghara, 3 June 2025 - ",
        "WASHINGTON, D.C., June 3, 2025: ",
        "Port Delor, June 3 2025 [XYZ] -- ",
    ],
)
def test_a_dateline_tells_the_day(dateline: str) -> None:
    assert stated_day(f"Dam bursts\n\n{dateline}Water has come.") == "2025-06-03"


@pytest.mark.parametrize(
    "text",
    [
        "What went wrong on June 3, 2025",
        "Battle of Delor, 3 June 2025",
        "Dam bursts\n\nThe accord of June 3, 2025, was signed.",
        "Dam bursts\n\nDELOR (XYZ) — On June 3, 2025, water came.",
        "Dam bursts\n\nDELOR, June 3 (XYZ) — Water has come.",
        "Dam bursts\n\n03/06/2025",
        "Dam bursts\n\nFebruary 30, 2025",
        "Dam bursts\n\nJune 2025",
        "Dam bursts\n\nJune 3, 2025 to June 5, 2025",
    ],
)
def test_a_date_that_the_report_is_about_or_that_is_not_full_tells_nothing(text: str) -> None:
    assert stated_day(text + BODY) is None


def test_behind_the_first_paragraph_no_day_is_sought() -> None:
    assert stated_day(f"Dam bursts{BODY}\nJune 3, 2025\n") is None


def test_the_day_of_an_update_counts_only_where_there_is_no_other() -> None:
    assert stated_day("Dam bursts\nUpdated 5 June 2025\nPublished 3 June 2025\n") == "2025-06-03"
    assert stated_day("Dam bursts\nUpdated 5 June 2025\n") == "2025-06-05"


def test_what_is_known_otherwise_stays() -> None:
    known = Metadata(published="2025-06-01")
    assert with_day(known, "Dam bursts\n\nJune 3, 2025\n") is known
