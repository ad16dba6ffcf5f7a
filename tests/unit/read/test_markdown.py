import pytest

from kg.errors import InputError
from kg.model import Article
from kg.read.document import Document, Found, Note
from kg.read.markdown import read_markdown

FRONT = b"""---
title: "Dam bursts: nine missing"
publisher: Valley Post
url: https://post.example/dam
published: 2024-03-02T14:10:00+02:00
author: Ann Lee
---
"""


def read(data: bytes) -> list[Found]:
    return list(read_markdown(Document("in/a.md", "a.md", data)))


def article(data: bytes) -> Article:
    (found,) = read(data)
    assert isinstance(found, Article)
    return found


def test_front_matter_is_metadata_and_the_text_is_what_follows_unchanged() -> None:
    found = article(FRONT + b"\n# Dam  *bursts*\n\n- one \n---\nmore\n")
    assert found.text == "\n# Dam  *bursts*\n\n- one \n---\nmore\n"
    assert found.title == "Dam bursts: nine missing"
    assert found.publisher == "Valley Post"
    assert found.url == "https://post.example/dam"
    assert found.published == "2024-03-02T14:10:00+02:00"
    assert found.authors == ("Ann Lee",)


def test_carriage_returns_and_a_byte_order_mark_do_not_hide_the_front_matter() -> None:
    data = b"\xef\xbb\xbf" + FRONT.replace(b"\n", b"\r\n") + b"The dam burst.\r\n"
    assert (article(data).title, article(data).text) == (
        "Dam bursts: nine missing",
        "The dam burst.\n",
    )


@pytest.mark.parametrize("data", [b"The dam burst.\n", b"# Dam\n---\ntitle: x\n---\n"])
def test_without_front_matter_all_is_text(data: bytes) -> None:
    assert article(data).text == data.decode()
    assert article(data).title is None


@pytest.mark.parametrize("front", [b"---\n---\n", b"---\n# nothing yet\n---\n", b"---\n\n...\n"])
def test_front_matter_may_be_empty(front: bytes) -> None:
    assert article(front + b"The dam burst.").text == "The dam burst."


def test_scalars_stay_as_they_are_written() -> None:
    found = article(b"---\ntitle: 0010\npublisher: yes\npublished: 2024-03-02\n---\nThe dam burst.")
    assert (found.title, found.publisher, found.published) == ("0010", "yes", "2024-03-02")


def test_a_nonsense_date_costs_the_date_and_not_the_article() -> None:
    found, note = read(b"---\npublished: 2024-13-45\n---\nThe dam burst.")
    assert isinstance(found, Article)
    assert found.published is None
    assert note == Note(
        "in/a.md", "published '2024-13-45' is not a date such as 2024-10-24 and was left out"
    )


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            b"---\ntitle: Dam\n\nThe dam burst.",
            "line 1: front matter is not closed; add a line ---",
        ),
        (b"---\npublisher: Post\ntitle: Dam: nine\n---\nText", "line 3: front matter is not YAML"),
        (b"---\ntitle: [Dam\n---\nText", "line 3: front matter is not YAML"),
        (b"---\ntitle: \x07\n---\nText", "line 1: front matter is not YAML"),
        (b"---\n" + b"[" * 5000 + b"\n---\nText", "front matter is not YAML"),
        (b"---\n- Dam\n---\nText", "line 2: front matter is not a list of facts"),
        (b"---\ntitle: Dam\n---\n \n", "has no text after its front matter"),
    ],
)
def test_front_matter_that_cannot_be_read_is_one_clear_sentence(data: bytes, message: str) -> None:
    with pytest.raises(InputError) as raised:
        read(data)
    assert message in str(raised.value)
    assert "\n" not in str(raised.value)
    assert raised.value.remedy
