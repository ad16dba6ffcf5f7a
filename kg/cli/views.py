"""What ``kg show`` can show: each view turns the tables of a build into lines of text or one table."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain

from kg.cli.console import printable
from kg.cli.summary import counted
from kg.cli.tables import ENDS, Row, Tables

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
        articles: Where it stands: title, publisher and date of each, sorted.
        origins: How many independent origins say so.
    """

    words: str
    speaker: str
    articles: tuple[str, ...]
    origins: int


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two claims that contradict each other, and why they do.

    Attributes:
        left, right: The two sides.
        why: One sentence.
        basis: What the contradiction rests on.
        independent: Whether the two sides have different origins.
        pairs: How many pairs of claims say so in the same words.
    """

    left: Side
    right: Side
    why: str
    basis: str
    independent: bool
    pairs: int


def disputes(tables: Tables) -> tuple[Dispute, ...]:
    """All contradictions, the surest first; those of the same people in the same words are one."""
    rows = [row for row in tables.relations if row["kind"] == "contradicts"]
    rows.sort(key=lambda row: (-row["score"], row["left"], row["right"]))
    alike: dict[frozenset[tuple[str, str]], list[Row]] = {}
    for row in rows:
        alike.setdefault(frozenset(_voice(tables, row[end]) for end in ENDS), []).append(row)
    return tuple(_dispute(tables, group) for group in alike.values())


def _voice(tables: Tables, claim_id: str) -> tuple[str, str]:
    """Who says what, whatever the form of its apostrophes."""
    claim = tables.claims[claim_id]
    return _speaker(claim), printable(claim["text"]).casefold().replace("’", "'")


def _dispute(tables: Tables, rows: list[Row]) -> Dispute:
    first = rows[0]
    left = _voice(tables, first["left"])
    sides: tuple[set[str], set[str]] = (set(), set())
    for claim in (row[end] for row in rows for end in ENDS):
        sides[_voice(tables, claim) != left].add(claim)
    return Dispute(
        left=_side(tables, first["left"], sides[0]),
        right=_side(tables, first["right"], sides[1]),
        why=printable(first["why"]),
        basis=first["basis"],
        independent=any(row["independent"] for row in rows),
        pairs=len(rows),
    )


def _side(tables: Tables, claim_id: str, others: set[str]) -> Side:
    """The side of a claim, with the articles of all claims in the same words."""
    claim = tables.claims[claim_id]
    rows = [tables.claims[other] for other in {claim_id, *others}]
    articles = {row["article"] for row in rows}
    return Side(
        words=printable(claim["text"]),
        speaker=_speaker(claim),
        articles=tuple(sorted(_where(tables.articles[article]) for article in articles)),
        origins=max(row["origins"] for row in rows),
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
            sides = (tables.claims[row[side]]["speaker"] for side in ENDS)
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
