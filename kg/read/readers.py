"""The kinds of file that can be read, one row each."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.read.document import Document, Found
from kg.read.html import read_html
from kg.read.jsonl import read_jsonl
from kg.read.markdown import read_markdown
from kg.read.plain import read_plain


@dataclass(frozen=True, slots=True)
class Reader:
    """A way to read a kind of file.

    Attributes:
        name: What the kind is called.
        suffixes: Endings of file names that it reads, lower-case, with their dot.
        media_types: Content types of pages that it reads.
        purpose: What it is for, in a few words.
        read: Yields the articles, errors and notes of a document; raises InputError if it has none at all.
    """

    name: str
    suffixes: tuple[str, ...]
    media_types: tuple[str, ...]
    purpose: str
    read: Callable[[Document], Iterator[Found]]


READERS: tuple[Reader, ...] = (
    Reader(
        "html",
        (".html", ".htm", ".xhtml"),
        ("text/html", "application/xhtml+xml"),
        "web pages: metadata from JSON-LD and OpenGraph, the body of text",
        read_html,
    ),
    Reader(
        "jsonl",
        (".jsonl", ".ndjson"),
        ("application/jsonl", "application/x-ndjson"),
        "one article a line: text, title, url, published, publisher, authors",
        read_jsonl,
    ),
    Reader(
        "markdown",
        (".md", ".markdown"),
        ("text/markdown",),
        "text after YAML front matter: title, publisher, url, published, author",
        read_markdown,
    ),
    Reader("plain", (".txt",), ("text/plain",), "plain text, UTF-8", read_plain),
)
BY_SUFFIX = {suffix: reader for reader in READERS for suffix in reader.suffixes}
BY_MEDIA_TYPE = {media_type: reader for reader in READERS for media_type in reader.media_types}
