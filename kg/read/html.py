"""Web pages: metadata from the page's own declarations, the body by trafilatura.

Barbaresi, "Trafilatura: A Web Scraping Library and Command-Line Tool for Text Discovery and Extraction" (ACL 2021).
"""

import logging
from collections.abc import Iterator

from kg.errors import InputError
from kg.model import Article
from kg.read.decode import decoded_page
from kg.read.document import Document, Found
from kg.read.facts import metadata
from kg.read.head import Head, article_body, facts_of, head_of
from kg.read.masthead import with_day

# The extensive search takes any date on the page and turned "Jan. 12" into January 1. Without a fixed last day the
# search would leave out days after today, and the same page would give another article tomorrow.
_DATE_SEARCH = {"extensive_search": False, "original_date": True, "max_date": "2999-12-31"}


def read_html(document: Document) -> Iterator[Found]:
    """The article in a page and a note for each fact that could not be used.

    Broken markup is read as browsers read it, as far as it goes.

    Raises:
        InputError: If the page is empty, too large or binary, or has no body of text.
    """
    page = decoded_page(document, document.data())
    head = head_of(page)
    text = _body(page) or article_body(head)
    if text is None:
        raise _no_body(document, page)
    known, reasons = metadata(_facts(page, head), document.url)
    text = text.replace("\r\n", "\n")
    yield Article.of(text, document.file, with_day(known, text))
    yield from document.notes(reasons)


def _no_body(document: Document, page: str) -> InputError:
    if "<" not in page:
        return document.error("is not HTML", "rename it to .txt if it is plain text")
    return document.error(
        "has no article text that could be found", "save its words as a .txt or .md file"
    )


def _body(page: str) -> str | None:
    """The words of the page's main part, a paragraph a line; None if there are none."""
    import trafilatura  # noqa: PLC0415 - takes half a second, and most builds read no page

    _quieten()
    text = trafilatura.extract(
        page,
        include_comments=False,
        include_tables=False,
        with_metadata=False,
        date_extraction_params=_DATE_SEARCH,
    )
    return text if text and text.strip() else None


def _facts(page: str, head: Head) -> dict[str, object]:
    """What the page declares; what it does not, as trafilatura finds it."""
    from trafilatura.metadata import extract_metadata  # noqa: PLC0415

    facts = facts_of(head)
    found = extract_metadata(page, date_config=_DATE_SEARCH, extensive=False)
    for key, value in (
        ("title", found.title or head.title),
        ("publisher", found.sitename),
        ("author", found.author.split("; ") if found.author else None),
        ("published", found.date),
    ):
        if value:
            facts.setdefault(key, value)
    return facts


def _quieten() -> None:
    """Keep trafilatura from logging what its result says: that a page has no text."""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
