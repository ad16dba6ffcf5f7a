import pytest
from pydantic import ValidationError

from kg.model import Article, Metadata
from tests.factory import article


def test_the_same_content_and_origin_give_the_same_id() -> None:
    assert article("It rained.", title="Rain").id == article("It rained.", title="Rain").id


def test_the_place_on_disk_is_no_part_of_the_id() -> None:
    assert article("It rained.", "a.txt").id == article("It rained.", "b/c.txt").id


@pytest.mark.parametrize("fact", ["title", "publisher", "published", "url"])
def test_content_and_origin_make_the_id(fact: str) -> None:
    assert article("It rained.").id != article("It rained.", **{fact: "2031-03-04"}).id
    assert article("It rained.").id != article("It poured.").id


def test_facts_in_another_field_make_another_id() -> None:
    assert article("It rained.", title="Rain").id != article("It rained.", publisher="Rain").id


@pytest.mark.parametrize(
    ("text", "title", "start"),
    [
        ("It rained.", "Flood at Velm", "article/flood-at-velm-"),
        ("\n  \n  It rained.\nIt poured.", None, "article/it-rained-"),
        ("비가 왔다.", None, "article/"),
    ],
)
def test_the_id_is_readable(text: str, title: str | None, start: str) -> None:
    assert article(text, title=title).id.startswith(start)


def test_an_article_keeps_what_is_known_about_it() -> None:
    known = Metadata(title="Rain", authors=("Ada Brook",), published="2031-03", language="en")
    found = Article.of("It rained.", "rain.md", known)
    assert {name: getattr(found, name) for name in Metadata.model_fields} == known.model_dump()
    assert (found.file, found.text) == ("rain.md", "It rained.")


def test_an_empty_article_is_none() -> None:
    with pytest.raises(ValidationError, match="text"):
        article("")
