import pytest

from kg.model import Metadata
from kg.read.facts import is_encodable, metadata


def test_known_keys_become_metadata_and_others_are_ignored() -> None:
    facts = {
        "title": " Dam\n bursts ",
        "publisher": "Valley Post",
        "author": "Ann Lee",
        "date": "3 March 2024",
        "lang": "en",
        "tags": ["water"],
    }
    assert metadata(facts, "https://post.example/dam") == (
        Metadata(
            title="Dam bursts",
            publisher="Valley Post",
            authors=("Ann Lee",),
            published="2024-03-03",
            url="https://post.example/dam",
            language="en",
        ),
        (),
    )


def test_the_url_that_the_facts_give_comes_before_the_one_read_from() -> None:
    known, _ = metadata({"url": "https://post.example/a"}, "https://mirror.example/a")
    assert known.url == "https://post.example/a"


@pytest.mark.parametrize("unknown", ["", " ", "~", "null", "None", None])
def test_values_that_say_nothing_are_unknown(unknown: str | None) -> None:
    assert metadata({"title": unknown, "author": unknown, "published": unknown}) == (Metadata(), ())


def test_authors_may_be_one_or_a_list() -> None:
    assert metadata({"authors": ["Ann Lee", "", "Bo Sund"]})[0].authors == ("Ann Lee", "Bo Sund")
    assert metadata({"authors": "Ann Lee"})[0].authors == ("Ann Lee",)


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        (
            {"published": "soonish"},
            "published 'soonish' is not a date such as 2024-10-24 and was left out",
        ),
        ({"title": ["a", "b"]}, "title is not text and was left out"),
        ({"publisher": True}, "publisher is not text and was left out"),
        ({"authors": [{"name": "x"}]}, "authors is not text and was left out"),
        (
            {"title": "half \ud800"},
            "title holds half a character (a lone surrogate) and was left out",
        ),
    ],
)
def test_a_value_that_cannot_be_used_is_left_out_with_a_reason(
    facts: dict[str, object], reason: str
) -> None:
    assert metadata(facts) == (Metadata(), (reason,))


def test_numbers_count_as_text() -> None:
    assert metadata({"title": 1984, "published": 2024})[0] == Metadata(
        title="1984", published="2024"
    )


def test_lone_surrogates_cannot_be_encoded() -> None:
    assert is_encodable("flood 😀")
    assert not is_encodable("flood \udfff")
