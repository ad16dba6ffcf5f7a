"""What ``kg show`` can show: each view turns the tables of a build into lines of text or one table."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain

from kg.cli.console import printable
from kg.cli.summary import counted
from kg.cli.tables import Row, Tables

NARRATED = "narrated"


@dataclass(frozen=True, slots=True)
class Listing:
    """A table to print.

    Attributes:
        title: What it lists, with the number of rows.
        columns: Headings; the rows' texts come first, their numbers last.
        rows: Texts and numbers, in the order to print.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a dispute.

    Attributes:
        words: The claim, word for word.
        speaker: Who says so, and through whom it reached the article.
        article: Where it stands: title, publisher and date.
    """

    words: str
    speaker: str
    article: str


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two claims that contradict each other, and why they do."""

    left: Side
    right: Side
    why: str
    basis: str
    independent: bool


def disputes(tables: Tables) -> tuple[Dispute, ...]:
    """All contradictions, the surest first."""
    rows = [row for row in tables.relations if row["kind"] == "contradicts"]
    rows.sort(key=lambda row: (-row["score"], row["left"], row["right"]))
    return tuple(
        Dispute(
            left=_side(tables, row["left"]),
            right=_side(tables, row["right"]),
            why=printable(row["why"]),
            basis=row["basis"],
            independent=row["independent"],
        )
        for row in rows
    )


def _side(tables: Tables, claim_id: str) -> Side:
    claim = tables.claims[claim_id]
    article = tables.articles[claim["article"]]
    return Side(
        words=printable(claim["text"]),
        speaker=_speaker(claim),
        article=_where(article),
    )


def _speaker(claim: Row) -> str:
    """Who says so, and through whom: ``Doe, via The Courier``."""
    speaker = claim["speaker"]
    if claim["style"] == NARRATED:
        teller = printable(speaker["name"]) if speaker else "the article"
        return f"{teller}, in its own words"
    names = [printable(who["name"]) for who in (speaker, *claim["via"]) if who]
    if not speaker:
        names.insert(0, "somebody who is not named")
    return ", via ".join(names)


def _where(article: Row) -> str:
    """The article's title, or its file, with publisher and date where they are known."""
    facts = [article["publisher"], article["published"] and article["published"][:10]]
    known = ", ".join(printable(fact) for fact in facts if fact)
    title = printable(article["title"] or article["file"])
    return f"{title} ({known})" if known else title


def speakers(tables: Tables) -> Listing:
    """Everybody who says something, those with most claims first."""
    said = Counter(_said(tables))
    disputed = _disputed(tables)
    ranked = sorted(said, key=lambda who: (-said[who], _name(tables, who)))
    rows = tuple(
        (
            _name(tables, who),
            tables.entities[who]["kind"],
            _belongs(tables.entities[who]),
            said[who],
            len(_articles_of(tables, who)),
            disputed[who],
        )
        for who in ranked
    )
    title = counted(len(rows), "speaker", "speakers")
    return Listing(title, ("Speaker", "Kind", "What it is", "Claims", "Articles", "Disputes"), rows)


def sources(tables: Tables) -> Listing:
    """All outlets, agencies, channels, documents and unnamed sources, those behind most claims first."""
    said, passed = Counter(_said(tables)), Counter(_passed_on(tables))
    disputed = _disputed(tables)
    found = [who for who, row in tables.entities.items() if row["kind"] == "Source"]
    ranked = sorted(found, key=lambda who: (-said[who] - passed[who], _name(tables, who)))
    rows = tuple(
        (
            _name(tables, who),
            "yes" if tables.entities[who]["named"] else "no",
            said[who],
            passed[who],
            len(_articles_of(tables, who)),
            disputed[who],
        )
        for who in ranked
    )
    title = counted(len(rows), "source", "sources")
    return Listing(title, ("Source", "Named", "Claims", "Passed on", "Articles", "Disputes"), rows)


def _said(tables: Tables) -> Iterator[str]:
    """The speaker of each claim."""
    return (claim["speaker"]["id"] for claim in tables.claims.values() if claim["speaker"])


def _passed_on(tables: Tables) -> Iterator[str]:
    """Each intermediary of each claim."""
    return (who["id"] for claim in tables.claims.values() for who in claim["via"])


def _disputed(tables: Tables) -> Counter[str]:
    """How many disputes each speaker takes part in; both sides of one count once."""
    found: Counter[str] = Counter()
    for row in tables.relations:
        if row["kind"] == "contradicts":
            sides = (tables.claims[row[side]]["speaker"] for side in ("left", "right"))
            found.update({speaker["id"] for speaker in sides if speaker})
    return found


def _articles_of(tables: Tables, who: str) -> set[str]:
    """The articles in which somebody says something or passes something on."""
    return {
        claim["article"]
        for claim in tables.claims.values()
        if who in {one["id"] for one in chain([claim["speaker"]], claim["via"]) if one}
    }


def _name(tables: Tables, who: str) -> str:
    return printable(tables.entities[who]["name"])


def _belongs(entity: Row) -> str:
    """What somebody is and belongs to: ``analyst, Delta Institute``."""
    groups = [other["name"] for other in entity["affiliations"]]
    return printable(", ".join(fact for fact in (entity["role"], *groups) if fact))


LISTINGS: dict[str, Callable[[Tables], Listing]] = {"sources": sources, "speakers": speakers}
"""Views that are one table."""
