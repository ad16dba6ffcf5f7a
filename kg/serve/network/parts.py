"""What opening a claim, an article, an entity or a thread needs, section by section where there is much of it."""

import json

from starlette.exceptions import HTTPException

from kg.serve.network.gathering import Gathering
from kg.serve.network.rows import Rows

AT_ONCE = 200
"""How many claims of a section are given at once."""

IN_ARTICLE = 1000
"""How many claims of an article are: they are marked in its text, so all of any article that was read so far."""

MOST_EDGES = 1000
MOST_NAMES = 1000
MOST_RELATIONS = 400

SECTIONS = {
    "claims": ("relations",),
    "articles": ("claims",),
    "entities": ("said", "passed", "of"),
}
"""What can be asked for further on; of threads, their claims."""


class Part:
    """One answer: what was opened, and the claims of its sections from a number on."""

    def __init__(self, rows: Rows, place: int, section: str | None, start: int) -> None:
        """Take what is asked for; with a section, this alone is given."""
        self.rows = rows
        self.place = place
        self.section = section
        self.start = start
        self.found = Gathering(rows)
        self.counts: dict[str, int] = {}

    def body(self, kind: str) -> bytes:
        """The answer in JSON."""
        makers = {"claims": self._claim, "articles": self._article, "entities": self._entity}
        if self.section is None:
            self.found.things([self.place])
        makers.get(kind, self._thread)()
        if self.section is None and kind in makers:
            self.counts["edges"] = self.found.edges(self.place, MOST_EDGES)
        return self.found.body(counts=self.counts)

    def _claim(self) -> None:
        """Its relations with the claims on the other side, the threads that it is in."""
        rows = self.rows.all(
            "SELECT place, left, right FROM ("
            " SELECT * FROM relation WHERE left = ?1 UNION ALL SELECT * FROM relation WHERE right = ?1"
            ") ORDER BY score DESC, place LIMIT ?2 OFFSET ?3",
            self.place,
            AT_ONCE,
            self.start,
        )
        self.found.relations(row[0] for row in rows)
        self.found.claims(end for _, *ends in rows for end in ends)
        self.counts["relations"] = self.rows.count(
            "SELECT (SELECT COUNT(*) FROM relation WHERE left = ?1) + (SELECT COUNT(*) FROM relation WHERE right = ?1)",
            self.place,
        )
        if self.section is not None:
            return
        self.found.claims([self.place])
        threads = "SELECT thread FROM thread_claim WHERE claim = ? AND core"
        self.found.things(self.rows.numbers(threads, self.place))

    def _article(self) -> None:
        """The claims in it, the refusals to comment in it, and the name of what it reprints."""
        self.found.claims(
            self.rows.numbers(
                "SELECT place FROM claim WHERE article = ? ORDER BY published LIMIT ? OFFSET ?",
                self.place,
                IN_ARTICLE,
                self.start,
            )
        )
        self.counts["claims"] = self.rows.count(
            "SELECT COUNT(*) FROM claim WHERE article = ?", self.place
        )
        if self.section is None:
            self.found.refusals("article", self.place, AT_ONCE)

    def _entity(self) -> None:
        """What it said, passed on, and what was said of it; whom it refused; what it contradicts; names of all it refers to."""
        for section in SECTIONS["entities"]:
            self.counts[section] = self.rows.count(
                "SELECT COUNT(*) FROM part WHERE section = ? AND entity = ?", section, self.place
            )
            if self.section in {None, section}:
                claims = self._claims_of(section)
                self.found.claims(claims)
                if section == "said":
                    self._take_contradictions(claims)
        if self.section is None:
            self.found.refusals("speaker", self.place, AT_ONCE)
            self._take_names()

    def _claims_of(self, section: str) -> list[int]:
        return self.rows.numbers(
            "SELECT claim FROM part WHERE section = ? AND entity = ? ORDER BY time LIMIT ? OFFSET ?",
            section,
            self.place,
            AT_ONCE,
            self.start,
        )

    def _take_contradictions(self, claims: list[int]) -> None:
        """The contradictions of these claims, with the claims on the other side."""
        here = "SELECT value FROM json_each(?1)"
        rows = self.rows.all(
            "SELECT place, left, right FROM ("
            f" SELECT * FROM relation WHERE left IN ({here}) UNION SELECT * FROM relation WHERE right IN ({here})"
            ") WHERE kind = 'contradicts' ORDER BY score DESC, place LIMIT ?2",
            json.dumps(claims),
            AT_ONCE,
        )
        self.found.relations(row[0] for row in rows)
        self.found.claims(end for _, *ends in rows for end in ends)

    def _take_names(self) -> None:
        row = json.loads(self.rows.all("SELECT row FROM thing WHERE place = ?", self.place)[0][0])
        bodies = [one for name in ("affiliations", "part_of", "located_in") for one in row[name]]
        self.found.names_of((*bodies, *row["articles"][:MOST_NAMES]))

    def _thread(self) -> None:
        """Its claims and the relations among them, and the chart of the figure that its first claim belongs to."""
        self.counts["claims"] = self.rows.count(
            "SELECT COUNT(*) FROM thread_claim WHERE thread = ?", self.place
        )
        claims = self.rows.numbers(
            "SELECT claim FROM thread_claim WHERE thread = ? ORDER BY time LIMIT ?",
            self.place,
            self.start + AT_ONCE,
        )
        self.found.claims(claims[self.start :])
        self.found.relations_among(claims, MOST_RELATIONS + 2 * self.start)
        if self.section is not None:
            return
        charts = self.rows.numbers(
            "SELECT thread FROM thread_claim JOIN thread ON place = thread WHERE core AND section = 'figures' AND claim ="
            " (SELECT claim FROM thread_claim WHERE thread = ? AND core ORDER BY claim LIMIT 1)",
            self.place,
        )
        self.found.things(charts)
        for chart in charts[:1]:
            take_thread(self.rows, self.found, chart, AT_ONCE)


def take_thread(rows: Rows, found: Gathering, thread: int, most: int) -> int:
    """Take a thread's row, the first of its claims in the order of time, and the relations among them; how many claims."""
    claims = rows.numbers(
        "SELECT claim FROM thread_claim WHERE thread = ? AND core ORDER BY time LIMIT ?",
        thread,
        most,
    )
    found.things([thread])
    found.claims(claims)
    found.relations_among(claims, MOST_RELATIONS)
    return len(claims)


def part(rows: Rows, name: str, section: str | None, start: int) -> bytes:
    """What opening the thing of an id needs.

    Raises:
        HTTPException: 404 if there is no such thing, 400 if it has no such section.
    """
    found = rows.one("SELECT place, section FROM thing WHERE id = ?", name)
    if found is None:
        raise HTTPException(404, f"The network has nothing of the id “{name}”.")
    place, kind = found
    sections = SECTIONS.get(kind, ("claims",))
    if section is not None and section not in sections:
        raise HTTPException(400, f"“section” can be {', '.join(sections)} here.")
    if start and section is None:
        raise HTTPException(400, "Say with “section” of what “from” is the number.")
    return Part(rows, place, section, start).body(kind)
