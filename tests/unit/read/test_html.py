import pytest

from kg.errors import InputError
from kg.model import Article
from kg.read.document import Document, Found
from kg.read.html import read_html

SENTENCES = (
    "The old dam above the town gave way shortly before noon, the district office said on Saturday.",
    "About 300 people were taken to a school on the hill, where the army put up beds and a kitchen.",
    "“We heard it before we saw it,” said a farmer whose barn was carried off by the water.",
)
BODY = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
PAGE = f"""<!doctype html><html lang="en"><head><title>Dam bursts - Valley Post</title>
<meta property="og:title" content="Dam bursts"><meta property="og:site_name" content="Valley Post">
<meta property="article:published_time" content="2024-03-02T13:00:00+01:00"></head>
<body><nav><a href="/">Home</a> <a href="/s">Sport</a></nav><article><h1>Dam bursts</h1>{BODY}</article>
<footer>Copyright Valley Post</footer></body></html>"""


def read(page: str, url: str | None = None) -> list[Found]:
    return list(read_html(Document("in/a.html", "a.html", page.encode(), url=url)))


def article(page: str, url: str | None = None) -> Article:
    found = read(page, url)[0]
    assert isinstance(found, Article)
    return found


def test_the_body_is_the_articles_words_without_what_stands_around_them() -> None:
    text = article(PAGE).text
    for sentence in SENTENCES:
        assert sentence in text.splitlines()
    assert "Sport" not in text
    assert "Copyright" not in text


def test_metadata_come_from_the_pages_own_declarations() -> None:
    found = article(PAGE, "https://post.example/dam")
    assert (found.title, found.publisher) == ("Dam bursts", "Valley Post")
    assert found.published == "2024-03-02T13:00:00+01:00"
    assert (found.url, found.language) == ("https://post.example/dam", "en")


def test_a_title_element_does_for_want_of_a_better_one() -> None:
    page = (
        f"<html><head><title>Dam bursts</title></head><body><article>{BODY}</article></body></html>"
    )
    assert article(page).title == "Dam bursts"


@pytest.mark.parametrize("cut", ["</article>", "<footer>", "</p></article>"])
def test_broken_markup_is_read_as_far_as_it_goes(cut: str) -> None:
    assert SENTENCES[0] in article(PAGE[: PAGE.index(cut)]).text


def test_the_body_in_json_ld_does_where_the_markup_has_none() -> None:
    page = (
        '<html><head><script type="application/ld+json">{"@type": "NewsArticle", "headline": "Dam", '
        '"articleBody": "The dam burst.\\r\\nNobody was hurt."}</script></head><body><div id=app></div></body></html>'
    )
    assert article(page).text == "The dam burst.\nNobody was hurt."


@pytest.mark.parametrize(
    ("page", "problem"),
    [
        (
            "<html><head></head><body><img src=a></body></html>",
            "no article text",
        ),
        ("<<<>>>", "no article text"),
        ("just words", "is not HTML"),
        ("", "is empty"),
    ],
)
def test_a_page_without_a_body_is_one_clear_sentence(page: str, problem: str) -> None:
    with pytest.raises(InputError, match=problem) as raised:
        read(page)
    assert raised.value.remedy


def test_the_same_page_gives_the_same_article() -> None:
    assert read(PAGE) == read(PAGE)
