"""Builders of model values for tests, and one small invented pile of reports with everything in it.

Every span is cut from its article by the words themselves, so a test reads without offsets and cannot drift.
"""

from kg.model import (
    Answer,
    Article,
    Basis,
    Claim,
    Collection,
    Entity,
    EntityKind,
    Family,
    Input,
    Judgement,
    Metadata,
    Modality,
    Outcome,
    Pairing,
    Polarity,
    Quantity,
    Refusal,
    Relation,
    RelationKind,
    Run,
    Scope,
    Span,
    Style,
    When,
)
from kg.model.identifiers import mint


def article(text: str, file: str = "report.txt", **metadata: object) -> Article:
    """An article; ``metadata`` are fields of Metadata."""
    return Article.of(text, file, Metadata.model_validate(metadata))


def span_of(text: str, *words: str) -> Span:
    """The span whose parts are these words, each the first found behind the one before."""
    parts: list[tuple[int, int]] = []
    last = 0
    for part in words:
        start = text.index(part, last)
        last = start + len(part)
        parts.append((start, last))
    return Span(parts=tuple(parts))


def sentence_of(text: str, content: Span) -> Span:
    """The paragraphs of the text that the content stands in."""
    start = text.rfind("\n", 0, content.start) + 1
    end = text.find("\n", content.end)
    return Span.of(start, len(text) if end == -1 else end)


def claim(report: Article, *words: str, **facts: object) -> Claim:
    """A claim whose content is these words of the article.

    ``facts`` are fields of Claim; ``cue`` and ``source`` are given as words of the claim's paragraph.
    """
    content = span_of(report.text, *words)
    text = content.cut(report.text)
    sentence = sentence_of(report.text, content)
    values: dict[str, object] = {
        "id": mint("Claim", text, report.id, repr(content.parts)),
        "article": report.id,
        "content": content,
        "text": text,
        "sentence": sentence,
        "style": Style.INDIRECT,
    }
    for name in ("cue", "source"):
        if isinstance(found := facts.pop(name, None), str):
            start = report.text.index(found, sentence.start, sentence.end)
            values[name] = Span.of(start, start + len(found))
    return Claim.model_validate(values | facts)


def quantity(
    report: Article, words: str, low: float | None, high: float | None, **facts: object
) -> Quantity:
    """A figure that stands in these words of the article."""
    span = span_of(report.text, words)
    return Quantity.model_validate({"min": low, "max": high, "span": span, **facts})


def entity(kind: EntityKind, name: str, **facts: object) -> Entity:
    """An entity; ``facts`` are fields of Entity."""
    identity = mint(kind.value, name, name.casefold())
    return Entity.model_validate({"id": identity, "kind": kind, "name": name, **facts})


def refusal(report: Article, source: str, words: str, speaker: str | None = None) -> Refusal:
    """A refusal to comment in these words, by whom these words of the same sentence name."""
    start = report.text.index(f"{source} {words}")
    behind = start + len(source) + 1
    span = Span.of(behind, behind + len(words))
    return Refusal(
        id=mint("Refusal", words, report.id, repr(span.parts)),
        article=report.id,
        source=Span.of(start, start + len(source)),
        words=span,
        text=words,
        sentence=sentence_of(report.text, span),
        speaker=speaker,
    )


def relation(kind: RelationKind, left: Claim, right: Claim, **facts: object) -> Relation:
    """A relation between two claims; symmetric kinds are put in order."""
    first, second = left.id, right.id
    if kind is not RelationKind.UPDATES:
        first, second = sorted((first, second))
    values: dict[str, object] = {
        "left": first,
        "right": second,
        "kind": kind,
        "basis": Basis.QUANTITY,
        "why": f"“{left.text}” is set beside “{right.text}”.",
        "score": 0.9,
        "rule": "figures",
    }
    return Relation.model_validate(values | facts)


FIRST_DAY = """\
Nine people have died in the flood at Velm, the Velm Fire Service said on Tuesday.

“The dam did not fail,” said Mira Castel, a hydrologist at the Dunmere Institute. “It was opened too late.”

More than 4,000 residents were evacuated overnight. The 3rd Relief Battalion has reached the town.

Norvane Power did not respond to a request for comment.
"""

SECOND_DAY = """\
Fourteen people were killed by the flood at Velm, according to hospital officials.

The Rivermouth Wire wrote that mayor Jonas Pell, citing the Velm Fire Service, put the number of dead at 11.

Norvane Power denied that the dam had failed.
"""

REPRINT = SECOND_DAY + "\nAdditional reporting by Eastbank Post staff.\n"


class Pile:
    """The sample collection by part, for tests that need one of them by name."""

    def __init__(self) -> None:
        self._write_articles()
        self._name_entities()
        self._read_first_day()
        self._read_second_day()

    def _write_articles(self) -> None:
        self.first = article(
            FIRST_DAY,
            "velm/first.md",
            title="Nine dead as flood hits Velm",
            publisher="Harrow Courier",
            authors=("Ada Brook", "Tom Ilves"),
            published="2031-03-04",
            url="https://courier.example/velm?day=1&edition=late",
            language="en",
        )
        self.second = article(
            SECOND_DAY,
            "velm/second.md",
            title="Velm flood: “hospital officials” count 14",
            publisher="Lakeside Herald",
            published="2031-03-05",
            language="en",
        )
        self.reprint = article(
            REPRINT, "velm/reprint.txt", publisher="Eastbank Post", published="2031-03"
        )

    def _name_entities(self) -> None:
        first, second, reprint = (self.first.id,), (self.second.id,), (self.reprint.id,)
        later = tuple(sorted((self.second.id, self.reprint.id)))
        everywhere = tuple(sorted((self.first.id, *later)))
        self.velm = entity(EntityKind.PLACE, "Velm", articles=everywhere)
        self.flood = entity(
            EntityKind.EVENT,
            "flood at Velm",
            event="flood",
            when=When(edtf="2031-03-03/2031-03-04"),
            located_in=(self.velm.id,),
            articles=everywhere,
        )
        self.service = entity(
            EntityKind.ORGANIZATION,
            "Velm Fire Service",
            aliases=("VFS", "fire service"),
            located_in=(self.velm.id,),
            articles=everywhere,
        )
        self.institute = entity(EntityKind.ORGANIZATION, "Dunmere Institute", articles=first)
        self.expert = entity(
            EntityKind.EXPERT,
            "Mira Castel",
            aliases=("Castel",),
            role="hydrologist",
            affiliations=(self.institute.id,),
            articles=first,
        )
        self.unit = entity(
            EntityKind.UNIT, "3rd Relief Battalion", part_of=(self.service.id,), articles=first
        )
        self.mayor = entity(EntityKind.PERSON, "Jonas Pell", role="mayor", articles=later)
        self.company = entity(EntityKind.ORGANIZATION, "Norvane Power", articles=everywhere)
        self.unnamed = entity(EntityKind.SOURCE, "hospital officials", named=False, articles=later)
        self.courier = entity(EntityKind.SOURCE, "Harrow Courier", articles=first)
        self.herald = entity(EntityKind.SOURCE, "Lakeside Herald", articles=second)
        self.wire = entity(EntityKind.SOURCE, "Rivermouth Wire", articles=later)
        self.post = entity(EntityKind.SOURCE, "Eastbank Post", articles=reprint)

    def _read_first_day(self) -> None:
        report = self.first
        self.nine = claim(
            report,
            "Nine people have died in the flood at Velm",
            cue="said",
            source="the Velm Fire Service",
            speaker=self.service.id,
            about=tuple(sorted((self.flood.id, self.velm.id))),
            quantities=(
                quantity(
                    report, "Nine people", 9, 9, unit="person", measure="killed", counted="people"
                ),
            ),
            said=When(edtf="2031-03-04"),
            confidence=0.95,
        )
        self.held = claim(
            report,
            "The dam did not fail,",
            "It was opened too late.",
            cue="said",
            source="Mira Castel",
            speaker=self.expert.id,
            style=Style.DIRECT,
            polarity=Polarity.NEGATIVE,
            about=(self.flood.id,),
            confidence=0.9,
        )
        self.evacuated = claim(
            report,
            "More than 4,000 residents were evacuated overnight",
            speaker=self.courier.id,
            style=Style.NARRATED,
            about=(self.flood.id,),
            quantities=(
                quantity(
                    report,
                    "More than 4,000 residents",
                    4000,
                    None,
                    unit="resident",
                    measure="displaced",
                    hedge="more than",
                    counted="residents",
                    scope=Scope.PART,
                ),
            ),
            holds=When(edtf="2031-03-03/2031-03-04"),
            confidence=0.8,
        )

        self.silence = refusal(
            report, "Norvane Power", "did not respond to a request for comment", self.company.id
        )

    def _read_second_day(self) -> None:
        self.fourteen = self._hospital(self.second)
        self.copied = self._hospital(self.reprint)
        self.eleven = claim(
            self.second,
            "the number of dead at 11",
            cue="put",
            source="the Velm Fire Service",
            speaker=self.service.id,
            via=(self.mayor.id, self.wire.id),
            about=(self.flood.id,),
            quantities=(quantity(self.second, "11", 11, 11, unit="person", measure="killed"),),
            said=When(edtf="2031-03-05"),
            confidence=0.85,
        )
        self.denial = claim(
            self.second,
            "the dam had failed",
            cue="denied",
            source="Norvane Power",
            speaker=self.company.id,
            modality=Modality.DENIED,
            polarity=Polarity.NEGATIVE,
            confidence=0.9,
        )
        self.staff = claim(
            self.reprint,
            "the dam had failed",
            modality=Modality.ALLEGED,
            confidence=0.3,
        )

    def _hospital(self, report: Article) -> Claim:
        return claim(
            report,
            "Fourteen people were killed by the flood at Velm",
            cue="according to",
            source="hospital officials",
            speaker=self.unnamed.id,
            about=tuple(sorted((self.flood.id, self.velm.id))),
            quantities=(
                quantity(
                    report,
                    "Fourteen people",
                    14,
                    14,
                    unit="person",
                    measure="killed",
                    counted="people",
                ),
            ),
            said=When(edtf="2031-03-05"),
            confidence=0.92,
        )

    @property
    def entities(self) -> tuple[Entity, ...]:
        """Sorted by id; all seven kinds."""
        rows = [value for value in vars(self).values() if isinstance(value, Entity)]
        return tuple(sorted(rows, key=lambda row: row.id))

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Sorted by id."""
        rows = [value for value in vars(self).values() if isinstance(value, Claim)]
        return tuple(sorted(rows, key=lambda row: row.id))

    @property
    def articles(self) -> tuple[Article, ...]:
        """Sorted by id."""
        return tuple(sorted((self.first, self.second, self.reprint), key=lambda row: row.id))

    @property
    def relations(self) -> tuple[Relation, ...]:
        """One of each kind, and one that joins two copies of one report; sorted."""
        rows = (
            relation(RelationKind.CONTRADICTS, self.fourteen, self.eleven),
            relation(RelationKind.UPDATES, self.eleven, self.nine, score=0.8),
            relation(
                RelationKind.CORROBORATES, self.denial, self.held, basis=Basis.DENIAL, score=0.7
            ),
            relation(
                RelationKind.CORROBORATES, self.fourteen, self.copied, score=1.0, independent=False
            ),
        )
        return tuple(sorted(rows, key=lambda row: (row.left, row.right, row.kind.value)))


def sample_collection() -> Collection:
    """Three reports of a flood, one of them a reprint, with all kinds of entity, claim and relation."""
    pile = Pile()
    return Collection(
        articles=pile.articles,
        entities=pile.entities,
        claims=pile.claims,
        relations=pile.relations,
        origins={pile.reprint.id: pile.second.id},
        publishers={
            pile.first.id: pile.courier.id,
            pile.second.id: pile.herald.id,
            pile.reprint.id: pile.post.id,
        },
        refusals=(pile.silence,),
        run=Run(
            inputs=(Input.of("mine.csv", b"left,right,answer\n"),),
            options=("claims of at least 0.3 in confidence",),
        ),
        pairings=(
            Pairing(
                left="Courier",
                right="Sarn Courier",
                family=Family.BODY,
                outcome=Outcome.JOINED,
                score=0.85,
                reason="“Courier” is a shorter form of “Sarn Courier”",
            ),
            Pairing(
                left="Jaš Verin",
                right="Verin, J.",
                family=None,
                outcome=Outcome.ABSENT,
                judgement=Judgement(
                    left="Jaš Verin",
                    right="Verin, J.",
                    answer=Answer.UNSURE,
                    by="Rune",
                    when="2031-03",
                    why="to be asked",
                ),
            ),
        ),
    )
