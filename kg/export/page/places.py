"""What the tables of the page's database have in common: places in place of ids, days, and who disputes what."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kg.export.page.ranks import article_order, claim_orders, ranked
from kg.export.page.threads import Thread, developments, disputes, figures
from kg.graph import ClaimGraph
from kg.model import Claim, Collection

SECTIONS = ("disputes", "developments", "figures")
"""Kinds of thread, as the page's content names them."""


@dataclass(frozen=True, slots=True)
class Places:
    """Numbers for everything that can be opened.

    Attributes:
        of: Ids to places: nodes in the order of their ids, then threads.
        days: Days of publication, sorted.
        day: Ids of articles to the number of their day; one beyond all where they have none.
        article_ranks: Ids of articles to their place in the order of publication.
        orders: The orders of claims, as claim_orders gives them.
        disputed: Ids of the claims that are in a dispute.
        threads: The threads by section, each in the page's order.
    """

    of: Mapping[str, int]
    days: tuple[str, ...]
    day: Mapping[str, int]
    article_ranks: Mapping[str, int]
    orders: Mapping[str, Mapping[str, int]]
    disputed: frozenset[str]
    threads: Mapping[str, tuple[Thread, ...]]

    def claim_day(self, claim: Claim) -> int:
        """The number of the day on which a claim was published."""
        return self.day[claim.article]

    def is_disputed(self, claim: Claim) -> bool:
        """Whether a claim is in a dispute."""
        return claim.id in self.disputed


def places(graph: ClaimGraph) -> Places:
    """The places of a graph."""
    collection = graph.collection
    found = (disputes(collection), developments(collection), figures(collection))
    threads = dict(zip(SECTIONS, found, strict=True))
    ids = [node.id for node in graph.nodes()]
    ids += [thread.id for rows in found for thread in rows]
    days = _days(collection)
    number = {day: place for place, day in enumerate(days)}
    return Places(
        of={name: place for place, name in enumerate(ids)},
        days=days,
        day={
            row.id: number.get((row.published or "")[:10], len(days)) for row in collection.articles
        },
        article_ranks=ranked(collection.articles, article_order),
        orders=claim_orders(collection),
        disputed=frozenset(claim for row in threads["disputes"] for claim in row.claims),
        threads=threads,
    )


def _days(collection: Collection) -> tuple[str, ...]:
    return tuple(sorted({row.published[:10] for row in collection.articles if row.published}))


def as_json(value: object) -> str:
    """JSON with lone surrogates escaped, which UTF-8 has no bytes for."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def one_line(text: str, length: int) -> str:
    """The text on one line, cut to a length in characters."""
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[: length - 1]}…"


def rows_of(values: Iterable[Any]) -> list[Any]:
    """The values that are there, in order, each once."""
    return [value for value in dict.fromkeys(values) if value is not None]
