"""Builds small piles of articles and claims, for the tests of kg.compare."""

import random

from kg.compare import compare
from kg.compare.statements import Reader, Statement
from kg.model import (
    Article,
    Claim,
    Comparison,
    Entity,
    EntityKind,
    Growth,
    Measure,
    Measures,
    Quantity,
    RelationKind,
    When,
)
from tests.factory import article, claim, entity, quantity

MEASURES = Measures(
    measures=(
        Measure(name="aboard", label="aboard", units=("person",), growth=Growth.FIXED),
        Measure(
            name="bodies",
            label="bodies",
            units=("body",),
            growth=Growth.RUNNING,
            broader=("killed",),
        ),
        Measure(
            name="casualties", label="killed or injured", units=("person",), growth=Growth.RUNNING
        ),
        Measure(name="cost", label="cost", nouns=("cost",), units=("money",), growth=Growth.FIXED),
        Measure(name="crowd", label="crowd", units=("person",), growth=Growth.FIXED),
        Measure(name="cut", label="jobs cut", units=("job",), growth=Growth.FIXED),
        Measure(name="distance", label="distance", units=("length",), growth=Growth.FIXED),
        Measure(
            name="killed",
            label="killed",
            units=("person",),
            growth=Growth.RUNNING,
            broader=("casualties",),
        ),
        Measure(name="missing", label="missing", units=("person",), growth=Growth.VARYING),
    )
)

# Articles that share these words are of one story; each has them in another order, so that none is a copy.
STORY = [
    "orrin",
    "dam",
    "velm",
    "valley",
    "spillway",
    "sluice",
    "embankment",
    "turbine",
    "reservoir",
    "gauge",
    "siren",
    "lowland",
    "levee",
    "culvert",
    "breach",
    "ferry",
]


def background(number: int) -> str:
    """A line of the words of the story, in an order of its own."""
    words = random.Random(number).sample(STORY, len(STORY))  # noqa: S311
    return f"\n\nNote: {' '.join(words)}.\n"


class Scene:
    """Articles of one story with claims by named speakers."""

    def __init__(self) -> None:
        """A pile without articles."""
        self.articles: list[Article] = []
        self.claims: list[Claim] = []
        self.entities: dict[str, Entity] = {}
        self._names: dict[str, str] = {}

    def report(self, text: str, published: str | None = "2031-03-04", **facts: object) -> Article:
        """An article with this text and the story behind it."""
        number = len(self.articles)
        made = article(
            text + background(number),
            f"{number}.md",
            published=published,
            title=f"Report {number}",
            **facts,
        )
        self.articles.append(made)
        return made

    def speaker(self, name: str, *bodies: str, **facts: object) -> str:
        """The id of a speaker, who acts for these bodies."""
        if name not in self.entities:
            kind = EntityKind.PERSON if bodies else EntityKind.ORGANIZATION
            acts_for = tuple(self.speaker(body) for body in bodies)
            self.entities[name] = entity(kind, name, affiliations=acts_for, **facts)
        return self.entities[name].id

    def place(self, name: str, *within: str) -> str:
        """The id of a place that any article may name."""
        around = tuple(self.place(other) for other in within)
        self.entities[name] = entity(EntityKind.PLACE, name, located_in=around)
        return self.entities[name].id

    def say(
        self,
        name: str,
        report: Article,
        words: str,
        speaker: str | None,
        *figures: Quantity,
        **facts: object,
    ) -> Claim:
        """A claim, called by this name, that these words of the article are."""
        holds = facts.pop("holds", None)
        said = facts.pop("said", None)
        made = claim(
            report,
            words,
            speaker=None if speaker is None else self.speaker(speaker),
            quantities=figures,
            holds=None if holds is None else When(edtf=str(holds)),
            said=None if said is None else When(edtf=str(said)),
            **facts,
        )
        self._names[made.id] = name
        self.claims.append(made)
        return made

    def known_entities(self) -> tuple[Entity, ...]:
        """All entities; places are known to every article, as their names are looked for there."""
        everywhere = tuple(sorted(article.id for article in self.articles))
        rows = [e.model_copy(update={"articles": everywhere}) for e in self.entities.values()]
        return tuple(sorted(rows, key=lambda row: row.id))

    def compare(self) -> Comparison:
        """What comparing the pile gives."""
        return compare(self.articles, self.claims, self.known_entities(), MEASURES)

    def found(self) -> set[tuple[str, str, str]]:
        """The relations as kind and names of the claims, in the order of the names except for updates."""
        rows = set()
        for relation in self.compare().relations:
            pair = [self._names[relation.left], self._names[relation.right]]
            if relation.kind is not RelationKind.UPDATES:
                pair.sort()
            rows.add((relation.kind.value, pair[0], pair[1]))
        return rows

    def statements(self) -> list[Statement]:
        """The statements of the claims, in the order in which they were made."""
        read = Reader(self.articles, self.known_entities(), {}).statements(self.claims)
        order = [made.id for made in self.claims]
        return sorted(read, key=lambda statement: order.index(statement.id))


def figure(
    report: Article, words: str, low: float | None, high: float | None = None, **facts: object
) -> Quantity:
    """A figure of persons killed, unless told otherwise; one value where only one is given and no hedge bounds it."""
    bounded = low if high is None and facts.pop("bound", None) is None else high
    return quantity(report, words, low, bounded, **{"unit": "person", "measure": "killed", **facts})


def two_figures(
    left: tuple[str, str, float, float | None],
    right: tuple[str, str, float, float | None],
    *,
    speakers: tuple[str, str] = ("Velm Fire Service", "Rivermouth Hospital"),
    days: tuple[str | None, str | None] = ("2031-03-04", "2031-03-04"),
    facts: tuple[dict[str, object], dict[str, object]] = ({}, {}),
    claims: tuple[dict[str, object], dict[str, object]] = ({}, {}),
) -> set[tuple[str, str, str]]:
    """The relations of two claims, ``a`` and ``b``, each the text, the figure's words and its bounds."""
    scene = Scene()
    for name, side, speaker, day, fact, more in zip(
        "ab", (left, right), speakers, days, facts, claims, strict=True
    ):
        text, words, low, high = side
        report = scene.report(text, day)
        counted = quantity(
            report, words, low, high, **{"unit": "person", "measure": "killed", **fact}
        )
        scene.say(name, report, text, speaker, counted, **more)
    return scene.found()
