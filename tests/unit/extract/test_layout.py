import pytest

from kg.extract.layout import bylines, captions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dam holds\n\nBy Ada Moor\n\nThe dam held, officials said.", ("Dam holds", "Ada Moor")),
        ("Ada Moor, Velm correspondent\n\nThe dam held on Monday.", ("Ada Moor",)),
        ("The dam held on Monday, officials said.", ()),
        ("By Ada Moor, who was there.\n", ()),
        ("", ()),
    ],
)
def test_byline_is_a_line_that_is_a_name_and_nothing_else(
    text: str, expected: tuple[str, ...]
) -> None:
    assert bylines(text) == expected


def test_byline_stands_near_the_top_or_the_end() -> None:
    body = "\n".join(f"The dam held on day {day}, officials said." for day in range(30))
    middle = body.replace("day 20, officials said.", "day 20.\nAda Moor")
    assert bylines(middle) == ()
    assert bylines(f"{body}\nAda Moor") == ("Ada Moor",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("News.\nMen carry sand. [AGENCY]\nMore.", ["Men carry sand. [AGENCY]"]),
        ("In this file photo, men carry sand.", ["In this file photo, men carry sand."]),
        ("In this town men carry sand.", []),
        ("The clerk [of Velm] carries sand.", []),
    ],
)
def test_caption_has_a_credit_or_begins_like_one(text: str, expected: list[str]) -> None:
    assert [span.cut(text) for span in captions(text)] == expected
