"""In which order rows come: claims as the page sorts them, by time or by any column of their table."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol, TypeVar

from kg.model import Article, Claim, Collection, Quantity, Style

Key = tuple[Any, ...]

UNDATED = "9999"
"""Sorts behind every day."""

_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_BETWEEN = re.compile(r"[\W_]+")
_NUMBER = re.compile(r"([0-9]+)")


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


Row = TypeVar("Row", bound=_Identified)


def ranked(rows: Iterable[Row], key: Callable[[Row], Key]) -> dict[str, int]:
    """The place of each row in the order of a key, by its id; rows of equal keys keep their order."""
    return {row.id: rank for rank, row in enumerate(sorted(rows, key=key))}


def article_order(article: Article) -> Key:
    """Articles by day of publication; undated ones last."""
    return (article.published or UNDATED, article.id)


def claim_orders(collection: Collection) -> dict[str, dict[str, int]]:
    """The ranks of all claims in each order: ``published``, ``time``, and one for each other column of the table.

    Equal values keep the order of publication.
    """
    articles = ranked(collection.articles, article_order)
    published = ranked(
        collection.claims, lambda row: (articles[row.article], row.content.start, row.id)
    )
    dates = {article.id: article.published for article in collection.articles}
    names = {entity.id: entity.name for entity in collection.entities}
    keys: dict[str, Callable[[Claim], Key]] = {
        "time": lambda row: _moment(row.said.edtf if row.said else dates[row.article]),
        "speaker": lambda row: collation(speaker_name(row, names)),
        "text": lambda row: collation(row.text),
        "figures": lambda row: tuple(map(_size, row.quantities)),
        "modality": lambda row: (row.modality.value,),
        "confidence": lambda row: (row.confidence,),
    }
    rows = sorted(collection.claims, key=lambda row: published[row.id])
    return {"published": published, **{name: ranked(rows, key) for name, key in keys.items()}}


def speaker_name(claim: Claim, names: Mapping[str, str]) -> str:
    """Who a claim is said to be by, as the page words it."""
    own = claim.style is Style.NARRATED
    if claim.speaker is None:
        return "The article itself" if own else "Nobody named"
    return f"{names[claim.speaker]} (own account)" if own else names[claim.speaker]


def collation(text: str) -> Key:
    """A key that sorts words regardless of case and accents, and numbers in them by size.

    >>> sorted(["Zone 10", "zone 9", "élan"], key=collation)
    ['élan', 'zone 9', 'Zone 10']
    """
    pieces = _NUMBER.split(_BETWEEN.sub(" ", folded(text)).strip())
    sized = [(len(piece.lstrip("0")), piece.lstrip("0")) for piece in pieces[1::2]]
    return (tuple(zip(pieces[::2], [*sized, (0, "")], strict=True)), text)


def folded(text: str) -> str:
    """The text without case and accents, for finding and sorting.

    >>> folded("Élan Vital")
    'elan vital'
    """
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text)
    return "".join(char for char in parts if not unicodedata.combining(char)).casefold()


def _moment(edtf: str | None) -> Key:
    """The first day of a date or interval; what has none comes last."""
    found = _DAY.match(edtf or "")
    if found is None:
        return (10_000, 1, 1)
    return tuple(int(part or 1) for part in found.groups())


def _size(figure: Quantity) -> Key:
    """A figure by its least number, or its greatest where it has no least."""
    low = figure.min if figure.min is not None else figure.max
    return (low if low is not None else float("-inf"), figure.unit or "")
