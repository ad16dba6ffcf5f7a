"""An article as it was read: its text, unchanged, and what is known about it."""

from typing import Self

from pydantic import Field

from kg.model.base import Frozen
from kg.model.identifiers import mint


class Metadata(Frozen):
    """What is known about an article beside its text.

    Attributes:
        title, publisher, url: As read; None where unknown.
        authors: As read, in order; empty where unknown.
        published: ISO 8601 at the precision known (``2024``, ``2024-10``, ``2024-10-24``, or with a time).
        language: BCP 47 tag, or None where unknown.
    """

    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    url: str | None = None
    language: str | None = None


NOTHING_KNOWN = Metadata()


class Article(Metadata):
    """One report.

    Attributes:
        id: Stable identifier, from content and origin, not from the place on disk.
        file: The input's path relative to the input argument it came from, in POSIX form, or its URL.
        text: The text that all offsets point into.
    """

    id: str
    file: str
    text: str = Field(min_length=1)

    @classmethod
    def of(cls, text: str, file: str, metadata: Metadata = NOTHING_KNOWN) -> Self:
        """The article with the identifier that its content and origin give it."""
        origin = (metadata.url, metadata.publisher, metadata.title, metadata.published)
        first_line = next((line.strip() for line in text.splitlines() if line.strip()), "")
        identity = (*(fact or "" for fact in origin), text)
        return cls(
            id=mint("Article", metadata.title or first_line, *identity),
            file=file,
            text=text,
            **metadata.model_dump(),
        )
