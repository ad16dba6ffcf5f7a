"""Gathers rows for an answer, and what each is drawn with: a claim's article, its speaker's name, its disputes."""

import json
from collections.abc import Iterable

from kg.serve.network.rows import HERE, Rows, listed

TABLES = (
    "articles",
    "entities",
    "claims",
    "relations",
    "refusals",
    "disputes",
    "developments",
    "figures",
)
"""The sections of the page's content that have rows."""


class Gathering:
    """Rows by their places, each once."""

    def __init__(self, rows: Rows) -> None:
        """Begin with nothing."""
        self._rows = rows
        self._things: set[int] = set()
        self._claims: set[int] = set()
        self._relations: set[int] = set()
        self._refusals: list[str] = []
        self._edges: list[dict[str, str | int]] = []
        self._named: set[int] = set()

    def things(self, places: Iterable[int]) -> None:
        """Take the rows of what can be opened, as they are."""
        self._things.update(places)

    def claims(self, places: Iterable[int]) -> None:
        """Take claims, and later what they are drawn with."""
        self._claims.update(places)

    def relations(self, places: Iterable[int]) -> None:
        """Take relations; their claims are for the caller to take."""
        self._relations.update(places)

    def relations_among(self, places: Iterable[int], most: int) -> None:
        """Take relations both of whose claims are among these, the surest first."""
        among = listed(places)
        self.relations(
            self._rows.numbers(
                f"SELECT place FROM relation WHERE left {HERE} AND right {HERE} ORDER BY score DESC, place LIMIT {most:d}",
                among,
                among,
            )
        )

    def refusals(self, column: str, place: int, most: int) -> None:
        """Take the refusals to comment in an article, or by a speaker, with their articles and names."""
        found = self._rows.all(
            f"SELECT article, speaker, row FROM refusal WHERE {column} = ? ORDER BY place LIMIT {most:d}",
            place,
        )
        self.things(article for article, _, _ in found)
        self.names(speaker for _, speaker, _ in found if speaker is not None)
        self._refusals += [row for _, _, row in found]

    def edges(self, place: int, most: int) -> int:
        """Take the edges that touch a node, those that a panel names first, and the names at their ends; how many there are."""
        found = self._rows.all(
            "SELECT source, target, kind, count FROM ("
            " SELECT * FROM (SELECT * FROM edge WHERE source = ?1 ORDER BY rank, place LIMIT ?2)"
            " UNION"
            " SELECT * FROM (SELECT * FROM edge WHERE target = ?1 ORDER BY rank, place LIMIT ?2)"
            ") ORDER BY rank, place LIMIT ?2",
            *(place, most),
        )
        ends = {end for source, target, _, _ in found for end in (source, target)}
        ids = self._rows.ids(ends)
        self.names(ends)
        self._edges += [
            {"from": ids[source], "to": ids[target], "kind": kind, "count": count}
            for source, target, kind, count in found
        ]
        return self._rows.count(
            "SELECT COUNT(*) FROM ("
            "SELECT place FROM edge WHERE source = ?1 UNION SELECT place FROM edge WHERE target = ?1)",
            place,
        )

    def names(self, places: Iterable[int]) -> None:
        """Take the kinds and names of what is named and not drawn."""
        self._named.update(places)

    def names_of(self, ids: Iterable[str]) -> None:
        """Take the names of these ids."""
        self.names(
            self._rows.numbers(f"SELECT place FROM thing WHERE id {HERE}", json.dumps(list(ids)))
        )

    def body(self, **more: object) -> bytes:
        """The answer in JSON; ``more`` comes first."""
        self._take_what_claims_need()
        sections: dict[str, list[str]] = {name: [] for name in TABLES}
        for section, row in self._rows.all(
            f"SELECT section, row FROM thing WHERE place {HERE} ORDER BY place",
            listed(self._things),
        ):
            sections[section].append(row)
        sections["relations"] = [
            row
            for (row,) in self._rows.all(
                f"SELECT row FROM relation WHERE place {HERE} ORDER BY place",
                listed(self._relations),
            )
        ]
        sections["refusals"] = self._refusals
        members = [f"{_json(name)}:{_json(value)}" for name, value in more.items()]
        members += [f'"{name}":[{",".join(rows)}]' for name, rows in sections.items()]
        members.append(f'"edges":{_json(self._edges)}')
        members.append(f'"names":{_json(self._all_names())}')
        return f"{{{','.join(members)}}}".encode()

    def _take_what_claims_need(self) -> None:
        """Articles and disputes of claims, and the names of who said them and passed them on."""
        claims = listed(self._claims)
        self.things(self._claims)
        ends = self._rows.all(f"SELECT article, speaker FROM claim WHERE place {HERE}", claims)
        self.things(article for article, _ in ends)
        self.names(speaker for _, speaker in ends if speaker is not None)
        self.names(
            self._rows.numbers(
                f"SELECT entity FROM part WHERE claim {HERE} AND section = 'passed'",
                claims,
            )
        )
        self.things(
            self._rows.numbers(
                "SELECT DISTINCT thread FROM thread_claim JOIN thread ON place = thread"
                f" WHERE claim {HERE} AND core AND section = 'disputes'",
                claims,
            )
        )

    def _all_names(self) -> dict[str, list[str]]:
        outlets = self._rows.numbers(
            f"SELECT outlet FROM article WHERE place {HERE} AND outlet IS NOT NULL",
            listed(self._things),
        )
        named = (self._named | set(outlets)) - self._things
        found = self._rows.all(
            f"SELECT id, kind, name FROM thing WHERE place {HERE} ORDER BY place",
            listed(named),
        )
        return {name: [kind, words] for name, kind, words in found}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
