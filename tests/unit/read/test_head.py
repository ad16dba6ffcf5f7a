import json

import pytest

from kg.read.head import article_body, facts_of, head_of


def page(*blocks: object, extra: str = "") -> str:
    scripts = "".join(
        f'<script type="application/ld+json">{json.dumps(block)}</script>' for block in blocks
    )
    return f"<html lang='en-GB'><head>{scripts}{extra}<title>Dam | Post</title></head><body>x</body></html>"


NEWS = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Dam bursts",
    "datePublished": "2024-03-02T10:00:00Z",
    "author": [{"@type": "Person", "name": "Ann Lee"}, "Bo Sund"],
    "publisher": {"@type": "Organization", "name": "Valley Post"},
    "mainEntityOfPage": {"@id": "https://post.example/dam"},
    "inLanguage": "en",
}
NEWS_FACTS = {
    "title": "Dam bursts",
    "publisher": "Valley Post",
    "author": ["Ann Lee", "Bo Sund"],
    "published": "2024-03-02T10:00:00Z",
    "url": "https://post.example/dam",
    "language": "en",
}
OPEN_GRAPH = """
<meta property="og:title" content="Dam gives way">
<meta property="og:site_name" content="The Post">
<meta property="article:published_time" content="2024-03-01">
<meta name="author" content="Cy Dahl">
<meta property="og:url" content="https://post.example/og">
"""


@pytest.mark.parametrize(
    "block",
    [
        NEWS,
        [{"@type": "WebSite", "name": "Post"}, NEWS],
        {"@context": "https://schema.org", "@graph": [{"@type": "BreadcrumbList"}, NEWS]},
        NEWS | {"@type": ["ReportageNewsArticle", "Thing"]},
        NEWS | {"headline": None, "name": "Dam bursts"},
        NEWS | {"url": "https://post.example/dam", "mainEntityOfPage": None},
        NEWS | {"publisher": [{"name": "Valley Post"}, {"name": "Other"}]},
    ],
)
def test_json_ld_gives_the_facts_wherever_the_article_stands(block: object) -> None:
    assert facts_of(head_of(page(block, extra=OPEN_GRAPH))) == NEWS_FACTS


def test_open_graph_fills_what_json_ld_lacks() -> None:
    facts = facts_of(
        head_of(page({"@type": "Article", "headline": "Dam bursts"}, extra=OPEN_GRAPH))
    )
    assert facts == {
        "title": "Dam bursts",
        "publisher": "The Post",
        "author": "Cy Dahl",
        "published": "2024-03-01",
        "url": "https://post.example/og",
        "language": "en-GB",
    }


@pytest.mark.parametrize("block", ["{broken", "[" * 100_000, '"text"', "5", '{"@type": 5}'])
def test_json_ld_that_cannot_be_read_is_passed_over(block: str) -> None:
    html = f'<script type="application/ld+json">{block}</script>{OPEN_GRAPH}'
    assert facts_of(head_of(html))["title"] == "Dam gives way"


def test_the_canonical_address_is_taken_for_want_of_others_if_it_is_whole() -> None:
    for href, known in (("https://post.example/c", "https://post.example/c"), ("/c", None)):
        assert facts_of(head_of(f'<link rel="canonical" href="{href}">')).get("url") == known


def test_json_ld_may_carry_the_body() -> None:
    assert article_body(head_of(page(NEWS | {"articleBody": "The dam burst."}))) == "The dam burst."
    assert article_body(head_of(page(NEWS))) is None


def test_the_title_element_is_kept_apart() -> None:
    assert (
        head_of("<title>Dam &amp; river</title><svg><title>icon</title></svg>").title
        == "Dam & river"
    )
