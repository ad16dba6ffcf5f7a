"""Turns what a file says about its article into metadata: which keys count, and what their values may be."""

from collections.abc import Iterator, Mapping

from kg.model import Metadata
from kg.read.dates import iso_date

# Fields of Metadata and the keys that give them, the first one present wins.
KEYS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "publisher": ("publisher",),
    "authors": ("authors", "author"),
    "published": ("published", "date"),
    "url": ("url",),
    "language": ("language", "lang"),
}
_UNKNOWN = frozenset({"", "~", "null", "none"})


def metadata(
    facts: Mapping[str, object], url: str | None = None
) -> tuple[Metadata, tuple[str, ...]]:
    """The metadata in a mapping of keys, and a reason for each value that was left out.

    Args:
        facts: Keys as in KEYS, others are ignored; values are text, a list of texts for authors.
        url: Where the article was read, for want of a ``url`` among the facts.
    """
    reasons: list[str] = []
    known: dict[str, str | tuple[str, ...]] = {}
    for field, keys in KEYS.items():
        key = next((key for key in keys if facts.get(key) is not None), None)
        if key is not None:
            try:
                _put(known, field, facts[key])
            except ValueError as error:
                reasons.append(f"{key} {error} and was left out")
    if url is not None:
        known.setdefault("url", url)
    return Metadata.model_validate(known), tuple(reasons)


def _put(known: dict[str, str | tuple[str, ...]], field: str, value: object) -> None:
    """Add a field unless its value says that it is unknown.

    Raises:
        ValueError: If the value is not of the field's kind; the message goes on from the field's name.
    """
    if field == "authors":
        authors = tuple(_authors(value))
        if authors:
            known[field] = authors
        return
    text = _text(value)
    if text is None:
        return
    if field != "published":
        known[field] = text
        return
    day = iso_date(text)
    if day is None:
        raise ValueError(f"{text[:40]!r} is not a date such as 2024-10-24")
    known[field] = day


def _authors(value: object) -> Iterator[str]:
    for author in value if isinstance(value, list) else [value]:
        name = _text(author)
        if name is not None:
            yield name


def _text(value: object) -> str | None:
    """The value on one line, or None where it says that nothing is known."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise ValueError("is not text")  # noqa: TRY004 - a fault of the data, not of the caller
    text = " ".join(str(value).split())
    if not is_encodable(text):
        raise ValueError("holds half a character (a lone surrogate)")
    return None if text.casefold() in _UNKNOWN else text


def is_encodable(text: str) -> bool:
    r"""Whether the text can be written as UTF-8: escapes such as ``\ud800`` make texts that cannot."""
    return not any("\ud800" <= char <= "\udfff" for char in text)
