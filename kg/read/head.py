"""Reads what a page says about itself: JSON-LD (schema.org), OpenGraph and the usual ``meta`` elements."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import chain

# Where each fact stands when a page has no JSON-LD: names of ``meta`` elements, the best first (the Open Graph
# protocol, ogp.me; its article namespace; Dublin Core; citation_* of Highwire Press).
META: Mapping[str, tuple[str, ...]] = {
    "title": ("og:title", "twitter:title", "dc.title", "citation_title"),
    "publisher": ("og:site_name", "dc.publisher", "application-name"),
    "author": ("author", "dc.creator", "citation_author", "parsely-author"),
    "published": (
        "article:published_time",
        "og:published_time",
        "datepublished",
        "parsely-pub-date",
        "dc.date.issued",
        "dc.date",
        "date",
    ),
    "url": ("og:url",),
}


@dataclass(slots=True)
class Head:
    """What stands in a page's markup about the page.

    Attributes:
        linked: The text of each JSON-LD block, in order.
        meta: Lower-case name or property to the first content given.
        title: The words of the ``title`` element.
        canonical: The target of ``link rel=canonical``, or None.
        language: The ``lang`` of the ``html`` element, or None.
    """

    linked: list[str] = field(default_factory=list)
    meta: dict[str, str] = field(default_factory=dict)
    title: str = ""
    canonical: str | None = None
    language: str | None = None


class _HeadParser(HTMLParser):
    """Gathers a Head; whatever is malformed is passed over."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.head = Head()
        self._block: list[str] | None = None
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value for name, value in attrs if value is not None}
        match tag:
            case "meta":
                name = given.get("property") or given.get("name") or given.get("itemprop") or ""
                if given.get("content", "").strip():
                    self.head.meta.setdefault(name.lower(), given["content"].strip())
            case "link" if "canonical" in given.get("rel", "").lower().split():
                self.head.canonical = self.head.canonical or given.get("href")
            case "html":
                self.head.language = given.get("lang")
            case "script" if given.get("type", "").strip().lower() == "application/ld+json":
                self._block = []
            case "title":
                self._in_title = not self.head.title
            case _:
                pass

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._block is not None:
            self.head.linked.append("".join(self._block))
            self._block = None
        elif tag == "title":
            self._in_title = False

    def handle_data(self, data: str) -> None:
        if self._block is not None:
            self._block.append(data)
        elif self._in_title:
            self.head.title += data


def head_of(page: str) -> Head:
    """What the page's markup says about it."""
    parser = _HeadParser()
    parser.feed(page)
    parser.close()
    return parser.head


def facts_of(head: Head) -> dict[str, object]:
    """The facts under the keys that front matter uses, JSON-LD before ``meta`` elements before the rest."""
    facts = dict(_article_facts(head))
    for key, names in META.items():
        value = next((head.meta[name] for name in names if name in head.meta), None)
        facts.setdefault(key, value)
    facts["url"] = facts["url"] or _absolute(head.canonical)
    facts.setdefault("language", head.language)
    return {key: value for key, value in facts.items() if value is not None}


def article_body(head: Head) -> str | None:
    """The article's words, if the JSON-LD carries them."""
    for article in _articles(head):
        body = article.get("articleBody")
        if isinstance(body, str) and body.strip():
            return body
    return None


def _absolute(url: str | None) -> str | None:
    return url if url is not None and url.startswith(("http://", "https://")) else None


def _article_facts(head: Head) -> Iterator[tuple[str, object]]:
    """Key and value of each fact that the first article in the JSON-LD gives."""
    article = next(_articles(head), None)
    if article is None:
        return
    for key, found in (
        ("title", _name(article.get("headline")) or _name(article.get("name"))),
        ("publisher", _name(article.get("publisher"))),
        ("author", list(_names(article.get("author")))),
        ("published", _name(article.get("datePublished"))),
        ("url", _url(article)),
        ("language", _name(article.get("inLanguage"))),
    ):
        if found:
            yield key, found


def _articles(head: Head) -> Iterator[dict[str, object]]:
    """The objects of type NewsArticle, Article or a type below these, in order."""
    for block in head.linked:
        try:
            parsed = json.loads(block, strict=False)  # raw line breaks within strings are common
        except (ValueError, RecursionError):
            continue
        yield from (thing for thing in _objects(parsed) if _is_article(thing))


def _objects(value: object) -> Iterator[dict[str, object]]:
    """The objects at the top of a JSON-LD document: itself, those of its list, those of its ``@graph``."""
    if isinstance(value, list):
        yield from chain.from_iterable(map(_objects, value))
    elif isinstance(value, dict):
        yield value
        yield from _objects(value.get("@graph"))


def _is_article(thing: dict[str, object]) -> bool:
    types = thing.get("@type")
    names = types if isinstance(types, list) else [types]
    return any(
        isinstance(name, str) and name.endswith(("Article", "BlogPosting", "Report"))
        for name in names
    )


def _names(value: object) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        name = _name(one)
        if name:
            yield name


def _name(value: object) -> str | None:
    """A text, the ``name`` of an object, or that of the first of a list."""
    if isinstance(value, list):
        return next(_names(value), None)
    if isinstance(value, dict):
        return _name(value.get("name"))
    return value.strip() or None if isinstance(value, str) else None


def _url(article: dict[str, object]) -> str | None:
    page = article.get("mainEntityOfPage")
    for candidate in (article.get("url"), page.get("@id") if isinstance(page, dict) else page):
        if isinstance(candidate, str) and _absolute(candidate.strip()):
            return candidate.strip()
    return None
